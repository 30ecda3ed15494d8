// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.App
import Rapport.Theme

// A conversation in the outbox with what each target says of it.
T.ItemDelegate {
    id: row

    required property string initials
    required property string title
    required property string detail
    required property int state_
    required property string stateText
    required property var receipts // list of {state, target, text}
    property bool chosen: false
    property bool first: false
    property bool last: false

    implicitHeight: content.implicitHeight + 2 * Theme.s16
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2").arg(row.title).arg(row.stateText)
    Accessible.description: row.detail
    Accessible.selected: row.chosen
    Accessible.onPressAction: row.clicked()

    background: Item {
        Rectangle { // round where the card is
            visible: row.chosen || row.down
            anchors.fill: parent
            anchors.margins: Theme.hairline
            radius: row.first || row.last ? Theme.radiusCard - Theme.hairline : 0
            color: Theme.sunken
            border.width: row.chosen && Theme.highContrast ? Theme.focusLine : 0
            border.color: Theme.primary

            Rectangle {
                visible: row.first !== row.last && !Theme.highContrast
                y: row.first ? parent.height - height : 0
                width: parent.width
                height: parent.radius
                color: parent.color
            }
        }

        Hairline {
            visible: !row.first
            width: parent.width
        }
        FocusRing {
            visible: row.visualFocus
            anchors.margins: Theme.s4
        }
    }
    contentItem: Item {
        Avatar {
            id: avatar
            x: Theme.s20
            y: Theme.s16
            initials: row.initials
        }
        Column {
            id: content
            y: Theme.s16
            anchors.left: avatar.right
            anchors.leftMargin: Theme.s16
            anchors.right: parent.right
            anchors.rightMargin: Theme.s20
            spacing: Theme.s10

            Item {
                width: parent.width
                height: Math.max(words.implicitHeight, chip.implicitHeight)

                Column {
                    id: words
                    anchors.left: parent.left
                    anchors.right: chip.left
                    anchors.rightMargin: Theme.s12

                    AppText {
                        width: parent.width
                        text: row.title
                        type: Theme.h3
                    }
                    AppText {
                        width: parent.width
                        visible: text !== ""
                        text: row.detail
                        type: Theme.small
                        muted: true
                    }
                }
                StateChip {
                    id: chip
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    state_: row.state_
                    text: row.stateText
                }
            }
            Flow {
                visible: row.receipts.length > 0
                width: parent.width
                spacing: Theme.s20

                Repeater {
                    model: row.receipts

                    Row {
                        id: receipt
                        required property var modelData
                        spacing: Theme.s8

                        AppIcon {
                            anchors.verticalCenter: parent.verticalCenter
                            glyph: [Icons.clock, Icons.checkCircle, Icons.alertCircle][receipt.modelData.state] ?? Icons.clock
                            size: Theme.iconReceipt
                            color: [Theme.textMuted, Theme.positive, Theme.attention][receipt.modelData.state] ?? Theme.textMuted
                        }
                        AppText {
                            anchors.verticalCenter: parent.verticalCenter
                            text: receipt.modelData.target
                            type: Theme.smallStrong
                        }
                        AppText {
                            anchors.verticalCenter: parent.verticalCenter
                            width: Math.min(implicitWidth, content.width - x)
                            text: receipt.modelData.text
                            type: Theme.small
                            muted: true
                        }
                    }
                }
            }
        }
    }
}

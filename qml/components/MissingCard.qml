// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// What is missing before the conversation can be finished, or (not `severe`) wants a word; each line jumps there.
Rectangle {
    id: card

    required property string title
    required property var lines // model: nodeId, text, section
    property bool severe: true
    signal chosen(int nodeId)

    readonly property color ink: card.severe ? Theme.danger : Theme.warning

    implicitHeight: body.implicitHeight + 2 * Theme.s16
    radius: Theme.radiusCard
    color: card.severe ? Theme.dangerSoft : Theme.warningSoft
    border.width: card.activeFocus ? Theme.focusLine : Theme.highContrast ? Theme.hairline : 0
    border.color: card.activeFocus ? Theme.focus : card.ink
    activeFocusOnTab: true // the first thing to be read
    Accessible.focusable: true
    Accessible.role: Accessible.AlertMessage
    Accessible.name: card.title

    Column {
        id: body
        x: Theme.s20
        y: Theme.s16
        width: parent.width - 2 * Theme.s20

        Row {
            width: parent.width
            spacing: Theme.s12
            bottomPadding: Theme.s4

            AppIcon {
                id: mark
                glyph: Icons.alertCircle
                color: card.ink
            }
            AppText {
                objectName: "missingTitle"
                width: parent.width - mark.width - Theme.s12
                text: card.title
                type: Theme.h3
            }
        }
        Repeater {
            model: card.lines

            T.AbstractButton {
                id: line
                required property int nodeId
                required property string section
                required text
                objectName: "missingLine"

                width: body.width
                implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.s12)
                Accessible.role: Accessible.Link
                Accessible.name: words.text
                Accessible.onPressAction: line.clicked()
                Keys.onReturnPressed: line.clicked()
                Keys.onEnterPressed: line.clicked()
                onClicked: card.chosen(line.nodeId)

                background: Rectangle {
                    radius: Theme.radius
                    color: "transparent"

                    FocusRing {
                        visible: line.visualFocus
                        anchors.margins: 0
                    }
                }
                contentItem: Item {
                    AppText {
                        id: words
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width
                        text: line.section === "" ? line.text : qsTr("%1: %2").arg(line.section).arg(line.text)
                        color: card.ink
                        font.underline: true
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// One conversation of the day: when, who, where it is.
T.ItemDelegate {
    id: row

    required property string clock
    required property string title
    required property string detail
    required property int state_
    required property string stateText
    required property string leadText
    required property bool unresolved
    property bool hot: false
    property bool first: false
    readonly property bool narrow: row.width < Theme.compact * Theme.textScale // chips below the words

    implicitHeight: Math.max(Theme.row - Theme.s4, words.implicitHeight + (row.narrow ? chips.implicitHeight + Theme.s32 : Theme.s16))
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2, %3").arg(row.clock).arg(row.title).arg(row.stateText)
    Accessible.description: row.detail
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    background: Rectangle {
        radius: Theme.radius // without one Qt 6.4 draws black where the press has led to another page
        color: row.down ? Theme.sunken : "transparent"

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
        AppText {
            id: time
            x: Theme.s20
            y: row.narrow ? Theme.s12 : (parent.height - height) / 2
            width: Math.max(Theme.s48, implicitWidth)
            text: row.clock
            type: Theme.small
            muted: true
            wrapMode: Text.NoWrap
        }
        Column {
            id: words
            y: row.narrow ? Theme.s12 : (parent.height - height) / 2
            anchors.left: time.right
            anchors.leftMargin: Theme.s16
            anchors.right: row.narrow ? parent.right : chips.left
            anchors.rightMargin: Theme.s16

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
        Grid {
            id: chips
            x: row.narrow ? words.x : parent.width - width - Theme.s16
            y: row.narrow ? words.y + words.height + Theme.s8 : (parent.height - height) / 2
            columns: row.width < Theme.sideCard * Theme.textScale ? 1 : 3
            spacing: Theme.s8

            Chip {
                visible: row.hot
                text: row.leadText
                glyph: Icons.fire
                tone: Chip.Warning
            }
            Chip {
                visible: row.unresolved
                text: qsTr("To be resolved")
                glyph: Icons.timerSand
                tone: Chip.Outlined
            }
            StateChip {
                visible: !row.unresolved
                state_: row.state_
                text: row.stateText
            }
        }
    }
}

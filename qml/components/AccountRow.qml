// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// One account of a ranked list: its place, who it is, how it has moved, its total.
T.ItemDelegate {
    id: row

    required property string place
    required property string name
    required property string detail
    required property string total
    required property string moveText
    property int tone: Chip.Outlined
    property string glyph: "" // of the move
    property bool first: false
    readonly property bool narrow: row.width < Theme.compact * Theme.textScale // the move below the words

    implicitHeight: Math.max(Theme.row, words.implicitHeight + (row.narrow ? moved.height + Theme.s32 : Theme.s16))
    text: row.name
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1. %2, %3 of 10, %4", "place, account, total, move").arg(row.place).arg(row.name).arg(row.total).arg(row.moveText)
    Accessible.description: row.detail
    Accessible.onPressAction: row.clicked()

    background: Rectangle {
        radius: Theme.radius
        color: row.down ? Theme.sunken : "transparent"

        Hairline {
            visible: !row.first
            width: parent.width
        }
        FocusRing {
            visible: row.visualFocus || row.activeFocus // the current one of a list, however it got there
            anchors.margins: Theme.s4
        }
    }
    contentItem: Item {
        AppText {
            id: number
            x: Theme.s16
            y: row.narrow ? words.y : (parent.height - height) / 2
            width: Math.max(Theme.s32, implicitWidth)
            horizontalAlignment: Text.AlignRight
            text: row.place
            type: Theme.h3
            muted: true
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Column {
            id: words
            anchors.left: number.right
            anchors.leftMargin: Theme.s16
            anchors.right: row.narrow ? sum.left : moved.left
            anchors.rightMargin: Theme.s16
            y: row.narrow ? Theme.s12 : (parent.height - height) / 2

            AppText {
                width: parent.width
                text: row.name
                type: Theme.h3
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                visible: text !== ""
                text: row.detail
                type: Theme.small
                muted: true
                Accessible.ignored: true
            }
        }
        Chip {
            id: moved
            x: row.narrow ? words.x : sum.x - width - Theme.s16
            y: row.narrow ? words.y + words.height + Theme.s8 : (parent.height - height) / 2
            text: row.moveText
            glyph: row.glyph
            tone: row.tone
            Accessible.ignored: true
        }
        AppText {
            id: sum
            anchors.right: parent.right
            anchors.rightMargin: Theme.s20
            y: row.narrow ? words.y : (parent.height - height) / 2
            width: Math.max(Theme.s48, implicitWidth)
            horizontalAlignment: Text.AlignRight
            text: row.total
            type: Theme.h2
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// A person or a firm in a list: initials, name, one line more.
T.ItemDelegate {
    id: row

    required property string name
    required property string detail
    property string initials: ""
    property string trailing: "" // a telephone number, a clock time
    property string glyph: "" // instead of the initials
    property bool first: false
    property bool leads: true // somewhere when touched

    implicitHeight: Math.max(Theme.row, words.implicitHeight + Theme.s16)
    enabled: row.leads
    text: row.name
    Accessible.role: Accessible.ListItem
    Accessible.name: row.detail === "" ? row.name : qsTr("%1, %2").arg(row.name).arg(row.detail)
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    background: Rectangle {
        radius: Theme.radius
        color: row.down ? Theme.sunken : "transparent"

        Hairline {
            visible: !row.first
            width: parent.width
        }
        FocusRing {
            visible: row.visualFocus || row.activeFocus && row.ListView.isCurrentItem
            anchors.margins: Theme.s4
        }
    }
    contentItem: Item {
        Avatar {
            id: avatar
            x: Theme.s20
            anchors.verticalCenter: parent.verticalCenter
            initials: row.glyph === "" ? row.initials : ""
            visible: row.glyph === ""
        }
        Rectangle {
            visible: row.glyph !== ""
            anchors.fill: avatar
            radius: Theme.radius
            color: Theme.sunken

            AppIcon {
                anchors.centerIn: parent
                glyph: row.glyph
                color: Theme.textMuted
            }
        }
        Column {
            id: words
            anchors.left: avatar.right
            anchors.leftMargin: Theme.s16
            anchors.right: more.visible ? more.left : parent.right
            anchors.rightMargin: more.visible ? Theme.s12 : Theme.s20
            anchors.verticalCenter: parent.verticalCenter

            AppText {
                width: parent.width
                text: row.name
                type: Theme.h3
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                visible: text !== ""
                text: row.trailing !== "" && !more.visible ? row.detail === "" ? row.trailing : qsTr("%1 · %2").arg(row.detail).arg(row.trailing) : row.detail
                type: Theme.small
                muted: true
                Accessible.ignored: true
            }
        }
        AppText {
            id: more
            anchors.right: parent.right
            anchors.rightMargin: Theme.s20
            anchors.verticalCenter: parent.verticalCenter
            visible: row.width >= Theme.compact && text !== ""
            text: row.trailing
            type: Theme.small
            muted: true
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// A section of the form in the list at the side, or as a chip of the row above on a phone.
T.ItemDelegate {
    id: item

    required property int number
    required property string title
    required property string detail
    required property bool complete
    required property bool current
    required property string progress // "3/5" of its check points; empty: it has none
    property bool brief: false

    implicitWidth: item.brief ? words.implicitWidth + Theme.badge + Theme.s48 : Theme.sectionList
    implicitHeight: Math.max(item.brief ? Theme.target : Theme.targetLarge + Theme.s4, words.implicitHeight + Theme.s16)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: qsTr("%1. %2").arg(item.number).arg(item.title)
    Accessible.description: item.detail
    Accessible.selected: item.current
    Accessible.onPressAction: item.clicked()
    Keys.onReturnPressed: item.clicked()
    Keys.onEnterPressed: item.clicked()

    background: Rectangle {
        radius: Theme.radius + Theme.s2
        color: item.current ? Theme.surface : item.down ? Theme.sunken : "transparent"
        border.width: item.current ? (Theme.highContrast ? Theme.focusLine : Theme.hairline) : 0
        border.color: Theme.highContrast ? Theme.primary : Theme.outline

        FocusRing {
            visible: item.visualFocus
        }
    }
    contentItem: Item {
        Rectangle {
            id: badge
            x: Theme.s12
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.badge
            height: Theme.badge
            radius: width / 2
            color: item.current ? Theme.primary : item.complete ? Theme.positiveSoft : "transparent"
            border.width: item.current || item.complete ? 0 : Theme.focusLine - 0.5
            border.color: Theme.outlineStrong

            AppIcon {
                anchors.centerIn: parent
                visible: item.complete && !item.current
                glyph: Icons.check
                size: Theme.iconReceipt
                color: Theme.positive
            }
            AppText {
                anchors.centerIn: parent
                visible: item.current || !item.complete
                text: item.number
                type: Theme.label
                color: item.current ? Theme.overPrimary : Theme.textMuted
                wrapMode: Text.NoWrap
            }
        }
        Column {
            id: words
            anchors.left: badge.right
            anchors.leftMargin: Theme.s12
            anchors.verticalCenter: parent.verticalCenter
            width: item.brief ? implicitWidth : parent.width - badge.width - 3 * Theme.s12

            AppText {
                width: item.brief ? implicitWidth : parent.width
                text: item.brief && item.progress !== "" ? qsTr("%1 %2", "section and its check points: Cabinet 3/5").arg(item.title).arg(item.progress) : item.title
                type: Theme.h3
                wrapMode: item.brief ? Text.NoWrap : Text.Wrap
            }
            AppText {
                visible: !item.brief && text !== ""
                width: parent.width
                text: item.detail
                type: Theme.caption
                muted: true
            }
        }
    }
}

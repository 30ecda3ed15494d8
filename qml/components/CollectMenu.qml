// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// What comes into the tray of the document that is shown: this page, or all of it. Lies over the page until something is chosen.
FocusScope {
    id: menu

    required property int page
    required property int pages
    property int below: 0 // where the card begins
    signal pageChosen
    signal allChosen
    signal closed

    Keys.onEscapePressed: menu.closed()
    onVisibleChanged: if (menu.visible) one.forceActiveFocus()

    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true
        onClicked: menu.closed()
    }
    FocusGate { // the keyboard stays in what lies on top
        onEntered: one.forceActiveFocus(Qt.TabFocusReason)
    }
    Rectangle {
        anchors.right: parent.right
        anchors.rightMargin: Theme.s16
        y: menu.below + Theme.s8
        width: Math.min(Theme.sideCard, parent.width - 2 * Theme.s16)
        height: body.implicitHeight + 2 * Theme.s20
        radius: Theme.radiusCard
        color: Theme.surfaceRaised
        border.width: Theme.hairline
        border.color: Theme.outline

        MouseArea {
            anchors.fill: parent // what is between the buttons does not close it
            Accessible.ignored: true
        }
        Column {
            id: body
            x: Theme.s20
            y: Theme.s20
            width: parent.width - 2 * Theme.s20
            spacing: Theme.s8

            AppText {
                width: parent.width
                text: qsTr("Into the tray")
                type: Theme.h3
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            ChoiceButton {
                id: one
                objectName: "collectPageButton"
                width: parent.width
                several: true
                role: Accessible.Button
                text: qsTr("This page, %1").arg(menu.page)
                onClicked: menu.pageChosen()
            }
            ChoiceButton {
                objectName: "collectAllButton"
                width: parent.width
                several: true
                role: Accessible.Button
                text: qsTr("All %n page(s)", "", menu.pages)
                onClicked: menu.allChosen()
            }
        }
    }
    FocusGate {
        onEntered: one.forceActiveFocus(Qt.TabFocusReason)
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// How the form asks: in which of its languages, and whether a question at a time. Lies over the page until something is chosen.
FocusScope {
    id: menu

    required property var languages // as the form names them; fewer than two: nothing to choose
    required property string language
    required property bool oneByOne
    property int below: 0 // where the card begins
    property bool offersDelete: false
    property bool offersHandOver: false
    property bool offersLibrary: false
    signal libraryRequested
    signal deleteRequested
    signal handOverRequested
    signal languageChosen(string language)
    signal oneByOneChosen(bool on)
    signal closed

    Keys.onEscapePressed: menu.closed()
    onVisibleChanged: if (menu.visible) first.forceActiveFocus()

    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true
        onClicked: menu.closed()
    }
    FocusGate { // the keyboard stays in what lies on top
        onEntered: first.forceActiveFocus(Qt.TabFocusReason)
    }
    Rectangle {
        id: card
        anchors.right: parent.right
        anchors.rightMargin: Theme.s16
        y: menu.below
        width: Math.min(Math.max(Theme.sideCard, 2 * Theme.s20 + Math.max(content.visible ? content.implicitWidth : 0, give.visible ? give.implicitWidth : 0, remove.visible ? remove.implicitWidth : 0)), parent.width - 2 * Theme.s16)
        height: Math.min(body.implicitHeight + 2 * Theme.s20, parent.height - y - Theme.s16)
        radius: Theme.radiusCard
        color: Theme.surfaceRaised
        border.width: Theme.hairline
        border.color: Theme.outline

        MouseArea {
            anchors.fill: parent // what is between the buttons does not close it
            Accessible.ignored: true
        }
        Flickable {
            anchors.fill: parent
            anchors.margins: Theme.s20
            contentHeight: body.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            Column {
                id: body
                width: parent.width
                spacing: Theme.s8

                AppText {
                    width: parent.width
                    visible: languages.count > 0
                    text: qsTr("Language of the form")
                    type: Theme.h3
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                Repeater {
                    id: languages
                    model: menu.languages

                    ChoiceButton {
                        id: entry
                        required property string modelData
                        objectName: "language_" + entry.modelData
                        width: body.width
                        text: entry.modelData
                        chosen: entry.modelData === menu.language
                        onClicked: menu.languageChosen(entry.modelData)
                    }
                }
                AppText {
                    width: parent.width
                    topPadding: languages.count > 0 ? Theme.s12 : 0
                    text: qsTr("How it asks")
                    type: Theme.h3
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                ChoiceButton {
                    id: first
                    objectName: "oneByOneButton"
                    width: body.width
                    text: qsTr("One question at a time")
                    several: true
                    chosen: menu.oneByOne
                    onClicked: menu.oneByOneChosen(!menu.oneByOne)
                }
                AppButton {
                    id: content
                    objectName: "libraryLine"
                    visible: menu.offersLibrary
                    text: qsTr("Library and tray")
                    glyph: Icons.bookOpen
                    look: AppButton.Plain
                    onClicked: menu.libraryRequested()
                }
                AppButton {
                    id: give
                    objectName: "handOverLine"
                    visible: menu.offersHandOver
                    text: qsTr("Hand over to a colleague")
                    glyph: Icons.accountSwitch
                    look: AppButton.Plain
                    onClicked: menu.handOverRequested()
                }
                AppButton {
                    id: remove
                    objectName: "deleteDraftLine"
                    visible: menu.offersDelete
                    text: qsTr("Delete this draft")
                    glyph: Icons.deleteOutline
                    look: AppButton.Plain
                    onClicked: menu.deleteRequested()
                }
            }
        }
    }
    FocusGate {
        onEntered: first.forceActiveFocus(Qt.TabFocusReason)
    }
}

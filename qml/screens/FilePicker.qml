// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.App
import Rapport.Components
import Rapport.Theme

// The newest files of this device that fit a question, over the conversation; one tap takes one.
Rectangle {
    id: picker

    required property FileAlbum album
    required property string accept // as the form has it
    signal picked(url file)
    signal closed

    readonly property bool film: picker.accept.startsWith("video")

    objectName: "filePicker"
    color: Theme.background
    Keys.onEscapePressed: picker.closed()
    Component.onCompleted: {
        close.forceActiveFocus()
        picker.album.list(picker.accept)
    }

    MouseArea {
        anchors.fill: parent // nothing below it is touched
        Accessible.ignored: true
    }
    AppText {
        x: list.x
        anchors.verticalCenter: close.verticalCenter
        width: close.x - x - Theme.s16
        text: picker.film ? qsTr("Pick video") : picker.accept.startsWith("audio") ? qsTr("Pick sound file") : qsTr("Pick file")
        type: Theme.h1
        Accessible.role: Accessible.Heading
    }
    AppButton {
        id: close
        objectName: "closeFilesButton"
        anchors.right: list.right
        y: Theme.s24
        text: qsTr("Close")
        glyph: Icons.close
        look: AppButton.Outline
        onClicked: picker.closed()
    }
    AppText {
        objectName: "filesText"
        anchors.top: close.bottom
        anchors.topMargin: Theme.s24
        x: list.x
        width: list.width
        visible: text !== ""
        text: picker.album.text
        muted: true
    }
    ListView {
        id: list
        anchors.top: close.bottom
        anchors.topMargin: Theme.s16
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - 2 * Theme.marginPhone, Theme.readingWidth)
        bottomMargin: Theme.s24
        spacing: Theme.s8
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: picker.album.files

        delegate: T.AbstractButton {
            id: file
            required property url url
            required property string name
            required property string detail
            required property string glyph
            required property int index
            objectName: "file_" + file.index
            width: list.width
            implicitHeight: Math.max(Theme.row, entry.implicitHeight + Theme.s24)
            padding: Theme.s16
            Accessible.role: Accessible.Button
            Accessible.name: file.name + ", " + file.detail
            Accessible.onPressAction: file.clicked()
            onClicked: picker.picked(file.url)

            background: Rectangle {
                radius: Theme.radius
                color: file.down ? Theme.primarySoft : Theme.surface
                border.width: Theme.hairline
                border.color: Theme.outline

                FocusRing {
                    visible: file.visualFocus
                    around: Theme.radius
                }
            }
            contentItem: Row {
                id: entry
                spacing: Theme.s16

                AppIcon {
                    id: icon
                    anchors.verticalCenter: parent.verticalCenter
                    glyph: Icons.named(file.glyph)
                    size: Theme.iconLarge
                    color: Theme.primary
                }
                Column {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - icon.width - Theme.s16

                    AppText {
                        width: parent.width
                        text: file.name
                        type: Theme.strong
                        wrapMode: Text.WrapAnywhere
                        Accessible.ignored: true
                    }
                    AppText {
                        width: parent.width
                        text: file.detail
                        type: Theme.small
                        muted: true
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.App
import Rapport.Components
import Rapport.Theme

// The newest pictures of this device, over the camera; one tap takes one.
Rectangle {
    id: picker

    required property PhotoAlbum album
    signal picked(url file)
    signal closed

    objectName: "photoPicker"
    color: Theme.camera
    Keys.onEscapePressed: picker.closed()
    Component.onCompleted: {
        picker.forceActiveFocus()
        picker.album.list()
    }

    MouseArea {
        anchors.fill: parent // nothing below it is touched
        Accessible.ignored: true
    }
    AppText {
        id: heading
        x: Theme.s24
        anchors.verticalCenter: close.verticalCenter
        width: close.x - 2 * Theme.s24
        text: qsTr("Pick photo")
        type: Theme.h1
        color: Theme.cameraText
    }
    AppButton {
        id: close
        objectName: "closePhotosButton"
        anchors.right: parent.right
        y: Theme.s24
        anchors.rightMargin: Theme.s24
        large: true
        text: qsTr("Close")
        glyph: Icons.close
        look: AppButton.OnCamera
        onClicked: picker.closed()
    }
    AppText {
        objectName: "photosText"
        anchors.top: close.bottom
        anchors.topMargin: Theme.s24
        x: Theme.s24
        width: parent.width - 2 * Theme.s24
        visible: text !== ""
        text: picker.album.text
        color: Theme.cameraMuted
    }
    GridView {
        id: grid

        readonly property int across: Math.max(2, Math.floor(width / (Theme.photo + Theme.s16)))

        anchors.top: close.bottom
        anchors.topMargin: Theme.s24
        anchors.bottom: parent.bottom
        x: Theme.s16
        width: parent.width - 2 * Theme.s16
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        cellWidth: Math.floor(width / grid.across)
        cellHeight: Math.floor(cellWidth * 0.75)
        model: picker.album.photos

        delegate: T.AbstractButton {
            id: photo
            required property url url
            required property string name
            required property int index
            objectName: "photo_" + photo.index
            width: grid.cellWidth
            height: grid.cellHeight
            padding: Theme.s8
            Accessible.role: Accessible.Button
            Accessible.name: photo.name
            Accessible.onPressAction: photo.clicked()
            Keys.onReturnPressed: photo.clicked()
            Keys.onEnterPressed: photo.clicked()
            onClicked: picker.picked(photo.url)

            background: Item {
                FocusRing {
                    visible: photo.visualFocus
                }
            }
            contentItem: Rectangle {
                radius: Theme.radiusSmall
                color: Theme.cameraCard
                clip: true

                Image {
                    anchors.fill: parent
                    source: photo.url
                    sourceSize.width: 2 * Theme.photo
                    asynchronous: true
                    autoTransform: true
                    fillMode: Image.PreserveAspectCrop
                    opacity: photo.down ? 0.7 : 1
                }
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components
import Rapport.Theme

// One picture, as large as the screen; larger by two fingers, a double tap or the keys + and -.
Rectangle {
    id: screen

    required property string source
    required property string label
    property real zoom: 1
    signal closed

    objectName: "pictureScreen"
    color: Theme.camera
    Keys.onEscapePressed: screen.closed()
    Keys.onPressed: event => {
        const by = { "+": 1.5, "-": 1 / 1.5 }[event.text]
        if (by)
            screen.magnify(screen.zoom * by)
        event.accepted = by !== undefined
    }
    Component.onCompleted: close.forceActiveFocus()

    function magnify(zoom) {
        const x = (area.contentX + area.width / 2) / area.contentWidth, y = (area.contentY + area.height / 2) / area.contentHeight
        screen.zoom = Math.max(1, Math.min(zoom, 6)) // and what was in the middle stays there
        area.contentX = x * area.contentWidth - area.width / 2
        area.contentY = y * area.contentHeight - area.height / 2
        area.returnToBounds()
    }

    Flickable {
        id: area
        anchors.fill: parent
        contentWidth: width * screen.zoom
        contentHeight: height * screen.zoom
        boundsBehavior: Flickable.StopAtBounds

        Image {
            id: picture
            width: area.contentWidth
            height: area.contentHeight
            source: screen.source
            asynchronous: true
            fillMode: Image.PreserveAspectFit
            Accessible.role: Accessible.Graphic
            Accessible.name: screen.label
        }
        TapHandler {
            onDoubleTapped: screen.magnify(screen.zoom > 1 ? 1 : 2.5)
        }
        PinchHandler {
            id: pinch

            property real from: 1 // the zoom when the fingers came down

            target: null
            onActiveChanged: pinch.from = screen.zoom
            onActiveScaleChanged: screen.magnify(pinch.from * pinch.activeScale)
        }
    }
    AppText {
        objectName: "pictureText"
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.s48
        horizontalAlignment: Text.AlignHCenter
        visible: picture.status !== Image.Ready
        text: picture.status === Image.Error ? qsTr("This picture cannot be shown.") : qsTr("The picture is being loaded …")
        color: Theme.cameraText
    }
    AppButton {
        id: close
        objectName: "closePictureButton"
        x: Theme.s24
        y: Theme.s24
        large: true
        text: qsTr("Close")
        glyph: Icons.close
        look: AppButton.OnCamera
        onClicked: screen.closed()
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Window
import Rapport.App
import Rapport.Components
import Rapport.Theme

// The camera for one question, full bleed, over the conversation. The picture it takes is the answer.
Rectangle {
    id: screen

    required property PhotoController photo
    required property int nodeId
    required property string label // of the question
    signal pickRequested
    signal closed

    readonly property bool blind: screen.photo.state === PhotoController.NoSource
    readonly property bool hidden: Window.visibility === Window.Hidden || Window.visibility === Window.Minimized

    objectName: "photoScreen"
    color: Theme.camera
    Keys.onEscapePressed: screen.closed()
    Component.onCompleted: {
        screen.forceActiveFocus()
        screen.photo.start(screen.nodeId)
    }
    Component.onDestruction: if (screen.photo.state !== PhotoController.Idle) screen.photo.stop()
    onHiddenChanged: screen.hidden ? screen.photo.stop() : screen.photo.start(screen.nodeId)

    Connections {
        target: screen.photo
        function onTaken() {
            screen.closed()
        }
    }
    MouseArea {
        anchors.fill: parent // nothing below it is touched
        Accessible.ignored: true
    }
    FrameView {
        anchors.fill: parent
        visible: !screen.blind
        image: screen.photo.frame // qmllint disable
        crop: false
    }
    Row {
        x: Theme.s24
        y: Theme.s24
        spacing: Theme.s8

        AppButton {
            objectName: "closeCameraButton"
            large: true
            text: qsTr("Close")
            glyph: Icons.close
            look: AppButton.OnCamera
            onClicked: screen.closed()
        }
        AppButton {
            objectName: "photoTorchButton"
            visible: screen.photo.hasTorch
            large: true
            width: implicitHeight
            glyph: screen.photo.torchOn ? Icons.flashlightOff : Icons.flashlight
            look: AppButton.OnCamera
            Accessible.name: screen.photo.torchOn ? qsTr("Switch the torch off") : qsTr("Switch the torch on")
            onClicked: screen.photo.toggleTorch()
        }
        AppButton {
            objectName: "photoFlipButton"
            visible: screen.photo.canFlip
            large: true
            width: implicitHeight
            glyph: Icons.cameraSwitch
            look: AppButton.OnCamera
            Accessible.name: qsTr("Other camera")
            onClicked: screen.photo.flip()
        }
    }
    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s24
        width: parent.width - 2 * Theme.s24
        spacing: Theme.s16

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(said.implicitWidth + 2 * Theme.s24, parent.width)
            height: said.height + Theme.s24
            radius: Theme.radiusHero
            color: Theme.cameraPill

            AppText {
                id: said
                objectName: "photoText"
                anchors.centerIn: parent
                width: Math.min(implicitWidth, screen.width - 4 * Theme.s24)
                text: screen.blind ? screen.photo.sentence : screen.label
                type: Theme.h3
                color: Theme.cameraText
            }
        }
        AppButton {
            objectName: "shutterButton"
            anchors.horizontalCenter: parent.horizontalCenter
            visible: !screen.blind
            enabled: screen.photo.state === PhotoController.Looking
            large: true
            text: qsTr("Take photo")
            glyph: Icons.camera
            look: AppButton.Accent
            onClicked: screen.photo.shoot()
        }
        AppButton {
            objectName: "pickInsteadButton"
            anchors.horizontalCenter: parent.horizontalCenter
            visible: screen.blind
            large: true
            text: qsTr("Pick photo")
            glyph: Icons.image
            look: AppButton.Accent
            onClicked: screen.pickRequested()
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Window
import Rapport.App
import Rapport.Components
import Rapport.Theme

// The camera that reads a code for one question, full bleed, over the conversation. The first code is the answer.
Rectangle {
    id: screen

    required property CodeController code
    required property int nodeId
    required property string label // of the question
    required property bool front
    signal closed

    readonly property bool blind: screen.code.state === CodeController.NoSource || screen.code.state === CodeController.NothingThere
    readonly property bool hidden: Window.visibility === Window.Hidden || Window.visibility === Window.Minimized

    objectName: "codeScreen"
    color: Theme.camera
    Keys.onEscapePressed: screen.closed()
    Component.onCompleted: {
        screen.forceActiveFocus()
        screen.code.start(screen.nodeId, screen.front)
    }
    Component.onDestruction: if (screen.code.state !== CodeController.Idle) screen.code.stop()
    onHiddenChanged: screen.hidden ? screen.code.stop() : screen.code.start(screen.nodeId, screen.front)

    Connections {
        target: screen.code
        function onRead() {
            screen.closed()
        }
    }
    MouseArea {
        anchors.fill: parent // nothing below it is touched
        Accessible.ignored: true
    }
    FrameView {
        anchors.fill: parent
        image: screen.code.frame // qmllint disable
        crop: false
    }
    Row {
        x: Theme.s24
        y: Theme.s24
        spacing: Theme.s8

        AppButton {
            objectName: "closeCodeButton"
            large: true
            text: qsTr("Close")
            glyph: Icons.close
            look: AppButton.OnCamera
            onClicked: screen.closed()
        }
        AppButton {
            objectName: "codeTorchButton"
            visible: screen.code.hasTorch
            large: true
            width: implicitHeight
            glyph: screen.code.torchOn ? Icons.flashlightOff : Icons.flashlight
            look: AppButton.OnCamera
            Accessible.name: screen.code.torchOn ? qsTr("Switch the torch off") : qsTr("Switch the torch on")
            onClicked: screen.code.toggleTorch()
        }
        AppButton {
            objectName: "codeFlipButton"
            visible: screen.code.canFlip
            large: true
            width: implicitHeight
            glyph: Icons.cameraSwitch
            look: AppButton.OnCamera
            Accessible.name: qsTr("Other camera")
            onClicked: screen.code.flip()
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
            width: Math.min(Math.max(asked.implicitWidth, said.implicitWidth) + 2 * Theme.s24, parent.width)
            height: pill.height + Theme.s24
            radius: Theme.radiusHero
            color: Theme.cameraPill

            Column {
                id: pill
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.s24

                AppText {
                    id: asked
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: screen.label
                    type: Theme.small
                    color: Theme.cameraMuted
                }
                AppText {
                    id: said
                    objectName: "codeText"
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: screen.code.guidance
                    type: Theme.h3
                    color: Theme.cameraText
                }
            }
        }
        AppButton {
            objectName: "typeCodeButton"
            anchors.horizontalCenter: parent.horizontalCenter
            large: true
            text: qsTr("Type instead")
            glyph: Icons.keyboard
            look: screen.blind ? AppButton.Accent : AppButton.OnCamera
            onClicked: screen.closed()
        }
    }
}

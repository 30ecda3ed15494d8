// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Shapes
import QtQuick.Window
import Rapport.App
import Rapport.Components
import Rapport.Theme

// Many people one after another: the camera goes on, beside it (below it where it is narrow) the list of those who were read.
Rectangle {
    id: screen

    required property RapidController rapid
    signal closed
    signal oneWanted // one person, and the talk at once

    readonly property bool wide: screen.width >= Theme.wide
    readonly property bool hidden: Window.visibility === Window.Hidden || Window.visibility === Window.Minimized

    objectName: "rapidScreen"
    color: Theme.camera
    Keys.onEscapePressed: screen.closed()
    onHiddenChanged: screen.hidden ? screen.rapid.stop() : screen.rapid.start()

    Item {
        id: seen
        width: screen.wide ? parent.width - panel.width : parent.width
        height: screen.wide ? parent.height : Math.max(parent.height * 0.4, buttons.y + buttons.height + guide.height + 2 * Theme.s24)
        clip: true

        FrameView {
            id: view
            anchors.fill: parent
            image: screen.rapid.frame // qmllint disable
            crop: true
        }
        Shape {
            id: outline
            anchors.fill: parent
            visible: screen.rapid.outline.length === 4
            readonly property var path: outline.placed(screen.rapid.outline, view.contentRect)

            // From 0 … 1 of the picture to this item.
            function placed(points, area) {
                return points.map(point => Qt.point(area.x + point.x * area.width, area.y + point.y * area.height))
            }

            ShapePath {
                strokeColor: Theme.accent
                strokeWidth: 4
                fillColor: "transparent"
                joinStyle: ShapePath.RoundJoin
                PathPolyline {
                    path: outline.path.length === 4 ? outline.path.concat([outline.path[0]]) : []
                }
            }
        }
        Flow {
            id: buttons
            x: Theme.s24
            y: Theme.s24
            width: parent.width - 2 * Theme.s24
            spacing: Theme.s8

            AppButton {
                objectName: "closeRapidButton"
                large: true
                text: qsTr("Close")
                glyph: Icons.close
                look: AppButton.OnCamera
                onClicked: screen.closed()
            }
            AppButton {
                objectName: "scanOneButton"
                large: true
                text: qsTr("Scan one person")
                glyph: Icons.qrcodeScan
                look: AppButton.OnCamera
                onClicked: screen.oneWanted()
            }
            AppButton {
                objectName: "rapidTorchButton"
                visible: screen.rapid.hasTorch
                large: true
                width: implicitHeight
                glyph: screen.rapid.torchOn ? Icons.flashlightOff : Icons.flashlight
                look: AppButton.OnCamera
                Accessible.name: screen.rapid.torchOn ? qsTr("Switch the torch off") : qsTr("Switch the torch on")
                onClicked: screen.rapid.toggleTorch()
            }
            AppButton {
                objectName: "rapidFlipButton"
                visible: screen.rapid.canFlip
                large: true
                width: implicitHeight
                glyph: Icons.cameraSwitch
                look: AppButton.OnCamera
                Accessible.name: qsTr("Other camera")
                onClicked: screen.rapid.flip()
            }
        }
        Rectangle {
            id: guide
            visible: guidance.text !== ""
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s24
            width: Math.min(guidance.implicitWidth + 2 * Theme.s24, parent.width - 2 * Theme.s24)
            height: guidance.height + Theme.s24
            radius: Theme.radiusHero
            color: Theme.cameraPill

            AppText {
                id: guidance
                objectName: "rapidGuidance"
                anchors.centerIn: parent
                width: Math.min(implicitWidth, seen.width - 4 * Theme.s24)
                text: screen.rapid.guidance
                type: Theme.h3
                color: Theme.cameraText
            }
        }
    }
    RapidList {
        id: panel
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: screen.wide ? Math.min(Theme.resultCard, parent.width / 2) : parent.width
        height: screen.wide ? parent.height : parent.height - seen.height
        rapid: screen.rapid
    }
}

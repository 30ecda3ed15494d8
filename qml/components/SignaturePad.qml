// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Shapes
import Rapport.Theme

// Ink where the finger goes. `signed` brings all strokes when one ends; strokes are lists of points.
Item {
    id: pad

    property bool filled: false // a signature is stored
    property bool readOnly: false
    property string name: ""
    property var strokes: []
    property var current: []
    signal signed(var strokes, size area)
    signal cleared

    implicitHeight: Theme.signatureHeight + clear.implicitHeight + Theme.s4

    AppText {
        anchors.left: parent.left
        anchors.verticalCenter: clear.verticalCenter
        text: pad.filled ? qsTr("Signed") : qsTr("Please sign here")
        type: Theme.small
        muted: true
    }
    AppButton {
        id: clear
        objectName: "clearSignature"
        anchors.right: parent.right
        visible: !pad.readOnly && (pad.filled || pad.strokes.length > 0)
        text: qsTr("Clear")
        look: AppButton.Plain
        onClicked: {
            pad.strokes = []
            pad.cleared()
        }
    }
    Rectangle {
        id: paper
        objectName: "signaturePaper"
        y: clear.implicitHeight + Theme.s4
        width: parent.width
        height: Theme.signatureHeight
        radius: Theme.radius
        color: Theme.paper
        border.width: Theme.hairline
        border.color: Theme.outlineStrong
        Accessible.role: Accessible.Graphic
        Accessible.name: pad.name

        Rectangle {
            x: Theme.s24
            y: parent.height - Theme.s48
            width: parent.width - 2 * Theme.s24
            height: Theme.hairline
            color: Theme.outline
        }
        AppIcon {
            visible: pad.filled && pad.strokes.length === 0
            anchors.centerIn: parent
            glyph: Icons.checkCircle
            size: Theme.iconLarge
            color: Theme.signatureInk
        }
        Repeater {
            model: pad.current.length > 1 ? pad.strokes.concat([pad.current]) : pad.strokes

            Shape {
                id: stroke
                required property var modelData
                anchors.fill: parent

                ShapePath {
                    strokeColor: Theme.signatureInk
                    strokeWidth: 2.6
                    fillColor: "transparent"
                    capStyle: ShapePath.RoundCap
                    joinStyle: ShapePath.RoundJoin

                    PathPolyline {
                        path: stroke.modelData
                    }
                }
            }
        }
        MouseArea {
            anchors.fill: parent
            enabled: !pad.readOnly
            preventStealing: true
            onPressed: mouse => pad.current = [Qt.point(mouse.x, mouse.y)]
            onPositionChanged: mouse => pad.current = pad.current.concat([Qt.point(mouse.x, mouse.y)])
            onReleased: {
                if (pad.current.length > 1)
                    pad.strokes = pad.strokes.concat([pad.current])
                pad.current = []
                if (pad.strokes.length > 0)
                    pad.signed(pad.strokes, Qt.size(paper.width, paper.height))
            }
        }
    }
}

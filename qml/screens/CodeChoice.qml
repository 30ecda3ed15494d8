// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Shapes
import QtQuick.Templates as T
import Rapport.Components
import Rapport.Theme

// Several codes in view: each is outlined in its place, says whom it names and is taken by a tap.
Item {
    id: choice

    required property var codes // corners 0 … 1 of the picture, name
    required property rect area // where the whole picture lies
    signal chosen(int index)

    Repeater {
        model: choice.codes

        T.AbstractButton {
            id: code
            required property int index
            required property var corners
            required property string name
            readonly property var xs: code.corners.map(point => choice.area.x + point.x * choice.area.width)
            readonly property var ys: code.corners.map(point => choice.area.y + point.y * choice.area.height)
            readonly property real leftmost: Math.min(...code.xs)
            readonly property real topmost: Math.min(...code.ys)

            // From the picture to this item.
            readonly property var outline: code.xs.map((x, at) => Qt.point(x - code.x, code.ys[at] - code.y))

            objectName: "code_" + code.index
            width: Math.max(Theme.target, Math.max(...code.xs) - code.leftmost)
            height: Math.max(Theme.target, Math.max(...code.ys) - code.topmost)
            x: code.leftmost + (Math.max(...code.xs) - code.leftmost - width) / 2
            y: code.topmost + (Math.max(...code.ys) - code.topmost - height) / 2
            text: code.name
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("Take %1").arg(code.name)
            Accessible.onPressAction: code.clicked()
            Keys.onReturnPressed: code.clicked()
            Keys.onEnterPressed: code.clicked()
            onClicked: choice.chosen(code.index)

            Shape {
                anchors.fill: parent

                ShapePath {
                    strokeColor: Theme.halo
                    strokeWidth: 16
                    fillColor: code.down ? Theme.halo : "transparent"
                    joinStyle: ShapePath.RoundJoin
                    PathPolyline {
                        path: code.outline.concat([code.outline[0]])
                    }
                }
                ShapePath {
                    strokeColor: Theme.accent
                    strokeWidth: 4
                    fillColor: "transparent"
                    joinStyle: ShapePath.RoundJoin
                    PathPolyline {
                        path: code.outline.concat([code.outline[0]])
                    }
                }
            }
            Rectangle {
                x: Math.max(Theme.s8 - code.x, Math.min((code.width - width) / 2, choice.width - Theme.s8 - code.x - width))
                y: code.height + Theme.s16
                width: Math.min(words.implicitWidth + 2 * Theme.s16, choice.width / Math.max(1, choice.codes.count) - Theme.s16)
                height: words.height + Theme.s16
                radius: Theme.radius
                color: Theme.cameraPill

                AppText {
                    id: words
                    anchors.centerIn: parent
                    width: Math.min(implicitWidth, parent.width - 2 * Theme.s16)
                    text: code.name
                    type: Theme.strong
                    color: Theme.cameraText
                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                    horizontalAlignment: Text.AlignHCenter
                    Accessible.ignored: true
                }
            }
            FocusRing {
                visible: code.visualFocus
                anchors.margins: -Theme.s16
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.App
import Rapport.Components
import Rapport.Theme

// Drawing for one question, over the conversation: on a picture, or on blank paper. Whichever way it is left, what was drawn is the answer.
Rectangle {
    id: screen

    required property string source // of the picture; empty: blank paper
    required property string label  // of the question
    signal drawn(var drawing)
    signal closed

    readonly property bool onPicture: screen.source !== ""
    readonly property bool ready: !screen.onPicture || picture.status === Image.Ready
    readonly property var inks: [
        { "name": qsTr("Red"), "ink": Theme.drawRed },
        { "name": qsTr("Yellow"), "ink": Theme.drawYellow },
        { "name": qsTr("Blue"), "ink": Theme.drawBlue },
        { "name": qsTr("Black"), "ink": Theme.signatureInk }
    ]
    property int chosen: screen.onPicture ? 0 : 3
    property bool arrows: screen.onPicture

    objectName: "drawingScreen"
    color: Theme.camera
    Keys.onEscapePressed: screen.leave()
    Component.onCompleted: done.forceActiveFocus()

    function leave() {
        if (!pad.blank)
            screen.drawn(pad.drawing)
        screen.closed()
    }

    Shortcut {
        sequences: [StandardKey.Undo]
        onActivated: pad.undo()
    }
    Shortcut {
        sequences: [StandardKey.Redo]
        onActivated: pad.redo()
    }
    MouseArea {
        anchors.fill: parent // nothing below it is touched
        Accessible.ignored: true
    }
    AppText {
        id: heading
        x: Theme.s24
        anchors.verticalCenter: done.verticalCenter
        width: parent.width - done.width - 3 * Theme.s24
        text: screen.label
        type: Theme.h2
        color: Theme.cameraText
        maximumLineCount: 2
        elide: Text.ElideRight
        Accessible.role: Accessible.Heading
    }
    AppButton {
        id: done
        objectName: "drawingDoneButton"
        anchors.right: parent.right
        anchors.rightMargin: Theme.s24
        y: Theme.s16
        large: true
        text: qsTr("Done")
        glyph: Icons.check
        look: AppButton.Accent
        onClicked: screen.leave()
    }
    Item {
        id: area
        anchors.top: done.bottom
        anchors.bottom: tools.top
        anchors.topMargin: Theme.s16
        anchors.bottomMargin: Theme.s16
        x: Theme.s16
        width: parent.width - 2 * Theme.s16

        Rectangle {
            id: blank

            readonly property real scale43: Math.min(area.width / 4, area.height / 3)

            anchors.centerIn: parent
            visible: !screen.onPicture
            width: Math.floor(4 * blank.scale43)
            height: Math.floor(3 * blank.scale43)
            color: Theme.paper
        }
        Image {
            id: picture
            anchors.fill: parent
            source: screen.source
            asynchronous: true
            cache: false
            fillMode: Image.PreserveAspectFit
        }
        DrawingPad {
            id: pad
            objectName: "drawingPad"
            anchors.centerIn: parent
            visible: screen.ready
            width: screen.onPicture ? picture.paintedWidth : blank.width
            height: screen.onPicture ? picture.paintedHeight : blank.height
            ink: screen.inks[screen.chosen].ink
            arrows: screen.arrows
            Accessible.role: Accessible.Graphic
            Accessible.name: screen.label
        }
        AppText {
            objectName: "drawingText"
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.s24
            horizontalAlignment: Text.AlignHCenter
            visible: !screen.ready
            text: picture.status === Image.Error ? qsTr("This picture cannot be shown, so nothing can be drawn on it. Please take it again.")
                                                 : qsTr("The picture is being loaded …")
            color: Theme.cameraText
        }
    }
    Flow {
        id: tools

        readonly property real wish: colours.width + ways.width + steps.width + 2 * tools.spacing

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s16
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(tools.wish, parent.width - 2 * Theme.s16)
        spacing: Theme.s16
        enabled: screen.ready

        Row {
            id: colours
            spacing: Theme.s8

            Repeater {
                model: screen.inks

                T.AbstractButton {
                    id: swatch
                    required property var modelData
                    required property int index
                    readonly property bool held: screen.chosen === swatch.index
                    objectName: "ink_" + swatch.index
                    width: Theme.targetLarge
                    height: Theme.targetLarge
                    Accessible.role: Accessible.RadioButton
                    Accessible.name: swatch.modelData.name
                    Accessible.checked: swatch.held
                    Accessible.onPressAction: swatch.clicked()
                    onClicked: screen.chosen = swatch.index

                    background: Rectangle {
                        radius: width / 2
                        color: Theme.cameraPill
                        border.width: swatch.held ? Theme.focusLine + 1 : 0
                        border.color: Theme.cameraText

                        FocusRing {
                            visible: swatch.visualFocus
                            around: parent.radius
                        }
                    }
                    contentItem: Item {
                        Rectangle {
                            anchors.centerIn: parent
                            width: Theme.iconLarge
                            height: Theme.iconLarge
                            radius: width / 2
                            color: swatch.modelData.ink
                            border.width: Theme.focusLine
                            border.color: Theme.paper
                        }
                    }
                }
            }
        }
        Row {
            id: ways
            spacing: Theme.s8

            DrawingTool {
                objectName: "penButton"
                glyph: Icons.brush
                name: qsTr("Pen")
                choice: true
                held: !screen.arrows
                onClicked: screen.arrows = false
            }
            DrawingTool {
                objectName: "arrowButton"
                glyph: Icons.arrowTopRight
                name: qsTr("Arrow")
                choice: true
                held: screen.arrows
                onClicked: screen.arrows = true
            }
        }
        Row {
            id: steps
            spacing: Theme.s8

            DrawingTool {
                objectName: "undoStrokeButton"
                glyph: Icons.undo
                name: qsTr("Undo")
                enabled: pad.canUndo
                onClicked: pad.undo()
            }
            DrawingTool {
                objectName: "redoStrokeButton"
                glyph: Icons.redo
                name: qsTr("Redo")
                enabled: pad.canRedo
                onClicked: pad.redo()
            }
            DrawingTool {
                objectName: "clearDrawingButton"
                glyph: Icons.deleteOutline
                name: qsTr("Clear")
                enabled: !pad.blank
                onClicked: pad.clear()
            }
        }
    }
}

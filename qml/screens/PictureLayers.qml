// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components

// What lies over a conversation while a picture or a file of it is taken, picked, drawn or looked at, or a code is read; the focus goes back to where
// it was.
Item {
    id: layers

    required property ConversationController conversation
    required property PhotoController photo
    required property MediaController media
    required property CodeController code

    property int nodeId: -1 // of the question
    property string label: ""
    property bool front: false // the code is read with the camera that looks at the person
    property string source: "" // of the picture that is looked at
    property string accept: "" // of the file that is wanted
    property Item before: null // had the focus

    function take(nodeId, label) {
        layers.open(nodeId, label, "", camera)
    }
    function scan(nodeId, label, front) {
        layers.front = front
        layers.open(nodeId, label, "", reader)
    }
    function pick(nodeId, label) {
        layers.open(nodeId, label, "", album)
    }
    function show(source, label) {
        layers.open(-1, label, source, whole)
    }
    function draw(nodeId, label, source) {
        layers.open(nodeId, label, source, paper)
    }
    function pickFile(nodeId, accept) {
        layers.accept = accept
        layers.open(nodeId, "", "", shelf)
    }
    function watch(source, label) {
        layers.open(-1, label, source, cinema)
    }
    function open(nodeId, label, source, what) {
        layers.nodeId = nodeId
        layers.label = label
        layers.source = source
        layers.before = layers.Window.activeFocusItem
        stage.sourceComponent = what
    }
    function enter() {
        (stage.item as Item)?.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    }
    function close() {
        stage.sourceComponent = null
        layers.before?.forceActiveFocus()
    }

    visible: stage.sourceComponent !== null

    // The keyboard stays in what lies on top.
    FocusGate {
        visible: layers.visible
        onEntered: layers.enter()
    }
    Loader {
        id: stage
        anchors.fill: parent
    }
    FocusGate {
        visible: layers.visible
        onEntered: layers.enter()
    }
    Component {
        id: camera
        PhotoScreen {
            photo: layers.photo
            nodeId: layers.nodeId
            label: layers.label
            onPickRequested: stage.sourceComponent = album
            onClosed: layers.close()
        }
    }
    Component {
        id: reader
        CodeScreen {
            code: layers.code
            nodeId: layers.nodeId
            label: layers.label
            front: layers.front
            onClosed: layers.close()
        }
    }
    Component {
        id: album
        PhotoPicker {
            album: layers.photo.album
            onPicked: file => {
                layers.conversation.pickPhoto(layers.nodeId, file)
                layers.close()
            }
            onClosed: layers.close()
        }
    }
    Component {
        id: whole
        PictureScreen {
            source: layers.source
            label: layers.label
            onClosed: layers.close()
        }
    }
    Component {
        id: paper
        DrawingScreen {
            source: layers.source
            label: layers.label
            onDrawn: drawing => layers.conversation.draw(layers.nodeId, drawing)
            onClosed: layers.close()
        }
    }
    Component {
        id: shelf
        FilePicker {
            album: layers.media.files
            accept: layers.accept
            onPicked: file => {
                layers.conversation.pickFile(layers.nodeId, file)
                layers.close()
            }
            onClosed: layers.close()
        }
    }
    Component {
        id: cinema
        VideoScreen {
            playback: layers.media.playback
            source: layers.source
            label: layers.label
            onClosed: layers.close()
        }
    }
}

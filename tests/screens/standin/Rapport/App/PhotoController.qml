// SPDX-License-Identifier: Apache-2.0
import QtQml

QtObject {
    id: photo

    enum State { Idle, Starting, Looking, Shooting, NoSource }
    property int state: PhotoController.Idle
    property var frame: null
    property string sentence: state === PhotoController.NoSource ? "There is no camera here. You can pick a photo instead." : ""
    property bool hasCamera: true
    property bool hasTorch: true
    property bool torchOn: false
    property bool canFlip: true
    property PhotoAlbum album: PhotoAlbum {}
    property string asked: ""
    signal taken

    function start(nodeId) { asked = "start " + nodeId; state = PhotoController.Looking }
    function stop() { asked = "stop"; state = PhotoController.Idle }
    function shoot() { asked = "shoot" }
    function toggleTorch() { asked = "torch" }
    function flip() { asked = "flip" }
}

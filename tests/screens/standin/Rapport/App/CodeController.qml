// SPDX-License-Identifier: Apache-2.0
import QtQml

QtObject {
    id: code

    enum State { Idle, Looking, NothingThere, NoSource }
    property int state: CodeController.Idle
    property var frame: null
    property string guidance: state === CodeController.NoSource ? "There is no camera here. You can type it instead." : "Hold the code into the frame."
    property bool hasCamera: true
    property bool hasTorch: true
    property bool torchOn: false
    property bool canFlip: true
    property string asked: ""
    signal read

    function start(nodeId, front) { asked = "start " + nodeId + " " + front; state = CodeController.Looking }
    function stop() { asked = "stop"; state = CodeController.Idle }
    function toggleTorch() { asked = "torch" }
    function flip() { asked = "flip" }
}

// SPDX-License-Identifier: Apache-2.0
import QtQml

QtObject {
    id: recording

    property int nodeId: -1
    property bool hasMicrophone: true
    property real level: 0.6
    property string lengthText: "0:42"
    property string limitText: "Up to 30 minutes."
    property string asked: ""
    function look() {}
    function start(node, quality) { asked = "start " + node + " " + quality; nodeId = node }
    function stop() { asked = "stop"; nodeId = -1 }
}

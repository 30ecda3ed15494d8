// SPDX-License-Identifier: Apache-2.0
import QtQml

QtObject {
    id: place

    property bool hasSource: true
    property int nodeId: -1
    property bool looking: nodeId >= 0
    property bool canTake: looking
    property string text: looking ? "Exact to 35 m. Waiting for 5 m …" : ""
    property string asked: ""

    function start(question, metres) { asked = "start " + question + " " + metres; nodeId = question }
    function take() { asked = "take"; nodeId = -1 }
    function stop() { asked = "stop"; nodeId = -1 }
}

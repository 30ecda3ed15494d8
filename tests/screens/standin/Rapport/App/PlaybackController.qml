// SPDX-License-Identifier: Apache-2.0
import QtQml

QtObject {
    id: playback

    property string source: ""
    property bool playing: false
    property string failed: ""
    property real progress: 0.3
    property string positionText: "0:12 / 0:42"
    property var frame: null
    property string asked: ""
    function play(what) { asked = "play " + what; source = what; playing = true }
    function pause() { asked = "pause"; playing = false }
    function stop() { asked = "stop"; source = ""; playing = false }
    function seek(place) { asked = "seek " + place }
}

// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    id: choice

    property string title: "Brochure PX plug-in"
    property var pages: Rows {
        rows: [1, 2, 3, 4, 5, 6].map(number => ({ "number": number, "source": Qt.resolvedUrl("picture.svg"), "shape": 1.41, "place": number === 2 ? 2 : number === 6 ? 1 : 0 }))
    }
    property real shape: 1.41
    property int chosen: 2
    property string chosenText: "2 of 6 pages"
    property bool editing: false
    property string allText: "All 6 pages"
    property string asked: ""
    signal opened
    signal closed
    function toggle(page) { asked = "toggle " + page }
    function accept() { asked = "accept" }
    function acceptAll() { asked = "all" }
    function close() {
        asked = "close"
        choice.closed()
    }
}

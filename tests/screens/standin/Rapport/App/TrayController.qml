// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    id: tray

    property bool empty: false
    property string title: tray.empty ? "Tray for the next meeting" : "Tray for Frischmarkt Handels AG"
    property var entries: Rows {
        rows: tray.empty ? [] : [
            tray.entry("1", "px", "Brochure PX plug-in", "Pages 1, 3, 6 · v3 · EN", "pdf", 1.41, false, "", false, "Version 4 is available. Version 3 is shown until you take it.", "Take version 4", true),
            tray.entry("2", "film", "Eco Building", "0:14 · v1 · EN DE ID", "video", 1.78, false, "Still to come", false, "", "", false),
            tray.entry("3", "sheet", "Data sheet of the PX-450 with electrical data", "2 pages · v7 · EN DE", "pdf", 0.7, false, "Recalled", true, "The back office has recalled version 7: Error in a table. It is not shown any more.", "", false),
            tray.entry("4", "battle", "Battle card", "1 page · v2 · EN", "pdf", 0.7, true, "", false, "For us alone: it is left out when the tray is shown.", "", false)
        ]
    }
    property var held: tray.empty ? [] : ["px", "film", "sheet", "battle"]
    property int count: tray.entries.count
    property string heading: tray.empty ? "" : "3 pages to show · 3 left out"
    property bool canShow: !tray.empty
    property string preparedText: tray.empty ? "" : "2 entries are prepared for the next meeting."
    property var sequences: Rows {
        rows: [
            { "sequenceId": "s1", "name": "Cabinets", "detail": "4 entries" },
            { "sequenceId": "s2", "name": "Cold stores, long version for planners", "detail": "12 entries" }
        ]
    }
    property string said: ""
    property bool canUndo: false
    property string trouble: ""
    property string asked: ""
    function entry(id, asset, title, detail, glyph, shape, internal, note, needsYou, sentence, newer, pagesChoosable) {
        return { "itemId": id, "assetId": asset, "title": title, "detail": detail, "glyph": glyph, "cover": note === "" ? Qt.resolvedUrl("picture.svg") : "", "shape": shape,
            "internal": internal, "note": note, "needsYou": needsYou, "sentence": sentence, "newer": newer, "pagesChoosable": pagesChoosable }
    }
    function visit() { asked = "visit" }
    function move(from, to) { asked = "move " + from + " " + to }
    function remove(id) { asked = "remove " + id }
    function choosePages(id) { asked = "pages " + id }
    function takeNewer(id) { asked = "newer " + id }
    function takePrepared() { asked = "prepared" }
    function keepAs(name) { asked = "keep " + name }
    function append(id) { asked = "append " + id }
    function drop(id) { asked = "drop " + id }
    function present(id) { asked = "present " + id }
    function undo() { asked = "undo" }
    function dismiss() { asked = "dismiss" }
}

// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    id: library

    enum State { Loading, Ready }
    property int state: LibraryController.Ready
    property string text: ""
    property bool empty: false
    readonly property bool found: library.text !== ""
    property string heading: library.empty ? "" : library.found ? "2 found" : "4 documents"
    property string sentence: library.empty ? "There is no content for this occasion yet. It comes by itself when the back office has some." : ""
    property string coming: library.found ? "" : "2 documents, 38 MB, wait for Wi-Fi."
    property var entries: Rows {
        rows: library.empty ? [] : library.found ? [
            library.entry("px", "Brochure PX plug-in", "6 pages · v3 · EN", "pdf", 1.41, false, "", true, "Page 2 and 1 more", "Natural <b>refrigerant</b>, no pipes on site. Each cabinet brings its own sealed circuit …"),
            library.entry("sheet", "Data sheet PX-450", "2 pages · v7 · EN", "pdf", 0.7, false, "", true, "Page 1", "<b>Refrigerant</b> R290 (propane), 140 g, sealed")
        ] : [
            library.entry("px", "Brochure PX plug-in", "6 pages · v3 · EN", "pdf", 1.41, false, "", true, "", ""),
            library.entry("sheet", "Data sheet of the PX-450 with electrical data", "2 pages · v7 · EN DE", "pdf", 0.7, false, "", true, "", ""),
            library.entry("film", "Eco Building", "0:14 · v1 · EN DE ID", "video", 1.78, false, "Still to come", false, "", ""),
            library.entry("prices", "Price list 2027/28", "1 page · v2 · EN DE", "pdf", 0.7, true, "Valid until 30 Nov", true, "", "")
        ]
    }
    property var folders: Rows {
        rows: library.empty ? [] : [
            { "name": "", "label": "All", "chosen": true },
            { "name": "Cabinets", "label": "Cabinets", "chosen": false },
            { "name": "Films", "label": "Films", "chosen": false },
            { "name": "Prices", "label": "Prices", "chosen": false }
        ]
    }
    property var languages: Rows {
        rows: library.empty ? [] : [
            { "code": "de", "label": "DE", "name": "Deutsch", "chosen": false },
            { "code": "en", "label": "EN", "name": "English", "chosen": true }
        ]
    }
    property string asked: ""
    function entry(id, title, detail, glyph, shape, internal, note, ready, place, snippet) {
        return { "assetId": id, "title": title, "detail": detail, "glyph": glyph, "cover": ready ? Qt.resolvedUrl("picture.svg") : "", "shape": shape,
            "internal": internal, "note": note, "ready": ready, "place": place, "snippet": snippet }
    }
    function show() { asked = "show" }
    function search(text) { asked = "search " + text }
    function chooseFolder(name) { asked = "folder " + name }
    function chooseLanguage(code) { asked = "language " + code }
    function open(row) { asked = "open " + row }
    function collect(row) { asked = "collect " + row }
}

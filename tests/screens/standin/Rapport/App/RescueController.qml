// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    property string waitingText: "2 conversations wait on this tablet, 312 kB with pictures and other files."
    property string draftsText: "1 draft is not among them: only what is finished goes into the file."
    property string cannotText: ""
    property bool canExport: true
    property var places: Rows {
        rows: [{ "path": "/media/rep/KINGSTON", "label": "KINGSTON, 28.4 GB free", "selected": true }, { "path": "/home/rep/Documents", "label": "Documents, 12.1 GB free", "selected": false }]
    }
    property bool exporting: false
    property bool exported: true
    property string exportText: "2 conversations are in KINGSTON now, as “Tablet 7 2027-11-10 20-05.rescue”. Another tablet or the office delivers the file. Everything stays here as well; nothing arrives twice."
    property var files: FileAlbum {}
    property string accept: ".rescue"
    property bool delivering: false
    property string progressText: "3.2 MB of 12.4 MB are at the hub"
    property bool delivered: false
    property string deliveryText: "1 conversation of Tablet 3 came in. The hub did not take 1 conversation. Keep the file and ask the office."
    property string asked: ""
    function refresh() { asked = "refresh" }
    function leave() {}
    function choose(path) { asked = "choose " + path }
    function exportAll() { asked = "export" }
    function deliver(file) { asked = "deliver" }
}

// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    property string title: "Machine PX450-22-99999"
    property bool known: false
    property string sentence: "This machine is not on this tablet."
    property var fields: Rows {
        rows: [
            { "icon": "barcode", "label": "Serial number", "value": "PX450-22-99999" },
            { "icon": "tag", "label": "Article (GTIN)", "value": "04012345678901" }
        ]
    }
    property string asked: ""
    function openFile() { asked = "file" }
}

// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    property bool checked: true
    property bool ready: false
    property string headline: "1 thing to look at"
    property string checkedText: "Checked today 08:30"
    property var facts: Rows {
        rows: [
            { "title": "Forms", "detail": "1 of 1 are here.", "ok": true },
            { "title": "Customers", "detail": "4,810 people and firms are here.", "ok": true },
            { "title": "Last contact", "detail": "The hub was heard at 9 Nov 08:24.", "ok": false },
            { "title": "Free space", "detail": "38 GB are free.", "ok": true },
            { "title": "Clock", "detail": "It agrees with the hub's.", "ok": true }
        ]
    }
    function check() {}
}

// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    property string text: "fri"
    property string heading: "3 found"
    property string sentence: ""
    property var hits: Rows {
        rows: [
            { "list": "organisations", "entityId": "1", "label": "Frischmarkt Handels AG", "detail": "Mannheim · 104711", "initials": "FA", "person": false },
            { "list": "contacts", "entityId": "2", "label": "Dr. Helene Krüger", "detail": "Frischmarkt Handels AG", "initials": "HK", "person": true },
            { "list": "contacts", "entityId": "3", "label": "Jonas Weber", "detail": "Frischmarkt Handels AG", "initials": "JW", "person": true }
        ]
    }
    property string asked: ""
    function search(text) { asked = "search " + text }
    function open(row) { asked = "open " + row }
}

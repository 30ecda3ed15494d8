// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    property var items: Rows {
        rows: [
            { "conversationId": "x", "initials": "PH", "title": "Pavel Horák", "detail": "Chladtech s.r.o. · 10:15 · 5 of 9 answers · kept for 30 more days" },
            { "conversationId": "y", "initials": "", "title": "New conversation", "detail": "9 November, 16:40 · 1 of 9 answers · kept for 29 more days" }
        ]
    }
    property bool canUndo: false
    property string trouble: ""
    property string asked: ""
    function refresh() {}
    function undo() { asked = "undo" }
    function restore(id) { asked = "restore " + id }
    function remove(id) { asked = "remove " + id }
}

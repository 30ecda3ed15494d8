// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    property bool filled: false
    property string note: ""
    property string trouble: ""
    property string asked: ""
    readonly property Rows none: Rows {}
    readonly property Rows all: Rows {
        rows: [
            { "conflictId": "1", "title": "Two values for Ratna Dewi", "label": "Telephone", "about": "Conversation with Chest freezer, 09:15", "mine": "+62 24 555 0119", "mineBy": "Adi Putra, 10:40", "theirs": "+62 24 555 0118", "theirsBy": "the office, 09:58", "choice": 0, "note": "", "canChoose": true, "canUndo": false, "canClose": false },
            { "conflictId": "2", "title": "Two values for Jonas Weber", "label": "E-mail", "about": "Conversation from 09:40", "mine": "j.weber@frischmarkt.example", "mineBy": "Max Hansen, 09:52", "theirs": "", "theirsBy": "ERP, 9 Nov 23:00", "choice": 1, "note": "Saved on this tablet. It goes out by itself.", "canChoose": true, "canUndo": true, "canClose": false },
            { "conflictId": "3", "title": "Two values for Rumänien Rollout", "label": "Estimated value", "about": "", "mine": "86400", "mineBy": "Max Hansen, 09:52", "theirs": "91000", "theirsBy": "Ratna Sari, 10:12", "choice": 2, "note": "Ratna Sari had decided already, 10:15. Your choice was not taken.", "canChoose": false, "canUndo": false, "canClose": true }
        ]
    }
    property Rows cards: filled ? all : none
    function takeMine(id) { asked = "mine " + id }
    function takeTheirs(id) { asked = "theirs " + id }
    function undo(id) { asked = "undo " + id }
    function close(id) { asked = "close " + id }
}

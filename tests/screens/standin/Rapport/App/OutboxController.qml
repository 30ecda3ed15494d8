// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    property var items: Rows {
        rows: [
            { "conversationId": "a", "initials": "AÇ", "title": "Dr. Aylin Çelik", "detail": "FrigoMart România S.R.L. · 09:12 · brochure, appointment 17 Nov", "state": 3, "stateText": "Sent", "selected": true, "receipts": [{ "state": 1, "target": "CRM", "text": "lead 20418" }, { "state": 1, "target": "E-mail", "text": "accepted 15:31" }] },
            { "conversationId": "b", "initials": "JW", "title": "Jonas Weber", "detail": "Frischmarkt Handels AG · 09:40 · offer, call on Monday", "state": 4, "stateText": "Needs you", "selected": false, "receipts": [{ "state": 1, "target": "CRM", "text": "activity 88213" }, { "state": 2, "target": "Offer", "text": "waits for the address" }] },
            { "conversationId": "c", "initials": "MD", "title": "Marek Dvořák", "detail": "Chladtech s.r.o. · 10:15 · name from organiser at 15:38", "state": 2, "stateText": "Sending", "selected": false, "receipts": [{ "state": 0, "target": "CRM", "text": "on its way" }] },
            { "conversationId": "d", "initials": "PH", "title": "Pavel Horák", "detail": "Visitor terminal · 12:06", "state": 1, "stateText": "Waiting", "selected": false, "receipts": [{ "state": 0, "target": "CRM", "text": "next try 15:46" }] },
            { "conversationId": "e", "initials": "RD", "title": "Ratna Dewi", "detail": "Frosta Nusantara PT · 12:40", "state": 1, "stateText": "Waiting", "selected": false, "receipts": [{ "state": 0, "target": "Hub", "text": "has the answers; 2 files, 38 MB, wait for Wi-Fi" }] }
        ]
    }
    property string day: "Wednesday 10 November"
    property string lastContact: "last contact 15:42"
    property int needsYou: 1
    property string needsYouText: "1 needs you"
    property string bannerTitle: "Jonas Weber has two e-mail addresses at the CRM"
    property string bannerText: "Which one gets the offer? Everything else has arrived."
    property bool bannerNeedsYou: true
    property string selectedId: "a"
    property string selectedTitle: "Dr. Aylin Çelik"
    property string selectedHeadline: "Delivered once, 15:31"
    property string reviseText: "Correct"
    property string heldText: ""
    property var steps: Rows {
        rows: [
            { "title": "Saved on this tablet", "detail": "09:21", "done": true },
            { "title": "Reached the hub", "detail": "15:30, second try", "done": true },
            { "title": "CRM: lead 20418", "detail": "9 answers, 2 follow-ups, consent", "done": true },
            { "title": "E-mail accepted", "detail": "Brochure PX plug-in v3, as shown", "done": false }
        ]
    }
    property bool trying: false
    property string asked: ""
    function select(id) { asked = "select " + id }
    function reportSelected() { asked = "reportSelected" }
    function openSelected() { asked = "openSelected" }
    function reviseSelected() { asked = "reviseSelected" }
    function sendFilesNow() { asked = "sendFilesNow" }
    function tryNow() { asked = "tryNow" }
}

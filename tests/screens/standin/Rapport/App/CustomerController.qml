// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    property bool isOpen: true
    property string title: "Frischmarkt Handels AG"
    property string subtitle: "Mannheim · customer 104711 · Retail"
    property string initials: "FA"
    property string person: "Jonas Weber"
    property string owner: "Looked after by m.hansen"
    property bool hasRevenue: true
    property string revenueTitle: "Revenue 2027 to date"
    property string revenue: "€ 1,284,300"
    property string revenueBefore: "All of 2026: € 1,102,750"
    property string revenueOrigin: "ERP · as of 9 Nov 23:00"
    property bool revenueStale: false
    property var offers: Rows {
        rows: [{ "title": "Q-2027-0388", "amount": "€ 86,400", "detail": "valid to 30 Nov", "stage": "Sent", "origin": "ERP · as of 9 Nov 23:00", "stale": false }]
    }
    property var opportunities: Rows {
        rows: [{ "title": "Rumänien Rollout", "amount": "€ 86,400", "detail": "next: visit the first shop", "stage": "Qualified", "origin": "CRM · as of 9 Nov 23:00", "stale": true }]
    }
    property var people: Rows {
        rows: [
            { "entityId": "1", "name": "Jonas Weber", "detail": "Strategic purchasing · jonas.weber@frischmarkt.example", "phone": "+49 30 23125 201", "initials": "JW" },
            { "entityId": "2", "name": "Dr. Helene Krüger", "detail": "Chief operating officer", "phone": "", "initials": "HK" }
        ]
    }
    property string morePeople: "More people"
    property var meetings: Rows {
        rows: [{ "conversationId": "a", "moment": "09:40", "title": "Jonas Weber" }]
    }
    property var consents: Rows {
        rows: [
            { "purpose": "To be contacted", "answer": "Yes", "answerKind": "given", "detail": "9 Nov 09:40 · CT-2027-2 · Deutsch · signed", "withdrawn": "", "text": "Die Nordfrost Systems GmbH darf meine Angaben speichern.", "withdrawable": true },
            { "purpose": "Newsletter", "answer": "Withdrawn", "answerKind": "withdrawn", "detail": "3 May 2026 11:00 · CT-2026-1 · English", "withdrawn": "Withdrawn 9 Nov 10:02", "text": "", "withdrawable": false }
        ]
    }
    property string consentNote: ""
    property string sentence: ""
    property string asked: ""
    signal opened
    function open(list, id) { asked = "open " + id }
    function openPerson(row) { asked = "person " + row }
    function showAllPeople() { asked = "all people" }
    function openMeeting(row) { asked = "meeting " + row }
    function startConversation() { asked = "start" }
    function startForm(id) { asked = "form " + id }
    function withdraw(row) { asked = "withdraw " + row }
    function close() { asked = "close" }
}

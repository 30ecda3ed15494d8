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
    property string revenueTrend: "16.5 % more than by 10 Nov 2026"
    property bool revenueGrows: true
    property var revenueCourse: ({
        "current": [{ "x": 0, "y": 0 }, { "x": 0.08, "y": 0.09 }, { "x": 0.25, "y": 0.27 }, { "x": 0.5, "y": 0.55 }, { "x": 0.75, "y": 0.88 }, { "x": 0.86, "y": 1 }],
        "previous": [{ "x": 0, "y": 0 }, { "x": 0.25, "y": 0.2 }, { "x": 0.5, "y": 0.42 }, { "x": 0.75, "y": 0.7 }, { "x": 1, "y": 0.86 }],
        "year": "2027", "yearBefore": "2026", "months": ["Jan", "Jul", "Dec"], "level": "€ 500,000", "height": 0.39
    })
    property string revenueOrigin: "ERP · as of 9 Nov 23:00"
    property bool revenueStale: false
    property var offers: Rows {
        rows: [{ "title": "Q-2027-0388", "amount": "€ 86,400", "detail": "valid to 30 Nov", "stage": "Sent", "origin": "ERP · as of 9 Nov 23:00", "stale": false, "soon": "20 days left" }]
    }
    property var opportunities: Rows {
        rows: [{ "title": "Rumänien Rollout", "amount": "€ 86,400", "detail": "next: visit the first shop", "stage": "Qualified", "origin": "CRM · as of 1 Nov 23:00 · 9 days old", "stale": true, "soon": "" }]
    }
    property var people: Rows {
        rows: [
            { "entityId": "1", "name": "Jonas Weber", "detail": "Strategic purchasing · jonas.weber@frischmarkt.example", "phone": "+49 30 23125 201", "initials": "JW" },
            { "entityId": "2", "name": "Dr. Helene Krüger", "detail": "Chief operating officer", "phone": "", "initials": "HK" }
        ]
    }
    property string morePeople: "More people"
    property var reach: Rows {
        rows: [
            { "icon": "briefcase", "label": "Position", "value": "Strategic purchasing" },
            { "icon": "phone", "label": "Telephone", "value": "+49 30 23125 201" },
            { "icon": "email", "label": "E-mail", "value": "jonas.weber@frischmarkt.example" }
        ]
    }
    property string peopleOrigin: "CRM · as of 9 Nov 23:00"
    property string briefingText: "3 messages, 3 questions, 1 to avoid, 2 still open"
    property string appointmentText: "Appointment today"
    property var tickets: Rows {
        rows: [
            { "jobId": "j1", "title": "Freezer does not cool enough", "detail": "TCK-2027-0311 · Nordfrost PX-450 no. 00817", "due": "18 Nov", "late": false, "high": false, "state": "", "briefs": true },
            { "jobId": "j2", "title": "Door gasket to be changed", "detail": "TCK-2027-0298 · Nordfrost PX-450 no. 00818", "due": "since 9 Nov", "late": true, "high": true, "state": "Waiting for parts", "briefs": true }
        ]
    }
    property string ticketsOrigin: "Tickets · as of 9 Nov 23:00"
    property var machines: Rows {
        rows: [
            { "machineId": "m1", "name": "Nordfrost PX-450 no. 00817", "detail": "Store Heidelberg · last service 12 May", "state": "1 open ticket" },
            { "machineId": "m2", "name": "Nordfrost PX-450 no. 00818", "detail": "Store Heidelberg · last service 12 May", "state": "" }
        ]
    }
    property string moreMachines: "More machines"
    property string machinesOrigin: "ERP · as of 9 Nov 23:00"
    property var timeline: Rows {
        rows: [
            { "kind": 0, "sign": "message-text", "title": "Talk with Jonas Weber", "moment": "09:40", "detail": "Hot", "origin": "", "leads": true, "conversation": true },
            { "kind": 5, "sign": "help", "title": "Don't know yet", "moment": "4 Nov", "detail": "Which stores get PX-450 first?", "origin": "", "leads": false, "conversation": false },
            { "kind": 6, "sign": "document", "title": "Offer Q-2027-0388", "moment": "28 Oct", "detail": "€ 86,400", "origin": "ERP", "leads": false, "conversation": false },
            { "kind": 8, "sign": "wrench", "title": "Service", "moment": "14 Oct", "detail": "Store Heidelberg, PX-450. All 14 points in order.", "origin": "Tickets", "leads": true, "conversation": false },
            { "kind": 1, "sign": "people", "title": "Visit in Mannheim", "moment": "26 Aug", "detail": "Dr. Krüger, Dario Conti: expansion in Romania", "origin": "CRM", "leads": false, "conversation": false }
        ]
    }
    property var timelineGroups: Rows {
        rows: [{ "text": "All", "chosen": true }, { "text": "Talks", "chosen": false }, { "text": "Sent", "chosen": false }, { "text": "Service", "chosen": false }]
    }
    property string older: "Show older"
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
    function openTicket(row) { asked = "ticket " + row }
    function openMachine(row) { asked = "machine " + row }
    function showAllMachines() { asked = "all machines" }
    function openHappening(row) { asked = "happening " + row }
    function chooseGroup(row) { asked = "group " + row }
    function showOlder() { asked = "older" }
    function openBriefing() { asked = "briefing" }
    function back() { asked = "back"; return false }
    function openMeeting(row) { asked = "meeting " + row }
    function startConversation() { asked = "start" }
    function startForm(id) { asked = "form " + id }
    function withdraw(row) { asked = "withdraw " + row }
    function close() { asked = "close" }
}

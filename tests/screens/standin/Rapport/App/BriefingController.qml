// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    property bool isOpen: true
    property string title: "Dr. Helene Krüger"
    property string subtitle: "Chief operating officer · Frischmarkt Handels AG · Mannheim"
    property string initials: "HK"
    property string appointment: "Appointment today"
    property var messages: Rows {
        rows: [
            { "text": "We carry your expansion in Romania with our service network and cut the energy of refrigeration.", "detail": "m.hansen · 4 Nov" },
            { "text": "PX-450 saves a quarter of the energy of the cabinets of 2019.", "detail": "m.hansen · 4 Nov" },
            { "text": "Spare parts for fifteen years, written into the contract.", "detail": "" }
        ]
    }
    property var questions: Rows {
        rows: [
            { "text": "Who signs after you?", "detail": "" },
            { "text": "Which stores first?", "detail": "" },
            { "text": "How is success measured?", "detail": "" }
        ]
    }
    property var avoid: Rows {
        rows: [{ "text": "The late delivery of March.", "detail": "m.hansen · 4 Nov" }]
    }
    property var gaps: Rows {
        rows: [
            { "text": "R290 fill quantity per unit?", "detail": "m.hansen · 28 Oct" },
            { "text": "Which stores get PX-450 first?", "detail": "m.hansen · 4 Nov" }
        ]
    }
    property var contacts: Rows {
        rows: [
            { "kind": 0, "sign": "message-text", "title": "Talk with Jonas Weber", "moment": "09:40", "detail": "Hot", "origin": "", "leads": true, "conversation": true },
            { "kind": 1, "sign": "people", "title": "Visit in Mannheim", "moment": "26 Aug", "detail": "Expansion in Romania", "origin": "CRM", "leads": false, "conversation": false },
            { "kind": 2, "sign": "phone", "title": "Call", "moment": "2 Jul", "detail": "Dates of the first stores", "origin": "CRM", "leads": false, "conversation": false }
        ]
    }
    property var offers: Rows {
        rows: [{ "title": "Q-2027-0388", "amount": "€ 86,400", "detail": "valid to 30 Nov", "stage": "Sent", "origin": "ERP · as of 9 Nov 23:00", "stale": false, "soon": "20 days left" }]
    }
    property var opportunities: Rows {
        rows: [{ "title": "Rumänien Rollout", "amount": "€ 86,400", "detail": "next: visit the first shop", "stage": "Qualified", "origin": "CRM · as of 9 Nov 23:00", "stale": false, "soon": "" }]
    }
    property string more: "2 more lines, older ones, are left out here."
    property string sentence: ""
    property string asked: ""
    signal opened
    function openContact(row) { asked = "contact " + row }
    function openCustomer() { asked = "customer" }
    function startConversation() { asked = "start" }
}

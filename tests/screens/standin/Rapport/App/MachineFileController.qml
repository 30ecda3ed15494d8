// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    property bool isOpen: true
    property string title: "Nordfrost PX-450 no. 00817"
    property string subtitle: "Pasar Segar Semarang · PX450-22-00817"
    property string owner: "Pasar Segar Semarang"
    property string origin: "ERP · as of 9 Nov 23:00"
    property bool stale: false
    property var fields: Rows {
        rows: [
            { "icon": "barcode", "label": "Serial number", "value": "PX450-22-00817" },
            { "icon": "map-marker", "label": "Place", "value": "Cold store 2, aisle 4" },
            { "icon": "calendar-check", "label": "Last service", "value": "12 May" },
            { "icon": "clock", "label": "Operating hours", "value": "14,210" }
        ]
    }
    property var tickets: Rows {
        rows: [
            { "jobId": "j1", "title": "Freezer tidak cukup dingin", "detail": "TCK-2027-0311", "due": "18 Nov", "late": false, "high": true, "state": "", "briefs": true }
        ]
    }
    property var series: Rows {
        rows: [
            { "quantity": "Suction pressure", "value": "3.9 bar", "verdict": "Too high", "out": true, "limits": "1.2 to 3.5 bar", "moment": "12 May", "spoken": "Measured before: 2.1 bar on 14 May 2025, 3.9 bar on 12 May",
                "chart": { "points": [{ "x": 0, "y": 0.35, "out": false }, { "x": 0.5, "y": 0.45, "out": false }, { "x": 1, "y": 0.92, "out": true }], "low": 0.1, "high": 0.8, "limited": true, "endsNow": false } },
            { "quantity": "Insulation", "value": "550 MΩ", "verdict": "Normal", "out": false, "limits": "at least 1 MΩ", "moment": "12 May", "spoken": "Measured before: 550 MΩ on 12 May",
                "chart": { "points": [{ "x": 0.5, "y": 0.8, "out": false }], "low": 0.1, "high": 1, "limited": true, "endsNow": false } }
        ]
    }
    property var services: Rows {
        rows: [
            { "kind": 8, "sign": "wrench", "title": "Service", "moment": "09:15", "detail": "6 values measured · 2 outside the limits", "origin": "", "leads": true, "conversation": true },
            { "kind": 8, "sign": "wrench", "title": "Service", "moment": "12 May", "detail": "3 values measured", "origin": "Tickets", "leads": false, "conversation": false }
        ]
    }
    property var documents: Rows {
        rows: [{ "conversationId": "a", "title": "Report of 10 Nov", "detail": "PX450-22-00817 2027-11-10" }]
    }
    property bool canStart: true
    property string sentence: ""
    property string asked: ""
    signal opened
    function openTicket(row) { asked = "ticket " + row }
    function openService(row) { asked = "service " + row }
    function openDocument(row) { asked = "document " + row }
    function openOwner() { asked = "owner" }
    function openBriefing() { asked = "briefing" }
    function startService() { asked = "start" }
}

// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    property bool hasOccasion: true
    property bool canStart: true
    property string occasionTitle: "KälteExpo 2027"
    property string occasionDetail: "Wednesday 10 November · Hall 4, stand 4-217"
    property var occasions: Rows {
        rows: []
    }
    property string staffInitials: "MH"
    property var conversations: Rows {
        rows: [
            { "conversationId": "a", "clock": "10:15", "title": "Badge KE27-004512", "organisation": "", "detail": "3 answers · the name comes when the organiser answers", "state": 1, "stateText": "Waiting", "lead": "", "leadText": "", "unresolved": true, "initials": "" },
            { "conversationId": "b", "clock": "09:40", "title": "Jonas Weber", "organisation": "Frischmarkt Handels AG", "detail": "Frischmarkt Handels AG · offer, call on Monday", "state": 1, "stateText": "Waiting", "lead": "", "leadText": "", "unresolved": false, "initials": "JW" },
            { "conversationId": "c", "clock": "09:12", "title": "Dr. Aylin Çelik", "organisation": "FrigoMart România S.R.L.", "detail": "FrigoMart România S.R.L. · brochure, appointment 17 Nov", "state": 1, "stateText": "Waiting", "lead": "hot", "leadText": "Hot", "unresolved": false, "initials": "AÇ" }
        ]
    }
    property string conversationCount: "4 conversations"
    property var jobs: Rows {
        rows: [
            { "jobId": "j1", "title": "Freezer is not cold enough", "detail": "Pasar Segar Semarang · Nordfrost PX-450 no. 00817 · TCK-2027-0311", "due": "today", "late": false, "high": true, "state": "", "briefs": true },
            { "jobId": "j2", "title": "Door gasket to be changed", "detail": "Bergmann Lebensmittel GmbH · TCK-2027-0298", "due": "since 8 Nov", "late": true, "high": false, "state": "Waiting for parts", "briefs": true }
        ]
    }
    property string jobCount: "2 jobs"
    property var otherForms: Rows {
        rows: [{ "formId": "product_configuration", "title": "Product configuration" }, { "formId": "account_selection", "title": "Account selection" }, { "formId": "voice_of_customer", "title": "Voice of the customer" }]
    }
    property bool hasDraft: true
    property string draftTitle: "Continue the conversation from 11:00?"
    property string draftDetail: "5 of 9 answers · saved on this tablet"
    property string draftClock: "11:00"
    property int draftAnswered: 5
    property int draftQuestions: 9
    property var summary: Rows {
        rows: [{ "label": "Brochures", "count": 1 }, { "label": "Appointments", "count": 1 }, { "label": "Offers and calls", "count": 2 }, { "label": "Hot leads", "count": 1 }]
    }
    property var facts: Rows {
        rows: [{ "label": "Customers 610", "ok": true }, { "label": "Form v5", "ok": true }, { "label": "Camera", "ok": true }, { "label": "Consent de/en", "ok": true }]
    }
    property bool ready: true
    property string readyTitle: "Ready for the fair"
    property string readyDetail: "Checked today 08:30"
    property string asked: ""
    function chooseOccasion(id) { asked = "occasion " + id }
    function newConversation() { asked = "new" }
    function continueDraft() { asked = "continue" }
    function startJob(id) { asked = "job " + id }
    function briefJob(jobId) { asked = "briefing " + jobId }
    function startForm(id) { asked = "form " + id }
    function openConversation(id) { asked = "open " + id }
}

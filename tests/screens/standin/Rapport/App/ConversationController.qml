// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    id: conversation

    property bool isOpen: true
    property bool readOnly: false
    property string title: "Dr. Aylin Çelik"
    property string organisation: "FrigoMart România S.R.L."
    property string initials: "AÇ"
    property string since: "since 09:12"
    property string savedText: "Saved on this tablet 09:16"
    property string trouble: ""
    property string notice: ""
    property bool busy: false
    property string formTitle: "Trade fair conversation"
    property var sections: Rows {
        rows: [
            { "number": 1, "title": "Contact", "detail": "from the badge", "complete": true, "current": false },
            { "number": 2, "title": "Interest", "detail": "1 required left", "complete": false, "current": true },
            { "number": 3, "title": "What follows", "detail": "brochure, appointment", "complete": true, "current": false },
            { "number": 4, "title": "Consent", "detail": "1 required left", "complete": false, "current": false },
            { "number": 5, "title": "Notes", "detail": "only for us", "complete": false, "current": false }
        ]
    }
    property int currentSection: 1
    property string currentTitle: "Interest"
    property string previousTitle: "Contact"
    property string nextTitle: "What follows"
    property var questions: Rows {
        rows: [
            conversation.question(1, Question.ChoiceOne, "How warm is this lead?", { "required": true, "value": "hot", "chosen": ["hot"], "choices": conversation.choices(["hot", "Hot"], ["warm", "Warm"], ["cold", "Cold"]) }),
            conversation.question(2, Question.ChoiceMany, "What is she interested in?", { "chosen": ["px", "ro"], "choices": conversation.choices(["px", "PX-450"], ["ro", "Rumänien Rollout"], ["sc", "Service contract"]) }),
            conversation.question(3, Question.Multiline, "What does she want to know?", { "required": true, "value": "" }),
            conversation.question(4, Question.ChoiceOne, "How many shops are planned?", { "required": true, "choices": conversation.choices(["a", "1–10"], ["b", "11–50"], ["c", "51–200"], ["d", "more"]), "problem": "Choose one." }),
            conversation.question(5, Question.Date, "When do we meet?", { "value": "2027-11-17", "display": "17 Nov 2027" }),
            conversation.question(6, Question.Search, "Which customer is it?", {}),
            conversation.question(7, Question.Text, "E-mail", { "value": "aylin.celik@frigomart.example", "origin": "from the badge" }),
            conversation.question(8, Question.Signature, "Signature", {}),
            conversation.question(9, Question.Note, "We write only about what we agreed here.", {}),
            conversation.question(10, Question.RepetitionHead, "Follow-up 1", { "removable": true }),
            conversation.question(11, Question.AddRepetition, "Add a follow-up", {})
        ]
    }
    property var missing: Rows {
        rows: [{ "nodeId": 3, "text": "What does she want to know?", "section": "Interest" }, { "nodeId": 40, "text": "May we write to you?", "section": "Consent" }]
    }
    property int missingCount: 2
    property bool showMissing: false
    property string missingTitle: "2 answers are missing"
    property bool canUndo: false
    property string asked: ""
    onShowMissingChanged: missingChanged()

    signal sectionChanged
    signal questionRequested(int row)
    signal opened
    signal finished
    signal left
    signal failed(string sentence)

    function choices(...pairs) {
        return pairs.map(pair => ({ "value": pair[0], "label": pair[1] }))
    }
    function question(nodeId, kind, label, more) {
        return Object.assign({
            "nodeId": nodeId, "name": "q" + nodeId, "kind": kind, "label": label, "hint": "", "value": "", "display": "", "required": false,
            "readonly": false, "problem": "", "choices": [], "chosen": [], "inputHints": 0, "origin": "", "unknown": false, "removable": false, "level": 0
        }, more)
    }
    function answer(nodeId, value) { asked = "answer " + nodeId + " " + value; return true }
    function choose(nodeId, value, on) { asked = "choose " + nodeId + " " + value + " " + on }
    function setUnknown(nodeId, on) { asked = "unknown " + nodeId + " " + on }
    function addRepetition(nodeId) { asked = "add " + nodeId }
    function removeRepetition(nodeId) { asked = "remove " + nodeId }
    function undoRemove() { asked = "undo" }
    function searchChoices(nodeId, text) { return choices(["1", "Frischmarkt Handels AG"], ["2", "FrigoMart România S.R.L."]) }
    function answerSignature(nodeId, strokes, area) { asked = "sign " + nodeId + " " + strokes.length }
    function goTo(section) { asked = "goTo " + section }
    function next() { asked = "next" }
    function back() { asked = "back" }
    function finish() { asked = "finish" }
    function goToMissing(nodeId) { asked = "goToMissing " + nodeId }
    function keepDraft() { asked = "keepDraft"; left() }
    function discard() { asked = "discard"; left() }
}

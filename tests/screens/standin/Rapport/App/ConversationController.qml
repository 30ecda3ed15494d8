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
            { "number": 1, "title": "Contact", "detail": "from the badge", "complete": true, "current": false, "progress": "" },
            { "number": 2, "title": "Interest", "detail": "1 required left", "complete": false, "current": true, "progress": "" },
            { "number": 3, "title": "What follows", "detail": "brochure, appointment", "complete": true, "current": false, "progress": "" },
            { "number": 4, "title": "Consent", "detail": "1 required left", "complete": false, "current": false, "progress": "" },
            { "number": 5, "title": "Notes", "detail": "only for us", "complete": false, "current": false, "progress": "" }
        ]
    }
    property bool oneByOne: false
    property string place: "2/0"
    property bool atStart: false
    property bool atEnd: false
    property var languages: ["English (en)", "Deutsch (de)", "Bahasa Indonesia (id)"]
    property string language: "English (en)"
    property bool rightToLeft: false
    property int currentSection: 1
    property string currentTitle: "Interest"
    property string previousTitle: "Contact"
    property string nextTitle: "What follows"
    property bool everyKind: false // one question of each kind instead of a section as forms have them
    property var questions: Rows {
        rows: conversation.everyKind ? conversation.kinds : conversation.usual
    }
    readonly property var earlier: ({
        "chart": { "points": [{ "x": 0, "y": 0.3, "out": false }, { "x": 0.3, "y": 0.5, "out": false }, { "x": 0.8, "y": 0.4, "out": false }, { "x": 1, "y": 0.92, "out": true }],
            "low": 0.15, "high": 0.8, "limited": true, "endsNow": true },
        "text": "5 earlier values, the last 3 bar on 12 May", "spoken": "Measured before: 2.1 bar on 14 May 2025, 3 bar on 12 May"
    })
    readonly property var kinds: [
        conversation.question(1, Question.Text, "Name", { "hint": "As on the badge", "extra": { "lastText": "Replaced the door gasket and filled in 140 g of R290, then measured again after an hour" } }),
        conversation.question(2, Question.Text, "PIN of the alarm", { "value": "secret", "extra": { "masked": true } }),
        conversation.question(3, Question.Multiline, "What does she want to know?", { "required": true, "extra": { "rows": 3 } }),
        conversation.question(4, Question.Integer, "Shops", { "value": "1200", "display": "1,200", "extra": { "grouped": true } }),
        conversation.question(5, Question.Decimal, "Suction pressure", { "value": "3.9", "display": "3.9", "extra": { "unit": "bar", "limits": "1.2 to 3.5 bar",
            "verdict": "Too high", "advice": "Above the limit of 3.5 bar. This value stays when you measure again.", "out": true, "placeLow": 0.17, "placeHigh": 0.83, "place": 0.95,
            "asksReason": true, "reason": "", "reasonProblem": "Please say why.", "earlier": conversation.earlier } }),
        conversation.question(6, Question.Decimal, "Discharge pressure", { "value": "12.6", "display": "12.6", "extra": { "unit": "bar", "limits": "9 to 14 bar",
            "verdict": "Normal", "advice": "", "out": false, "placeLow": 0.17, "placeHigh": 0.83, "place": 0.6, "first": "first 15 bar", "placeFirst": 0.9, "firstOut": true,
            "asksReason": false, "reason": "", "earlier": Object.assign({}, conversation.earlier, { "chart": { "points": [{ "x": 0.5, "y": 0.6, "out": false }], "low": 0, "high": 1, "limited": false, "endsNow": false } }) } }),
        conversation.question(7, Question.Counter, "Doors that leak", { "value": "2", "display": "2", "extra": { "from": 0, "to": 14, "step": 1, "decimals": 0 } }),
        conversation.question(8, Question.Range, "How likely is the order?", { "extra": { "from": 0, "to": 100, "step": 5, "decimals": 0, "vertical": false, "ticks": [] } }),
        conversation.question(9, Question.Rating, "How was the visit?", { "value": "3", "extra": { "from": 1, "to": 5, "step": 1, "decimals": 0 } }),
        conversation.question(10, Question.Date, "When do we meet?", { "value": "2027-11-17", "display": "17 Nov 2027", "extra": { "precision": "day" } }),
        conversation.question(11, Question.Date, "Since when does it run?", { "value": "2022-03-01", "display": "March 2022", "extra": { "precision": "month" } }),
        conversation.question(12, Question.Time, "At what time?", { "value": "14:30", "display": "14:30" }),
        conversation.question(13, Question.DateTime, "When did it stop?", { "value": "2027-11-09T22:10", "display": "9 Nov 2027 22:10" }),
        conversation.question(14, Question.ChoiceOne, "How warm is this lead?", { "value": "hot", "chosen": ["hot"], "choices": conversation.choices(["hot", "Hot"], ["warm", "Warm"], ["cold", "Cold"]), "extra": { "layout": "", "columns": 0, "quick": true } }),
        conversation.question(15, Question.ChoiceOne, "Which room?", { "chosen": ["c"], "choices": conversation.choices(["a", "Deep freeze"], ["b", "Dairy"], ["c", "Fruit and vegetables"], ["d", "Meat"], ["e", "Bakery"], ["f", "Store"]), "extra": { "layout": "list", "columns": 0 } }),
        conversation.question(16, Question.ChoiceMany, "What is she interested in?", { "chosen": ["px"], "choices": conversation.choices(["px", "PX-450"], ["ro", "Rumänien Rollout"], ["sc", "Service contract"]), "extra": { "layout": "", "columns": 0 } }),
        conversation.question(17, Question.ChoiceOne, "Our service is quick", { "chosen": ["4"], "choices": conversation.choices(["1", "Not at all"], ["2", "Rather not"], ["3", "Neither nor"], ["4", "Rather"], ["5", "Fully"]), "extra": { "layout": "likert", "columns": 0 } }),
        conversation.question(18, Question.Search, "Which customer is it?", { "value": "1", "display": "Frischmarkt Handels AG" }),
        conversation.question(19, Question.SearchMany, "Which parts are worn?", { "chosen": ["a", "b"], "extra": { "names": ["Door gasket 71-20455", "Fan 71-18002"] } }),
        conversation.question(20, Question.Rank, "What matters most?", { "chosen": ["b", "a", "c"], "choices": conversation.choices(["b", "Energy"], ["a", "Price"], ["c", "Service"]) }),
        conversation.question(21, Question.Signature, "Signature", {}),
        conversation.question(28, Question.Photo, "Photo of the gasket", { "required": true, "extra": { "preparing": false, "onlyNew": false } }),
        conversation.question(29, Question.Photo, "Photo of the cabinet", { "value": "cabinet-1.jpg", "extra": { "preparing": false, "onlyNew": false, "picture": Qt.resolvedUrl("picture.svg"), "wholePicture": Qt.resolvedUrl("picture.svg") } }),
        conversation.question(30, Question.Photo, "Photo of the name plate", { "extra": { "preparing": true, "onlyNew": true } }),
        conversation.question(31, Question.Photo, "Photo of the leak, with an arrow", { "value": "leak-1.jpg", "extra": { "preparing": false, "onlyNew": false, "annotates": true, "picture": Qt.resolvedUrl("picture.svg"), "wholePicture": Qt.resolvedUrl("picture.svg") } }),
        conversation.question(32, Question.Drawing, "Sketch of the room", {}),
        conversation.question(33, Question.Drawing, "Sketch of the machine", { "value": "machine-1.jpg", "extra": { "preparing": false, "picture": Qt.resolvedUrl("picture.svg"), "wholePicture": Qt.resolvedUrl("picture.svg") } }),
        conversation.question(34, Question.Audio, "What does it sound like?", { "extra": { "preparing": false, "accept": "audio/*", "quality": "low" } }),
        conversation.question(35, Question.Audio, "What she said about it", { "value": "said-1794300000000.opus", "extra": { "preparing": false, "accept": "audio/*", "quality": "low", "fileName": "said.opus", "fileDetail": "0:42 · 120 kB", "glyph": "music", "media": "c/said" } }),
        conversation.question(36, Question.Video, "Film of the door", { "value": "door-1794300000000.mp4", "extra": { "preparing": false, "accept": "video/*", "fileName": "door.mp4", "fileDetail": "18.4 MB", "glyph": "video", "media": "c/door" } }),
        conversation.question(37, Question.Video, "Film of the fan", { "extra": { "preparing": true, "accept": "video/*" } }),
        conversation.question(38, Question.File, "Her own specification", { "problem": "This file is empty or larger than 200 MB. Please pick another one.", "extra": { "preparing": false, "accept": ".pdf,.docx" } }),
        conversation.question(22, Question.Confirm, "Power is switched off", {}),
        conversation.question(23, Question.Note, "We write only about what we agreed here.", {}),
        conversation.question(24, Question.RepetitionHead, "Follow-up 1", { "removable": true, "extra": { "card": "alone", "open": false, "summary": "Brochure · Dr. Aylin Çelik", "left": "1 required left" } }),
        conversation.question(41, Question.RepetitionHead, "Follow-up 2", { "removable": true, "extra": { "card": "top", "open": true, "summary": "Appointment", "left": "" } }),
        conversation.question(42, Question.Text, "With whom?", { "extra": { "card": "middle" } }),
        conversation.question(43, Question.Multiline, "What is it about?", { "extra": { "rows": 2, "card": "bottom" } }),
        conversation.question(25, Question.AddRepetition, "Add a follow-up", {}),
        conversation.question(44, Question.ChoiceOne, "How do you find …", { "choices": conversation.choices(["1", "Poor"], ["2", "Fair"], ["3", "Good"]), "extra": { "layout": "header", "columns": 0 } }),
        conversation.question(45, Question.ChoiceOne, "The advice", { "chosen": ["3"], "choices": conversation.choices(["1", "Poor"], ["2", "Fair"], ["3", "Good"]), "extra": { "layout": "grid", "columns": 0 } }),
        conversation.question(46, Question.ChoiceOne, "The time until somebody comes", { "required": true, "choices": conversation.choices(["1", "Poor"], ["2", "Fair"], ["3", "Good"]), "extra": { "layout": "grid", "columns": 0 } }),
        conversation.question(26, Question.Place, "Where does it stand?", { "value": "52.52 13.4 0 5", "display": "52.52000° N 13.40000° E, exact to 5 m", "extra": { "accuracy": 5 } }),
        conversation.question(47, Question.Code, "Serial number", { "required": true, "extra": { "front": false, "masked": false } }),
        conversation.question(27, Question.Other, "Sound of the compressor", { "problem": "This tablet cannot ask this question yet. You can finish without it." })
    ]
    readonly property var usual: [
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
    property var missing: Rows {
        rows: [{ "nodeId": 3, "text": "What does she want to know?", "section": "Interest" }, { "nodeId": 40, "text": "May we write to you?", "section": "Consent" }]
    }
    property int missingCount: 2
    property bool showMissing: false
    property string missingTitle: "2 answers are missing"
    property var warnings: Rows {
        rows: [{ "nodeId": 5, "text": "Suction pressure", "section": "Measurement" }]
    }
    readonly property string warningTitle: showMissing ? "1 value outside the limits: please say why" : ""
    property string groupTitle: ""
    property string groupText: "Dr. Aylin Çelik · Marek Dvořák · badge.kaelteexpo.example"
    property Rows groupFaults: Rows {}
    function goOnAlone(personId) { asked = "alone " + personId }
    property bool canUndo: false
    property bool atContact: true
    property string undoText: "Removed. Undo"
    property string allText: ""
    property string pointsText: ""
    property bool pointsDone: false
    property int allLeft: 0
    function answerAll() { asked = "answerAll" }
    function showReport() { asked = "showReport" }
    property string asked: ""
    onShowMissingChanged: missingChanged()

    signal sectionChanged
    signal questionRequested(int row)
    signal choicesReady(int nodeId)
    signal opened
    signal finished
    signal left
    signal failed(string sentence)

    function choices(...pairs) {
        return pairs.map(pair => ({ "value": pair[0], "label": pair[1] }))
    }
    function question(nodeId, kind, label, more) {
        const shown = { "layout": "", "columns": 0 }
        const extras = { [Question.Multiline]: { "rows": 3 }, [Question.Date]: { "precision": "day" }, [Question.ChoiceOne]: shown, [Question.ChoiceMany]: shown }
        return Object.assign({
            "nodeId": nodeId, "name": "q" + nodeId, "kind": kind, "label": label, "hint": "", "value": "", "display": "", "required": false,
            "readonly": false, "problem": "", "choices": [], "chosen": [], "inputHints": 0, "origin": "", "unknown": false, "removable": false, "level": 0, "extra": extras[kind] ?? {}
        }, more)
    }
    function answer(nodeId, value) { asked = "answer " + nodeId + " " + value; return true }
    function keepTyped(nodeId, value) { asked = "typed " + nodeId + " " + value }
    function choose(nodeId, value, on) { asked = "choose " + nodeId + " " + value + " " + on }
    function setUnknown(nodeId, on) { asked = "unknown " + nodeId + " " + on }
    function giveReason(nodeId, reason) { asked = "reason " + nodeId + " " + reason }
    function takeLast(nodeId) { asked = "last " + nodeId }
    function addRepetition(nodeId) { asked = "add " + nodeId }
    function pickPhoto(nodeId, file) { asked = "photo " + nodeId }
    function draw(nodeId, drawing) { asked = "draw " + nodeId + " " + drawing }
    function pickFile(nodeId, file) { asked = "file " + nodeId }
    function removeFile(nodeId) { asked = "removeFile " + nodeId }
    function fold(nodeId, open) { asked = "fold " + nodeId + " " + open }
    function removeRepetition(nodeId) { asked = "remove " + nodeId }
    function undoRemove() { asked = "undo" }
    function searchChoices(nodeId, text) { return { "found": choices(["1", "Frischmarkt Handels AG"], ["2", "FrigoMart România S.R.L."]), "told": "2 of 2,310: type more to see fewer." } }
    function answerSignature(nodeId, strokes, area) { asked = "sign " + nodeId + " " + strokes.length }
    function signByName(nodeId, name, area) { asked = "signByName " + nodeId + " " + name }
    function speakForm(name) { asked = "speak " + name; language = name }
    function goTo(section) { asked = "goTo " + section }
    function next() { asked = "next" }
    function back() { asked = "back" }
    function finish() { asked = "finish" }
    function goToMissing(nodeId) { asked = "goToMissing " + nodeId }
    function keepDraft() { asked = "keepDraft"; left() }
    function discard() { asked = "discard"; left() }
}

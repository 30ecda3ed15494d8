// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// One question: what is asked, the way of answering it, what is wrong with the answer, and where it came from. A scope, so that a list that makes it
// its current item leaves the focus where it is inside.
FocusScope {
    id: row

    required property int index // in the list
    required property int nodeId
    required property string name
    required property int kind
    required property string label
    required property string hint
    required property string value
    required property string display
    required property bool required
    required property bool readonly
    required property string problem
    required property var choices
    required property var chosen
    required property int inputHints
    required property string origin
    required property bool unknown
    required property bool removable
    required property int level
    required property var extra // what only some kinds have
    property var found: [] // of the last search
    property string told: "" // beside what was found
    property string sought: "" // what the last search was for
    property bool hasCamera: false // on this device
    property MediaController media: null
    property bool hasPositions: false // this device may know where it is
    property bool placing: false // it is being found out
    property bool placeFound: false // and something is known already
    property string placeTold: "" // how far that is, or why it does not go
    signal searched(string text)
    signal answered(string text)
    signal typed(string text) // and perhaps not finished
    signal toggled(string value, bool on)
    signal unknownSet(bool on)
    signal lastTaken // what this person answered the last time
    signal reasonGiven(string text) // why a value beyond its limits stands
    signal signed(var strokes, size area)
    signal signedByName(string text, size area)
    signal photoRequested(bool camera) // else from the album
    signal pictureRequested // to see it whole
    signal labelPictureRequested // the form's own, to see it whole
    signal drawingRequested // on the picture, or on blank paper
    signal fileWanted // one of this device
    signal videoRequested // to watch it
    signal fileRemoved
    signal codeRequested(bool front)
    signal placeRequested(real metres)
    signal placeTaken
    signal placeStopped
    signal stepped(bool forward) // by a key that the control keeps to itself
    signal added
    signal removed
    signal folded(bool open)

    property bool wasEmpty: false // when it got the focus: what is offered then stays while she types
    readonly property bool offersLast: (row.extra.lastText ?? "") !== "" && !row.unknown && (row.value === "" || row.activeFocus && row.wasEmpty)
    readonly property bool isHeading: row.kind === Question.Group || row.kind === Question.RepetitionHead
    readonly property string card: row.extra.card ?? "" // the part of a card that it makes
    readonly property int inset: row.card === "" ? 0 : Theme.s16
    readonly property bool offersNothing: (row.kind === Question.ChoiceOne || row.kind === Question.ChoiceMany) && row.choices.length === 0
    readonly property bool asks: !row.isHeading && row.kind !== Question.Note && row.kind !== Question.AddRepetition
    // A line of a table, where its columns are wide enough; else a question like any other, and no line of headings.
    readonly property bool ofTable: row.extra.layout === "grid" || row.extra.layout === "header"
    readonly property real gridCell: row.ofTable ? Math.min(Theme.gridCellAtMost, 0.6 * (row.width - 2 * row.inset) / Math.max(1, row.choices.length)) : 0
    readonly property bool gridded: row.ofTable && !Theme.roomy && row.gridCell >= Theme.gridCell * Theme.textScale
    readonly property string spoken: row.required ? qsTr("%1, required").arg(row.label) : row.label
    readonly property string spokenMore: row.problem === "" ? row.hint : row.problem

    function takeFocus(cause) {
        const why = row.extra.reasonProblem ? reason.item as ReasonAnswer : null
        const answer = control.item as Item
        if (why)
            why.takeFocus()
        if (why || !answer)
            return
        const counter = answer as CounterAnswer
        if (counter)
            counter.takeFocus(cause)
        else
            (answer.activeFocusOnTab ? answer : answer.nextItemInFocusChain(true)).forceActiveFocus(cause)
    }

    implicitHeight: body.implicitHeight
    objectName: "questionRow"
    onActiveFocusChanged: row.wasEmpty = row.activeFocus && row.value === ""
    // Qt tells nothing of a field whose text is hidden, not even its name: the row says it.
    Accessible.role: Accessible.Grouping
    Accessible.name: row.extra.masked ? row.spoken : ""
    Accessible.ignored: !row.extra.masked

    CardEdge {
        id: edge
        part: row.card
        visible: row.card !== ""
        y: edge.begins ? 0 : -Theme.betweenQuestions / 2
        width: row.width
        height: row.height - edge.y + (edge.ends ? 0 : Theme.betweenQuestions / 2)
    }
    Column {
        id: body
        x: row.inset
        width: row.width - 2 * row.inset
        topPadding: edge.begins ? Theme.s8 : 0
        bottomPadding: edge.ends ? (edge.begins ? Theme.s8 : Theme.s20) : 0
        spacing: Theme.s8

        // What few rows have is made where it is wanted: a page of questions is made anew at each step.
        Loader {
            active: row.kind === Question.Group
            visible: active
            sourceComponent: AppText {
                width: body.width
                text: row.label
                type: Theme.h2
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
        }
        Item {
            id: headed
            width: body.width
            height: heading.implicitHeight + (headed.stacked ? dontKnow.height : 0)
            visible: row.asks && row.label !== "" && !row.gridded

            readonly property bool stacked: dontKnow.visible && dontKnow.implicitWidth > headed.width / 2 // no room beside the words

            Flow {
                id: heading
                anchors.left: parent.left
                width: parent.width - (dontKnow.visible && !headed.stacked ? dontKnow.width + Theme.s8 : 0)
                spacing: Theme.s8

                AppText {
                    width: Math.min(implicitWidth, heading.width)
                    text: row.label
                    type: Theme.h2
                    Accessible.ignored: true
                }
                Loader {
                    active: row.required && !row.readonly
                    visible: active
                    sourceComponent: AppText {
                        height: Math.round(Theme.h2.line * Theme.textScale)
                        verticalAlignment: Text.AlignVCenter
                        text: qsTr("required")
                        type: Theme.small
                        muted: true
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                }
            }
            // Beside the question, so that nothing below moves away under a finger when an answer makes it needless.
            Loader {
                id: dontKnow
                anchors.right: parent.right
                y: headed.stacked ? heading.implicitHeight : (heading.implicitHeight - height) / 2
                active: row.asks && !row.readonly && (row.unknown || row.value === "")
                visible: active
                sourceComponent: AppButton {
                    objectName: "dontKnowButton"
                    text: row.unknown ? qsTr("We know it now") : qsTr("Don’t know yet")
                    glyph: row.unknown ? Icons.check : Icons.helpCircle
                    look: AppButton.Plain
                    Accessible.name: qsTr("%1: %2", "question and what the button does").arg(row.label).arg(text)
                    onClicked: row.unknownSet(!row.unknown)
                }
            }
        }
        AppText {
            objectName: "unknownText"
            width: body.width
            visible: row.unknown && row.readonly
            text: qsTr("Not known yet")
            muted: true
        }
        Loader {
            id: labelPicture
            anchors.left: parent.left
            active: (row.extra.labelPicture ?? "") !== ""
            visible: (labelPicture.item as LabelPicture)?.shown ?? false
            width: Math.min(body.width, Theme.photo * 2)
            sourceComponent: LabelPicture {
                source: row.extra.labelPicture
                label: row.label
                onClicked: row.labelPictureRequested()
            }
        }
        Loader {
            active: row.hint !== "" || row.kind === Question.Note
            visible: active
            sourceComponent: AppText {
                width: body.width
                text: row.kind === Question.Note ? (row.hint === "" ? row.label : row.label + "\n" + row.hint) : row.hint
                type: row.kind === Question.Note ? Theme.body : Theme.small
                muted: row.kind !== Question.Note
            }
        }
        Loader {
            id: remark

            readonly property string note: row.offersNothing ? qsTr("Nothing can be chosen yet. Another answer decides what is offered here.") : row.extra.note ?? ""
            active: remark.note !== ""
            visible: active
            sourceComponent: AppText {
                width: body.width
                text: remark.note
                type: Theme.small
                muted: true
            }
        }
        Loader {
            id: control

            // One file for each way of answering; compiled when the first question of its kind comes by.
            readonly property string way: {
                switch (row.kind) {
                case Question.Multiline: return "MultilineAnswer"
                case Question.Integer:
                case Question.Decimal: return "NumberAnswer"
                case Question.Counter: return "CounterAnswer"
                case Question.Range: return "RangeAnswer"
                case Question.Rating: return "RatingAnswer"
                case Question.Date: return "DateAnswer"
                case Question.Time:
                case Question.DateTime: return "TimeAnswer"
                case Question.ChoiceOne:
                case Question.ChoiceMany:
                    return row.extra.layout === "likert" ? "LikertAnswer" : row.gridded ? "GridAnswer" : row.extra.layout === "header" ? "" : "ChoiceAnswer"
                case Question.Search: return "SearchAnswer"
                case Question.SearchMany: return "SearchManyAnswer"
                case Question.Code: return "CodeAnswer"
                case Question.Place: return "PlaceAnswer"
                case Question.Rank: return "RankAnswer"
                case Question.Signature: return "SignatureAnswer"
                case Question.Confirm: return "ConfirmAnswer"
                case Question.RepetitionHead: return "RepetitionAnswer"
                case Question.AddRepetition: return "AddAnswer"
                case Question.Photo: return "PhotoAnswer"
                case Question.Drawing: return "DrawingAnswer"
                case Question.Audio: return "SoundAnswer"
                case Question.Video:
                case Question.File: return "FileAnswer"
                case Question.Other:
                case Question.Note:
                case Question.Group: return ""
                default: return "TextAnswer"
                }
            }

            width: body.width
            visible: control.way !== ""
            onWayChanged: control.load()
            Component.onCompleted: control.load()

            function load() {
                if (control.way === "")
                    control.source = ""
                else
                    control.setSource(control.way + ".qml", { "question": row })
            }
        }
        Loader {
            active: row.offersLast
            visible: active
            width: body.width
            sourceComponent: LastValue {
                text: row.extra.lastText ?? ""
                label: row.label
                onTaken: {
                    row.wasEmpty = false
                    row.lastTaken()
                }
            }
        }
        Loader {
            id: reason
            width: body.width
            active: (row.extra.asksReason ?? false) && (!row.readonly || row.extra.reason !== "")
            visible: active
            sourceComponent: ReasonAnswer {
                label: row.label
                reason: row.extra.reason ?? ""
                problem: row.extra.reasonProblem ?? ""
                readOnly: row.readonly
                onGiven: text => row.reasonGiven(text)
            }
        }
        Loader {
            active: row.problem !== ""
            visible: active
            sourceComponent: Row {
                spacing: Theme.s8

                AppIcon {
                    glyph: Icons.alertCircle
                    size: Theme.iconText
                    color: Theme.danger
                }
                AppText {
                    objectName: "problemText"
                    width: body.width - Theme.s32
                    text: row.problem
                    type: Theme.small
                    color: Theme.danger
                }
            }
        }
        Loader {
            active: row.origin !== ""
            visible: active
            sourceComponent: AppText {
                width: body.width
                text: row.origin
                type: Theme.caption
                muted: true
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Theme

// One question with its way of answering, what is wrong with the answer, and where it came from.
Column {
    id: row

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
    property var found: [] // of the last search
    signal searched(string text)
    signal answered(string text)
    signal toggled(string value, bool on)
    signal unknownSet(bool on)
    signal signed(var strokes, size area)
    signal added
    signal removed

    readonly property bool asks: row.kind !== Question.Note && row.kind !== Question.Group && row.kind !== Question.RepetitionHead && row.kind !== Question.AddRepetition
    readonly property string spoken: row.required ? qsTr("%1, required").arg(row.label) : row.label

    function takeFocus() {
        const answer = control.item as Item
        if (answer)
            answer.forceActiveFocus(Qt.OtherFocusReason)
    }

    spacing: Theme.s8
    objectName: "questionRow"

    Row {
        width: row.width
        visible: row.kind === Question.Group || row.kind === Question.RepetitionHead
        spacing: Theme.s8

        AppText {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - (remove.visible ? remove.width + Theme.s8 : 0)
            text: row.label
            type: Theme.h2
        }
        AppButton {
            id: remove
            objectName: "removeRepetition"
            visible: row.removable
            text: qsTr("Remove")
            look: AppButton.Plain
            onClicked: row.removed()
        }
    }
    Item {
        width: row.width
        height: heading.implicitHeight
        visible: row.asks && row.label !== ""

        Flow {
            id: heading
            width: parent.width - (dontKnow.visible ? dontKnow.width + Theme.s8 : 0)
            spacing: Theme.s8

            AppText {
                width: Math.min(implicitWidth, heading.width)
                text: row.label
                type: Theme.h2
                Accessible.ignored: true
            }
            AppText {
                visible: row.required && !row.readonly
                height: Math.round(Theme.h2.line * Theme.textScale)
                verticalAlignment: Text.AlignVCenter
                text: qsTr("required")
                type: Theme.small
                muted: true
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        // Beside the question, so that nothing below moves away under a finger when an answer makes it needless.
        AppButton {
            id: dontKnow
            objectName: "dontKnowButton"
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: row.asks && !row.readonly && (row.unknown || row.required && row.value === "")
            text: row.unknown ? qsTr("We know it now") : qsTr("Don’t know yet")
            glyph: row.unknown ? Icons.check : Icons.helpCircle
            look: AppButton.Plain
            onClicked: row.unknownSet(!row.unknown)
        }
    }
    AppText {
        width: row.width
        visible: row.hint !== "" || row.kind === Question.Note
        text: row.kind === Question.Note ? (row.hint === "" ? row.label : row.label + "\n" + row.hint) : row.hint
        type: row.kind === Question.Note ? Theme.body : Theme.small
        muted: row.kind !== Question.Note
    }
    Loader {
        id: control
        width: row.width
        visible: row.kind !== Question.Note && row.kind !== Question.Group && row.kind !== Question.RepetitionHead
        sourceComponent: {
            switch (row.kind) {
            case Question.Multiline: return area
            case Question.ChoiceOne: return one
            case Question.ChoiceMany: return several
            case Question.Search: return search
            case Question.Date: return date
            case Question.Signature: return signature
            case Question.Confirm: return confirm
            case Question.AddRepetition: return add
            case Question.Note:
            case Question.Group:
            case Question.RepetitionHead: return null
            default: return line
            }
        }
    }
    Row {
        visible: row.problem !== ""
        spacing: Theme.s8

        AppIcon {
            glyph: Icons.alertCircle
            size: Theme.iconText
            color: Theme.danger
        }
        AppText {
            objectName: "problemText"
            width: row.width - Theme.s32
            text: row.problem
            type: Theme.small
            color: Theme.danger
        }
    }
    AppText {
        visible: row.origin !== ""
        width: row.width
        text: row.origin
        type: Theme.caption
        muted: true
    }

    Component {
        id: line
        AppField {
            objectName: "answerField"
            value: row.display === "" ? row.value : row.display
            readOnly: row.readonly
            faulty: row.problem !== ""
            inputMethodHints: row.inputHints
            Accessible.name: row.spoken
            Accessible.description: row.problem === "" ? row.hint : row.problem
            onCommitted: text => row.answered(text)
        }
    }
    Component {
        id: area
        AppTextArea {
            objectName: "answerField"
            value: row.value
            readOnly: row.readonly
            faulty: row.problem !== ""
            Accessible.name: row.spoken
            Accessible.description: row.problem === "" ? row.hint : row.problem
            onCommitted: text => row.answered(text)
        }
    }
    Component {
        id: one
        ChoiceSet {
            choices: row.choices
            chosen: row.chosen
            readOnly: row.readonly
            Accessible.role: Accessible.Grouping
            Accessible.name: row.spoken
            onToggled: (value, on) => row.toggled(value, on)
        }
    }
    Component {
        id: several
        ChoiceSet {
            choices: row.choices
            chosen: row.chosen
            several: true
            readOnly: row.readonly
            Accessible.role: Accessible.Grouping
            Accessible.name: row.spoken
            onToggled: (value, on) => row.toggled(value, on)
        }
    }
    Component {
        id: search
        SearchPick {
            value: row.value
            display: row.display
            readOnly: row.readonly
            name: row.spoken
            found: row.found
            onTyped: text => row.searched(text)
            onPicked: value => row.answered(value)
        }
    }
    Component {
        id: date
        DatePick {
            value: row.value
            display: row.display
            readOnly: row.readonly
            faulty: row.problem !== ""
            name: row.spoken
            onCommitted: text => row.answered(text)
        }
    }
    Component {
        id: signature
        SignaturePad {
            filled: row.value !== ""
            readOnly: row.readonly
            name: row.spoken
            onSigned: (strokes, area) => row.signed(strokes, area)
            onCleared: row.answered("")
        }
    }
    Component {
        id: confirm
        ChoiceButton {
            objectName: "confirmButton"
            several: true
            text: qsTr("Done")
            chosen: row.value !== ""
            enabled: !row.readonly
            onClicked: row.answered(row.value === "" ? "OK" : "")
        }
    }
    Component {
        id: add
        Item {
            implicitHeight: addButton.implicitHeight

            AppButton {
                id: addButton
                objectName: "addRepetition"
                text: row.label === "" ? qsTr("Add another") : row.label
                glyph: Icons.plus
                look: AppButton.Tonal
                onClicked: row.added()
            }
        }
    }
}

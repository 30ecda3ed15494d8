// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components
import Rapport.Theme

// A number counted with the thumb: less, more, or typed.
Row {
    id: counter

    required property QuestionRow question

    readonly property real from: counter.question.extra.from
    readonly property real to: counter.question.extra.to
    readonly property real step: counter.question.extra.step
    readonly property bool empty: counter.question.value === ""
    readonly property real number: Number(counter.question.value.replace(",", "."))

    function takeFocus(reason) {
        entry.forceActiveFocus(reason)
    }
    function count(by) {
        const first = counter.from > -1e9 ? counter.from : 0
        const next = counter.empty ? (by > 0 ? first + (counter.from > -1e9 ? 0 : counter.step) : first) : counter.number + by
        counter.question.answered(Math.min(counter.to, Math.max(counter.from, next)).toFixed(counter.question.extra.decimals))
    }

    spacing: Theme.s8

    AppButton {
        id: less
        objectName: "lessButton"
        width: Theme.targetLarge
        height: Theme.targetLarge
        glyph: Icons.minus
        look: AppButton.Outline
        enabled: !counter.question.readonly && (counter.empty || counter.number > counter.from)
        Accessible.name: qsTr("%1: less", "question").arg(counter.question.label)
        onClicked: counter.count(-counter.step)
    }
    AppField {
        id: entry
        objectName: "answerField"
        width: Theme.measureField
        horizontalAlignment: TextInput.AlignHCenter
        value: entry.activeFocus || counter.question.display === "" ? counter.question.value : counter.question.display
        readOnly: counter.question.readonly
        faulty: counter.question.problem !== ""
        inputMethodHints: counter.question.inputHints
        font.weight: Font.DemiBold
        Accessible.name: counter.question.spoken
        Accessible.description: counter.question.spokenMore
        Keys.onUpPressed: if (more.enabled) more.clicked()
        Keys.onDownPressed: if (less.enabled) less.clicked()
        onCommitted: text => counter.question.answered(text)
    }
    AppButton {
        id: more
        objectName: "moreButton"
        width: Theme.targetLarge
        height: Theme.targetLarge
        glyph: Icons.plus
        look: AppButton.Outline
        enabled: !counter.question.readonly && (counter.empty || counter.number < counter.to)
        Accessible.name: qsTr("%1: more", "question").arg(counter.question.label)
        onClicked: counter.count(counter.step)
    }
    AppText {
        anchors.verticalCenter: parent.verticalCenter
        visible: text !== ""
        text: counter.question.extra.unit ?? ""
        muted: true
        Accessible.ignored: true
    }
}

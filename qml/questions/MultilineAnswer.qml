// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components
import Rapport.Theme

// Several lines of text, as many shown as the form asks for.
AppTextArea {
    required property QuestionRow question

    objectName: "answerField"
    implicitHeight: Math.max(Math.round(question.extra.rows * Theme.body.line * Theme.textScale), contentHeight) + 2 * Theme.s16
    value: question.value
    readOnly: question.readonly
    faulty: question.problem !== ""
    Accessible.name: question.spoken
    Accessible.description: question.spokenMore
    onCommitted: text => question.answered(text)
    onRested: text => question.typed(text)
    onStepped: forward => question.stepped(forward)
}

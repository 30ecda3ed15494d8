// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components

// One line of text, and whatever else is simply typed.
AppField {
    required property QuestionRow question

    objectName: "answerField"
    value: question.display === "" ? question.value : question.display
    readOnly: question.readonly
    faulty: question.problem !== ""
    inputMethodHints: question.inputHints
    echoMode: question.extra.masked ? TextInput.Password : TextInput.Normal
    Accessible.name: question.spoken
    Accessible.description: question.spokenMore
    onCommitted: text => question.answered(text)
    onRested: text => question.typed(text)
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components

// A day, a month or a year.
DatePick {
    required property QuestionRow question

    value: question.value
    display: question.display
    precision: question.extra.precision
    readOnly: question.readonly
    faulty: question.problem !== ""
    name: question.spoken
    description: question.spokenMore
    onCommitted: text => question.answered(text)
}

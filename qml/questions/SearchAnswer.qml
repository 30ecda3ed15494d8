// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components

// One of many.
SearchPick {
    required property QuestionRow question

    value: question.value
    display: question.display
    readOnly: question.readonly
    name: question.spoken
    description: question.spokenMore
    found: question.found
    told: question.told
    opens: question.extra.opens ?? false
    onTyped: text => question.searched(text)
    onPicked: value => question.answered(value)
}

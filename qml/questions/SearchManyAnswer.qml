// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components
import Rapport.Theme

// Several of many: what was taken stands above the field, one tap gives it back.
Column {
    id: answer

    required property QuestionRow question

    spacing: Theme.s8

    Flow {
        width: answer.width
        visible: answer.question.chosen.length > 0
        spacing: Theme.s8

        Repeater {
            model: answer.question.chosen

            ChoiceButton {
                id: taken
                required property string modelData
                required property int index
                objectName: "taken_" + taken.modelData
                width: Math.min(implicitWidth, answer.width)
                text: answer.question.extra.names[taken.index] ?? taken.modelData
                several: true
                chosen: true
                enabled: !answer.question.readonly
                onClicked: answer.question.toggled(taken.modelData, false)
            }
        }
    }
    SearchPick {
        width: answer.width
        visible: !answer.question.readonly
        value: ""
        display: ""
        name: answer.question.spoken
        description: answer.question.spokenMore
        found: answer.question.found.filter(one => answer.question.chosen.indexOf(one.value) < 0)
        told: answer.question.told
        opens: answer.question.extra.opens ?? false
        onTyped: text => answer.question.searched(text)
        onPicked: value => answer.question.toggled(value, true)
    }
}

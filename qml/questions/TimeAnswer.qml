// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// A time, or a day and a time: typed, or taken from the clock and moved by a quarter of an hour.
Column {
    id: answer

    required property QuestionRow question

    readonly property bool withDay: answer.question.kind === Question.DateTime

    spacing: Theme.s8

    AppField {
        objectName: "answerField"
        width: Math.min(answer.width, Theme.sideCard)
        glyph: answer.withDay ? Icons.calendar : Icons.clock
        value: answer.question.display
        readOnly: answer.question.readonly
        faulty: answer.question.problem !== ""
        inputMethodHints: answer.question.inputHints
        placeholderText: answer.withDay ? qsTr("Day and time") : qsTr("Hours and minutes")
        Accessible.name: answer.question.spoken
        Accessible.description: answer.question.spokenMore
        onCommitted: text => answer.question.answered(text)
    }
    Flow {
        width: answer.width
        visible: !answer.question.readonly
        spacing: Theme.s8

        Repeater {
            model: [
                { "name": "now", "text": qsTr("Now"), "answer": "now", "fresh": true },
                { "name": "earlier", "text": qsTr("15 min earlier"), "answer": "time-15", "fresh": false },
                { "name": "later", "text": qsTr("15 min later"), "answer": "time+15", "fresh": false }
            ]

            ChoiceButton {
                id: step
                required property var modelData
                objectName: "time_" + step.modelData.name
                visible: step.modelData.fresh || !answer.withDay && answer.question.value !== ""
                several: true
                text: step.modelData.text
                role: Accessible.Button
                onClicked: answer.question.answered(step.modelData.answer)
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components

// One box to tick.
Item {
    id: answer

    required property QuestionRow question

    implicitHeight: button.implicitHeight

    ChoiceButton {
        id: button
        objectName: "confirmButton"
        width: Math.min(implicitWidth, answer.width)
        several: true
        text: qsTr("Done")
        chosen: answer.question.value !== ""
        enabled: !answer.question.readonly
        Accessible.name: answer.question.spoken
        Accessible.description: answer.question.spokenMore
        onClicked: answer.question.answered(answer.question.value === "" ? "OK" : "")
    }
}

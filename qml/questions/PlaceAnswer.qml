// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components
import Rapport.Theme

// A position: where this device is, or typed as latitude and longitude.
Column {
    id: answer

    required property QuestionRow question

    spacing: Theme.s8

    Flow {
        width: answer.width
        visible: !answer.question.readonly && answer.question.hasPositions
        spacing: Theme.s8

        AppButton {
            id: here
            objectName: "usePositionButton"
            visible: !answer.question.placing
            large: true
            text: answer.question.value === "" ? qsTr("Use my position") : qsTr("Look again")
            glyph: Icons.crosshairs
            look: answer.question.value === "" ? AppButton.Tonal : AppButton.Outline
            Accessible.name: qsTr("%1: %2", "question and what the button does").arg(answer.question.label).arg(here.text)
            onClicked: answer.question.placeRequested(answer.question.extra.accuracy ?? 5)
        }
        AppButton {
            objectName: "takePositionButton"
            visible: answer.question.placing
            enabled: answer.question.placeFound
            large: true
            text: qsTr("Use it as it is")
            glyph: Icons.check
            look: AppButton.Tonal
            onClicked: answer.question.placeTaken()
        }
        AppButton {
            objectName: "stopPositionButton"
            visible: answer.question.placing
            large: true
            text: qsTr("Stop")
            look: AppButton.Plain
            onClicked: answer.question.placeStopped()
        }
    }
    AppText {
        objectName: "placeText"
        width: answer.width
        visible: text !== ""
        text: answer.question.placeTold
        type: Theme.small
    }
    AppField {
        objectName: "answerField"
        width: answer.width
        value: answer.question.value
        readOnly: answer.question.readonly
        faulty: answer.question.problem !== ""
        inputMethodHints: Qt.ImhPreferNumbers | Qt.ImhNoPredictiveText
        placeholderText: "52.52 13.40"
        LayoutMirroring.enabled: false // a position is read from left to right
        Accessible.name: answer.question.spoken
        Accessible.description: answer.question.spokenMore
        onCommitted: text => answer.question.answered(text)
    }
    AppText {
        objectName: "placeShown"
        width: answer.width
        visible: answer.question.display !== ""
        text: answer.question.display
        type: Theme.small
        muted: true
    }
    AppText {
        width: answer.width
        visible: !answer.question.readonly && answer.question.value === ""
        text: answer.question.hasPositions ? qsTr("Or type latitude and longitude.")
                                           : qsTr("This device does not know where it is: type latitude and longitude, for example 52.52 13.40.")
        type: Theme.small
        muted: true
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components
import Rapport.Theme

// One more repetition.
Item {
    id: answer

    required property QuestionRow question

    implicitHeight: button.implicitHeight

    AppButton {
        id: button
        objectName: "addRepetition"
        text: answer.question.label === "" ? qsTr("Add another") : answer.question.label
        glyph: Icons.plus
        look: AppButton.Tonal
        onClicked: answer.question.added()
    }
}

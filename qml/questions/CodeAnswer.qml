// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components
import Rapport.Theme

// The text of a code: read by the camera, sent by a hand scanner as if it were typed, or typed.
Column {
    id: answer

    required property QuestionRow question

    readonly property bool beside: answer.width >= Theme.compact * 0.7 * Theme.textScale

    spacing: Theme.s8

    Grid {
        width: answer.width
        columns: answer.beside ? 2 : 1
        columnSpacing: Theme.s8
        rowSpacing: Theme.s8

        AppField {
            objectName: "answerField"
            width: scan.visible && answer.beside ? answer.width - scan.width - Theme.s8 : answer.width
            value: answer.question.value
            readOnly: answer.question.readonly
            takesCodes: !answer.question.readonly
            faulty: answer.question.problem !== ""
            inputMethodHints: answer.question.inputHints | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
            echoMode: answer.question.extra.masked ? TextInput.Password : TextInput.Normal
            Accessible.name: answer.question.spoken
            Accessible.description: answer.question.spokenMore
            onCommitted: text => answer.question.answered(text)
            onRested: text => answer.question.typed(text)
        }
        AppButton {
            id: scan
            objectName: "scanCodeButton"
            visible: answer.question.hasCamera && !answer.question.readonly
            large: true
            text: answer.question.value === "" ? qsTr("Scan") : qsTr("Scan again")
            glyph: Icons.barcodeScan
            look: answer.question.value === "" ? AppButton.Tonal : AppButton.Outline
            Accessible.name: qsTr("%1: %2", "question and what the button does").arg(answer.question.label).arg(scan.text)
            onClicked: answer.question.codeRequested(answer.question.extra.front ?? false)
        }
    }
    AppText {
        width: answer.width
        visible: !answer.question.readonly && answer.question.value === ""
        text: answer.question.hasCamera ? qsTr("Or use a hand scanner, or type what is printed below the bars.")
                                        : qsTr("There is no camera here: use a hand scanner, or type what is printed below the bars.")
        type: Theme.small
        muted: true
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components
import Rapport.Theme

// A drawing on blank paper: made on a screen of its own, shown small.
Item {
    id: answer

    required property QuestionRow question

    readonly property bool filled: answer.question.value !== ""
    readonly property bool beside: thumbnail.visible && answer.width >= thumbnail.width + Theme.s16 + Theme.photo // the buttons fit beside the picture

    implicitHeight: content.height

    Grid {
        id: content
        width: answer.width
        columns: answer.beside ? 2 : 1
        columnSpacing: Theme.s16
        rowSpacing: Theme.s12

        PictureButton {
            id: thumbnail
            width: Math.min(answer.width, Theme.photo * 1.5)
            question: answer.question
            onPaper: true
        }
        Flow {
            width: answer.beside ? answer.width - thumbnail.width - Theme.s16 : answer.width
            flow: answer.beside ? Flow.TopToBottom : Flow.LeftToRight
            spacing: Theme.s8
            visible: !answer.question.readonly && !(answer.question.extra.preparing ?? false)

            AppButton {
                objectName: "drawButton"
                large: !answer.filled
                text: answer.filled ? qsTr("Go on drawing") : qsTr("Draw")
                glyph: Icons.brush
                look: answer.filled ? AppButton.Outline : AppButton.Tonal
                Accessible.name: qsTr("%1: %2", "question and what the button does").arg(answer.question.label).arg(text)
                Accessible.description: answer.question.spokenMore
                onClicked: answer.question.drawingRequested()
            }
            AppButton {
                objectName: "removePictureButton"
                visible: answer.filled
                text: qsTr("Remove")
                glyph: Icons.deleteOutline
                look: AppButton.Plain
                Accessible.name: qsTr("%1: %2", "question and what the button does").arg(answer.question.label).arg(text)
                onClicked: answer.question.fileRemoved()
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components
import Rapport.Theme

// A picture: from the camera or from the album; shown small, touched to be seen whole.
Item {
    id: answer

    required property QuestionRow question

    readonly property bool filled: answer.question.value !== ""
    readonly property bool preparing: answer.question.extra.preparing ?? false
    readonly property bool canTake: answer.question.hasCamera
    readonly property bool canPick: !answer.question.hasCamera || !answer.question.extra.onlyNew
    readonly property bool beside: answer.width >= thumbnail.width + Theme.s16 + Theme.photo // the buttons fit beside the picture

    implicitHeight: content.height

    Grid {
        id: content
        width: answer.width
        columns: answer.beside && thumbnail.visible ? 2 : 1
        columnSpacing: Theme.s16
        rowSpacing: Theme.s12

        PictureButton {
            id: thumbnail
            width: Math.min(answer.width, Theme.photo * 1.5)
            question: answer.question
        }
        Column {
            width: answer.beside && thumbnail.visible ? answer.width - thumbnail.width - Theme.s16 : answer.width
            spacing: Theme.s8

            Flow {
                width: parent.width
                flow: answer.beside && thumbnail.visible ? Flow.TopToBottom : Flow.LeftToRight
                spacing: Theme.s8
                visible: !answer.question.readonly && !answer.preparing

                AppButton {
                    objectName: "drawOnPictureButton"
                    visible: answer.filled && (answer.question.extra.annotates ?? false)
                    text: qsTr("Draw on it")
                    glyph: Icons.brush
                    Accessible.name: qsTr("%1: %2", "question and what the button does").arg(answer.question.label).arg(text)
                    onClicked: answer.question.drawingRequested()
                }
                AppButton {
                    objectName: "takePhotoButton"
                    visible: answer.canTake
                    large: !answer.filled
                    text: answer.filled ? qsTr("Take again") : qsTr("Take photo")
                    glyph: Icons.camera
                    look: answer.filled ? AppButton.Outline : AppButton.Tonal
                    Accessible.name: qsTr("%1: %2", "question and what the button does").arg(answer.question.label).arg(text)
                    Accessible.description: answer.question.spokenMore
                    onClicked: answer.question.photoRequested(true)
                }
                AppButton {
                    objectName: "pickPictureButton"
                    visible: answer.canPick
                    large: !answer.filled
                    text: answer.filled ? qsTr("Pick another") : qsTr("Pick photo")
                    glyph: Icons.image
                    look: answer.canTake || answer.filled ? AppButton.Outline : AppButton.Tonal
                    Accessible.name: qsTr("%1: %2", "question and what the button does").arg(answer.question.label).arg(text)
                    Accessible.description: answer.question.spokenMore
                    onClicked: answer.question.photoRequested(false)
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
            AppText {
                width: parent.width
                visible: !answer.canTake && !answer.question.readonly && !answer.filled
                text: qsTr("There is no camera here; pick a photo of this device.")
                type: Theme.small
                muted: true
            }
        }
    }
}

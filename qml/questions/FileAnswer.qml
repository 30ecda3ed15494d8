// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// A file of this device: a film, which can be watched, or anything else.
Column {
    id: answer

    required property QuestionRow question

    readonly property bool film: answer.question.kind === Question.Video
    readonly property bool filled: answer.question.value !== ""
    readonly property bool preparing: answer.question.extra.preparing ?? false

    spacing: Theme.s12

    FileCard {
        width: answer.width
        visible: answer.filled && !answer.preparing
        glyph: answer.question.extra.glyph ?? "file"
        name: answer.question.extra.fileName ?? ""
        detail: answer.question.extra.fileDetail ?? ""
    }
    AppText {
        width: answer.width
        visible: answer.preparing
        text: qsTr("The file is being kept …")
        type: Theme.small
        muted: true
    }
    Flow {
        width: answer.width
        spacing: Theme.s8
        visible: !answer.preparing

        AppButton {
            objectName: "watchButton"
            visible: answer.film && answer.filled
            text: qsTr("Play")
            glyph: Icons.play
            Accessible.name: qsTr("%1: %2", "question and what the button does").arg(answer.question.label).arg(text)
            onClicked: answer.question.videoRequested()
        }
        AppButton {
            objectName: "pickFileButton"
            visible: !answer.question.readonly
            large: !answer.filled
            text: answer.filled ? qsTr("Pick another") : answer.film ? qsTr("Pick video") : qsTr("Pick file")
            glyph: answer.film ? Icons.video : Icons.paperclip
            look: answer.filled ? AppButton.Outline : AppButton.Tonal
            Accessible.name: qsTr("%1: %2", "question and what the button does").arg(answer.question.label).arg(text)
            Accessible.description: answer.question.spokenMore
            onClicked: answer.question.fileWanted()
        }
        AppButton {
            objectName: "removeFileButton"
            visible: answer.filled && !answer.question.readonly
            text: qsTr("Remove")
            glyph: Icons.deleteOutline
            look: AppButton.Plain
            Accessible.name: qsTr("%1: %2", "question and what the button does").arg(answer.question.label).arg(text)
            onClicked: answer.question.fileRemoved()
        }
    }
    AppText {
        width: answer.width
        visible: answer.film && !answer.filled && !answer.preparing && !answer.question.readonly
        text: qsTr("A video is not taken here; pick one of this device.")
        type: Theme.small
        muted: true
    }
}

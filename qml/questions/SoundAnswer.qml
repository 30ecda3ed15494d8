// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// A voice: recorded here or picked, and listened to. What is recorded says how loud and how long it is.
Column {
    id: answer

    required property QuestionRow question

    readonly property RecordingController recorder: answer.question.media?.recording ?? null
    readonly property PlaybackController player: answer.question.media?.playback ?? null
    readonly property string media: answer.question.extra.media ?? ""
    readonly property bool filled: answer.question.value !== ""
    readonly property bool preparing: answer.question.extra.preparing ?? false
    readonly property bool recording: answer.recorder !== null && answer.recorder.nodeId === answer.question.nodeId
    readonly property bool hasMicrophone: answer.recorder?.hasMicrophone ?? false
    readonly property bool playing: answer.player !== null && answer.player.playing && answer.player.source === answer.media
    readonly property bool inHand: answer.player !== null && answer.media !== "" && answer.player.source === answer.media // played or paused

    spacing: Theme.s12

    Row {
        width: answer.width
        visible: answer.recording
        spacing: Theme.s16

        AppButton {
            id: stop
            objectName: "stopRecordingButton"
            large: true
            text: qsTr("Stop")
            glyph: Icons.stop
            look: AppButton.Primary
            Accessible.name: qsTr("%1: %2", "question and what the button does").arg(answer.question.label).arg(text)
            onClicked: answer.recorder.stop()
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(0, answer.width - stop.width - Theme.s16)
            spacing: Theme.s8

            AppText {
                objectName: "recordedLength"
                text: qsTr("Recording, %1").arg(answer.recorder?.lengthText ?? "")
                type: Theme.strong
            }
            Rectangle {
                objectName: "levelMeter"
                width: parent.width
                height: Theme.s8
                radius: height / 2
                color: Theme.sunken
                Accessible.role: Accessible.ProgressBar
                Accessible.name: qsTr("How loud it is")

                Rectangle {
                    width: parent.width * (answer.recorder?.level ?? 0)
                    height: parent.height
                    radius: height / 2
                    color: Theme.positive
                }
            }
        }
    }
    FileCard {
        width: answer.width
        visible: answer.filled && !answer.recording && !answer.preparing
        glyph: answer.question.extra.glyph ?? "music"
        name: answer.media === "" ? "" : answer.question.value.endsWith(".opus") ? qsTr("Voice note") : answer.question.extra.fileName
        detail: answer.inHand ? answer.player.positionText : answer.question.extra.fileDetail ?? ""

        Row {
            width: parent.width
            spacing: Theme.s12

            AppButton {
                id: play
                objectName: "playButton"
                text: answer.playing ? qsTr("Pause") : qsTr("Play")
                glyph: answer.playing ? Icons.pause : Icons.play
                Accessible.name: qsTr("%1: %2", "question and what the button does").arg(answer.question.label).arg(text)
                onClicked: answer.playing ? answer.player.pause() : answer.player.play(answer.media)
            }
            PlaceBar {
                objectName: "placeBar"
                anchors.verticalCenter: parent.verticalCenter
                width: Math.max(0, parent.width - play.width - Theme.s12)
                visible: answer.inHand
                place: answer.player?.progress ?? 0
                name: qsTr("Place in the recording")
                onMoved: answer.player.seek(value)
            }
        }
        AppText {
            objectName: "playText"
            width: parent.width
            visible: answer.player !== null && answer.media !== "" && answer.player.failed === answer.media
            text: qsTr("This recording cannot be played on this device.")
            type: Theme.small
            color: Theme.danger
        }
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
        visible: !answer.question.readonly && !answer.recording && !answer.preparing

        AppButton {
            objectName: "recordButton"
            visible: !answer.filled && answer.hasMicrophone
            large: true
            text: qsTr("Record")
            glyph: Icons.microphone
            Accessible.name: qsTr("%1: %2", "question and what the button does").arg(answer.question.label).arg(text)
            Accessible.description: answer.question.spokenMore
            onClicked: {
                answer.player.stop()
                answer.recorder.start(answer.question.nodeId, answer.question.extra.quality ?? "")
                stop.forceActiveFocus()
            }
        }
        AppButton {
            objectName: "pickSoundButton"
            visible: !answer.filled
            large: true
            text: qsTr("Pick sound file")
            glyph: Icons.paperclip
            look: answer.hasMicrophone ? AppButton.Outline : AppButton.Tonal
            Accessible.name: qsTr("%1: %2", "question and what the button does").arg(answer.question.label).arg(text)
            Accessible.description: answer.question.spokenMore
            onClicked: answer.question.fileWanted()
        }
        AppButton {
            objectName: "removeSoundButton"
            visible: answer.filled
            text: qsTr("Remove")
            glyph: Icons.deleteOutline
            look: AppButton.Plain
            Accessible.name: qsTr("%1: %2", "question and what the button does").arg(answer.question.label).arg(text)
            onClicked: {
                answer.player.stop()
                answer.question.fileRemoved()
            }
        }
    }
    AppText {
        width: answer.width
        visible: !answer.filled && !answer.question.readonly && !answer.recording && !answer.preparing
        text: answer.hasMicrophone ? answer.recorder.limitText : qsTr("There is no microphone here; pick a sound file of this device.")
        type: Theme.small
        muted: true
    }
}

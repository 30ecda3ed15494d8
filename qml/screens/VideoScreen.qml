// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// A film of a conversation, as large as the screen.
Rectangle {
    id: screen

    required property PlaybackController playback
    required property string source
    required property string label // of the question
    signal closed

    readonly property bool failed: screen.playback.failed === screen.source
    readonly property bool shown: screen.playback.source === screen.source

    objectName: "videoScreen"
    color: Theme.camera
    Keys.onEscapePressed: screen.closed()
    Keys.onSpacePressed: screen.turn()
    Component.onCompleted: {
        play.forceActiveFocus()
        screen.playback.play(screen.source)
    }
    Component.onDestruction: screen.playback.stop()

    function turn() {
        if (screen.playback.playing)
            screen.playback.pause()
        else
            screen.playback.play(screen.source)
    }

    MouseArea {
        anchors.fill: parent
        onClicked: screen.turn()
        Accessible.ignored: true
    }
    FrameView {
        anchors.top: parent.top
        anchors.bottom: controls.top
        width: parent.width
        visible: screen.shown
        image: screen.playback.frame // qmllint disable
        crop: false
        Accessible.role: Accessible.Graphic
        Accessible.name: screen.label
    }
    AppText {
        objectName: "videoText"
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.s48
        horizontalAlignment: Text.AlignHCenter
        visible: screen.failed
        text: qsTr("This video cannot be played on this device.")
        color: Theme.cameraText
    }
    AppButton {
        objectName: "closeVideoButton"
        x: Theme.s24
        y: Theme.s24
        large: true
        text: qsTr("Close")
        glyph: Icons.close
        look: AppButton.OnCamera
        onClicked: screen.closed()
    }
    Row {
        id: controls
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s16
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - 2 * Theme.s24, Theme.readingWidth)
        spacing: Theme.s16

        AppButton {
            id: play
            objectName: "videoPlayButton"
            large: true
            width: implicitHeight
            glyph: screen.playback.playing ? Icons.pause : Icons.play
            look: AppButton.Accent
            Accessible.name: screen.playback.playing ? qsTr("Pause") : qsTr("Play")
            onClicked: screen.turn()
        }
        PlaceBar {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - play.width - place.width - 2 * Theme.s16
            place: screen.playback.progress
            track: Theme.cameraLine
            done: Theme.accent
            name: qsTr("Place in the video")
            onMoved: screen.playback.seek(value)
        }
        AppText {
            id: place
            anchors.verticalCenter: parent.verticalCenter
            text: screen.playback.positionText
            color: Theme.cameraText
            wrapMode: Text.NoWrap
        }
    }
}

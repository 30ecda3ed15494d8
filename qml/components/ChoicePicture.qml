// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// A picture of the form on white paper, in every light. Without height where it cannot be shown: the words beside it say the same.
Item {
    id: shown

    required property string source
    property real room: Theme.photo * 0.6 // how high it may be
    readonly property bool here: shown.source !== "" && picture.status !== Image.Error
    readonly property bool ready: picture.status === Image.Ready

    implicitHeight: shown.here ? shown.room : 0
    visible: shown.here

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius - Theme.s4
        color: Theme.paper
    }
    Image {
        id: picture
        objectName: "formPicture"
        anchors.fill: parent
        anchors.margins: Theme.s4
        source: shown.source
        sourceSize.width: 480
        sourceSize.height: 480
        asynchronous: true
        fillMode: Image.PreserveAspectFit
        Accessible.ignored: true
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Components
import Rapport.Theme

// The small picture of an answer; touched, it is seen whole. Says while one is being prepared.
T.AbstractButton {
    id: thumbnail

    required property QuestionRow question
    property bool onPaper: false // it is a drawing: its ground is white in every light

    readonly property bool filled: thumbnail.question.value !== ""
    readonly property bool preparing: thumbnail.question.extra.preparing ?? false

    objectName: "pictureButton"
    height: Math.round(thumbnail.width * 0.75)
    visible: thumbnail.filled || thumbnail.preparing
    enabled: thumbnail.filled && !thumbnail.preparing
    Accessible.role: Accessible.Button
    Accessible.name: thumbnail.preparing ? working.text : qsTr("Show the picture of “%1”").arg(thumbnail.question.label)
    Accessible.onPressAction: thumbnail.clicked()
    onClicked: thumbnail.question.pictureRequested()

    background: Rectangle {
        radius: Theme.radius
        color: thumbnail.onPaper && picture.visible ? Theme.paper : Theme.background
        border.width: Theme.hairline
        border.color: Theme.outline

        FocusRing {
            visible: thumbnail.visualFocus
            around: Theme.radius
        }
    }
    contentItem: Item {
        Image {
            id: picture
            anchors.fill: parent
            anchors.margins: Theme.s4
            visible: picture.status === Image.Ready
            source: thumbnail.question.extra.picture ?? ""
            asynchronous: true
            fillMode: Image.PreserveAspectFit
        }
        AppIcon {
            anchors.centerIn: parent
            visible: !picture.visible && !working.visible
            glyph: Icons.image
            size: Theme.iconLarge
            color: Theme.textMuted
        }
        AppText {
            id: working
            anchors.centerIn: parent
            width: parent.width - Theme.s24
            horizontalAlignment: Text.AlignHCenter
            visible: thumbnail.preparing
            text: qsTr("The picture is being prepared …")
            type: Theme.small
            muted: true
            Accessible.ignored: true
        }
    }
}

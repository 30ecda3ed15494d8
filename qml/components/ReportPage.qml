// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import QtQuick.Window
import Rapport.Theme

// One page of a report as it will be printed: white in every light. A tap shows it larger.
T.AbstractButton {
    id: page

    required property string name // "Page 1 of 2"
    required property string source
    readonly property bool drawn: picture.status === Image.Ready

    implicitHeight: Math.round(page.width * Math.SQRT2) // A4
    Accessible.role: Accessible.Button
    Accessible.name: page.name
    Accessible.description: qsTr("Shows the page larger")
    Accessible.onPressAction: page.clicked()

    background: Rectangle {
        color: Theme.paper
        border.width: Theme.hairline
        border.color: Theme.outline

        FocusRing {
            visible: page.visualFocus
        }
    }
    contentItem: Item {
        Image {
            id: picture
            anchors.fill: parent
            anchors.margins: Theme.hairline
            source: page.source
            sourceSize.width: Math.round(page.width * Screen.devicePixelRatio)
            asynchronous: true
            fillMode: Image.PreserveAspectFit
            Accessible.ignored: true
        }
        AppText {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.s24
            visible: !page.drawn
            horizontalAlignment: Text.AlignHCenter
            text: picture.status === Image.Error ? qsTr("This page cannot be shown. The saved file has it.") : page.name
            color: Theme.outlineStrong
        }
    }
}

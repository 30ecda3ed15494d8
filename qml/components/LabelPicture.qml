// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// The picture that a form shows with a question; touched, it is seen whole.
T.AbstractButton {
    id: button

    required property string source
    required property string label
    readonly property bool shown: picture.here

    objectName: "labelPicture"
    implicitHeight: picture.implicitHeight + 2 * Theme.s4
    visible: button.shown
    enabled: picture.ready
    Accessible.role: Accessible.Button
    Accessible.name: button.label === "" ? qsTr("Show the picture") : qsTr("Show the picture of “%1”").arg(button.label)
    Accessible.onPressAction: button.clicked()

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.outline

        FocusRing {
            visible: button.visualFocus
            around: Theme.radius
        }
    }
    contentItem: Item {
        ChoicePicture {
            id: picture
            x: Theme.s4
            y: Theme.s4
            width: parent.width - 2 * Theme.s4
            height: implicitHeight
            source: button.source
            room: Theme.photo
        }
    }
}

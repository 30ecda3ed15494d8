// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// One tool over a dark ground: a glyph with its word below it, lit while it is in the hand.
T.AbstractButton {
    id: tool

    required property string glyph
    required property string name
    property bool choice: false // one of several, of which one is in the hand
    property bool held: false

    implicitWidth: Math.max(Theme.targetLarge, word.implicitWidth + Theme.s16)
    implicitHeight: Math.max(Theme.targetLarge, stack.implicitHeight + Theme.s12)
    opacity: tool.enabled ? 1 : 0.4
    Accessible.role: tool.choice ? Accessible.RadioButton : Accessible.Button
    Accessible.name: tool.name
    Accessible.checked: tool.held
    Accessible.onPressAction: tool.clicked()

    background: Rectangle {
        radius: Theme.radius
        color: tool.held ? Theme.cameraSoft : Theme.cameraPill
        border.width: tool.held ? Theme.focusLine : 0
        border.color: Theme.accent

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: Theme.cameraText
            opacity: tool.down ? 0.12 : 0
        }
        FocusRing {
            visible: tool.visualFocus
            around: Theme.radius
        }
    }
    contentItem: Item {
        Column {
            id: stack
            anchors.centerIn: parent
            spacing: Theme.s2

            AppIcon {
                anchors.horizontalCenter: parent.horizontalCenter
                glyph: tool.glyph
                size: Theme.icon
                color: tool.held ? Theme.cameraOnSoft : Theme.cameraText
            }
            AppText {
                id: word
                anchors.horizontalCenter: parent.horizontalCenter
                text: tool.name
                type: Theme.rail
                color: tool.held ? Theme.cameraOnSoft : Theme.cameraText
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}

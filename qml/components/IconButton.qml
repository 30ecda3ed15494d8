// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// One of the few glyphs that stand alone: back, close. It has a name for those who hear the screen.
T.Button {
    id: button

    required property string glyph
    required property string name
    property color ink: Theme.textMuted

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    Accessible.role: Accessible.Button
    Accessible.name: button.name
    Accessible.onPressAction: if (button.enabled) button.clicked()
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    background: Rectangle {
        radius: Theme.radius
        color: button.down ? Theme.sunken : "transparent"

        FocusRing {
            visible: button.visualFocus
        }
    }
    contentItem: AppIcon {
        glyph: button.glyph
        color: button.ink
    }
}

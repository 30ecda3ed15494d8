// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// Turns a page, beside it.
T.AbstractButton {
    id: button

    required property bool forward

    implicitWidth: Theme.targetLarge
    implicitHeight: Theme.target + Theme.s32
    opacity: button.enabled ? 1 : 0.4
    Accessible.role: Accessible.Button
    Accessible.name: button.forward ? qsTr("Next page") : qsTr("Previous page")
    Accessible.onPressAction: if (button.enabled) button.clicked()
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    background: Rectangle {
        radius: Theme.radiusCard
        color: button.down ? Theme.sunken : Theme.surfaceRaised
        border.width: Theme.hairline
        border.color: Theme.outline

        FocusRing {
            visible: button.visualFocus
            around: parent.radius
        }
    }
    contentItem: AppIcon {
        glyph: button.forward ? Icons.chevronRight : Icons.chevronLeft
        size: Theme.iconLarge
        color: Theme.text
    }
}

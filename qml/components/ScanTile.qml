// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// The largest thing on the screen: Scan.
T.AbstractButton {
    id: tile

    implicitWidth: Theme.heroTile
    implicitHeight: Theme.heroTile
    text: qsTr("Scan a badge")
    opacity: tile.enabled ? 1 : 0.4
    Accessible.role: Accessible.Button
    Accessible.name: tile.text
    Accessible.onPressAction: tile.clicked()
    Keys.onReturnPressed: tile.clicked()
    Keys.onEnterPressed: tile.clicked()

    background: Rectangle {
        radius: Theme.s20
        color: tile.down ? Qt.darker(Theme.accent, 1.1) : Theme.accent

        FocusRing {
            visible: tile.visualFocus
            around: Theme.s20
            border.color: Theme.overHero
        }
    }
    contentItem: AppIcon {
        glyph: Icons.qrcodeScan
        size: Theme.iconHero
        color: Theme.overAccent
    }
}

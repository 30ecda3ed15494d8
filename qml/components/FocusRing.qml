// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// Drawn around whatever has the keyboard's focus.
Rectangle {
    id: ring

    property int around: Theme.radius

    anchors.fill: parent
    anchors.margins: -Theme.s4
    radius: ring.around + Theme.s4
    color: "transparent"
    border.width: Theme.focusLine
    border.color: Theme.focus
}

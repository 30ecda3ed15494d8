// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// What one row of a list shows of a card that stands around several of them: "top", "middle", "bottom", or all of it ("alone").
Item {
    id: edge

    required property string part

    readonly property bool begins: edge.part === "top" || edge.part === "alone"
    readonly property bool ends: edge.part === "bottom" || edge.part === "alone"
    readonly property int beyond: Theme.radiusCard + Theme.hairline // so far it goes on, out of sight

    clip: true

    Rectangle {
        y: edge.begins ? 0 : -edge.beyond
        width: edge.width
        height: edge.height + (edge.begins ? 0 : edge.beyond) + (edge.ends ? 0 : edge.beyond)
        radius: Theme.radiusCard
        color: Theme.surfaceRaised
        border.width: Theme.hairline
        border.color: Theme.outline
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// A surface with a hairline; grows with what is in it.
Rectangle {
    id: card

    default property alias content: inner.data
    property int padding: Theme.s20
    property int spacing: 0

    implicitHeight: inner.implicitHeight + 2 * card.padding
    radius: Theme.radiusCard
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.outline

    Column {
        id: inner
        x: card.padding
        y: card.padding
        width: card.width - 2 * card.padding
        spacing: card.spacing
    }
}

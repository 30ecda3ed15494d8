// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// A file as it is known again: what kind it is, its name, how long or how large it is.
Rectangle {
    id: card

    required property string glyph
    required property string name
    required property string detail
    default property alias content: below.data // what can be done with it, below its name

    implicitHeight: stack.implicitHeight + 2 * Theme.s16
    radius: Theme.radius
    color: Theme.background
    border.width: Theme.hairline
    border.color: Theme.outline

    Column {
        id: stack
        x: Theme.s16
        y: Theme.s16
        width: parent.width - 2 * Theme.s16
        spacing: Theme.s12

        Row {
            width: parent.width
            spacing: Theme.s12
            Accessible.role: Accessible.StaticText
            Accessible.name: card.name + ", " + card.detail

            AppIcon {
                id: icon
                anchors.verticalCenter: parent.verticalCenter
                glyph: Icons.named(card.glyph)
                size: Theme.iconLarge
                color: Theme.primary
            }
            Column {
                width: parent.width - icon.width - Theme.s12

                AppText {
                    width: parent.width
                    text: card.name
                    type: Theme.strong
                    wrapMode: Text.WrapAnywhere
                    Accessible.ignored: true
                }
                AppText {
                    width: parent.width
                    visible: text !== ""
                    text: card.detail
                    type: Theme.small
                    muted: true
                    Accessible.ignored: true
                }
            }
        }
        Column {
            id: below
            width: parent.width
            visible: children.length > 0
        }
    }
}

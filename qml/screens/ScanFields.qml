// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components
import Rapport.Theme

// What a code says, or is known of what it names, line by line; on the camera's dark card.
Column {
    id: list

    required property var fields // icon, label, value

    Repeater {
        model: list.fields

        Item {
            id: field
            required property string icon
            required property string label
            required property string value
            width: parent ? parent.width : 0
            height: Math.max(Theme.targetLarge, words.implicitHeight + Theme.s16)

            Rectangle {
                width: parent.width
                height: Theme.hairline
                color: Theme.cameraLine
            }
            AppIcon {
                id: glyph
                anchors.verticalCenter: parent.verticalCenter
                glyph: Icons.named(field.icon)
                size: Theme.iconText
                color: Theme.cameraMuted
            }
            Column {
                id: words
                x: Theme.s32 + Theme.s8
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x

                AppText {
                    width: parent.width
                    text: field.label
                    type: Theme.caption
                    color: Theme.cameraMuted
                }
                AppText {
                    width: parent.width
                    text: field.value
                    type: Theme.strong
                    color: Theme.cameraText
                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                }
            }
        }
    }
    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.cameraLine
    }
}

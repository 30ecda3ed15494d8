// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// One step of a delivery: circle, line down to the next, what and when.
Item {
    id: step

    required property string title
    required property string detail
    required property bool done
    property bool last: false

    implicitHeight: words.implicitHeight + (step.last ? 0 : Theme.s16)
    Accessible.role: Accessible.ListItem
    Accessible.name: step.title
    Accessible.description: step.detail

    AppIcon {
        id: mark
        glyph: step.done ? Icons.checkCircle : Icons.clock
        color: step.done ? Theme.positive : Theme.textMuted
    }
    Rectangle {
        visible: !step.last
        x: mark.width / 2 - Theme.hairline
        y: mark.height + Theme.s2
        width: Theme.focusLine
        height: step.height - y - Theme.s2
        color: Theme.outline
    }
    Column {
        id: words
        anchors.left: mark.right
        anchors.leftMargin: Theme.s12
        anchors.right: parent.right

        AppText {
            width: parent.width
            text: step.title
            type: Theme.h3
        }
        AppText {
            width: parent.width
            visible: text !== ""
            text: step.detail
            type: Theme.small
            muted: true
        }
    }
}

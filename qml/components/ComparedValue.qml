// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// One of two values that stand side by side: what differs is heavier, what is going to stand there has a tick.
Column {
    id: side

    required property string heading // whose value it is; empty: that stands above the column
    required property string value
    required property bool differs
    required property bool taken

    spacing: Theme.s2

    AppText {
        width: parent.width
        visible: text !== ""
        text: side.heading
        type: Theme.caption
        muted: true
        Accessible.ignored: true
    }
    Row {
        width: parent.width
        spacing: Theme.s4

        AppIcon {
            id: tick
            visible: side.taken
            y: Theme.s2
            glyph: Icons.check
            size: Theme.iconText
            color: Theme.positive
        }
        AppText {
            width: parent.width - (tick.visible ? tick.width + Theme.s4 : 0)
            text: side.value === "" ? "–" : side.value
            type: side.differs ? Theme.h3 : Theme.body
            color: side.value === "" ? Theme.textMuted : Theme.text
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            Accessible.ignored: true
        }
    }
}

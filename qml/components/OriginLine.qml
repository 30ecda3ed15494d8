// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// Where a value comes from and when it was true: "ERP · as of 9 Nov 23:00".
Row {
    id: line

    required property string text

    visible: line.text !== ""
    spacing: Theme.s4

    AppIcon {
        id: icon
        anchors.verticalCenter: words.verticalCenter
        glyph: Icons.clock
        size: Theme.iconSmall
        color: Theme.textMuted
    }
    AppText {
        id: words
        width: Math.min(implicitWidth, line.width - icon.width - Theme.s4)
        text: line.text
        type: Theme.caption
        muted: true
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// Text in one of the styles of the theme; wraps, never clips.
Text {
    id: text

    property TypeStyle type: Theme.body
    property bool muted: false

    color: text.muted ? Theme.textMuted : Theme.text
    font.family: Theme.family
    font.pixelSize: Math.round(text.type.size * Theme.textScale)
    font.weight: text.type.weight
    font.letterSpacing: text.type.tracking * text.type.size
    // One line alone sits in the middle of its box; several keep the style's rhythm.
    lineHeightMode: text.wrapMode === Text.NoWrap ? Text.ProportionalHeight : Text.FixedHeight
    lineHeight: text.wrapMode === Text.NoWrap ? 1 : Math.round(text.type.line * Theme.textScale)
    topPadding: text.lineHeightMode === Text.FixedHeight ? text.type.above * Theme.textScale : 0
    bottomPadding: -text.topPadding // Qt leaves all of a fixed line's air below the letters
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
}

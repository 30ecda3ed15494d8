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
    lineHeightMode: Text.FixedHeight
    lineHeight: Math.round(text.type.line * Theme.textScale)
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
}

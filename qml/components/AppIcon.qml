// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// One glyph; always beside a word, so it says nothing of its own to a screen reader.
Text {
    id: icon

    required property string glyph
    property int size: Theme.icon

    text: icon.glyph
    color: Theme.text
    font.family: Theme.iconFamily
    font.pixelSize: Math.round(icon.size * Theme.iconScale)
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    Accessible.ignored: true
}

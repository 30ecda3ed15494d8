// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// A state: icon, word, colour. Says itself to a screen reader.
Rectangle {
    id: chip

    enum Tone {
        Quiet,
        Outlined,
        Positive,
        Warning,
        Attention,
        Primary
    }
    property string text: ""
    property string glyph: ""
    property int tone: Chip.Quiet

    readonly property color ink: [Theme.text, Theme.text, Theme.positive, Theme.warning, Theme.attention, Theme.overPrimarySoft][chip.tone]

    implicitWidth: row.implicitWidth + 2 * Theme.s12
    implicitHeight: Math.max(Theme.chip, row.implicitHeight + Theme.s8)
    radius: height / 2
    color: [Theme.sunken, "transparent", Theme.positiveSoft, Theme.warningSoft, Theme.attentionSoft, Theme.primarySoft][chip.tone]
    border.width: chip.tone === Chip.Outlined || Theme.highContrast ? Theme.hairline : 0
    border.color: chip.tone === Chip.Outlined ? Theme.outlineStrong : chip.ink
    Accessible.role: Accessible.StaticText
    Accessible.name: chip.text

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.s4 + Theme.s2

        AppIcon {
            visible: chip.glyph !== ""
            anchors.verticalCenter: parent.verticalCenter
            glyph: chip.glyph
            size: Theme.iconSmall
            color: chip.ink
        }
        AppText {
            anchors.verticalCenter: parent.verticalCenter
            text: chip.text
            type: Theme.small
            color: chip.ink
            font.weight: chip.tone === Chip.Attention ? 600 : 500
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// One sentence, and at most one button. Attention colour only for "needs you".
Rectangle {
    id: banner

    enum Tone {
        Quiet,
        Attention,
        Danger
    }
    property string title: ""
    property string text: ""
    property string action: ""
    property string glyph: Icons.information
    property int tone: Banner.Quiet
    signal acted

    readonly property color ink: [Theme.textMuted, Theme.attention, Theme.danger][banner.tone]

    implicitHeight: content.implicitHeight + 2 * Theme.s16
    radius: Theme.radiusCard
    color: [Theme.sunken, Theme.attentionSoft, Theme.dangerSoft][banner.tone]
    border.width: Theme.highContrast ? Theme.hairline : 0
    border.color: banner.ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: banner.title + " " + banner.text

    AppIcon {
        id: icon
        x: Theme.s20
        y: Theme.s16
        glyph: banner.glyph
        size: Theme.icon
        color: banner.ink
    }
    Column {
        id: content
        x: icon.x + icon.width + Theme.s16
        y: Theme.s16
        width: banner.width - x - Theme.s20
        spacing: Theme.s2

        AppText {
            visible: banner.title !== ""
            width: parent.width
            text: banner.title
            type: Theme.h3
        }
        AppText {
            visible: banner.text !== ""
            width: parent.width
            text: banner.text
            type: Theme.small
        }
        Item {
            visible: banner.action !== ""
            width: parent.width
            height: button.implicitHeight + Theme.s12

            AppButton {
                id: button
                objectName: "bannerButton"
                y: Theme.s12
                text: banner.action
                textRoom: content.width - 2 * Theme.s20
                look: banner.tone === Banner.Attention ? AppButton.Attention : AppButton.Tonal
                onClicked: banner.acted()
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// A verb. One primary a screen; the icon stands left, an arrow right.
T.Button {
    id: button

    enum Look {
        Primary,
        Tonal,
        Outline,
        Plain,
        Attention,
        OnInk,
        OnCamera,
        Accent
    }
    property int look: AppButton.Tonal
    property string glyph: ""
    property string trailingGlyph: ""
    property bool large: false
    property real textRoom: 0 // its words break into lines where they are wider; 0: they stay on one

    readonly property color fill: [Theme.primary, Theme.primarySoft, "transparent", "transparent", Theme.attention, Theme.inkVeil, Theme.cameraPill, Theme.accent][button.look]
    readonly property color ink: [Theme.overPrimary, Theme.overPrimarySoft, Theme.text, Theme.primary, Theme.overAttention, Theme.overHero, Theme.cameraText, Theme.overAccent][button.look]

    implicitWidth: Math.max(Theme.target, row.implicitWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(button.large ? Theme.targetLarge : Theme.target, row.implicitHeight + 2 * Theme.s8)
    leftPadding: button.text === "" ? 0 : Theme.s20
    rightPadding: button.leftPadding
    opacity: button.enabled ? 1 : 0.4
    Accessible.role: Accessible.Button
    Accessible.name: button.text
    Accessible.onPressAction: if (button.enabled) button.clicked()
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    background: Rectangle {
        radius: button.look === AppButton.OnCamera ? height / 2 : Theme.radius
        color: button.fill
        border.width: button.look === AppButton.Outline ? Theme.focusLine - 0.5 : Theme.highContrast ? Theme.hairline : 0
        border.color: button.look === AppButton.Outline ? Theme.outlineStrong : button.ink

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: button.ink
            opacity: button.down ? 0.12 : button.hovered ? 0.04 : 0
        }
        FocusRing {
            visible: button.visualFocus
            around: parent.radius
        }
    }

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.s10

            AppIcon {
                visible: button.glyph !== ""
                anchors.verticalCenter: parent.verticalCenter
                glyph: button.glyph
                size: button.text === "" ? Theme.icon : Theme.iconText
                color: button.ink
            }
            AppText {
                visible: button.text !== ""
                anchors.verticalCenter: parent.verticalCenter
                width: button.textRoom > 0 ? Math.min(implicitWidth, button.textRoom) : implicitWidth
                text: button.text
                type: Theme.button
                color: button.ink
                wrapMode: button.textRoom > 0 ? Text.WordWrap : Text.NoWrap
                Accessible.ignored: true
            }
            AppIcon {
                visible: button.trailingGlyph !== ""
                anchors.verticalCenter: parent.verticalCenter
                glyph: button.trailingGlyph
                size: Theme.iconText
                color: button.ink
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

T.Button {
    id: item

    required property string glyph
    property bool current: false

    implicitWidth: Math.max(Theme.railItemWidth, label.implicitWidth)
    implicitHeight: Math.max(Theme.railItemHeight, label.implicitHeight + icon.implicitHeight + Theme.s20)
    Accessible.role: Accessible.PageTab
    Accessible.name: item.text
    Accessible.selected: item.current
    Accessible.onPressAction: item.clicked()
    Keys.onReturnPressed: item.clicked()
    Keys.onEnterPressed: item.clicked()

    background: Rectangle {
        radius: Theme.radiusCard
        color: item.current || item.down ? Theme.inkVeil : "transparent"

        FocusRing {
            visible: item.visualFocus
            around: Theme.radiusCard
            border.color: Theme.accent
        }
    }
    contentItem: Item {
        Column {
            anchors.centerIn: parent
            width: parent.width
            spacing: Theme.s4

            AppIcon {
                id: icon
                width: parent.width
                glyph: item.glyph
                color: item.current ? Theme.accent : Theme.overInkMuted
            }
            AppText {
                id: label
                width: parent.width
                text: item.text
                type: Theme.rail
                color: item.current ? Theme.overHero : Theme.overInkMuted
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// One of a few ways to look at a list, chosen by a touch. It is as small as a chip and as large as a finger.
T.AbstractButton {
    id: button

    property bool chosen: false

    implicitWidth: Math.max(Theme.target, label.implicitWidth + 2 * Theme.s16 + (button.chosen ? Theme.iconSmall + Theme.s4 : 0))
    implicitHeight: Math.max(Theme.target, label.implicitHeight + Theme.s12)
    Accessible.role: Accessible.RadioButton
    Accessible.name: button.text
    Accessible.checkable: true
    Accessible.checked: button.chosen
    Accessible.onPressAction: button.clicked()
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: parent.width
            height: Math.max(Theme.iconTile, label.implicitHeight + Theme.s12)
            radius: height / 2
            color: button.chosen ? Theme.primarySoft : button.down ? Theme.sunken : "transparent"
            border.width: button.chosen && !Theme.highContrast ? 0 : Theme.hairline
            border.color: Theme.outlineStrong

            FocusRing {
                visible: button.visualFocus
                around: parent.radius
            }
        }
    }
    contentItem: Item {
        Row {
            anchors.centerIn: parent
            spacing: Theme.s4

            AppIcon {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.chosen
                glyph: Icons.check
                size: Theme.iconSmall
                color: Theme.overPrimarySoft
            }
            AppText {
                id: label
                anchors.verticalCenter: parent.verticalCenter
                text: button.text
                type: Theme.smallStrong
                color: button.chosen ? Theme.overPrimarySoft : Theme.text
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}

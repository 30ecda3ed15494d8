// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Components
import Rapport.Theme

// What was answered here the last time, to be taken with one touch.
T.AbstractButton {
    id: chip

    required property string label // of the question
    signal taken

    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.s8)
    objectName: "lastValueChip"
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("%1: take the last answer, %2", "question and answer").arg(chip.label).arg(chip.text)
    Accessible.onPressAction: chip.clicked()
    onClicked: chip.taken()

    background: Item {
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(parent.width, words.implicitWidth + glyph.width + Theme.s8 + 2 * Theme.s16)
            height: parent.height - Theme.s8
            radius: Theme.target / 2
            color: chip.down ? Theme.primarySoft : Theme.sunken
            border.width: Theme.highContrast ? Theme.hairline : 0
            border.color: Theme.outlineStrong

            FocusRing {
                visible: chip.visualFocus
                around: parent.radius
            }
        }
    }
    contentItem: Item {
        AppIcon {
            id: glyph
            x: Theme.s16
            anchors.verticalCenter: parent.verticalCenter
            glyph: Icons.clock
            size: Theme.iconReceipt
            color: Theme.textMuted
        }
        AppText {
            id: words
            anchors.left: glyph.right
            anchors.leftMargin: Theme.s8
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width - glyph.width - Theme.s8 - 2 * Theme.s16)
            text: chip.text
            type: Theme.small
            maximumLineCount: 6
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
}

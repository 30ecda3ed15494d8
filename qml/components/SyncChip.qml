// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// The one quiet chip of the bar: how many are still here and when the hub was last heard. Touching it tries now.
T.Button {
    id: chip

    required property string count
    property string contact: ""
    property bool attention: false
    property bool brief: false

    implicitWidth: row.implicitWidth + 2 * Theme.s16
    implicitHeight: Math.max(Theme.target, row.implicitHeight + Theme.s16)
    Accessible.role: Accessible.Button
    Accessible.name: chip.contact === "" ? chip.count : qsTr("%1, %2").arg(chip.count).arg(chip.contact)
    Accessible.description: qsTr("Tries to send now")
    Accessible.onPressAction: chip.clicked()
    Keys.onReturnPressed: chip.clicked()
    Keys.onEnterPressed: chip.clicked()

    background: Rectangle {
        radius: height / 2
        color: chip.attention ? Theme.attentionSoft : chip.down ? Theme.sunken : "transparent"
        border.width: chip.attention && !Theme.highContrast ? 0 : Theme.hairline
        border.color: Theme.highContrast ? Theme.outlineStrong : Theme.outline

        FocusRing {
            visible: chip.visualFocus
            around: parent.radius
        }
    }
    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.s8

            AppIcon {
                anchors.verticalCenter: parent.verticalCenter
                glyph: chip.attention ? Icons.alertCircle : Icons.tablet
                size: Theme.iconText
                color: chip.attention ? Theme.attention : Theme.textMuted
            }
            AppText {
                anchors.verticalCenter: parent.verticalCenter
                text: chip.count
                type: Theme.smallStrong
                color: chip.attention ? Theme.attention : Theme.text
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            AppText {
                anchors.verticalCenter: parent.verticalCenter
                visible: chip.contact !== "" && !chip.brief
                text: qsTr("· %1").arg(chip.contact)
                type: Theme.small
                muted: true
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.App
import Rapport.Components
import Rapport.Theme

// That there is something to know before the talk, and the way to it.
T.AbstractButton {
    id: banner

    required property CustomerController customer
    readonly property string notes: banner.customer.briefingText

    objectName: "briefingBanner"
    implicitHeight: Math.max(Theme.targetLarge, words.implicitHeight + 2 * Theme.s12)
    visible: banner.customer.isOpen && (banner.notes !== "" || banner.customer.appointmentText !== "")
    text: banner.customer.appointmentText === "" || banner.notes === "" ? banner.customer.appointmentText + banner.notes : qsTr("%1: %2").arg(banner.customer.appointmentText).arg(banner.notes)
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Open the briefing. %1").arg(banner.text)
    Accessible.onPressAction: banner.clicked()
    Keys.onReturnPressed: banner.clicked()
    Keys.onEnterPressed: banner.clicked()
    onClicked: banner.customer.openBriefing()

    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.primarySoft
        border.width: Theme.highContrast ? Theme.hairline : 0
        border.color: Theme.overPrimarySoft

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: Theme.overPrimarySoft
            opacity: banner.down ? 0.12 : 0
        }
        FocusRing {
            visible: banner.visualFocus
            around: parent.radius
        }
    }
    contentItem: Item {
        AppIcon {
            id: flag
            x: Theme.s20
            anchors.verticalCenter: parent.verticalCenter
            glyph: Icons.flag
            color: Theme.overPrimarySoft
        }
        Column {
            id: words
            anchors.left: flag.right
            anchors.leftMargin: Theme.s16
            anchors.right: open.left
            anchors.rightMargin: Theme.s12
            anchors.verticalCenter: parent.verticalCenter

            AppText {
                width: parent.width
                visible: text !== ""
                text: banner.customer.appointmentText
                type: Theme.h3
                color: Theme.overPrimarySoft
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                visible: text !== ""
                text: banner.notes
                type: Theme.small
                color: Theme.overPrimarySoft
                Accessible.ignored: true
            }
        }
        Row {
            id: open
            anchors.right: parent.right
            anchors.rightMargin: Theme.s16
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s4

            AppText {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Briefing")
                type: Theme.button
                color: Theme.overPrimarySoft
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            AppIcon {
                anchors.verticalCenter: parent.verticalCenter
                glyph: Icons.chevronRight
                size: Theme.iconText
                color: Theme.overPrimarySoft
            }
        }
    }
}

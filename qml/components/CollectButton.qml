// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// Puts a document into the tray; a tick says that it is in it.
T.AbstractButton {
    id: button

    required property string title
    required property bool held

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    Accessible.role: Accessible.Button
    Accessible.name: button.held ? qsTr("%1 is in the tray; add it once more").arg(button.title) : qsTr("Put %1 into the tray").arg(button.title)
    Accessible.onPressAction: button.clicked()
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: Theme.iconTile
            height: width
            radius: Theme.radiusSmall
            color: button.down ? Theme.sunken : Theme.primarySoft
            border.width: Theme.highContrast ? Theme.hairline : 0
            border.color: Theme.outlineStrong

            FocusRing {
                visible: button.visualFocus
                around: parent.radius
            }
        }
    }
    contentItem: Item {
        AppIcon {
            anchors.centerIn: parent
            glyph: button.held ? Icons.check : Icons.plus
            size: Theme.iconText
            color: Theme.overPrimarySoft
        }
    }
}

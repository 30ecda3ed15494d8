// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// A machine whose plate was scanned and that this tablet does not know: one that it knows leads to its file.
Rectangle {
    id: card

    required property ScanController scan
    readonly property MachineController machine: card.scan.machine

    implicitHeight: found.implicitHeight + 2 * Theme.s24
    radius: Theme.radiusHero
    color: Theme.cameraCard

    Flickable {
        anchors.fill: parent
        anchors.margins: Theme.s24
        contentHeight: found.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: found
            width: parent.width
            spacing: Theme.s16

            Row {
                width: parent.width
                spacing: Theme.s16

                Rectangle {
                    width: Theme.avatarLarge
                    height: Theme.avatarLarge
                    radius: width / 2
                    color: Theme.cameraSoft

                    AppIcon {
                        anchors.centerIn: parent
                        glyph: Icons.wrench
                        size: Theme.iconLarge
                        color: Theme.cameraOnSoft
                    }
                }
                AppText {
                    objectName: "machineTitle"
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - Theme.avatarLarge - Theme.s16
                    text: card.machine.title
                    type: Theme.h1
                    color: Theme.cameraText
                }
            }
            ScanFields {
                width: parent.width
                fields: card.machine.fields
            }
            AppText {
                objectName: "machineSentence"
                width: parent.width
                visible: text !== ""
                text: card.machine.sentence
                type: Theme.strong
                color: Theme.cameraText
            }
            AppButton {
                objectName: "scanNextUnknownButton"
                width: parent.width
                large: true
                text: qsTr("Scan next")
                look: AppButton.Accent
                onClicked: card.scan.scanNext()
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// The machine whose plate was scanned, and what is to be done on it.
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
                Column {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - Theme.avatarLarge - Theme.s16

                    AppText {
                        objectName: "machineTitle"
                        width: parent.width
                        text: card.machine.title
                        type: Theme.h1
                        color: Theme.cameraText
                    }
                    AppText {
                        width: parent.width
                        visible: text !== ""
                        text: card.machine.owner
                        color: Theme.cameraMuted
                    }
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
            Repeater {
                model: card.machine.jobs

                Column {
                    id: job
                    required property int index
                    required property string jobId
                    required property string subject
                    required property string detail
                    width: parent ? parent.width : 0
                    spacing: Theme.s8

                    AppText {
                        width: parent.width
                        text: job.subject
                        type: Theme.strong
                        color: Theme.cameraText
                    }
                    AppText {
                        width: parent.width
                        visible: text !== ""
                        text: job.detail
                        type: Theme.small
                        color: Theme.cameraMuted
                    }
                    AppButton {
                        objectName: "openJobButton_" + job.index
                        width: parent.width
                        large: true
                        text: qsTr("Open this job")
                        trailingGlyph: Icons.arrowRight
                        look: job.index === 0 ? AppButton.Accent : AppButton.OnCamera
                        Accessible.name: qsTr("Open this job: %1").arg(job.subject)
                        onClicked: card.machine.openJob(job.jobId)
                    }
                }
            }
            AppButton {
                objectName: "startReportButton"
                width: parent.width
                visible: card.machine.canStart && card.machine.jobs.count === 0
                large: true
                text: qsTr("Start a report")
                trailingGlyph: Icons.arrowRight
                look: AppButton.Accent
                onClicked: card.machine.start()
            }
            AppButton {
                objectName: "scanNextMachineButton"
                width: parent.width
                text: qsTr("Scan next")
                look: AppButton.OnCamera
                onClicked: card.scan.scanNext()
            }
        }
    }
}

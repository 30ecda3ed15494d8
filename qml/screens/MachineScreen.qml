// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// The file of one machine: what is to be done, what was measured and done, what it is and whose, and the way to its next service.
Item {
    id: screen

    required property MachineFileController file
    signal leaveRequested
    signal scanRequested

    readonly property bool wide: body.width >= Theme.wide
    readonly property bool narrow: screen.width < Theme.compact
    readonly property int margin: screen.narrow ? Theme.marginPhone : Theme.margin

    objectName: "machineScreen"
    Keys.onEscapePressed: screen.leaveRequested()

    PageBar {
        id: bar
        width: parent.width
        margin: screen.margin
        title: screen.file.title === "" ? qsTr("Machine") : screen.file.title
        subtitle: screen.file.subtitle
        backName: qsTr("Back")
        onBack: screen.leaveRequested()

        AppButton {
            objectName: "scanNextMachineButton"
            text: qsTr("Scan next")
            glyph: Icons.qrcodeScan
            look: AppButton.Outline
            onClicked: screen.scanRequested()
        }
        AppButton {
            objectName: "startServiceButton"
            visible: screen.file.canStart
            text: qsTr("Start service")
            glyph: Icons.wrench
            look: AppButton.Primary
            onClicked: screen.file.startService()
        }
    }
    FocusScroll {
        flickable: page
    }
    Flickable {
        id: page
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: body.y + body.implicitHeight + Theme.s20
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Flow {
            id: body
            x: screen.margin
            y: Theme.s20
            width: parent.width - 2 * screen.margin
            spacing: Theme.s16

            Column {
                width: screen.wide ? parent.width - Theme.sideCard - Theme.s16 : parent.width
                spacing: Theme.s16

                AppText {
                    objectName: "machineSentence"
                    width: parent.width
                    visible: text !== ""
                    text: screen.file.sentence
                    muted: true
                }
                ListCard {
                    objectName: "machineTickets"
                    width: parent.width
                    heading: qsTr("Open tickets")
                    count: screen.file.tickets.count

                    Repeater {
                        model: screen.file.tickets

                        JobRow {
                            id: ticket
                            required property int index
                            required property string jobId
                            required property string state
                            objectName: "openJobButton_" + ticket.index
                            width: parent ? parent.width : 0
                            state_: ticket.state
                            onClicked: screen.file.openTicket(ticket.index)
                        }
                    }
                }
                ListCard {
                    id: measured
                    objectName: "machineMeasurements"
                    width: parent.width
                    heading: qsTr("Measurements")
                    count: screen.file.series.count

                    Grid {
                        id: series
                        width: parent.width
                        columns: width >= 2 * (Theme.sparkline + Theme.sectionList * Theme.textScale) ? 2 : 1

                        Repeater {
                            model: screen.file.series

                            SeriesRow {
                                objectName: "seriesRow"
                                width: Math.floor(series.width / series.columns)
                            }
                        }
                    }
                }
                ListCard {
                    objectName: "machineServices"
                    width: parent.width
                    heading: qsTr("Services")
                    count: screen.file.services.count

                    Repeater {
                        model: screen.file.services

                        TimelineRow {
                            id: service
                            required property int index
                            objectName: "serviceRow"
                            width: parent ? parent.width : 0
                            last: service.index === screen.file.services.count - 1
                            onClicked: screen.file.openService(service.index)
                        }
                    }
                }
            }
            Column {
                width: screen.wide ? Theme.sideCard : parent.width
                spacing: Theme.s16

                ListCard {
                    width: parent.width
                    heading: qsTr("Customer")
                    count: screen.file.owner === "" ? 0 : 1

                    PersonRow {
                        objectName: "machineOwner"
                        width: parent.width
                        name: screen.file.owner
                        detail: ""
                        glyph: Icons.domain
                        onClicked: screen.file.openOwner()
                    }
                    Item {
                        width: parent.width
                        height: brief.height + Theme.s4

                        AppButton {
                            id: brief
                            objectName: "machineBriefingButton"
                            x: Theme.s4
                            text: qsTr("Briefing")
                            glyph: Icons.flag
                            look: AppButton.Plain
                            Accessible.name: qsTr("Open the briefing. %1").arg(screen.file.owner)
                            onClicked: screen.file.openBriefing()
                        }
                    }
                }
                ListCard {
                    objectName: "machineFacts"
                    width: parent.width
                    heading: qsTr("The machine")
                    count: screen.file.fields.count
                    origin: screen.file.origin

                    Repeater {
                        model: screen.file.fields

                        FactRow {
                            width: parent ? parent.width : 0
                            stale: screen.file.stale
                        }
                    }
                }
                ListCard {
                    objectName: "machineDocuments"
                    width: parent.width
                    heading: qsTr("Documents")
                    count: screen.file.documents.count

                    Repeater {
                        model: screen.file.documents

                        PersonRow {
                            id: document
                            required property int index
                            required property string title
                            objectName: "documentRow"
                            width: parent ? parent.width : 0
                            name: document.title
                            glyph: Icons.filePdf
                            onClicked: screen.file.openDocument(document.index)
                        }
                    }
                }
            }
        }
    }
}

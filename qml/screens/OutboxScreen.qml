// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// What became of each conversation, why something waits, and one button that is always there.
Item {
    id: screen

    required property OutboxController outbox
    required property ConflictController conflicts
    signal deletedRequested
    signal summaryRequested
    signal rescueRequested

    readonly property bool wide: screen.width >= Theme.wide
    readonly property int margin: screen.width < Theme.compact ? Theme.marginPhone : Theme.margin

    objectName: "outboxScreen"

    Rectangle {
        id: bar
        width: parent.width
        height: Math.max(Theme.barTall, heading.implicitHeight + Theme.s24)
        color: Theme.surface

        Column {
            id: heading
            x: screen.margin
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - actions.width - screen.margin - Theme.s16

            AppText {
                width: parent.width
                text: qsTr("Outbox")
                type: Theme.h1
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            AppText {
                width: parent.width
                text: screen.outbox.lastContact === "" ? screen.outbox.day : qsTr("%1 · %2").arg(screen.outbox.day).arg(screen.outbox.lastContact)
                type: Theme.small
                muted: true
            }
        }
        Row {
            id: actions
            anchors.right: parent.right
            anchors.rightMargin: screen.margin
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s12

            Chip {
                visible: screen.outbox.needsYou > 0 && screen.width >= Theme.compact
                height: Theme.target
                text: screen.outbox.needsYouText
                glyph: Icons.alertCircle
                tone: Chip.Attention
            }
            AppButton {
                objectName: "sendNowButton"
                text: screen.outbox.trying ? qsTr("Trying now") : qsTr("Try now")
                glyph: Icons.cloudUpload
                look: AppButton.Primary
                onClicked: screen.outbox.tryNow()
            }
        }
        Hairline {
            anchors.bottom: parent.bottom
            width: parent.width
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
        contentHeight: body.implicitHeight + 2 * Theme.s20
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Flow {
            id: body
            x: screen.margin
            y: Theme.s20
            width: parent.width - 2 * screen.margin
            spacing: Theme.s24

            Column {
                width: screen.wide && screen.outbox.selectedId !== "" ? parent.width - Theme.sideCard - Theme.s24 : parent.width
                spacing: Theme.s16

                Banner {
                    objectName: "outboxBanner"
                    width: parent.width
                    visible: screen.outbox.bannerTitle !== ""
                    title: screen.outbox.bannerTitle
                    text: screen.outbox.bannerText
                    glyph: screen.outbox.bannerNeedsYou ? Icons.alertCircle : Icons.tablet
                    tone: screen.outbox.bannerNeedsYou ? Banner.Attention : Banner.Quiet
                }
                ConflictList {
                    width: parent.width
                    visible: screen.conflicts.cards.count > 0 || screen.conflicts.trouble !== ""
                    conflicts: screen.conflicts
                }
                Card {
                    width: parent.width
                    padding: 0
                    clip: true

                    Item {
                        width: parent.width
                        height: visible ? nothing.implicitHeight + 2 * Theme.s24 : 0
                        visible: screen.outbox.items.count === 0

                        AppText {
                            id: nothing
                            anchors.centerIn: parent
                            width: parent.width - 2 * Theme.s24
                            horizontalAlignment: Text.AlignHCenter
                            text: qsTr("Finished conversations stand here with what became of them.")
                            muted: true
                        }
                    }
                    Repeater {
                        model: screen.outbox.items

                        OutboxRow {
                            id: line
                            required property int index
                            required property string conversationId
                            required property int state
                            required property bool selected
                            objectName: "outboxRow"

                            width: parent ? parent.width : 0
                            first: line.index === 0
                            last: line.index === screen.outbox.items.count - 1
                            state_: line.state
                            chosen: line.selected
                            onClicked: screen.outbox.select(line.conversationId)
                        }
                    }
                }
                Flow {
                    width: parent.width
                    spacing: Theme.s12

                    AppButton {
                        objectName: "summaryButton"
                        text: qsTr("Summary of the day")
                        look: AppButton.Plain
                        onClicked: screen.summaryRequested()
                    }
                    AppButton {
                        objectName: "rescueButton"
                        text: qsTr("Rescue")
                        look: AppButton.Plain
                        Accessible.name: qsTr("Rescue: into a file what cannot be delivered, or deliver such a file")
                        onClicked: screen.rescueRequested()
                    }
                    AppButton {
                        objectName: "recentlyDeletedButton"
                        text: qsTr("Recently deleted")
                        look: AppButton.Plain
                        onClicked: screen.deletedRequested()
                    }
                }
            }
            Card {
                width: screen.wide ? Theme.sideCard : parent.width
                visible: screen.outbox.selectedId !== ""
                padding: Theme.s24
                spacing: 0

                AppText {
                    width: parent.width
                    text: screen.outbox.selectedTitle
                    type: Theme.label
                    muted: true
                }
                AppText {
                    objectName: "selectedHeadline"
                    width: parent.width
                    bottomPadding: Theme.s16
                    text: screen.outbox.selectedHeadline
                    type: Theme.h2
                }
                Repeater {
                    model: screen.outbox.steps

                    StepItem {
                        id: step
                        required property int index
                        width: parent ? parent.width : 0
                        last: step.index === screen.outbox.steps.count - 1
                    }
                }
                Item {
                    width: parent.width
                    height: Theme.s20
                }
                AppButton {
                    objectName: "sendFilesNowButton"
                    visible: screen.outbox.heldText !== ""
                    width: parent.width
                    text: qsTr("Send now")
                    glyph: Icons.cloudUpload
                    look: AppButton.Primary
                    Accessible.name: qsTr("Send now: %1").arg(screen.outbox.heldText)
                    onClicked: screen.outbox.sendFilesNow()
                }
                Item {
                    width: parent.width
                    height: screen.outbox.heldText !== "" ? Theme.s8 : 0
                }
                AppButton {
                    objectName: "openSelectedButton"
                    width: parent.width
                    text: qsTr("Read the answers")
                    look: AppButton.Tonal
                    onClicked: screen.outbox.openSelected()
                }
                Item {
                    width: parent.width
                    height: Theme.s8
                }
                AppButton {
                    objectName: "reportSelectedButton"
                    width: parent.width
                    text: qsTr("Make the report")
                    glyph: Icons.fileDocument
                    look: AppButton.Plain
                    onClicked: screen.outbox.reportSelected()
                }
                Item {
                    width: parent.width
                    height: revise.visible ? Theme.s8 : 0
                }
                AppButton {
                    id: revise
                    objectName: "reviseSelectedButton"
                    visible: screen.outbox.reviseText !== ""
                    width: parent.width
                    text: screen.outbox.reviseText
                    glyph: Icons.pencil
                    look: AppButton.Plain
                    Accessible.name: qsTr("%1: %2").arg(screen.outbox.reviseText).arg(screen.outbox.selectedTitle)
                    onClicked: screen.outbox.reviseSelected()
                }
            }
        }
    }
}

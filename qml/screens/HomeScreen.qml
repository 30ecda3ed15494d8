// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// The occasion: scan first, go on with what is half done, what happened today, and whether this tablet is ready.
Item {
    id: screen

    required property HomeController home
    required property SyncController sync
    required property HandOverController handOver
    required property RapidController rapid
    signal scanRequested
    signal rapidRequested
    signal readinessRequested
    signal libraryRequested

    readonly property bool sideBySide: screen.width >= Theme.wide
    readonly property bool narrow: screen.width < Theme.compact
    readonly property int margin: screen.narrow ? Theme.marginPhone : Theme.margin

    objectName: "homeScreen"

    Item {
        id: bar
        width: parent.width
        height: Math.max(Theme.bar, heading.y + heading.implicitHeight)

        Column {
            id: heading
            x: screen.margin
            y: screen.narrow ? chip.y + chip.height + Theme.s8 : Theme.s16
            width: parent.width - 2 * screen.margin - (screen.narrow ? 0 : chip.width + Theme.s16)

            AppText {
                width: parent.width
                text: screen.home.occasionDetail
                type: Theme.small
                muted: true
                font.weight: 500
            }
            AppText {
                objectName: "occasionTitle"
                width: parent.width
                text: screen.home.occasionTitle
                type: screen.narrow ? Theme.h1 : Theme.display
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
        }
        SyncChip {
            id: chip
            objectName: "syncChip"
            anchors.right: parent.right
            anchors.rightMargin: screen.margin
            y: Theme.s12
            count: screen.sync.text
            contact: screen.sync.lastContact
            attention: screen.sync.attention
            brief: screen.narrow && Theme.textScale > 1
            onClicked: screen.sync.tryNow()
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
        contentHeight: body.implicitHeight + Theme.s32
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Flow {
            id: body
            x: screen.margin
            y: Theme.s16
            width: parent.width - 2 * screen.margin
            spacing: Theme.s24

            Column {
                width: screen.sideBySide ? parent.width - Theme.sideCard - Theme.s24 : parent.width
                spacing: Theme.s16

                OccasionChoice {
                    width: parent.width
                    occasions: screen.home.occasions
                    onChosen: occasionId => screen.home.chooseOccasion(occasionId)
                }
                Rectangle {
                    width: parent.width
                    height: hero.implicitHeight + 2 * Theme.s24
                    radius: Theme.radiusHero
                    color: Theme.hero

                    Flow {
                        id: hero
                        x: Theme.s24
                        y: Theme.s24
                        width: parent.width - 2 * Theme.s24
                        spacing: Theme.s24

                        ScanTile {
                            id: tile
                            objectName: "scanButton"
                            enabled: screen.home.canStart
                            onClicked: screen.scanRequested()
                        }
                        Column {
                            width: Math.max(Theme.sectionList, parent.width - tile.width - Theme.s24)

                            AppText {
                                width: parent.width
                                text: qsTr("Scan a badge")
                                type: Theme.h1
                                color: Theme.overHero
                            }
                            AppText {
                                width: parent.width
                                text: screen.home.canStart ? qsTr("Hold it before the camera.\nWorks without a network.")
                                                           : qsTr("No form is here yet. It comes by itself as soon as the hub is reached.")
                                color: Theme.overInkMuted
                            }
                            Item {
                                width: parent.width
                                height: Theme.s16
                            }
                            AppButton {
                                objectName: "newConversationButton"
                                text: qsTr("Type instead")
                                glyph: Icons.keyboard
                                look: AppButton.OnInk
                                enabled: screen.home.canStart
                                onClicked: screen.home.newConversation()
                            }
                        }
                    }
                }

                AppButton {
                    objectName: "libraryButton"
                    visible: screen.narrow // where the bar below has no room for it
                    width: parent.width
                    text: qsTr("Library")
                    glyph: Icons.bookOpen
                    look: AppButton.Outline
                    onClicked: screen.libraryRequested()
                }

                Card {
                    width: parent.width
                    visible: screen.home.hasDraft
                    padding: Theme.s16

                    Item {
                        width: parent.width
                        height: Math.max(resume.implicitHeight, go.implicitHeight)

                        Column {
                            id: resume
                            anchors.verticalCenter: parent.verticalCenter
                            width: parent.width - go.width - Theme.s16

                            AppText {
                                objectName: "draftTitle"
                                width: parent.width
                                text: screen.home.draftTitle
                                type: Theme.h3
                            }
                            AppText {
                                width: parent.width
                                text: screen.home.draftDetail
                                type: Theme.small
                                muted: true
                            }
                        }
                        AppButton {
                            id: go
                            objectName: "continueButton"
                            anchors.right: parent.right
                            anchors.verticalCenter: parent.verticalCenter
                            text: qsTr("Continue")
                            trailingGlyph: Icons.arrowRight
                            look: AppButton.Primary
                            onClicked: screen.home.continueDraft()
                        }
                    }
                }

                RapidNote {
                    width: parent.width
                    visible: screen.rapid.count > 0
                    rapid: screen.rapid
                    onRequested: screen.rapidRequested()
                }

                OfferedDrafts {
                    width: parent.width
                    visible: screen.handOver.offers.count > 0
                    handOver: screen.handOver
                }

                JobList {
                    width: parent.width
                    visible: screen.home.jobs.count > 0
                    home: screen.home
                }

                Item {
                    width: parent.width
                    height: today.implicitHeight

                    AppText {
                        id: today
                        text: qsTr("Today")
                        type: Theme.h2
                        Accessible.role: Accessible.Heading
                        Accessible.name: text
                    }
                    AppText {
                        anchors.right: parent.right
                        anchors.baseline: today.baseline
                        text: screen.home.conversationCount
                        type: Theme.small
                        muted: true
                    }
                }

                Card {
                    width: parent.width
                    padding: 0
                    clip: true

                    Item {
                        width: parent.width
                        height: visible ? nothing.implicitHeight + 2 * Theme.s24 : 0
                        visible: screen.home.conversations.count === 0

                        AppText {
                            id: nothing
                            anchors.centerIn: parent
                            width: parent.width - 2 * Theme.s24
                            horizontalAlignment: Text.AlignHCenter
                            text: qsTr("Your first conversation of the day will stand here.")
                            muted: true
                        }
                    }
                    Repeater {
                        model: screen.home.conversations

                        ConversationRow {
                            id: line
                            required property int index
                            required property string conversationId
                            required property string lead
                            required property int state
                            objectName: "conversationRow"

                            width: parent ? parent.width : 0
                            first: line.index === 0
                            state_: line.state
                            hot: line.lead === "hot"
                            onClicked: screen.home.openConversation(line.conversationId)
                        }
                    }
                }
            }

            Column {
                width: screen.sideBySide ? Theme.sideCard : parent.width
                spacing: Theme.s16

                Card {
                    width: parent.width
                    spacing: Theme.s12

                    Row {
                        width: parent.width
                        spacing: Theme.s12

                        Rectangle {
                            width: Theme.s32 + Theme.s8
                            height: width
                            radius: Theme.radius
                            color: screen.home.ready ? Theme.positiveSoft : Theme.sunken

                            AppIcon {
                                anchors.centerIn: parent
                                glyph: screen.home.ready ? Icons.check : Icons.timerSand
                                color: screen.home.ready ? Theme.positive : Theme.textMuted
                            }
                        }
                        Column {
                            width: parent.width - Theme.s48 - Theme.s4

                            AppText {
                                width: parent.width
                                text: screen.home.readyTitle
                                type: Theme.h3
                            }
                            AppText {
                                width: parent.width
                                text: screen.home.readyDetail
                                type: Theme.small
                                muted: true
                            }
                        }
                    }
                    Grid {
                        width: parent.width
                        columns: 2
                        rowSpacing: Theme.s10
                        columnSpacing: Theme.s16

                        Repeater {
                            model: screen.home.facts

                            Row {
                                id: fact
                                required property string label
                                required property bool ok
                                width: parent ? (parent.width - Theme.s16) / 2 : 0
                                spacing: Theme.s8

                                AppIcon {
                                    glyph: fact.ok ? Icons.check : Icons.timerSand
                                    size: Theme.iconSmall
                                    color: fact.ok ? Theme.positive : Theme.textMuted
                                }
                                AppText {
                                    width: parent.width - Theme.s24
                                    text: fact.label
                                    type: Theme.small
                                }
                            }
                        }
                    }
                    AppButton {
                        objectName: "homeReadinessButton"
                        text: qsTr("Show all")
                        look: AppButton.Plain
                        Accessible.name: qsTr("Show all that the day needs")
                        onClicked: screen.readinessRequested()
                    }
                }
                OtherForms {
                    width: parent.width
                    forms: screen.home.otherForms
                    onChosen: formId => screen.home.startForm(formId)
                }
                Card {
                    width: parent.width
                    visible: screen.home.summary.count > 0

                    AppText {
                        width: parent.width
                        bottomPadding: Theme.s4
                        text: qsTr("Agreed today")
                        type: Theme.h3
                    }
                    Repeater {
                        model: screen.home.summary

                        Item {
                            id: agreed
                            required property int index
                            required property string label
                            required property int count
                            width: parent ? parent.width : 0
                            height: number.implicitHeight + Theme.s12

                            Hairline {
                                visible: agreed.index > 0
                                width: parent.width
                            }
                            AppText {
                                anchors.verticalCenter: parent.verticalCenter
                                width: parent.width - number.width - Theme.s16
                                text: agreed.label
                            }
                            AppText {
                                id: number
                                anchors.right: parent.right
                                anchors.verticalCenter: parent.verticalCenter
                                text: agreed.count
                                type: Theme.h2
                            }
                        }
                    }
                }
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// Before a talk, on two screens at most: what to bring across, to ask and to avoid, what is still open, the last contacts, what lies on the table.
Item {
    id: screen

    required property BriefingController briefing
    signal leaveRequested

    readonly property bool wide: body.width >= Theme.wide
    readonly property bool narrow: screen.width < Theme.compact
    readonly property int margin: screen.narrow ? Theme.marginPhone : Theme.margin
    readonly property real column: screen.wide ? (body.width - Theme.s16) / 2 : body.width

    objectName: "briefingScreen"
    Keys.onEscapePressed: screen.leaveRequested()

    PageBar {
        id: bar
        width: parent.width
        margin: screen.margin
        title: screen.briefing.title === "" ? qsTr("Briefing") : screen.briefing.title
        subtitle: screen.narrow && screen.briefing.appointment !== "" ? qsTr("%1 · %2").arg(screen.briefing.appointment).arg(screen.briefing.subtitle) : screen.briefing.subtitle
        initials: screen.narrow ? "" : screen.briefing.initials
        backName: qsTr("Back")
        onBack: screen.leaveRequested()

        AppButton {
            objectName: "briefedCustomerButton"
            visible: screen.briefing.isOpen
            text: screen.narrow ? "" : qsTr("Customer") // there the width is the other button's
            glyph: Icons.domain
            look: AppButton.Outline
            Accessible.name: qsTr("All that is known of this customer")
            onClicked: screen.briefing.openCustomer()
        }
        AppButton {
            objectName: "startBriefedButton"
            visible: screen.briefing.isOpen
            text: qsTr("Start conversation")
            glyph: Icons.messageText
            look: AppButton.Primary
            onClicked: screen.briefing.startConversation()
        }
    }
    FocusScroll {
        flickable: page
    }
    Flickable {
        id: page
        objectName: "briefingPage"
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: 2 * body.y + body.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: body
            x: screen.margin
            y: screen.narrow ? Theme.s12 : Theme.s20
            width: parent.width - 2 * screen.margin
            spacing: screen.narrow ? Theme.s12 : Theme.s16

            Chip {
                visible: text !== "" && !screen.narrow // there it stands beside the name
                text: screen.briefing.appointment
                glyph: Icons.calendar
                tone: Chip.Primary
            }
            AppText {
                objectName: "briefingSentence"
                width: parent.width
                visible: text !== ""
                text: screen.briefing.sentence
                muted: true
            }
            Flow {
                width: parent.width
                spacing: screen.narrow ? Theme.s8 : Theme.s16

                Column {
                    width: screen.column
                    spacing: screen.narrow ? Theme.s8 : Theme.s16

                    NotesCard {
                        objectName: "briefingMessages"
                        width: parent.width
                        brief: screen.narrow
                        heading: qsTr("Bring across")
                        glyph: Icons.flag
                        notes: screen.briefing.messages
                    }
                    NotesCard {
                        objectName: "briefingQuestions"
                        width: parent.width
                        brief: screen.narrow
                        heading: qsTr("Ask")
                        glyph: Icons.messageText
                        notes: screen.briefing.questions
                    }
                    Column {
                        id: leftPlace
                        width: parent.width
                    }
                }
                Column {
                    width: screen.column
                    spacing: screen.narrow ? Theme.s8 : Theme.s16

                    Column {
                        id: rightPlace
                        width: parent.width
                    }
                    ListCard {
                        objectName: "briefingContacts"
                        width: parent.width
                        heading: qsTr("Last contacts")
                        count: screen.briefing.contacts.count

                        Repeater {
                            model: screen.briefing.contacts

                            TimelineRow {
                                id: contact
                                required property int index
                                objectName: "briefingContact"
                                width: parent ? parent.width : 0
                                last: contact.index === screen.briefing.contacts.count - 1
                                brief: screen.narrow
                                onClicked: screen.briefing.openContact(contact.index)
                            }
                        }
                    }
                }
            }
            AppText {
                width: parent.width
                visible: text !== ""
                text: screen.briefing.more
                type: Theme.small
                muted: true
            }
        }
    }
    // What to keep away from and what is open comes before the figures: in one column below the questions, in two beside them.
    Column {
        id: careful
        parent: screen.wide ? rightPlace : leftPlace
        width: screen.column
        spacing: screen.narrow ? Theme.s8 : Theme.s16

        NotesCard {
            objectName: "briefingAvoid"
            width: parent.width
            brief: screen.narrow
            heading: qsTr("Avoid")
            glyph: Icons.blocked
            notes: screen.briefing.avoid
            warning: true
        }
        NotesCard {
            objectName: "briefingGaps"
            width: parent.width
            brief: screen.narrow
            heading: qsTr("Still open from earlier talks")
            glyph: Icons.helpCircle
            notes: screen.briefing.gaps
        }
    }
    Column {
        id: deals
        parent: screen.wide ? leftPlace : rightPlace
        width: screen.column
        spacing: screen.narrow ? Theme.s8 : Theme.s16

        Repeater {
            model: screen.narrow ? null : screen.briefing.opportunities

            DealCard {
                objectName: "briefingOpportunity"
                width: screen.column
                caption: qsTr("Opportunity")
                titleFirst: true
            }
        }
        Repeater {
            model: screen.narrow ? null : screen.briefing.offers

            DealCard {
                objectName: "briefingOffer"
                width: screen.column
                required soon
                caption: qsTr("Open offer")
            }
        }
        ListCard {
            objectName: "briefingDeals"
            width: parent.width
            heading: qsTr("On the table")
            count: screen.narrow ? screen.briefing.opportunities.count + screen.briefing.offers.count : 0

            Repeater {
                model: screen.narrow ? screen.briefing.opportunities : null

                TimelineRow {
                    id: chance
                    required property string amount
                    objectName: "briefingDeal"
                    width: parent ? parent.width : 0
                    sign: "briefcase"
                    moment: chance.amount
                    leads: false
                    last: true
                }
            }
            Repeater {
                model: screen.narrow ? screen.briefing.offers : null

                TimelineRow {
                    id: offered
                    required property string amount
                    objectName: "briefingDeal"
                    width: parent ? parent.width : 0
                    sign: "document"
                    moment: offered.amount
                    leads: false
                    last: true
                }
            }
        }
    }
}

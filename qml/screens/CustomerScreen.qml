// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// A customer at a glance: what she buys, what is open, who works there, when we met.
Item {
    id: screen

    required property CustomerController customer
    required property var otherForms // of the occasion: formId, title
    signal leaveRequested

    readonly property bool wide: screen.width >= Theme.wide
    readonly property bool narrow: screen.width < Theme.compact
    readonly property int margin: screen.narrow ? Theme.marginPhone : Theme.margin

    objectName: "customerScreen"
    Keys.onEscapePressed: screen.leaveRequested()

    PageBar {
        id: bar
        width: parent.width
        margin: screen.margin
        title: screen.customer.title === "" ? qsTr("Customer") : screen.customer.title
        subtitle: screen.customer.person === "" || screen.customer.subtitle === "" ? screen.customer.person + screen.customer.subtitle : qsTr("%1 · %2").arg(screen.customer.person).arg(screen.customer.subtitle)
        initials: screen.narrow ? "" : screen.customer.initials // the width is the name's
        backName: qsTr("Back to the customers")
        onBack: screen.leaveRequested()

        AppButton {
            objectName: "startWithCustomerButton"
            visible: screen.customer.isOpen
            text: qsTr("Start conversation")
            glyph: Icons.messageText
            look: AppButton.Primary
            onClicked: screen.customer.startConversation()
        }
    }
    Flickable {
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
                id: main
                width: screen.wide ? parent.width - Theme.sideCard - Theme.s24 : parent.width
                spacing: Theme.s16

                Banner {
                    width: parent.width
                    visible: screen.customer.sentence !== ""
                    text: screen.customer.sentence
                }
                RevenueCard {
                    width: parent.width
                    customer: screen.customer
                    amount: Theme.display
                }
                OpenDeals {
                    width: parent.width
                    customer: screen.customer
                    columns: width >= Theme.compact ? 2 : 1
                }
                Card {
                    width: parent.width
                    visible: screen.customer.people.count > 0
                    padding: 0

                    AppText {
                        x: Theme.s20
                        width: parent.width - 2 * Theme.s20
                        height: implicitHeight + Theme.s24
                        verticalAlignment: Text.AlignVCenter
                        text: qsTr("People")
                        type: Theme.h3
                        Accessible.role: Accessible.Heading
                        Accessible.name: text
                    }
                    Repeater {
                        model: screen.customer.people

                        PersonRow {
                            id: person
                            required property int index
                            required property string phone
                            required initials
                            objectName: "personRow"
                            width: parent ? parent.width : 0
                            trailing: person.phone
                            onClicked: screen.customer.openPerson(person.index)
                        }
                    }
                    Item {
                        width: parent.width
                        height: visible ? all.height + Theme.s12 : 0
                        visible: screen.customer.morePeople !== ""

                        AppButton {
                            id: all
                            objectName: "allPeopleButton"
                            x: Theme.s12
                            text: screen.customer.morePeople
                            look: AppButton.Plain
                            onClicked: screen.customer.showAllPeople()
                        }
                    }
                }
            }
            Column {
                width: screen.wide ? Theme.sideCard : parent.width
                spacing: Theme.s16

                ConsentCard {
                    width: parent.width
                    customer: screen.customer
                }
                Card {
                    width: parent.width
                    padding: 0

                    AppText {
                        x: Theme.s20
                        width: parent.width - 2 * Theme.s20
                        height: implicitHeight + Theme.s24
                        verticalAlignment: Text.AlignVCenter
                        text: qsTr("Conversations on this tablet")
                        type: Theme.h3
                        Accessible.role: Accessible.Heading
                        Accessible.name: text
                    }
                    Repeater {
                        model: screen.customer.meetings

                        PersonRow {
                            id: meeting
                            required property int index
                            required property string title
                            required property string moment
                            objectName: "meetingRow"
                            width: parent ? parent.width : 0
                            name: meeting.title
                            detail: meeting.moment
                            glyph: Icons.messageText
                            onClicked: screen.customer.openMeeting(meeting.index)
                        }
                    }
                    AppText {
                        x: Theme.s20
                        width: parent.width - 2 * Theme.s20
                        height: visible ? implicitHeight + Theme.s20 : 0
                        visible: screen.customer.meetings.count === 0
                        text: qsTr("None yet.")
                        muted: true
                    }
                    AppText {
                        x: Theme.s20
                        width: parent.width - 2 * Theme.s20
                        height: visible ? implicitHeight + Theme.s16 : 0
                        visible: text !== ""
                        text: screen.customer.owner
                        type: Theme.small
                        muted: true
                    }
                }
                OtherForms {
                    width: parent.width
                    visible: screen.customer.isOpen && screen.otherForms.count > 0
                    forms: screen.otherForms
                    about: screen.customer.title
                    onChosen: formId => screen.customer.startForm(formId)
                }
            }
        }
    }
}

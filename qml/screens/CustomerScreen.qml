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

    readonly property bool wide: screen.width >= Theme.historyFrom * Theme.iconScale
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
            spacing: screen.wide ? Theme.s20 : Theme.s16

            Column {
                width: screen.wide ? parent.width - Theme.historyCard - Theme.s20 : parent.width
                spacing: Theme.s16

                Banner {
                    width: parent.width
                    visible: screen.customer.sentence !== ""
                    text: screen.customer.sentence
                }
                BriefingBanner {
                    width: parent.width
                    customer: screen.customer
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
                ReachCard {
                    width: parent.width
                    customer: screen.customer
                }
                FirmCards {
                    width: parent.width
                    customer: screen.customer
                }
            }
            Column {
                width: screen.wide ? Theme.historyCard : parent.width
                spacing: Theme.s16

                TimelineCard {
                    width: parent.width
                    customer: screen.customer
                }
                ConsentCard {
                    width: parent.width
                    customer: screen.customer
                }
                AppText {
                    width: parent.width
                    visible: text !== ""
                    text: screen.customer.owner
                    type: Theme.small
                    muted: true
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

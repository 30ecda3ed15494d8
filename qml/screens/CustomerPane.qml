// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// Whom we talk to, beside the questions: her firm, what is open there, when we met. Only for the rep's eyes.
Flickable {
    id: pane

    required property CustomerController customer

    objectName: "customerPane"
    contentHeight: body.implicitHeight + 2 * Theme.s20
    clip: true
    boundsBehavior: Flickable.StopAtBounds

    Column {
        id: body
        x: Theme.s20
        y: Theme.s20
        width: pane.width - 2 * Theme.s20
        spacing: Theme.s16

        Column {
            width: parent.width

            AppText {
                objectName: "paneTitle"
                width: parent.width
                text: pane.customer.title
                type: Theme.h2
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            AppText {
                width: parent.width
                visible: text !== ""
                text: pane.customer.subtitle
                type: Theme.small
                muted: true
            }
            AppText {
                width: parent.width
                visible: text !== ""
                text: pane.customer.owner
                type: Theme.small
                muted: true
            }
        }
        RevenueCard {
            width: parent.width
            customer: pane.customer
            brief: true
        }
        OpenDeals {
            width: parent.width
            customer: pane.customer
        }
        AppText {
            width: parent.width
            visible: pane.customer.offers.count + pane.customer.opportunities.count === 0
            text: qsTr("Nothing is open with this customer.")
            muted: true
        }
        Column {
            objectName: "paneConsents"
            width: parent.width
            visible: pane.customer.consents.count > 0
            spacing: Theme.s4

            AppText {
                width: parent.width
                text: qsTr("Consent")
                type: Theme.label
                muted: true
            }
            Repeater {
                model: pane.customer.consents

                AppText {
                    id: consent
                    required property string purpose
                    required property string answer
                    required property string detail
                    required property string withdrawn
                    readonly property string story: consent.withdrawn === "" ? qsTr("%1 · %2").arg(consent.answer).arg(consent.detail) : consent.withdrawn
                    width: parent ? parent.width : 0
                    text: qsTr("%1: %2").arg(consent.purpose).arg(consent.story)
                    type: Theme.small
                }
            }
        }
        Column {
            width: parent.width
            visible: pane.customer.meetings.count > 0
            spacing: Theme.s4

            AppText {
                width: parent.width
                text: qsTr("Met before")
                type: Theme.label
                muted: true
            }
            Repeater {
                model: pane.customer.meetings

                AppText {
                    id: meeting
                    required property string moment
                    required property string title
                    width: parent ? parent.width : 0
                    text: qsTr("%1 · %2").arg(meeting.moment).arg(meeting.title)
                    type: Theme.small
                }
            }
        }
    }
}

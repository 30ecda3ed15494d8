// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// What the customer has bought this year and last, and who says so.
Card {
    id: card

    required property CustomerController customer
    property TypeStyle amount: Theme.h1

    objectName: "revenueCard"
    visible: card.customer.hasRevenue
    spacing: Theme.s4

    AppText {
        width: parent.width
        text: card.customer.revenueTitle
        type: Theme.label
        muted: true
    }
    AppText {
        width: parent.width
        text: card.customer.revenue
        type: card.amount
        muted: card.customer.revenueStale
    }
    AppText {
        width: parent.width
        text: card.customer.revenueBefore
        type: Theme.small
        muted: true
    }
    OriginLine {
        width: parent.width
        topPadding: Theme.s4
        text: card.customer.revenueOrigin
    }
}

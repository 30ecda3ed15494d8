// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// The open offers and opportunities of a customer, in one or two columns; what is left over at the end takes the width.
Flow {
    id: deals

    required property CustomerController customer

    property int columns: 1
    readonly property int over: (deals.customer.offers.count + deals.customer.opportunities.count) % deals.columns
    readonly property real columnWidth: (deals.width - (deals.columns - 1) * deals.spacing) / deals.columns

    spacing: Theme.s16
    visible: deals.customer.offers.count + deals.customer.opportunities.count > 0

    Repeater {
        model: deals.customer.opportunities

        DealCard {
            id: opportunity
            required property int index
            objectName: "opportunityCard"
            width: deals.over === 1 && deals.customer.offers.count === 0 && opportunity.index === deals.customer.opportunities.count - 1 ? deals.width : deals.columnWidth
            caption: qsTr("Opportunity")
            titleFirst: true
        }
    }
    Repeater {
        model: deals.customer.offers

        DealCard {
            id: offer
            required property int index
            required soon
            objectName: "offerCard"
            width: deals.over === 1 && offer.index === deals.customer.offers.count - 1 ? deals.width : deals.columnWidth
            caption: qsTr("Open offer")
        }
    }
}

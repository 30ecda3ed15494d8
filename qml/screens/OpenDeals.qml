// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// The open offers and opportunities of a customer, in one or two columns.
Grid {
    id: deals

    required property CustomerController customer

    readonly property real columnWidth: (deals.width - (deals.columns - 1) * deals.spacing) / deals.columns

    columns: 1
    spacing: Theme.s16
    visible: deals.customer.offers.count + deals.customer.opportunities.count > 0

    Repeater {
        model: deals.customer.opportunities

        DealCard {
            objectName: "opportunityCard"
            width: deals.columnWidth
            caption: qsTr("Opportunity")
            titleFirst: true
        }
    }
    Repeater {
        model: deals.customer.offers

        DealCard {
            objectName: "offerCard"
            width: deals.columnWidth
            caption: qsTr("Open offer")
        }
    }
}

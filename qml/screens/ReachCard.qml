// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// Who was asked for, and how she is reached.
ListCard {
    id: card

    required property CustomerController customer

    objectName: "reachCard"
    heading: card.customer.person === "" ? card.customer.title : card.customer.person
    count: card.customer.reach.count

    Grid {
        id: facts
        width: parent.width
        columns: Math.max(1, Math.min(3, Math.floor(width / (Theme.sectionList * Theme.textScale))))

        Repeater {
            model: card.customer.reach

            FactRow {
                width: Math.floor(facts.width / facts.columns)
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// What happened with a customer, newest first: talks, what was offered and sent, service. One kind alone where there are several.
ListCard {
    id: card

    required property CustomerController customer

    objectName: "timelineCard"
    heading: qsTr("Timeline")
    count: card.customer.timeline.count
    more: card.customer.older
    moreName: "olderButton"
    onMoreRequested: card.customer.showOlder()

    Flow {
        x: Theme.s20
        width: parent.width - 2 * Theme.s20
        bottomPadding: visible ? Theme.s12 : 0
        visible: card.customer.timelineGroups.count > 0
        spacing: Theme.s8

        Repeater {
            model: card.customer.timelineGroups

            ChipButton {
                id: group
                required property int index
                required chosen
                required text
                objectName: "timelineGroup_" + group.index
                onClicked: card.customer.chooseGroup(group.index)
            }
        }
    }
    Repeater {
        model: card.customer.timeline

        TimelineRow {
            id: happening
            required property int index
            required property bool conversation
            objectName: happening.conversation ? "meetingRow" : "timelineRow"
            width: parent ? parent.width : 0
            last: happening.index === card.customer.timeline.count - 1
            onClicked: card.customer.openHappening(happening.index)
        }
    }
}

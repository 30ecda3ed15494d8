// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// What stands and works at a customer: open tickets, people, machines. Each row leads to what it names.
Column {
    id: cards

    required property CustomerController customer

    readonly property int columns: cards.width >= 2 * Theme.sectionList * Theme.textScale + Theme.s48 ? 2 : 1

    spacing: Theme.s16

    ListCard {
        objectName: "ticketsCard"
        width: parent.width
        heading: qsTr("Open tickets")
        count: cards.customer.tickets.count
        origin: cards.customer.ticketsOrigin

        Repeater {
            model: cards.customer.tickets

            JobRow {
                id: ticket
                required property int index
                required property string jobId
                required property string state
                objectName: "ticketRow"
                width: parent ? parent.width : 0
                state_: ticket.state
                onClicked: cards.customer.openTicket(ticket.index)
            }
        }
    }
    ListCard {
        objectName: "peopleCard"
        width: parent.width
        heading: qsTr("People")
        count: cards.customer.people.count
        origin: cards.customer.peopleOrigin
        more: cards.customer.morePeople
        moreName: "allPeopleButton"
        onMoreRequested: cards.customer.showAllPeople()

        Grid {
            id: people
            width: parent.width
            columns: Math.max(1, Math.min(cards.columns, cards.customer.people.count))

            Repeater {
                model: cards.customer.people

                PersonRow {
                    id: person
                    required property int index
                    required property string phone
                    required initials
                    objectName: "personRow"
                    width: Math.floor(people.width / people.columns)
                    trailing: people.columns === 1 ? person.phone : "" // there the width is the name's
                    onClicked: cards.customer.openPerson(person.index)
                }
            }
        }
    }
    ListCard {
        objectName: "machinesCard"
        width: parent.width
        heading: qsTr("Machines")
        count: cards.customer.machines.count
        origin: cards.customer.machinesOrigin
        more: cards.customer.moreMachines
        moreName: "allMachinesButton"
        onMoreRequested: cards.customer.showAllMachines()

        Grid {
            id: machines
            width: parent.width
            columns: Math.max(1, Math.min(cards.columns, cards.customer.machines.count))

            Repeater {
                model: cards.customer.machines

                PersonRow {
                    id: machine
                    required property int index
                    required property string state
                    objectName: "machineRow"
                    width: Math.floor(machines.width / machines.columns)
                    glyph: Icons.wrench
                    trailing: machine.state
                    onClicked: cards.customer.openMachine(machine.index)
                }
            }
        }
    }
}

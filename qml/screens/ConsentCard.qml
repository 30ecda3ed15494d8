// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// What a person has consented to, when and to which words; each purpose can be withdrawn.
Card {
    id: card

    required property CustomerController customer

    objectName: "consentCard"
    visible: card.customer.consents.count > 0
    spacing: Theme.s16

    AppText {
        width: parent.width
        text: qsTr("Consent")
        type: Theme.h3
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Repeater {
        model: card.customer.consents

        ConsentRow {
            required property int index
            objectName: "consentRow"
            width: parent ? parent.width : 0
            onWithdrawRequested: card.customer.withdraw(index)
        }
    }
    AppText {
        width: parent.width
        visible: text !== ""
        text: card.customer.consentNote
        type: Theme.small
        muted: true
    }
}

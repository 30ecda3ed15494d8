// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components
import Rapport.Theme

// The forms of the occasion that are asked now and then, each to begin with one touch.
Card {
    id: card

    required property var forms // rows of formId, title
    property string about: "" // whom the form is begun for, in words; empty: nobody yet
    signal chosen(string formId)

    spacing: Theme.s8
    visible: card.forms.count > 0

    AppText {
        width: parent.width
        text: qsTr("Other forms")
        type: Theme.h3
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Repeater {
        model: card.forms

        AppButton {
            id: other
            required property string formId
            required property string title
            objectName: "otherForm_" + other.formId
            width: parent ? parent.width : 0
            text: other.title
            look: AppButton.Tonal
            Accessible.name: card.about === "" ? qsTr("Start the form %1").arg(other.title) : qsTr("Start the form %1 for %2").arg(other.title).arg(card.about)
            onClicked: card.chosen(other.formId)
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// Trays with a name, to begin with again; and the name under which this one is kept.
Card {
    id: card

    required property TrayController tray

    function keep() {
        if (field.text.trim() === "" || card.tray.count === 0)
            return
        card.tray.keepAs(field.text)
        field.text = ""
    }

    spacing: Theme.s12

    AppText {
        width: parent.width
        text: qsTr("Kept trays")
        type: Theme.h2
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    AppText {
        width: parent.width
        visible: card.tray.sequences.count === 0
        text: qsTr("Keep a tray under a name, and begin the next meeting with it.")
        type: Theme.small
        muted: true
    }
    Column {
        id: kept
        width: parent.width
        visible: card.tray.sequences.count > 0

        Repeater {
            model: card.tray.sequences

            SequenceRow {
                id: row
                required property int index
                required property string sequenceId
                objectName: "sequence_" + row.index
                width: kept.width
                onAppended: card.tray.append(row.sequenceId)
                onDropped: card.tray.drop(row.sequenceId)
            }
        }
    }
    AppField {
        id: field
        objectName: "sequenceNameField"
        width: parent.width
        visible: card.tray.count > 0
        placeholderText: qsTr("Name")
        Accessible.name: qsTr("Name of this tray")
        maximumLength: 80
        onAccepted: card.keep()
    }
    AppButton {
        objectName: "keepSequenceButton"
        visible: card.tray.count > 0
        enabled: field.text.trim() !== ""
        text: qsTr("Keep this tray")
        glyph: Icons.contentSave
        onClicked: card.keep()
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// Whom the conversation may be with, or was said to be with, and the way to look at it.
Banner {
    id: note

    required property CandidatesController people
    property bool atContact: false // her fields are on the screen: what was decided is of interest there only
    signal compareRequested

    objectName: "acquaintanceNote"
    visible: note.text !== "" && (note.atContact || !note.people.settled)
    height: visible ? implicitHeight : 0
    glyph: Icons.accountMultiple
    text: note.people.note
    action: note.people.settled ? qsTr("Change") : qsTr("Compare")
    onActed: note.compareRequested()
}

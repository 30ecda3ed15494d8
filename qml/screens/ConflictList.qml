// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// What a person is to decide between two values, and what has become of it.
Column {
    id: list

    required property ConflictController conflicts

    spacing: Theme.s16

    Banner {
        objectName: "conflictTrouble"
        width: parent.width
        visible: list.conflicts.trouble !== ""
        glyph: Icons.alertCircle
        tone: Banner.Danger
        text: list.conflicts.trouble
    }
    Repeater {
        model: list.conflicts.cards

        ConflictCard {
            id: card
            required property string conflictId
            required property int choice
            objectName: "conflictCard_" + card.conflictId
            width: list.width
            mineChosen: card.choice === ConflictChoice.Mine
            theirsChosen: card.choice === ConflictChoice.Theirs
            onMineTaken: list.conflicts.takeMine(card.conflictId)
            onTheirsTaken: list.conflicts.takeTheirs(card.conflictId)
            onUndone: list.conflicts.undo(card.conflictId)
            onClosed: list.conflicts.close(card.conflictId)
        }
    }
}

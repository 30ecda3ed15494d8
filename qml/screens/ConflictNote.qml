// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// That somebody else has changed a value of this conversation too, and the way to both of them.
Banner {
    id: note

    required property ConflictController conflicts
    signal decideRequested

    objectName: "conflictBanner"
    visible: note.text !== ""
    height: visible ? implicitHeight : 0
    glyph: Icons.alertCircle
    tone: Banner.Attention
    text: note.conflicts.note
    action: Theme.textScale > 1.5 && note.width < Theme.compact ? "" : qsTr("Decide")
    onActed: note.decideRequested()
}

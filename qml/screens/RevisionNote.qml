// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// That a conversation was corrected, or corrects another one, and the way to that.
Banner {
    id: note

    required property RevisionController revision

    objectName: "revisionNote"
    visible: note.text !== ""
    height: visible ? implicitHeight : 0
    glyph: note.revision.trouble !== "" ? Icons.alertCircle : Icons.pencil
    tone: note.revision.trouble !== "" ? Banner.Danger : Banner.Quiet
    text: note.revision.trouble !== "" ? note.revision.trouble : note.revision.note
    action: Theme.textScale > 1.5 && note.width < Theme.compact ? "" : note.revision.linkAction // no room above the way on; the outbox has it too
    onActed: note.revision.openLinked()
}

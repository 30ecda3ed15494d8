// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// That the organiser's list has said whom a badge number names, and the way to what it filled in.
Banner {
    id: note

    required property ResolutionController resolution
    signal reportRequested

    objectName: "resolutionNote"
    visible: note.text !== ""
    height: visible ? implicitHeight : 0
    glyph: Icons.check
    text: note.resolution.note
    action: Theme.textScale > 1.5 && note.width < Theme.compact ? "" : qsTr("What was filled in")
    onActed: note.reportRequested()
}

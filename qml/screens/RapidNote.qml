// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// People who were scanned one after another and wait: nothing has been begun for them yet.
Card {
    id: note

    required property RapidController rapid
    signal requested

    padding: Theme.s16

    Flow {
        id: line
        width: parent.width
        spacing: Theme.s16
        readonly property bool beside: line.width - go.implicitWidth - spacing > Theme.sideCard * Theme.textScale / 2

        Column {
            width: line.beside ? line.width - go.implicitWidth - line.spacing : line.width

            AppText {
                objectName: "waitingScanned"
                width: parent.width
                text: note.rapid.waitingText
                type: Theme.h3
            }
            AppText {
                width: parent.width
                text: qsTr("Kept on this tablet. No conversation has been begun for them yet.")
                type: Theme.small
                muted: true
            }
        }
        AppButton {
            id: go
            objectName: "openRapidButton"
            text: qsTr("Go on")
            trailingGlyph: Icons.arrowRight
            look: AppButton.Tonal
            Accessible.name: qsTr("Go on with those who were scanned")
            onClicked: note.requested()
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// What colleagues have handed to who works here, half-filled as it is.
Column {
    id: list

    required property HandOverController handOver

    spacing: Theme.s16

    AppText {
        text: qsTr("Handed to you")
        type: Theme.h2
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Banner {
        objectName: "offerTrouble"
        width: parent.width
        visible: list.handOver.offerTrouble !== ""
        glyph: Icons.alertCircle
        tone: Banner.Danger
        text: list.handOver.offerTrouble
    }
    Repeater {
        model: list.handOver.offers

        Card {
            id: offer
            required property string handOverId
            required property string title
            required property string detail
            width: list.width
            padding: Theme.s16

            Flow {
                id: line
                width: parent.width
                spacing: Theme.s16
                readonly property bool beside: line.width - take.implicitWidth - spacing > Theme.sideCard * Theme.textScale / 2

                Column {
                    width: line.beside ? line.width - take.implicitWidth - line.spacing : line.width

                    AppText {
                        objectName: "offeredDraft"
                        width: parent.width
                        text: offer.title
                        type: Theme.h3
                    }
                    AppText {
                        width: parent.width
                        text: offer.detail
                        type: Theme.small
                        muted: true
                    }
                }
                AppButton {
                    id: take
                    objectName: "takeDraftButton"
                    enabled: !list.handOver.busy
                    text: qsTr("Take over")
                    glyph: Icons.accountSwitch
                    look: AppButton.Tonal
                    Accessible.name: qsTr("Take over %1").arg(offer.title)
                    onClicked: list.handOver.take(offer.handOverId)
                }
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// In place of everything else while this tablet may not show its data: why, what opens it, and what still goes out.
Item {
    id: screen

    required property LockController lock

    readonly property int margin: screen.width < Theme.compact ? Theme.marginPhone : Theme.margin

    objectName: "lockScreen"

    FocusScroll {
        flickable: page
    }
    Flickable {
        id: page
        anchors.fill: parent
        contentHeight: Math.max(height, card.height + 2 * Theme.s32)
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Card {
            id: card
            anchors.centerIn: parent
            width: Math.min(parent.width - 2 * screen.margin, Theme.readingWidth)
            spacing: Theme.s16

            AppIcon {
                glyph: Icons.lock
                size: Theme.s48
                color: Theme.attention
            }
            AppText {
                objectName: "lockTitle"
                width: parent.width
                text: screen.lock.title
                type: Theme.h1
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            AppText {
                objectName: "lockSentence"
                width: parent.width
                text: screen.lock.sentence
            }
            Hairline {
                width: parent.width
            }
            Row {
                width: parent.width
                spacing: Theme.s12

                AppIcon {
                    id: mark
                    glyph: screen.lock.allSent ? Icons.checkCircle : Icons.timerSand
                    color: screen.lock.allSent ? Theme.positive : Theme.textMuted
                }
                AppText {
                    objectName: "lockWaiting"
                    width: parent.width - mark.width - Theme.s12
                    text: screen.lock.waiting
                }
            }
            AppText {
                objectName: "lockContact"
                width: parent.width
                visible: text !== ""
                text: screen.lock.contact
                type: Theme.small
                muted: true
            }
            AppButton {
                objectName: "lockTryButton"
                text: screen.lock.trying ? qsTr("Trying now") : qsTr("Try now")
                look: AppButton.Primary
                large: true
                focus: true
                onClicked: screen.lock.tryNow()
            }
        }
    }
}

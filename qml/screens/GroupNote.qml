// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// For whom the answers are, and who of them cannot be finished with the rest.
Card {
    id: note

    required property ConversationController conversation
    property real roomAtMost: 400 // above the questions; what is more scrolls

    readonly property bool faulty: note.conversation.groupFaults.count > 0

    objectName: "groupNote"
    visible: note.conversation.groupTitle !== ""
    height: visible ? Math.min(implicitHeight, note.roomAtMost) : 0
    padding: Theme.s16
    clip: true

    Flickable {
        width: parent.width
        height: Math.min(words.implicitHeight, note.roomAtMost - 2 * note.padding)
        implicitHeight: words.implicitHeight
        contentHeight: words.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: words
            width: parent.width
            spacing: Theme.s4

            AppText {
                width: parent.width
                text: note.conversation.groupTitle
                type: Theme.h3
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            AppText {
                objectName: "groupPeople"
                width: parent.width
                visible: !note.faulty
                text: note.conversation.groupText
                type: Theme.small
                muted: true
            }
            AppText {
                width: parent.width
                visible: note.faulty
                text: qsTr("Nobody is finished yet: something is open for these people. Complete them alone, and finish the others together.")
                type: Theme.small
            }
            Repeater {
                model: note.conversation.groupFaults

                Flow {
                    id: fault
                    required property string personId
                    required property string who
                    required property string text
                    readonly property bool beside: fault.width - alone.implicitWidth - spacing > Theme.sideCard * Theme.textScale / 2
                    width: parent ? parent.width : 0
                    spacing: Theme.s8

                    AppText {
                        objectName: "groupFault"
                        width: fault.beside ? fault.width - alone.implicitWidth - fault.spacing : fault.width
                        text: fault.text
                        type: Theme.smallStrong
                        color: Theme.attention
                    }
                    AppButton {
                        id: alone
                        objectName: "goOnAloneButton"
                        text: qsTr("Complete alone")
                        look: AppButton.Tonal
                        Accessible.name: qsTr("Complete %1 alone").arg(fault.who)
                        onClicked: note.conversation.goOnAlone(fault.personId)
                    }
                }
            }
        }
    }
}

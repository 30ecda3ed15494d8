// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// The sections of the form at the side: a tick or what is left, in any order.
Item {
    id: side

    required property ConversationController conversation
    signal chosen(int section)

    // Scrolls so that the section stands in the middle.
    function reveal(section) {
        const entry = entries.itemAt(section) as SectionItem
        if (entry)
            sectionPage.contentY = Math.max(0, Math.min(entry.y + list.y - sectionPage.height / 2, sectionPage.contentHeight - sectionPage.height))
    }

    FocusScroll {
        flickable: sectionPage
    }
    Flickable {
        id: sectionPage
        anchors.fill: parent
        anchors.bottomMargin: advice.visible ? advice.height + Theme.s24 : 0
        contentHeight: list.implicitHeight + 2 * Theme.s20
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: list
            x: Theme.s20
            y: Theme.s20
            width: parent.width - Theme.s32
            spacing: Theme.s4

            AppText {
                x: Theme.s12
                width: parent.width - Theme.s12
                bottomPadding: Theme.s8
                text: side.conversation.formTitle
                type: Theme.label
                muted: true
            }
            Repeater {
                id: entries
                model: side.conversation.sections

                SectionItem {
                    id: entry
                    required property int index
                    objectName: "section_" + entry.index
                    width: list.width
                    onClicked: side.chosen(entry.index)
                }
            }
        }
    }
    Row {
        id: advice
        x: Theme.s32
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s20
        width: parent.width - Theme.s48
        spacing: Theme.s8
        visible: !side.conversation.readOnly && list.implicitHeight + 2 * Theme.s20 + height + Theme.s24 < side.height

        AppIcon {
            glyph: Icons.information
            size: Theme.iconReceipt
            color: Theme.textMuted
        }
        AppText {
            width: parent.width - Theme.s24 - Theme.s8
            text: qsTr("Any order is fine. We check when you finish.")
            type: Theme.small
            muted: true
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// A few lines to be read before a talk, below what they are for; nothing at all where there are none.
Card {
    id: card

    required property string heading
    required property string glyph
    required property var notes // rows of text, detail
    property bool warning: false // to be kept away from
    property bool brief: false // there is little room: without who said it

    readonly property int lead: card.brief ? Theme.icon : Theme.iconTile

    visible: card.notes.count > 0
    padding: card.brief ? Theme.s12 : Theme.s20
    spacing: card.brief ? Theme.s4 : Theme.s8

    Row {
        width: parent.width
        spacing: Theme.s12

        Rectangle {
            id: tile
            width: card.lead
            height: width
            radius: Theme.radiusSmall
            color: card.warning ? Theme.warningSoft : Theme.primarySoft
            border.width: Theme.highContrast ? Theme.hairline : 0
            border.color: icon.color

            AppIcon {
                id: icon
                anchors.centerIn: parent
                glyph: card.glyph
                size: card.brief ? Theme.iconSmall : Theme.iconText
                color: card.warning ? Theme.warning : Theme.overPrimarySoft
            }
        }
        AppText {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - tile.width - Theme.s12
            text: card.heading
            type: Theme.h3
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
    }
    Repeater {
        model: card.notes

        Item {
            id: note
            required property string text
            required property string detail
            objectName: "briefingNote"
            width: parent ? parent.width : 0
            height: words.implicitHeight
            Accessible.role: Accessible.ListItem
            Accessible.name: note.text
            Accessible.description: note.detail

            Rectangle {
                x: (card.lead - width) / 2
                y: Theme.s10 * Theme.textScale
                width: Theme.s4
                height: width
                radius: width / 2
                color: icon.color
            }
            Column {
                id: words
                x: card.lead + Theme.s12
                width: parent.width - x

                AppText {
                    width: parent.width
                    text: note.text
                    Accessible.ignored: true
                }
                AppText {
                    width: parent.width
                    visible: text !== "" && !card.brief
                    text: note.detail
                    type: Theme.caption
                    muted: true
                    Accessible.ignored: true
                }
            }
        }
    }
}

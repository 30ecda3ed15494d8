// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// One thing that happened: what kind it was, what, when, and a line more. A thread joins it with the one before.
T.ItemDelegate {
    id: row

    required property string sign // as Icons.named() knows it
    required property string title
    required property string moment
    required property string detail
    required property string origin
    required property bool leads // somewhere when touched
    property bool last: false
    property bool brief: false // one line of the detail
    readonly property string tail: row.detail === "" || row.origin === "" ? row.detail + row.origin : qsTr("%1 · %2").arg(row.detail).arg(row.origin)
    readonly property bool beside: title.implicitWidth + moment.width + Theme.s12 <= words.width // else the day stands below

    implicitHeight: Math.max(Theme.targetLarge, words.implicitHeight + Theme.s16)
    enabled: row.leads
    focusPolicy: row.leads ? Qt.StrongFocus : Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2").arg(row.title).arg(row.moment)
    Accessible.description: row.tail
    Accessible.onPressAction: if (row.leads) row.clicked()
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    background: Rectangle {
        radius: Theme.radius
        color: row.down ? Theme.sunken : "transparent"

        FocusRing {
            visible: row.visualFocus
            anchors.margins: Theme.s4
        }
    }
    contentItem: Item {
        Rectangle {
            visible: !row.last
            x: tile.x + tile.width / 2
            y: tile.y + tile.height
            width: Theme.hairline
            height: row.height - y + tile.y
            color: Theme.outline
        }
        Rectangle {
            id: tile
            x: Theme.s20
            y: Theme.s8
            width: Theme.iconTile
            height: width
            radius: width / 2
            color: Theme.sunken

            AppIcon {
                anchors.centerIn: parent
                glyph: Icons.named(row.sign)
                size: Theme.iconReceipt
                color: Theme.textMuted
            }
        }
        Column {
            id: words
            anchors.left: tile.right
            anchors.leftMargin: Theme.s12
            anchors.right: chevron.left
            anchors.rightMargin: Theme.s4
            y: Theme.s8

            Item {
                width: parent.width
                height: title.implicitHeight

                AppText {
                    id: title
                    width: row.beside ? implicitWidth : parent.width
                    text: row.title
                    type: Theme.h3
                    Accessible.ignored: true
                }
                AppText {
                    id: moment
                    anchors.right: parent.right
                    anchors.baseline: title.baseline
                    visible: row.beside
                    text: row.moment
                    type: Theme.caption
                    muted: true
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
            AppText {
                width: parent.width
                visible: !row.beside
                text: row.moment
                type: Theme.caption
                muted: true
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                visible: text !== ""
                text: row.tail
                type: Theme.small
                muted: true
                maximumLineCount: row.brief && Theme.textScale === 1 ? 1 : 1000
                elide: row.brief ? Text.ElideRight : Text.ElideNone
                Accessible.ignored: true
            }
        }
        AppIcon {
            id: chevron
            anchors.right: parent.right
            anchors.rightMargin: Theme.s12
            y: tile.y + (tile.height - height) / 2
            opacity: row.leads ? 1 : 0 // the days stand below each other
            glyph: Icons.chevronRight
            size: Theme.iconText
            color: Theme.textMuted
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// One document of the library in a grid: its cover, what it is called, how long it is and in which languages.
T.AbstractButton {
    id: tile

    required property string title
    required property string detail
    required property string glyph
    required property string cover
    required property real shape
    required property bool internal
    required property string note // empty: nothing to say
    required property bool ready // it can be opened
    property bool held: false // it is in the tray
    signal collectRequested

    readonly property int coverHeight: Math.round(tile.width * 0.68)
    readonly property int wordsHeight: Math.round((2 * Theme.h3.line + Theme.small.line) * Theme.textScale) + Theme.s12

    implicitHeight: tile.coverHeight + tile.wordsHeight
    opacity: tile.ready ? 1 : 0.75
    Accessible.role: Accessible.Button
    Accessible.name: tile.title
    Accessible.description: tile.detail + (tile.internal ? ", " + qsTr("Internal") : "") + (tile.note === "" ? "" : ", " + tile.note)
    Accessible.onPressAction: tile.clicked()
    Keys.onReturnPressed: tile.clicked()
    Keys.onEnterPressed: tile.clicked()

    background: Item {
        FocusRing {
            visible: tile.visualFocus
        }
    }
    contentItem: Item {
        AssetCover {
            id: front
            width: parent.width
            height: tile.coverHeight
            source: tile.cover
            glyph: tile.glyph
            shape: tile.shape
            border.width: Theme.hairline
            border.color: Theme.outline
            scale: tile.down ? 0.98 : 1
        }
        Chip {
            z: 1
            x: Theme.s8
            y: Theme.s8
            visible: tile.internal
            glyph: Icons.lock
            text: qsTr("Internal")
        }
        Chip {
            z: 1
            x: Theme.s8
            y: tile.coverHeight - height - Theme.s8
            visible: tile.note !== ""
            glyph: tile.ready ? Icons.clock : Icons.timerSand
            tone: tile.ready ? Chip.Warning : Chip.Quiet
            text: tile.note
        }
        CollectButton {
            id: collect
            objectName: "collectButton"
            anchors.right: parent.right
            anchors.rightMargin: -(Theme.target - Theme.iconTile) / 2
            y: tile.coverHeight + Theme.s8
            title: tile.title
            held: tile.held
            onClicked: tile.collectRequested()
        }
        Column {
            y: tile.coverHeight + Theme.s12
            width: collect.x

            AppText {
                width: parent.width
                text: tile.title
                type: Theme.h3
                maximumLineCount: 2
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                text: tile.detail
                type: Theme.small
                muted: true
                Accessible.ignored: true
            }
        }
    }
}

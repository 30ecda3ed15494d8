// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// One document of the library in a list: where the words were found in it, and how that reads.
T.AbstractButton {
    id: row

    required property string title
    required property string detail
    required property string glyph
    required property string cover
    required property real shape
    required property bool internal
    required property string note
    required property bool ready
    required property string place // "Page 3 and 2 more"; empty: in its title
    required property string snippet // styled text
    property bool held: false // it is in the tray
    signal collectRequested

    implicitHeight: Math.max(Theme.coverSmall, words.implicitHeight) + 2 * Theme.s12
    opacity: row.ready ? 1 : 0.75
    Accessible.role: Accessible.Button
    Accessible.name: row.title
    Accessible.description: (row.place === "" ? "" : row.place + ", ") + row.detail + (row.internal ? ", " + qsTr("Internal") : "") + (row.note === "" ? "" : ", " + row.note)
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    background: Rectangle {
        radius: Theme.radiusCard
        color: row.down ? Theme.sunken : Theme.surface
        border.width: Theme.hairline
        border.color: Theme.outline

        FocusRing {
            visible: row.visualFocus
            around: parent.radius
        }
    }
    contentItem: Item {
        AssetCover {
            id: front
            x: Theme.s12
            y: Theme.s12
            width: Math.round(Theme.coverSmall * 1.2)
            height: Theme.coverSmall
            radius: Theme.radiusSmall
            source: row.cover
            glyph: row.glyph
            shape: row.shape
        }
        CollectButton {
            id: collect
            objectName: "collectButton"
            anchors.right: parent.right
            anchors.rightMargin: Theme.s8
            y: Theme.s12 + (Theme.coverSmall - height) / 2
            title: row.title
            held: row.held
            onClicked: row.collectRequested()
        }
        Column {
            id: words
            anchors.left: front.right
            anchors.leftMargin: Theme.s16
            anchors.right: collect.left
            anchors.rightMargin: Theme.s8
            y: Theme.s12 + Math.max(0, (Theme.coverSmall - implicitHeight) / 2)
            spacing: Theme.s4

            AppText {
                width: parent.width
                text: row.title
                type: Theme.h3
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                visible: row.place === ""
                text: row.detail
                type: Theme.small
                muted: true
                Accessible.ignored: true
            }
            AppText {
                objectName: "assetPlace"
                width: parent.width
                visible: row.place !== ""
                text: row.place
                type: Theme.smallStrong
                color: Theme.primary
                Accessible.ignored: true
            }
            AppText {
                objectName: "assetSnippet"
                width: parent.width
                visible: row.snippet !== ""
                text: row.snippet
                textFormat: Text.StyledText
                type: Theme.small
                Accessible.ignored: true
            }
            Flow {
                width: parent.width
                visible: row.internal || row.note !== ""
                spacing: Theme.s8

                Chip {
                    visible: row.internal
                    glyph: Icons.lock
                    text: qsTr("Internal")
                }
                Chip {
                    visible: row.note !== ""
                    glyph: row.ready ? Icons.clock : Icons.timerSand
                    tone: row.ready ? Chip.Warning : Chip.Quiet
                    text: row.note
                }
            }
        }
    }
}

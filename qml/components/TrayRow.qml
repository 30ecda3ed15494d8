// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// One entry of a tray: what it is, whether a customer sees it, and its place, which buttons, keys or the handle change. `moved` says by how many
// places, up is negative; `dropped` where its middle was let go, in its own coordinates.
Rectangle {
    id: row

    required property string title
    required property string detail
    required property string glyph
    required property string cover
    required property real shape
    required property bool internal
    required property string note // why it is not shown; empty: it is
    required property bool needsYou // and that will not change by itself
    required property string sentence
    required property string newer // what the button says that takes the newer version; empty: there is none
    required property bool pagesChoosable
    required property int place // from 1
    required property int count
    signal shown
    signal moved(int by)
    signal dropped(real y)
    signal removed
    signal pagesWanted
    signal newerWanted

    readonly property bool narrow: row.width < Theme.compact * Theme.textScale
    readonly property bool leftOut: row.internal || row.note !== ""
    property real dragged: 0

    function spoken(parts) {
        return parts.filter(part => part !== "").join(", ")
    }

    implicitHeight: body.y + Math.max(words.implicitHeight, Theme.thumb) + (actions.visible ? actions.height + Theme.s12 : 0) + Theme.s12
    radius: Theme.radiusCard
    color: grip.pressed ? Theme.primarySoft : Theme.surface
    border.width: Theme.hairline
    border.color: Theme.outline
    z: grip.pressed ? 1 : 0
    transform: Translate { y: row.dragged }
    Accessible.role: Accessible.ListItem
    Accessible.name: row.spoken([qsTr("%1, place %2 of %3", "entry of a tray").arg(row.title).arg(row.place).arg(row.count), row.detail, row.note, row.internal ? qsTr("Internal") : "", row.sentence])

    AppIcon {
        x: Theme.s12
        y: body.y + (Theme.thumb - height) / 2
        glyph: Icons.drag
        color: Theme.textMuted
    }
    MouseArea {
        id: grip
        objectName: "trayGrip"
        width: Theme.target
        height: parent.height
        preventStealing: true // the list must not scroll under the finger
        cursorShape: Qt.SizeVerCursor

        property real from: 0

        onPressed: mouse => grip.from = grip.mapToItem(row.parent, 0, mouse.y).y
        onPositionChanged: mouse => row.dragged = grip.mapToItem(row.parent, 0, mouse.y).y - grip.from
        onReleased: {
            const to = row.dragged + row.height / 2
            row.dragged = 0
            row.dropped(to)
        }
        onCanceled: row.dragged = 0
    }
    T.AbstractButton {
        id: body
        objectName: "trayShowButton"
        x: Theme.target
        y: Theme.s12
        width: (row.narrow ? parent.width - Theme.s12 : places.x) - x
        height: Math.max(words.implicitHeight, Theme.thumb)
        enabled: !row.leftOut
        Accessible.role: Accessible.Button
        Accessible.name: qsTr("Show from %1 on").arg(row.title)
        Accessible.onPressAction: if (body.enabled) body.clicked()
        Keys.onReturnPressed: body.clicked()
        Keys.onEnterPressed: body.clicked()
        onClicked: row.shown()

        background: Item {
            FocusRing {
                visible: body.visualFocus
            }
        }
        contentItem: Item {
            AssetCover {
                id: front
                opacity: row.leftOut ? 0.6 : 1
                visible: !row.narrow
                width: visible ? Math.round(Theme.thumb * 1.2) : 0
                height: Theme.thumb
                radius: Theme.radiusSmall
                source: row.cover
                glyph: row.glyph
                shape: row.shape
            }
            Column {
                id: words
                anchors.left: front.right
                anchors.leftMargin: front.visible ? Theme.s16 : 0
                anchors.right: parent.right
                anchors.rightMargin: Theme.s8
                y: Math.max(0, (Theme.thumb - implicitHeight) / 2)
                spacing: Theme.s4

                AppText {
                    objectName: "trayTitle"
                    width: parent.width
                    text: row.title
                    type: Theme.h3
                    Accessible.ignored: true
                }
                AppText {
                    objectName: "trayDetail"
                    width: parent.width
                    text: row.detail
                    type: Theme.small
                    muted: true
                    Accessible.ignored: true
                }
                Flow {
                    width: parent.width
                    visible: row.leftOut
                    spacing: Theme.s8

                    Chip {
                        visible: row.internal
                        glyph: Icons.lock
                        text: qsTr("Internal")
                    }
                    Chip {
                        visible: row.note !== ""
                        glyph: row.needsYou ? Icons.alertCircle : Icons.timerSand
                        tone: row.needsYou ? Chip.Attention : Chip.Quiet
                        text: row.note
                    }
                }
                AppText {
                    objectName: "traySentence"
                    width: parent.width
                    visible: row.sentence !== ""
                    text: row.sentence
                    type: Theme.small
                    Accessible.ignored: true
                }
            }
        }
    }
    Row {
        id: places
        anchors.right: parent.right
        anchors.rightMargin: Theme.s8
        y: row.narrow ? actions.y : body.y + (Theme.thumb - Theme.target) / 2
        spacing: Theme.s8

        // The one that was pressed stays where it is, also at an end: else the keyboard would lose its place.
        IconButton {
            id: up
            objectName: "trayUpButton"
            enabled: row.place > 1 || up.activeFocus
            opacity: row.place > 1 ? 1 : 0.3
            glyph: Icons.arrowUp
            name: qsTr("%1: earlier", "entry of a tray").arg(row.title)
            onClicked: if (row.place > 1) row.moved(-1)
        }
        IconButton {
            id: down
            objectName: "trayDownButton"
            enabled: row.place < row.count || down.activeFocus
            opacity: row.place < row.count ? 1 : 0.3
            glyph: Icons.arrowDown
            name: qsTr("%1: later", "entry of a tray").arg(row.title)
            onClicked: if (row.place < row.count) row.moved(1)
        }
        IconButton {
            objectName: "trayRemoveButton"
            glyph: Icons.deleteOutline
            name: qsTr("Remove %1").arg(row.title)
            onClicked: row.removed()
        }
    }
    Flow {
        id: actions
        x: row.narrow ? Theme.s12 : Theme.target + front.width + Theme.s16
        y: body.y + body.height + Theme.s12
        width: (row.narrow ? places.x - Theme.s8 : parent.width - Theme.s12) - x
        height: Math.max(implicitHeight, row.narrow ? Theme.target : 0)
        visible: row.narrow || row.pagesChoosable || row.newer !== ""
        spacing: Theme.s8

        AppButton {
            objectName: "trayNewerButton"
            visible: row.newer !== ""
            text: row.newer
            look: AppButton.Tonal
            textRoom: actions.width - 2 * Theme.s20
            Accessible.name: qsTr("%1: %2").arg(row.title).arg(row.newer)
            onClicked: row.newerWanted()
        }
        AppButton {
            objectName: "trayPagesButton"
            visible: row.pagesChoosable
            text: qsTr("Pages")
            look: AppButton.Plain
            Accessible.name: qsTr("Choose pages of %1").arg(row.title)
            onClicked: row.pagesWanted()
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// One place in an order. `moved` says by how many places, up is negative.
Rectangle {
    id: row

    required property string text
    required property int place // from 1
    required property int count
    property bool ranked: true // false: nobody has put this in order yet
    property bool readOnly: false
    signal moved(int by)

    readonly property bool keyed: up.visualFocus || down.visualFocus
    property real dragged: 0

    function lead(upwards) {
        (upwards && up.enabled || !down.enabled ? up : down).forceActiveFocus(Qt.TabFocusReason)
    }

    implicitHeight: Math.max(Theme.targetLarge + Theme.s8, label.implicitHeight + Theme.s16)
    radius: Theme.radius
    color: grip.pressed ? Theme.primarySoft : Theme.surface
    border.width: Theme.hairline
    border.color: Theme.outlineStrong
    z: grip.pressed ? 1 : 0
    transform: Translate { y: row.dragged }
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, place %2 of %3", "choice in a ranking").arg(row.text).arg(row.place).arg(row.count)

    AppIcon {
        id: handle
        x: Theme.s16
        anchors.verticalCenter: parent.verticalCenter
        visible: !row.readOnly
        glyph: Icons.drag
        color: Theme.textMuted
    }
    MouseArea {
        id: grip
        objectName: "grip"
        width: Theme.targetLarge
        height: parent.height
        enabled: !row.readOnly
        preventStealing: true // the page must not scroll under the finger
        cursorShape: Qt.SizeVerCursor

        property real from: 0

        onPressed: mouse => grip.from = grip.mapToItem(row.parent, 0, mouse.y).y
        onPositionChanged: mouse => row.dragged = grip.mapToItem(row.parent, 0, mouse.y).y - grip.from
        onReleased: {
            const by = Math.round(row.dragged / (row.height + Theme.s8))
            row.dragged = 0
            if (by !== 0)
                row.moved(by)
        }
        onCanceled: row.dragged = 0
    }
    AppText {
        id: number
        anchors.left: parent.left
        anchors.leftMargin: Theme.s48 + Theme.s8
        anchors.verticalCenter: parent.verticalCenter
        width: Math.round(Theme.s24 * Theme.textScale)
        text: row.ranked ? row.place : "–"
        type: Theme.strong
        muted: true
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    AppText {
        id: label
        anchors.left: number.right
        anchors.leftMargin: Theme.s4
        anchors.right: up.visible ? up.left : parent.right
        anchors.rightMargin: Theme.s8
        anchors.verticalCenter: parent.verticalCenter
        text: row.text
        Accessible.ignored: true
    }
    IconButton {
        id: up
        objectName: "upButton"
        anchors.right: down.left
        anchors.rightMargin: Theme.s8
        anchors.verticalCenter: parent.verticalCenter
        visible: !row.readOnly
        enabled: row.place > 1
        opacity: up.enabled ? 1 : 0.3
        glyph: Icons.arrowUp
        name: qsTr("%1: up", "choice in a ranking").arg(row.text)
        onClicked: row.moved(-1)
    }
    IconButton {
        id: down
        objectName: "downButton"
        anchors.right: parent.right
        anchors.rightMargin: Theme.s8
        anchors.verticalCenter: parent.verticalCenter
        visible: !row.readOnly
        enabled: row.place < row.count
        opacity: down.enabled ? 1 : 0.3
        glyph: Icons.arrowDown
        name: qsTr("%1: down", "choice in a ranking").arg(row.text)
        onClicked: row.moved(1)
    }
}

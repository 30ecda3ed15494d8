// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// A tray that was kept under a name: it is begun with again, or deleted.
Item {
    id: row

    required property string name
    required property string detail
    signal appended
    signal dropped

    implicitHeight: Math.max(Theme.row, words.implicitHeight + Theme.s24)
    Accessible.role: Accessible.ListItem
    Accessible.name: row.name + ", " + row.detail

    Column {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        width: add.x - Theme.s8

        AppText {
            width: parent.width
            text: row.name
            type: Theme.strong
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            text: row.detail
            type: Theme.small
            muted: true
            Accessible.ignored: true
        }
    }
    CollectButton {
        id: add
        objectName: "appendSequenceButton"
        anchors.right: remove.left
        anchors.verticalCenter: parent.verticalCenter
        title: row.name
        held: false
        onClicked: row.appended()
    }
    IconButton {
        id: remove
        objectName: "dropSequenceButton"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        glyph: Icons.deleteOutline
        name: qsTr("Delete %1").arg(row.name)
        onClicked: row.dropped()
    }
    Hairline {
        width: parent.width
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// One field of a card: the piece where it stood above what was understood, which is put right by typing and cleared by a tap.
Column {
    id: row

    required property string label
    required property string value
    required property bool doubtful
    required property var piece
    required property size pieceSize
    signal corrected(string text)

    spacing: Theme.s4

    Row {
        width: parent.width
        spacing: Theme.s8

        AppText {
            id: name
            text: row.label
            type: Theme.smallStrong
        }
        AppIcon {
            visible: row.doubtful
            anchors.verticalCenter: name.verticalCenter
            glyph: Icons.alertCircle
            size: Theme.iconSmall
            color: Theme.attention
        }
        AppText {
            visible: row.doubtful
            text: row.value === "" ? qsTr("not found") : qsTr("please check")
            type: Theme.small
            color: Theme.attention
        }
    }
    Rectangle {
        visible: row.pieceSize.width > 0
        width: Math.min(parent.width, Theme.target * row.pieceSize.width / Math.max(1, row.pieceSize.height))
        height: Math.min(Theme.target, width * row.pieceSize.height / Math.max(1, row.pieceSize.width))
        radius: Theme.s4
        color: Theme.sunken
        clip: true

        FrameView {
            objectName: "cardPiece"
            anchors.fill: parent
            image: row.piece // qmllint disable
            crop: false
        }
    }
    Item {
        width: parent.width
        height: field.implicitHeight

        AppField {
            id: field
            objectName: "answerField"
            width: parent.width - (clear.visible ? clear.width + Theme.s4 : 0)
            value: row.value
            faulty: row.doubtful && row.value !== ""
            Accessible.name: row.doubtful ? qsTr("%1, please check", "a field of a card").arg(row.label) : row.label
            onCommitted: text => row.corrected(text)
        }
        IconButton {
            id: clear
            objectName: "clearFieldButton"
            visible: row.value !== ""
            anchors.right: parent.right
            anchors.verticalCenter: field.verticalCenter
            glyph: Icons.close
            name: qsTr("Clear %1").arg(row.label)
            onClicked: row.corrected("")
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// One of those who were scanned: who it is, what is known already, and the way out of the list.
Item {
    id: row

    required property string name
    required property string detail
    required property string words
    required property string initials
    required property bool isLink
    required property string choice // the other way for who was met today; empty: she was not
    signal removed
    signal toggled

    implicitHeight: Math.max(Theme.row, who.implicitHeight + Theme.s24)
    Accessible.role: Accessible.ListItem
    Accessible.name: row.spoken([row.name, row.detail, row.words])

    function spoken(parts) {
        return parts.filter(part => part !== "").join(", ")
    }

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.cameraLine
    }
    Avatar {
        id: avatar
        y: Theme.s12
        visible: !row.isLink
        initials: row.initials
        color: Theme.cameraSoft
        ink: Theme.cameraOnSoft
    }
    AppIcon {
        anchors.centerIn: avatar
        visible: row.isLink
        glyph: Icons.link
        color: Theme.cameraMuted
    }
    Column {
        id: who
        anchors.left: avatar.right
        anchors.leftMargin: Theme.s12
        anchors.right: remove.left
        anchors.rightMargin: Theme.s8
        y: Theme.s12

        AppText {
            objectName: "rapidName"
            width: parent.width
            text: row.name
            type: Theme.h3
            color: Theme.cameraText
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            visible: text !== ""
            text: row.detail
            type: Theme.small
            color: Theme.cameraMuted
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            Accessible.ignored: true
        }
        AppText {
            objectName: "rapidWords"
            width: parent.width
            visible: text !== ""
            text: row.words
            type: Theme.smallStrong
            color: Theme.cameraOnSoft
            Accessible.ignored: true
        }
        Item {
            visible: row.choice !== ""
            width: parent.width
            height: visible ? toggle.implicitHeight + Theme.s8 : 0

            AppButton {
                id: toggle
                objectName: "rapidChoiceButton"
                y: Theme.s8
                text: row.choice
                look: AppButton.OnCamera
                Accessible.name: qsTr("%1: %2").arg(row.name).arg(row.choice)
                onClicked: row.toggled()
            }
        }
    }
    IconButton {
        id: remove
        objectName: "removeScannedButton"
        anchors.right: parent.right
        y: Theme.s10
        glyph: Icons.deleteOutline
        name: qsTr("Remove %1").arg(row.name)
        ink: Theme.cameraMuted
        onClicked: row.removed()
    }
}

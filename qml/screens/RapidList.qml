// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// Those who were scanned so far, the newest on top, and what can become of them.
Rectangle {
    id: panel

    required property RapidController rapid
    readonly property bool roomForAll: panel.height > Theme.resultCard * Theme.textScale // else the buttons scroll with the list

    color: Theme.cameraCard

    Component {
        id: ways

        Column {
            width: ListView.view ? ListView.view.width : foot.width
            topPadding: Theme.s12
            spacing: Theme.s8

            AppText {
                objectName: "rapidTrouble"
                width: parent.width
                visible: text !== ""
                text: panel.rapid.trouble
                type: Theme.strong
                color: Theme.cameraText
            }
            AppButton {
                objectName: "undoScannedButton"
                width: parent.width
                visible: panel.rapid.canUndo
                text: panel.rapid.undoText
                glyph: Icons.undo
                look: AppButton.OnCamera
                onClicked: panel.rapid.undoRemove()
            }
            AppButton {
                objectName: "sameForAllButton"
                width: parent.width
                visible: panel.rapid.count > 0
                enabled: !panel.rapid.busy
                large: true
                text: qsTr("Same answers for all")
                trailingGlyph: Icons.arrowRight
                look: AppButton.Accent
                onClicked: panel.rapid.startGroup()
            }
            AppButton {
                objectName: "eachButton"
                width: parent.width
                visible: panel.rapid.count > 0
                enabled: !panel.rapid.busy
                large: true
                text: qsTr("One conversation each")
                look: AppButton.OnCamera
                onClicked: panel.rapid.startEach()
            }
        }
    }
    AppText {
        id: heading
        objectName: "rapidCount"
        x: Theme.s24
        y: Theme.s16
        width: parent.width - 2 * Theme.s24
        text: panel.rapid.countText
        type: Theme.h2
        color: Theme.cameraText
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    ListView {
        id: list
        objectName: "rapidList"
        property int before: 0
        anchors.top: heading.bottom
        anchors.topMargin: Theme.s12
        anchors.bottom: foot.top
        x: Theme.s24
        width: parent.width - 2 * Theme.s24
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: panel.rapid.items
        footer: panel.roomForAll ? null : ways
        header: AppText {
            width: list.width
            visible: list.count === 0
            height: visible ? implicitHeight : 0
            text: qsTr("Each badge that is read stands here and is kept on this tablet.")
            color: Theme.cameraMuted
        }
        delegate: RapidRow {
            id: line
            required property string itemId
            objectName: "rapidRow"
            width: list.width
            onRemoved: panel.rapid.remove(line.itemId)
            onToggled: panel.rapid.toggleAnew(line.itemId)
        }
        onCountChanged: {
            if (list.count > list.before)
                list.positionViewAtBeginning() // who was read just now is seen
            list.before = list.count
        }
    }
    Loader {
        id: foot
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s16
        x: Theme.s24
        width: parent.width - 2 * Theme.s24
        active: panel.roomForAll
        height: active ? implicitHeight : 0
        sourceComponent: ways
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// What is shown in a meeting, in its order: put in order by buttons, by keys or by the handle, and shown as one sequence.
Item {
    id: screen

    required property TrayController tray
    required property string backName
    signal leaveRequested
    signal libraryRequested

    readonly property int margin: screen.width < Theme.compact ? Theme.marginPhone : Theme.margin
    readonly property bool beside: screen.width >= Theme.historyFrom * Theme.textScale // the kept ones stand beside it

    objectName: "trayScreen"
    Keys.onEscapePressed: screen.leaveRequested()
    Component.onCompleted: screen.tray.visit()

    PageBar {
        id: bar
        width: parent.width
        margin: screen.margin
        title: screen.tray.title
        subtitle: screen.tray.heading
        backName: screen.backName
        onBack: screen.leaveRequested()

        AppButton {
            objectName: "trayAddButton"
            text: qsTr("Library")
            glyph: Icons.bookOpen
            look: AppButton.Tonal
            onClicked: screen.libraryRequested()
        }
        AppButton {
            objectName: "trayPresentButton"
            enabled: screen.tray.canShow
            text: qsTr("Show")
            glyph: Icons.present
            look: AppButton.Primary
            onClicked: screen.tray.present("")
        }
    }
    ListView {
        id: list

        // To where a row was let go; beyond an end is there.
        function drop(from, y) {
            const at = list.indexAt(0, y)
            screen.tray.move(from, at >= 0 ? at : y < list.originY ? 0 : y > list.originY + list.contentHeight ? list.count - 1 : from)
        }

        objectName: "trayList"
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        x: screen.margin
        width: (screen.beside ? side.x - Theme.s24 : parent.width - screen.margin) - x
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        topMargin: Theme.s20
        bottomMargin: Theme.s24
        spacing: Theme.s8
        model: screen.tray.entries
        header: Column {
            width: list.width
            spacing: Theme.s12
            bottomPadding: childrenRect.height > 0 ? Theme.s12 : 0

            Banner {
                objectName: "trayTrouble"
                width: parent.width
                visible: screen.tray.trouble !== ""
                glyph: Icons.alertCircle
                tone: Banner.Danger
                text: screen.tray.trouble
            }
            Banner {
                objectName: "trayPrepared"
                width: parent.width
                visible: screen.tray.preparedText !== ""
                glyph: Icons.tray
                text: screen.tray.preparedText
                action: qsTr("Take them into this meeting")
                onActed: screen.tray.takePrepared()
            }
            Column {
                width: parent.width
                visible: screen.tray.count === 0
                topPadding: Theme.s24
                spacing: Theme.s12

                AppIcon {
                    glyph: Icons.tray
                    size: Theme.iconHero
                    color: Theme.outlineStrong
                }
                AppText {
                    objectName: "trayEmpty"
                    width: parent.width
                    text: qsTr("Nothing lies in it yet. Choose brochures, pages and films in the library, in the order in which you want to show them.")
                    muted: true
                }
            }
        }
        footer: Item {
            width: list.width
            height: screen.beside ? 0 : below.height + Theme.s16

            Loader {
                id: below
                y: Theme.s16
                width: parent.width
                active: !screen.beside
                sourceComponent: sequences
            }
        }
        moveDisplaced: Transition {
            NumberAnimation { property: "y"; duration: Theme.panelTime; easing.type: Easing.OutCubic }
        }
        removeDisplaced: Transition {
            NumberAnimation { property: "y"; duration: Theme.panelTime; easing.type: Easing.OutCubic }
        }
        delegate: TrayRow {
            id: row
            required property int index
            required property string itemId
            objectName: "tray_" + row.index
            width: list.width
            height: row.implicitHeight
            place: row.index + 1
            count: list.count
            onShown: screen.tray.present(row.itemId)
            onMoved: by => screen.tray.move(row.index, row.index + by)
            onDropped: y => list.drop(row.index, row.y + y)
            onRemoved: screen.tray.remove(row.itemId)
            onPagesWanted: screen.tray.choosePages(row.itemId)
            onNewerWanted: screen.tray.takeNewer(row.itemId)
        }
    }
    Loader {
        id: side
        anchors.right: parent.right
        anchors.rightMargin: screen.margin
        anchors.top: bar.bottom
        anchors.topMargin: Theme.s20
        width: Theme.sideCard
        active: screen.beside
        sourceComponent: sequences
    }
    Component {
        id: sequences

        SequenceCard {
            tray: screen.tray
        }
    }
}

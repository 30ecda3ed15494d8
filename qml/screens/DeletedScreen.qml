// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// Drafts that were deleted in the last 30 days, each with its way back.
Item {
    id: screen

    required property DeletedController deleted
    signal leaveRequested

    readonly property int margin: screen.width < Theme.compact ? Theme.marginPhone : Theme.margin

    objectName: "deletedScreen"
    Keys.onEscapePressed: screen.leaveRequested()
    Component.onCompleted: screen.deleted.refresh()

    PageBar {
        id: bar
        width: parent.width
        margin: screen.margin
        title: qsTr("Recently deleted")
        subtitle: qsTr("Never sent; kept on this tablet for 30 days")
        backName: qsTr("Back to the outbox")
        onBack: screen.leaveRequested()
    }
    ListView {
        id: list
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        x: screen.margin
        width: Math.min(parent.width - 2 * screen.margin, Theme.readingWidth)
        topMargin: Theme.s20
        bottomMargin: Theme.s20
        spacing: Theme.s12
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: screen.deleted.items
        header: Column {
            width: list.width

            Banner {
                objectName: "deletedTrouble"
                width: parent.width
                visible: screen.deleted.trouble !== ""
                tone: Banner.Danger
                glyph: Icons.alertCircle
                text: screen.deleted.trouble
            }
            AppText {
                width: parent.width
                visible: list.count === 0
                text: qsTr("Nothing was deleted in the last 30 days.")
                muted: true
            }
        }
        delegate: Card {
            id: line
            required property string conversationId
            required property string title
            required property string detail
            objectName: "deletedRow"
            width: list.width
            spacing: Theme.s8

            AppText {
                width: parent.width
                text: line.title
                type: Theme.h3
            }
            AppText {
                width: parent.width
                text: line.detail
                type: Theme.small
                muted: true
            }
            Flow {
                width: parent.width
                spacing: Theme.s12

                AppButton {
                    objectName: "restoreButton"
                    text: qsTr("Restore")
                    glyph: Icons.undo
                    look: AppButton.Tonal
                    Accessible.name: qsTr("Restore the conversation with %1").arg(line.title)
                    onClicked: screen.deleted.restore(line.conversationId)
                }
                AppButton {
                    objectName: "deleteNowButton"
                    text: qsTr("Delete now")
                    look: AppButton.Plain
                    Accessible.name: qsTr("Delete the conversation with %1 for good").arg(line.title)
                    onClicked: screen.deleted.remove(line.conversationId)
                }
            }
        }
    }
}

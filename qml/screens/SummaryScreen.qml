// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// The outbox at the end of the day, as text to hand on.
Item {
    id: screen

    required property SummaryController summary
    signal leaveRequested

    readonly property int margin: screen.width < Theme.compact ? Theme.marginPhone : Theme.margin

    objectName: "summaryScreen"
    Keys.onEscapePressed: screen.leaveRequested()
    Component.onCompleted: screen.summary.refresh()

    PageBar {
        id: bar
        width: parent.width
        margin: screen.margin
        title: qsTr("Summary of the day")
        subtitle: qsTr("Without names, firms and answers")
        backName: qsTr("Back to the outbox")
        onBack: screen.leaveRequested()
    }
    Flickable {
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: body.implicitHeight + 2 * Theme.s20
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: body
            x: screen.margin
            y: Theme.s20
            width: Math.min(parent.width - 2 * screen.margin, Theme.readingWidth)
            spacing: Theme.s16

            Flow {
                width: parent.width
                spacing: Theme.s12

                AppButton {
                    objectName: "copySummaryButton"
                    text: qsTr("Copy")
                    look: AppButton.Primary
                    onClicked: screen.summary.copy()
                }
                AppButton {
                    objectName: "saveSummaryButton"
                    text: qsTr("Save in Documents")
                    glyph: Icons.contentSave
                    look: AppButton.Outline
                    onClicked: screen.summary.save()
                }
            }
            Banner {
                objectName: "summaryBanner"
                width: parent.width
                visible: screen.summary.doneText !== ""
                glyph: screen.summary.done ? Icons.checkCircle : Icons.alertCircle
                tone: screen.summary.done ? Banner.Quiet : Banner.Danger
                text: screen.summary.doneText
            }
            Card {
                width: parent.width
                visible: screen.summary.text !== ""

                AppText {
                    objectName: "summaryText"
                    width: parent.width
                    text: screen.summary.text.trim()
                }
            }
        }
    }
}

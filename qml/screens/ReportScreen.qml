// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// The report of a finished conversation: for whom, in which language, and its pages as they will be printed.
Item {
    id: screen

    required property ReportController report
    property string closedText: "" // what was read about saving
    signal leaveRequested

    readonly property bool wide: screen.width >= Theme.wide
    readonly property int margin: screen.width < Theme.compact ? Theme.marginPhone : Theme.margin

    objectName: "reportScreen"
    Keys.onEscapePressed: screen.leaveRequested()

    PageBar {
        id: bar
        width: parent.width
        margin: screen.margin
        title: qsTr("Report")
        subtitle: screen.report.customer === "" ? screen.report.title : qsTr("%1 · %2").arg(screen.report.title).arg(screen.report.customer)
        backName: qsTr("Back to the conversation")
        onBack: screen.leaveRequested()

        AppButton {
            objectName: "saveReportButton"
            enabled: screen.report.state === ReportController.Ready && !screen.report.saving
            text: screen.width < Theme.compact ? qsTr("Save") : qsTr("Save in Documents")
            glyph: Icons.contentSave
            look: AppButton.Primary
            Accessible.name: qsTr("Save in Documents")
            onClicked: screen.report.save()
        }
    }
    Component {
        id: choices

        ReportChoices {
            report: screen.report
        }
    }
    Flickable {
        id: side
        visible: screen.wide
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: screen.wide ? Theme.sideCard + screen.margin : 0
        contentHeight: sideChoices.height + 2 * Theme.s20
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Loader {
            id: sideChoices
            active: screen.wide
            x: screen.margin
            y: Theme.s20
            width: Theme.sideCard
            sourceComponent: choices
        }
    }
    ListView {
        id: pages
        objectName: "reportPages"
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        anchors.left: side.right
        anchors.right: parent.right
        bottomMargin: Theme.s20
        spacing: Theme.s16
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: screen.report.pages
        header: Item {
            width: pages.width
            height: above.height
            onHeightChanged: pages.positionViewAtBeginning() // another report begins at its top

            Column {
                id: above
                x: screen.margin
                width: parent.width - 2 * screen.margin
                topPadding: Theme.s20
                bottomPadding: screen.wide ? 0 : Theme.s16
                spacing: Theme.s16

                Loader {
                    active: !screen.wide
                    width: parent.width
                    visible: active
                    sourceComponent: choices
                }
                Banner {
                    objectName: "reportSentence"
                    width: parent.width
                    visible: screen.report.sentence !== ""
                    glyph: screen.report.state === ReportController.Failed ? Icons.alertCircle : Icons.information
                    tone: screen.report.state === ReportController.Failed ? Banner.Danger : Banner.Quiet
                    text: screen.report.sentence
                    action: screen.report.state === ReportController.Failed ? qsTr("Try again") : ""
                    onActed: screen.report.again()
                }
                AppText {
                    objectName: "reportBeingMade"
                    width: parent.width
                    visible: screen.report.state === ReportController.Making
                    text: qsTr("The report is being made …")
                    muted: true
                }
            }
        }
        delegate: Item {
            id: place
            required property string name
            required property string source

            width: pages.width
            implicitHeight: sheet.height

            ReportPage {
                id: sheet
                objectName: "reportPage"
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(place.width - 2 * screen.margin, Theme.readingWidth)
                name: place.name
                source: place.source
                onClicked: whole.open(place.source, place.name, sheet)
            }
        }
    }
    Banner {
        objectName: "savedReport"
        visible: screen.report.savedText !== "" && screen.report.savedText !== screen.closedText
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.s16
        glyph: screen.report.saved ? Icons.checkCircle : Icons.alertCircle
        tone: screen.report.saved ? Banner.Quiet : Banner.Danger
        text: screen.report.savedText
        action: qsTr("Close")
        onActed: screen.closedText = screen.report.savedText
    }
    Loader {
        id: whole

        property string source
        property string label
        property Item before: null // had the focus

        function open(source, label, before) {
            whole.source = source
            whole.label = label
            whole.before = before
            whole.active = true
        }

        anchors.fill: parent
        active: false
        sourceComponent: PictureScreen {
            source: whole.source
            label: whole.label
            onClosed: {
                whole.active = false
                whole.before?.forceActiveFocus()
            }
        }
    }
}

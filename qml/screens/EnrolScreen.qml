// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// Takes this tablet to a hub: by the invitation's QR, or by address and code.
Item {
    id: screen

    required property SettingsController settings
    signal leaveRequested
    signal scanRequested
    signal outboxRequested

    readonly property int margin: screen.width < Theme.compact ? Theme.marginPhone : Theme.margin

    objectName: "enrolScreen"
    Keys.onEscapePressed: screen.leaveRequested()
    Component.onDestruction: screen.settings.forgetOutcome()

    PageBar {
        id: bar
        width: parent.width
        margin: screen.margin
        title: qsTr("Connect to a hub")
        backName: qsTr("Back to the settings")
        onBack: screen.leaveRequested()
    }
    Flickable {
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: body.implicitHeight + 2 * Theme.s24
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: body
            x: screen.margin
            y: Theme.s24
            width: Math.min(parent.width - 2 * screen.margin, Theme.readingWidth)
            spacing: Theme.s20

            AppText {
                width: parent.width
                text: qsTr("The office invites a tablet with a QR code. From then on the fair, its forms and its customers come from that hub, and what you finish goes there.")
            }
            Banner {
                objectName: "enrolBanner"
                width: parent.width
                visible: screen.settings.enrolSentence !== ""
                text: screen.settings.enrolSentence
                glyph: screen.settings.enrolled ? Icons.checkCircle : Icons.information
                action: screen.settings.waiting > 0 ? qsTr("Show them") : ""
                onActed: screen.outboxRequested()
            }
            AppButton {
                objectName: "scanInvitationButton"
                visible: !screen.settings.enrolled
                text: qsTr("Scan the invitation")
                glyph: Icons.qrcodeScan
                look: AppButton.Primary
                large: true
                onClicked: screen.scanRequested()
            }
            Column {
                width: parent.width
                visible: !screen.settings.enrolled
                spacing: Theme.s8

                AppText {
                    width: parent.width
                    text: qsTr("Address of the hub")
                    type: Theme.h3
                }
                AppField {
                    id: address
                    objectName: "hubField"
                    width: parent.width
                    value: screen.settings.offeredHub
                    placeholderText: "https://hub.example"
                    inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
                    Accessible.name: qsTr("Address of the hub")
                }
                AppText {
                    width: parent.width
                    topPadding: Theme.s8
                    text: qsTr("Code")
                    type: Theme.h3
                }
                AppField {
                    id: code
                    objectName: "codeField"
                    width: parent.width
                    value: screen.settings.offeredCode
                    placeholderText: "ABCD-EFGH-JKMN"
                    inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
                    Accessible.name: qsTr("Code")
                    onAccepted: connect.clicked()
                }
            }
            AppButton {
                id: connect
                objectName: "connectButton"
                visible: !screen.settings.enrolled
                enabled: !screen.settings.enrolling
                text: qsTr("Connect")
                large: true
                onClicked: screen.settings.enrol(address.text, code.text)
            }
            AppButton {
                objectName: "enrolDoneButton"
                visible: screen.settings.enrolled
                text: qsTr("Go to the fair")
                trailingGlyph: Icons.arrowRight
                look: AppButton.Primary
                large: true
                onClicked: screen.leaveRequested()
            }
        }
    }
}

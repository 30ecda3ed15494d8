// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// Whom the code names, or why there is nothing to read, and what can be done now.
Rectangle {
    id: card

    required property ScanController scan
    required property bool alone // the other ways to a contact are offered here, not beside the card
    signal photoRequested
    signal cardRequested
    signal compareRequested

    implicitHeight: found.implicitHeight + 2 * Theme.s24
    radius: Theme.radiusHero
    color: Theme.cameraCard

    Flickable {
        anchors.fill: parent
        anchors.margins: Theme.s24
        contentHeight: found.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: found
            width: parent.width
            spacing: Theme.s16

            Row {
                width: parent.width
                visible: card.scan.personName !== ""
                spacing: Theme.s16

                Avatar {
                    large: true
                    initials: card.scan.initials
                    color: Theme.cameraSoft
                    ink: Theme.cameraOnSoft
                }
                Column {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - Theme.avatarLarge - Theme.s16

                    AppText {
                        objectName: "scannedName"
                        width: parent.width
                        text: card.scan.personName
                        type: Theme.h1
                        color: Theme.cameraText
                    }
                    AppText {
                        width: parent.width
                        visible: text !== ""
                        text: card.scan.jobTitle
                        color: Theme.cameraMuted
                    }
                }
            }
            Flow {
                width: parent.width
                visible: card.scan.state === ScanController.Found
                spacing: Theme.s8

                Rectangle {
                    width: readWords.width + 2 * Theme.s12
                    height: Math.max(Theme.chip, readWords.height + Theme.s8)
                    radius: height / 2
                    color: Theme.cameraGoodSoft

                    Row {
                        id: readWords
                        anchors.centerIn: parent
                        spacing: Theme.s4

                        AppIcon {
                            anchors.verticalCenter: parent.verticalCenter
                            glyph: Icons.check
                            size: Theme.iconSmall
                            color: Theme.cameraGood
                        }
                        AppText {
                            text: card.scan.originText
                            type: Theme.small
                            color: Theme.cameraGood
                            wrapMode: Text.NoWrap
                        }
                    }
                }
                Rectangle {
                    width: knownWord.width + 2 * Theme.s12
                    height: Math.max(Theme.chip, knownWord.height + Theme.s8)
                    radius: height / 2
                    color: Theme.cameraSunken

                    AppText {
                        id: knownWord
                        anchors.centerIn: parent
                        text: card.scan.matchChosen ? qsTr("Known contact") : card.scan.known ? qsTr("Perhaps known") : qsTr("New contact")
                        type: Theme.small
                        color: Theme.cameraMuted
                        wrapMode: Text.NoWrap
                    }
                }
            }
            ScanFields {
                width: parent.width
                fields: card.scan.fields
            }
            AppText {
                width: parent.width
                visible: text !== ""
                text: card.scan.matchText
                type: Theme.small
                color: Theme.cameraMuted
            }
            AppText {
                objectName: "decisionText"
                width: parent.width
                visible: card.scan.chosen
                text: card.scan.people.decisionText
                type: Theme.smallStrong
                color: Theme.cameraGood
            }
            AppButton {
                objectName: "scannedBriefingButton"
                width: parent.width
                visible: card.scan.canBrief
                text: qsTr("Briefing")
                glyph: Icons.flag
                look: AppButton.OnCamera
                onClicked: card.scan.openBriefing()
            }
            AppButton {
                objectName: "chooseMatchButton"
                width: parent.width
                visible: card.scan.canChoose
                text: card.scan.chooseText
                glyph: card.scan.chosen ? Icons.undo : Icons.check
                look: AppButton.OnCamera
                onClicked: card.scan.toggleMatch()
            }
            AppButton {
                objectName: "compareButton"
                width: parent.width
                visible: card.scan.state === ScanController.Found && card.scan.people.offered
                text: qsTr("Compare side by side")
                glyph: Icons.accountMultiple
                look: AppButton.OnCamera
                onClicked: card.compareRequested()
            }
            AppText {
                objectName: "scanSentence"
                width: parent.width
                visible: text !== ""
                text: card.scan.sentence
                type: card.scan.state === ScanController.Found ? Theme.small : Theme.strong
                color: Theme.cameraText
            }
            AppText {
                objectName: "metText"
                width: parent.width
                visible: text !== ""
                text: card.scan.metText
                type: Theme.strong
                color: Theme.cameraText
            }
            AppButton {
                objectName: "openMetButton"
                width: parent.width
                visible: card.scan.metAction !== ""
                large: true
                text: card.scan.metAction
                look: AppButton.Accent
                onClicked: card.scan.openMet()
            }
            AppButton {
                objectName: "readAsCardButton"
                width: parent.width
                visible: card.scan.state === ScanController.NothingThere && card.scan.frameSize.width > 0
                large: true
                text: qsTr("Read it as a business card")
                glyph: Icons.account
                look: AppButton.Accent
                onClicked: card.cardRequested()
            }
            AppButton {
                objectName: "startConversationButton"
                width: parent.width
                visible: card.scan.canStart
                large: true
                text: card.scan.metAction === "" ? qsTr("Start conversation") : qsTr("New conversation")
                trailingGlyph: Icons.arrowRight
                look: card.scan.metAction === "" ? AppButton.Accent : AppButton.OnCamera
                onClicked: card.scan.startConversation()
            }
            AppButton {
                objectName: "scanNextButton"
                width: parent.width
                text: card.scan.canStart ? qsTr("Scan next") : qsTr("Try again")
                look: AppButton.OnCamera
                onClicked: card.scan.scanNext()
            }
            AppButton {
                objectName: "typeInsteadSmallButton"
                width: parent.width
                visible: card.alone
                text: qsTr("Type instead")
                look: AppButton.OnCamera
                onClicked: card.scan.typeInstead()
            }
            AppButton {
                objectName: "pickPhotoSmallButton"
                width: parent.width
                visible: card.alone
                text: qsTr("Pick photo")
                look: AppButton.OnCamera
                onClicked: card.photoRequested()
            }
        }
    }
}

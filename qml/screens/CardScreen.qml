// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// A business card, looked through: each field beside the piece of the card where it stood.
Item {
    id: screen

    required property CardController card
    signal leaveRequested
    signal againRequested

    readonly property bool wide: screen.width >= Theme.wide
    readonly property int margin: screen.width < Theme.compact ? Theme.marginPhone : Theme.margin
    readonly property bool read: screen.card.state === CardController.Read
    readonly property real shape: screen.card.cardSize.width > 0 ? screen.card.cardSize.height / screen.card.cardSize.width : 0.6

    objectName: "cardScreen"
    Keys.onEscapePressed: screen.leaveRequested()

    PageBar {
        id: bar
        width: parent.width
        margin: screen.margin
        title: screen.card.state === CardController.Reading ? qsTr("Reading the card …") : qsTr("Business card")
        subtitle: screen.card.doubtText
        backName: qsTr("Back to scanning")
        onBack: screen.leaveRequested()
    }
    FocusScroll {
        flickable: page
    }
    Flickable {
        id: page
        anchors.top: bar.bottom
        anchors.bottom: foot.top
        width: parent.width
        contentHeight: body.implicitHeight + 2 * Theme.s24
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Flow {
            id: body
            x: screen.margin
            y: Theme.s24
            width: parent.width - 2 * screen.margin
            spacing: Theme.s24

            FrameView {
                id: picture
                objectName: "cardPicture"
                width: screen.wide ? (parent.width - Theme.s24) * 0.42 : parent.width
                height: Math.min(width * screen.shape, screen.height * (screen.wide ? 0.6 : 0.34))
                image: screen.card.card // qmllint disable
                crop: false
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("The card")
            }
            Column {
                width: screen.wide ? parent.width - picture.width - Theme.s24 : parent.width
                spacing: Theme.s12

                Banner {
                    objectName: "cardSentence"
                    width: parent.width
                    visible: screen.card.sentence !== ""
                    glyph: Icons.alertCircle
                    text: screen.card.sentence
                }
                Repeater {
                    model: screen.card.fields

                    CardFieldRow {
                        id: line
                        required property string key
                        objectName: "cardField_" + line.key
                        width: parent ? parent.width : 0
                        onCorrected: text => screen.card.correct(line.key, text)
                    }
                }
                AppButton {
                    objectName: "swapNamesButton"
                    visible: screen.card.canSwap
                    text: qsTr("Swap the names")
                    glyph: Icons.accountSwitch
                    look: AppButton.Plain
                    onClicked: screen.card.swapNames()
                }
            }
        }
    }
    Rectangle {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.max(Theme.foot, ways.implicitHeight + Theme.s24)
        color: Theme.surface

        Hairline {
            width: parent.width
        }
        Flow {
            id: ways
            anchors.right: parent.right
            anchors.rightMargin: screen.margin
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(again.implicitWidth + use.implicitWidth + spacing, parent.width - 2 * screen.margin)
            layoutDirection: Qt.RightToLeft
            spacing: Theme.s12

            AppButton {
                id: use
                objectName: "useCardButton"
                visible: screen.read
                large: true
                text: qsTr("Use this contact")
                trailingGlyph: Icons.arrowRight
                look: AppButton.Primary
                onClicked: screen.card.accept()
            }
            AppButton {
                id: again
                objectName: "cardAgainButton"
                large: true
                text: qsTr("Take it again")
                look: screen.card.state === CardController.Failed ? AppButton.Primary : AppButton.Plain
                onClicked: screen.againRequested()
            }
        }
    }
}

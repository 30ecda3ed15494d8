// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// The way on: back, finish, the next section.
Rectangle {
    id: foot

    required property ConversationController conversation
    required property RevisionController revision
    property bool offersReport: foot.conversation.readOnly // of what is finished
    required property bool narrow
    required property int margin
    signal backRequested
    signal forwardRequested
    signal finishRequested

    implicitHeight: Math.max(Theme.foot, onward.implicitHeight + Theme.s24)
    color: Theme.surface

    readonly property bool revisable: foot.conversation.readOnly && foot.revision.action !== ""
    readonly property real backWidth: foot.narrow ? 0 : Math.ceil(backWords.advanceWidth) + Theme.s32 // of its words
    readonly property bool tight: foot.wanted + foot.backWidth > foot.width // then the way back is an arrow alone
    readonly property bool stacked: foot.wanted > foot.width
    readonly property real wanted: (foot.conversation.atStart ? 0 : Theme.target) + (foot.conversation.readOnly ? report : finish).implicitWidth + (revise.visible ? revise.implicitWidth + Theme.s12 : 0)
                                   + forward.implicitWidth + 2 * foot.margin + 3 * Theme.s12

    TextMetrics {
        id: backWords
        font.family: Theme.family
        font.pixelSize: Math.round(Theme.button.size * Theme.textScale)
        font.weight: Theme.button.weight
        text: foot.conversation.oneByOne ? qsTr("Back") : foot.conversation.previousTitle
    }
    Hairline {
        width: parent.width
    }
    AppButton {
        id: previous
        objectName: "previousButton"
        x: foot.margin
        anchors.verticalCenter: parent.verticalCenter
        visible: !foot.conversation.atStart
        text: foot.narrow || foot.tight ? "" : backWords.text
        glyph: Icons.arrowLeft
        look: AppButton.Plain
        Accessible.name: foot.conversation.oneByOne ? qsTr("Back") : qsTr("Back to %1").arg(foot.conversation.previousTitle)
        onClicked: foot.backRequested()
    }
    Grid {
        id: onward
        anchors.right: parent.right
        anchors.rightMargin: foot.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s12
        columns: foot.stacked ? 1 : 3
        horizontalItemAlignment: Grid.AlignRight
        verticalItemAlignment: Grid.AlignVCenter

        AppButton {
            id: revise
            objectName: "reviseButton"
            visible: foot.revisable && (foot.conversation.atEnd || !foot.narrow) // a narrow one has no room for three
            enabled: !foot.revision.busy
            large: foot.conversation.atEnd
            text: foot.revision.action
            glyph: Icons.pencil
            look: AppButton.Tonal
            onClicked: foot.revision.reviseThis()
        }
        AppButton {
            id: report
            objectName: "reportButton"
            visible: foot.offersReport
            large: foot.conversation.atEnd
            text: qsTr("Make the report")
            glyph: Icons.fileDocument
            look: foot.conversation.atEnd ? AppButton.Primary : AppButton.Plain
            onClicked: foot.conversation.showReport()
        }
        AppButton {
            id: finish
            objectName: "finishButton"
            visible: !foot.conversation.readOnly && (foot.conversation.atEnd || !foot.conversation.oneByOne)
            enabled: !foot.conversation.busy
            large: foot.conversation.atEnd
            text: qsTr("Finish")
            look: foot.conversation.atEnd ? AppButton.Primary : AppButton.Plain
            onClicked: foot.finishRequested()
        }
        AppButton {
            id: forward
            objectName: "nextButton"
            visible: !foot.conversation.atEnd
            large: true
            text: foot.conversation.oneByOne ? qsTr("Next") : foot.conversation.nextTitle
            trailingGlyph: Icons.arrowRight
            look: AppButton.Primary
            Accessible.name: foot.conversation.oneByOne ? qsTr("Next") : qsTr("On to %1", "the next section").arg(foot.conversation.nextTitle)
            onClicked: foot.forwardRequested()
        }
    }
}

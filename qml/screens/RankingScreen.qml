// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// The accounts by their ratings, in three bands. A tap opens the customer.
Item {
    id: screen

    required property RankingController ranking
    signal leaveRequested

    readonly property int margin: screen.width < Theme.compact ? Theme.marginPhone : Theme.margin

    objectName: "rankingScreen"
    Keys.onEscapePressed: screen.leaveRequested()
    Component.onCompleted: {
        screen.ranking.refresh()
        list.forceActiveFocus(Qt.TabFocusReason)
    }

    PageBar {
        id: bar
        width: parent.width
        margin: screen.margin
        title: qsTr("Account ranking")
        subtitle: screen.ranking.heading
        backName: qsTr("Back to the customers")
        onBack: screen.leaveRequested()

        AppButton {
            objectName: "rateButton"
            visible: screen.ranking.canRate
            text: qsTr("Rate an account")
            glyph: Icons.plus
            look: AppButton.Primary
            onClicked: screen.ranking.rate()
        }
    }
    AppText {
        objectName: "rankingSentence"
        anchors.top: bar.bottom
        anchors.topMargin: Theme.s24
        x: screen.margin
        width: list.width
        visible: text !== ""
        text: screen.ranking.sentence
        muted: true
    }
    ListView {
        id: list
        objectName: "rankingList"
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        x: screen.margin
        width: Math.min(parent.width - 2 * screen.margin, Theme.readingWidth)
        topMargin: Theme.s8
        bottomMargin: Theme.s20
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        activeFocusOnTab: true
        model: screen.ranking.accounts
        section.property: "band"
        section.delegate: AppText {
            required property string section
            objectName: "rankingBand"
            width: list.width
            topPadding: Theme.s20
            bottomPadding: Theme.s4
            text: section
            type: Theme.h2
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        delegate: FocusScope {
            id: entry
            required property int index
            required property string place
            required property string name
            required property string detail
            required property string total
            required property int move
            required property string moveText
            required property string bandDetail
            readonly property bool leads: entry.ListView.previousSection !== entry.ListView.section // a band

            width: list.width
            height: account.y + account.height

            AppText {
                id: meaning
                width: parent.width
                visible: entry.leads
                bottomPadding: Theme.s8
                text: entry.bandDetail
                type: Theme.small
                muted: true
            }
            AccountRow {
                id: account
                objectName: "accountRow"
                y: entry.leads ? meaning.implicitHeight : 0
                width: parent.width
                focus: true
                place: entry.place
                name: entry.name
                detail: entry.detail
                total: entry.total
                moveText: entry.moveText
                glyph: entry.move === RankingController.Up ? Icons.arrowUp : entry.move === RankingController.Down ? Icons.arrowDown : ""
                tone: entry.move === RankingController.Up ? Chip.Positive : entry.move === RankingController.Down ? Chip.Warning : Chip.Outlined
                first: entry.leads
                onClicked: screen.ranking.open(entry.index)
                Keys.onReturnPressed: account.clicked()
                Keys.onEnterPressed: account.clicked()
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// One answer to one purpose: yes, no or withdrawn, when, and on a touch the words that were shown.
Column {
    id: row

    required property string purpose
    required property string answer // in words
    required property string answerKind // "given", "refused", "withdrawn"
    required property string detail
    required property string withdrawn
    required property string text // that was shown; empty: unknown
    required property bool withdrawable
    property bool open: false // the words are shown
    signal withdrawRequested

    spacing: Theme.s4

    Item {
        width: parent.width
        height: Math.max(title.height, chip.height)

        AppText {
            id: title
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - chip.width - Theme.s8
            text: row.purpose
            type: Theme.body
            font.weight: 600
        }
        Chip {
            id: chip
            objectName: "consentAnswer"
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: row.answer
            glyph: row.answerKind === "given" ? Icons.check : Icons.close
            tone: row.answerKind === "given" ? Chip.Positive : Chip.Quiet
        }
    }
    AppText {
        objectName: "consentDetail"
        width: parent.width
        text: row.detail
        type: Theme.small
        muted: true
    }
    AppText {
        objectName: "consentWithdrawn"
        width: parent.width
        visible: text !== ""
        text: row.withdrawn
        type: Theme.small
        muted: true
    }
    AppText {
        objectName: "consentWords"
        width: parent.width
        visible: row.open
        topPadding: Theme.s4
        bottomPadding: Theme.s4
        text: row.text
        type: Theme.small
    }
    Flow {
        width: parent.width
        visible: row.text !== "" || row.withdrawable
        spacing: Theme.s8

        AppButton {
            id: wordsButton
            objectName: "consentWordsButton"
            visible: row.text !== ""
            text: row.open ? qsTr("Hide the text") : qsTr("Show the text")
            look: AppButton.Plain
            leftPadding: 0
            rightPadding: Theme.s8
            Accessible.description: row.purpose
            onClicked: row.open = !row.open
        }
        AppButton {
            objectName: "withdrawButton"
            visible: row.withdrawable
            text: qsTr("Withdraw")
            look: AppButton.Plain
            leftPadding: wordsButton.visible ? Theme.s8 : 0
            rightPadding: Theme.s8
            Accessible.name: qsTr("Withdraw consent: %1").arg(row.purpose)
            onClicked: row.withdrawRequested()
        }
    }
}

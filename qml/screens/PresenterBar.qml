// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// Above what is shown, as long as nobody turns a page: the way back, what it is, and what is looked for in it.
Rectangle {
    id: bar

    required property PresenterController presenter
    signal leaveRequested
    signal pageWanted
    signal collectRequested // what is shown is for the tray

    readonly property bool searches: bar.presenter.kind === PresenterController.Document
    readonly property bool narrow: bar.width < Theme.wide * Theme.textScale

    implicitHeight: who.height + (bar.searches && bar.narrow ? search.height + Theme.s12 : 0)
    color: Theme.surface

    Item {
        id: who
        width: parent.width
        height: Math.max(Theme.bar, words.implicitHeight + Theme.s16)

        IconButton {
            id: close
            objectName: "closePresenterButton"
            x: Theme.s16
            anchors.verticalCenter: parent.verticalCenter
            glyph: Icons.close
            name: qsTr("Close")
            onClicked: bar.leaveRequested()
        }
        Column {
            id: words
            anchors.left: close.right
            anchors.leftMargin: Theme.s8
            anchors.verticalCenter: parent.verticalCenter
            width: collect.x - x - Theme.s8 - (chip.visible ? chip.width + Theme.s12 : 0)

            AppText {
                objectName: "presenterTitle"
                width: parent.width
                text: bar.presenter.title
                type: Theme.h3
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            AppText {
                objectName: "presenterPageNumber"
                width: parent.width
                visible: text !== ""
                text: bar.presenter.pageText
                type: Theme.small
                muted: true
            }
        }
        Chip {
            id: chip
            anchors.left: words.right
            anchors.leftMargin: Theme.s12
            anchors.verticalCenter: parent.verticalCenter
            visible: bar.presenter.internal
            glyph: Icons.lock
            text: qsTr("Internal")
        }
        IconButton {
            id: collect
            objectName: "presenterCollectButton"
            visible: !bar.presenter.sequence
            x: (bar.narrow || !bar.searches ? parent.width - Theme.s16 : search.x - Theme.s12) - width
            anchors.verticalCenter: parent.verticalCenter
            width: visible ? implicitWidth : 0
            glyph: Icons.plus
            name: qsTr("Put what is shown into the tray")
            onClicked: bar.collectRequested()
        }
    }
    Row {
        id: search
        visible: bar.searches
        x: bar.narrow ? Theme.s16 : bar.width - width - Theme.s24
        y: bar.narrow ? who.height : (who.height - height) / 2
        width: bar.narrow ? bar.width - 2 * Theme.s16 : Math.min(bar.width / 2, Theme.resultCard + Theme.s48)
        spacing: Theme.s8

        AppField {
            id: field
            objectName: "presenterField"
            width: parent.width - (hits.visible ? hits.width + search.spacing : 0)
            implicitHeight: Theme.target
            glyph: Icons.magnify
            placeholderText: qsTr("Search")
            Accessible.name: qsTr("Search in this document")
            inputMethodHints: Qt.ImhNoPredictiveText
            value: bar.presenter.words
            onAccepted: bar.presenter.nextHit()
            onRested: text => bar.presenter.look(text)
            onCommitted: text => bar.presenter.look(text)
            Keys.onEscapePressed: bar.leaveRequested()
        }
        Row {
            id: hits
            visible: bar.presenter.foundText !== ""
            anchors.verticalCenter: parent.verticalCenter

            IconButton {
                objectName: "previousHit"
                visible: bar.presenter.hasHits
                glyph: Icons.chevronUp
                name: qsTr("Previous hit")
                onClicked: bar.presenter.previousHit()
            }
            AppText {
                objectName: "foundText"
                anchors.verticalCenter: parent.verticalCenter
                text: bar.presenter.foundText
                type: Theme.small
                muted: !bar.presenter.hasHits
                wrapMode: Text.NoWrap
            }
            IconButton {
                objectName: "nextHit"
                visible: bar.presenter.hasHits
                glyph: Icons.chevronDown
                name: qsTr("Next hit")
                onClicked: bar.presenter.nextHit()
            }
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}

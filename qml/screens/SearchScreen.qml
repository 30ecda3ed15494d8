// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// Customers of this tablet, found while somebody types.
Item {
    id: screen

    required property SearchController search
    signal rankingRequested

    readonly property int margin: screen.width < Theme.compact ? Theme.marginPhone : Theme.margin

    objectName: "searchScreen"
    Component.onCompleted: {
        screen.search.search("")
        field.forceActiveFocus()
    }

    PageBar {
        id: bar
        width: parent.width
        margin: screen.margin
        title: qsTr("Customers")
        subtitle: qsTr("On this tablet, also without a network")

        AppButton {
            objectName: "rankingButton"
            text: qsTr("Ranking")
            glyph: Icons.star
            look: AppButton.Tonal
            onClicked: screen.rankingRequested()
        }
    }
    Column {
        id: head
        anchors.top: bar.bottom
        anchors.topMargin: Theme.s20
        x: screen.margin
        width: Math.min(parent.width - 2 * screen.margin, Theme.readingWidth)
        spacing: Theme.s12

        AppField {
            id: field
            objectName: "customerField"
            width: parent.width
            glyph: Icons.magnify
            placeholderText: qsTr("Find a customer")
            Accessible.name: qsTr("Find a customer")
            inputMethodHints: Qt.ImhNoPredictiveText
            onTextChanged: screen.search.search(field.text) // not textEdited: an on-screen keyboard commits without it
            onAccepted: screen.search.open(0)
            Keys.onDownPressed: if (list.count > 0) {
                list.currentIndex = 0
                list.forceActiveFocus(Qt.TabFocusReason)
            }
        }
        AppText {
            objectName: "searchHeading"
            width: parent.width
            visible: text !== ""
            text: screen.search.heading
            type: Theme.label
            muted: true
        }
    }
    AppText {
        objectName: "searchSentence"
        anchors.top: head.bottom
        anchors.topMargin: Theme.s24
        x: screen.margin
        width: head.width
        visible: text !== ""
        text: screen.search.sentence
        muted: true
    }
    ListView {
        id: list
        objectName: "customerList"
        anchors.top: head.bottom
        anchors.topMargin: Theme.s8
        anchors.bottom: parent.bottom
        x: screen.margin
        width: head.width
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        Keys.onUpPressed: field.forceActiveFocus(Qt.TabFocusReason) // from the first one
        model: screen.search.hits
        delegate: PersonRow {
            id: hit
            required property int index
            required property string label
            required property bool person
            required initials
            objectName: "customerHit"
            width: list.width
            name: hit.label
            glyph: hit.person ? "" : Icons.domain
            first: hit.index === 0
            onClicked: screen.search.open(hit.index)
            Keys.onReturnPressed: hit.clicked()
            Keys.onEnterPressed: hit.clicked()
        }
    }
}

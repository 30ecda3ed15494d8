// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// Who is to go on with the conversation. Lies over the page until somebody is chosen.
FocusScope {
    id: sheet

    required property HandOverController handOver
    signal chosen(string personId)
    signal closed

    objectName: "handOverSheet"
    Keys.onEscapePressed: sheet.closed()
    onVisibleChanged: if (sheet.visible) cancel.forceActiveFocus()

    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true
        onClicked: sheet.closed()
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
    }
    FocusGate { // the keyboard stays in what lies on top
        onEntered: cancel.forceActiveFocus(Qt.TabFocusReason)
    }
    Rectangle {
        anchors.centerIn: parent
        width: Math.min(Theme.dialogWidth, parent.width - 2 * Theme.s16)
        height: Math.min(words.implicitHeight + people.contentHeight + cancel.implicitHeight + 2 * Theme.s20 + 2 * Theme.s16, parent.height - 2 * Theme.s16)
        radius: Theme.radiusCard
        color: Theme.surfaceRaised
        border.width: Theme.hairline
        border.color: Theme.outline

        MouseArea {
            anchors.fill: parent // what is between the rows does not close it
            Accessible.ignored: true
        }
        Column {
            id: words
            x: Theme.s20
            y: Theme.s20
            width: parent.width - 2 * Theme.s20
            spacing: Theme.s4

            AppText {
                width: parent.width
                text: qsTr("Hand over to")
                type: Theme.h2
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            AppText {
                width: parent.width
                text: qsTr("Your colleague goes on where you are. You can still read it here, and take it back until it has been taken.")
                type: Theme.small
                muted: true
            }
        }
        ListView {
            id: people
            anchors.top: words.bottom
            anchors.topMargin: Theme.s16
            anchors.bottom: cancel.top
            anchors.bottomMargin: Theme.s16
            width: parent.width
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: sheet.handOver.colleagues
            delegate: PersonRow {
                id: person
                required property int index
                required property string personId
                objectName: "colleague_" + person.personId
                width: people.width
                first: person.index === 0
                focusPolicy: Qt.StrongFocus
                Keys.onReturnPressed: person.clicked()
                onClicked: sheet.chosen(person.personId)
            }
        }
        AppButton {
            id: cancel
            objectName: "closeHandOverButton"
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s20
            anchors.right: parent.right
            anchors.rightMargin: Theme.s20
            text: qsTr("Cancel")
            look: AppButton.Plain
            onClicked: sheet.closed()
        }
    }
    FocusGate {
        onEntered: cancel.forceActiveFocus(Qt.TabFocusReason)
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// Whom we talk to, that it is saved, and the way back, which keeps the draft.
Rectangle {
    id: bar

    required property ConversationController conversation
    required property SyncController sync
    required property bool narrow
    property bool offersCustomer: false // there is one, and no room for a pane
    signal leaveRequested
    signal customerRequested
    signal libraryRequested
    property bool offersHandOver: false // in the menu
    signal askingRequested

    readonly property bool roomForLibrary: bar.width >= Theme.paneFrom * Theme.textScale // else the words need it
    readonly property bool wordsBelow: !bar.narrow && bar.conversation.savedText !== "" && bar.besideWords < Theme.photo
    readonly property real besideWords: known.x - avatar.x - avatar.width - words.implicitWidth - Theme.iconSmall - 4 * Theme.s12

    function takeFocus() {
        asking.forceActiveFocus(Qt.OtherFocusReason)
    }

    implicitHeight: Math.max(Theme.bar, who.implicitHeight + Theme.s24)
    color: Theme.surface

    IconButton {
        id: back
        objectName: "backButton"
        x: Theme.s16
        anchors.verticalCenter: parent.verticalCenter
        glyph: Icons.arrowLeft
        name: bar.conversation.readOnly ? qsTr("Back") : qsTr("Back, keep the draft")
        onClicked: bar.leaveRequested()
    }
    Avatar {
        id: avatar
        anchors.left: back.right
        anchors.leftMargin: Theme.s12
        anchors.verticalCenter: parent.verticalCenter
        initials: bar.conversation.initials
        visible: !bar.narrow // there the width is the name's
        width: visible ? implicitWidth : 0
    }
    Column {
        id: who
        anchors.left: avatar.right
        anchors.leftMargin: Theme.s12
        anchors.right: saved.left
        anchors.rightMargin: Theme.s16
        anchors.verticalCenter: parent.verticalCenter

        AppText {
            objectName: "conversationTitle"
            width: parent.width
            text: bar.conversation.title
            type: Theme.h3
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        AppText {
            objectName: "conversationDetail"
            width: parent.width
            text: bar.wordsBelow ? bar.conversation.savedText
                                 : bar.conversation.organisation === "" ? bar.conversation.since
                                                                        : qsTr("%1 · %2").arg(bar.conversation.organisation).arg(bar.conversation.since)
            type: Theme.small
            muted: true
        }
    }
    Row {
        id: saved
        anchors.right: known.left
        anchors.rightMargin: Theme.s16
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s4
        visible: bar.conversation.savedText !== ""

        AppIcon {
            anchors.verticalCenter: parent.verticalCenter
            glyph: Icons.check
            size: Theme.iconSmall
            color: Theme.positive
        }
        AppText {
            id: words
            objectName: "savedText"
            anchors.verticalCenter: parent.verticalCenter
            visible: !bar.narrow && !bar.wordsBelow // there they stand below the name, which keeps its room
            text: bar.conversation.savedText
            type: Theme.caption
            muted: true
            wrapMode: Text.NoWrap
        }
    }
    IconButton {
        id: known
        objectName: "customerButton"
        anchors.right: content.left
        anchors.verticalCenter: parent.verticalCenter
        visible: bar.offersCustomer
        width: visible ? implicitWidth : 0
        glyph: Icons.domain
        name: qsTr("Show what we know of this customer")
        onClicked: bar.customerRequested()
    }
    IconButton {
        id: content
        objectName: "libraryButton"
        anchors.right: asking.left
        anchors.verticalCenter: parent.verticalCenter
        visible: bar.roomForLibrary
        width: visible ? implicitWidth : 0
        glyph: Icons.bookOpen
        name: qsTr("Library: show brochures and films")
        onClicked: bar.libraryRequested()
    }
    IconButton {
        id: asking
        objectName: "askingButton"
        anchors.right: remove.left
        anchors.rightMargin: Theme.s8
        anchors.verticalCenter: parent.verticalCenter
        glyph: bar.narrow || bar.offersHandOver || !bar.roomForLibrary ? Icons.dotsVertical : Icons.translate
        name: bar.offersHandOver ? qsTr("Language of the form, how it asks, hand over and more")
            : bar.narrow && !bar.conversation.readOnly ? qsTr("Language of the form, how it asks, delete this draft")
            : bar.roomForLibrary ? qsTr("Language of the form, and how it asks") : qsTr("Language of the form, how it asks, library and tray")
        onClicked: bar.askingRequested()
    }
    IconButton {
        id: remove
        objectName: "deleteDraftButton"
        anchors.right: chip.left
        anchors.rightMargin: bar.narrow ? 0 : Theme.s12
        anchors.verticalCenter: parent.verticalCenter
        visible: !bar.conversation.readOnly && !bar.narrow // there it is in the menu: the width is the name's
        width: visible ? implicitWidth : 0
        glyph: Icons.deleteOutline
        name: qsTr("Delete this draft")
        onClicked: bar.conversation.discard()
    }
    SyncChip {
        id: chip
        anchors.right: parent.right
        anchors.rightMargin: Theme.s24
        anchors.verticalCenter: parent.verticalCenter
        width: bar.narrow ? 0 : implicitWidth
        visible: !bar.narrow
        objectName: "conversationSyncChip"
        count: bar.sync.text
        attention: bar.sync.attention
        brief: true
        onClicked: bar.sync.tryNow()
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}

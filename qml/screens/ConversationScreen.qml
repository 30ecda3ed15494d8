// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// One conversation: sections at the side (a row of chips where it is narrow), the questions of one, and the way on.
Item {
    id: screen

    required property ConversationController conversation
    required property RevisionController revision // where it is finished
    required property HandOverController handOver // where somebody else goes on
    required property ResolutionController resolution // what the organiser's list has filled in
    required property ConflictController conflicts // what somebody else has changed too
    required property CandidatesController meeting // whom this may be with
    required property SyncController sync
    required property PhotoController photo
    required property MediaController media
    required property CodeController code
    required property PlaceController place
    required property CustomerController customer // whom we talk to, where she is known

    signal decideRequested
    signal libraryRequested

    property bool customerShown: false // over the questions, where no pane fits
    readonly property bool paneFits: screen.width >= Theme.paneFrom * Theme.textScale
    readonly property bool wide: screen.width >= Theme.wide
    readonly property bool narrow: screen.width < Theme.compact
    readonly property bool sided: screen.wide && !screen.conversation.oneByOne // the sections stand at the side
    readonly property real keyboard: { // what one on the screen covers
        const keys = Qt.inputMethod.visible ? Qt.inputMethod.keyboardRectangle : Qt.rect(0, 0, 0, 0)
        return keys.height > 0 ? Math.max(0, screen.height - screen.mapFromGlobal(0, keys.y).y) : 0
    }
    readonly property int margin: screen.narrow ? Theme.marginPhone : Theme.s32 + Theme.s4

    objectName: "conversationScreen"
    Accessible.role: Accessible.Pane
    Accessible.name: screen.conversation.currentTitle
    Accessible.focusable: true
    Keys.onEscapePressed: screen.leave()
    Component.onCompleted: screen.media.recording.look()
    Component.onDestruction: {
        screen.media.recording.stop() // what was said until then is kept
        screen.media.playback.stop()
    }

    // Nothing typed is lost: what has the focus says its text first.
    function settleFocus() {
        screen.forceActiveFocus()
    }
    function leave() {
        screen.settleFocus()
        screen.media.recording.stop()
        screen.conversation.keepDraft()
    }

    Binding {
        target: Theme
        property: "roomy"
        value: screen.conversation.oneByOne
    }
    ConversationBar {
        id: bar
        width: parent.width
        conversation: screen.conversation
        sync: screen.sync
        narrow: screen.width < Theme.compact * Theme.textScale // its words take the width
        offersHandOver: screen.handOver.canGive
        offersCustomer: screen.customer.isOpen && !screen.paneFits
        onLeaveRequested: screen.leave()
        onAskingRequested: {
            screen.settleFocus()
            asking.visible = true
        }
        onCustomerRequested: screen.customerShown = !screen.customerShown
        onLibraryRequested: {
            screen.settleFocus()
            screen.media.recording.stop()
            screen.libraryRequested()
        }
    }
    SectionList {
        id: side
        visible: screen.sided
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: screen.sided ? Theme.sectionList : 0
        conversation: screen.conversation
        onChosen: section => {
            screen.settleFocus()
            screen.conversation.goTo(section)
        }
    }
    ListView {
        id: chips
        visible: !screen.wide && !screen.conversation.oneByOne
        anchors.top: bar.bottom
        width: parent.width
        height: visible ? Theme.targetLarge + Theme.s8 : 0
        orientation: ListView.Horizontal
        leftMargin: Theme.s12
        rightMargin: Theme.s12
        spacing: Theme.s4
        clip: true
        model: !chips.visible ? null : screen.conversation.sections
        currentIndex: screen.conversation.currentSection
        highlightMoveDuration: Theme.panelTime
        delegate: SectionItem {
            id: chipEntry
            required property int index
            objectName: "section_" + chipEntry.index
            brief: true
            onClicked: {
                screen.settleFocus()
                screen.conversation.goTo(chipEntry.index)
            }
        }
    }

    Rectangle {
        id: sheet
        anchors.top: chips.visible ? chips.bottom : bar.bottom
        anchors.left: side.right
        anchors.right: pane.left
        anchors.bottom: parent.bottom
        anchors.bottomMargin: screen.keyboard
        color: Theme.surface

        Hairline {
            visible: screen.sided
            width: Theme.hairline
            height: parent.height
        }
        RevisionNote {
            id: note
            x: screen.margin
            y: visible ? Theme.s16 : 0
            width: parent.width - 2 * screen.margin
            revision: screen.revision
        }
        HandOverNote {
            id: away
            x: screen.margin
            y: visible ? Theme.s16 : 0
            width: parent.width - 2 * screen.margin
            handOver: screen.handOver
        }
        ResolutionNote {
            id: listed
            x: screen.margin
            y: Math.max(note.y + note.height, away.y + away.height) + (visible ? Theme.s16 : 0)
            width: parent.width - 2 * screen.margin
            resolution: screen.resolution
            onReportRequested: merged.visible = true
        }
        ConflictNote {
            id: asked
            x: screen.margin
            y: listed.y + listed.height + (visible ? Theme.s16 : 0)
            width: parent.width - 2 * screen.margin
            conflicts: screen.conflicts
            onDecideRequested: screen.decideRequested()
        }
        AcquaintanceNote {
            id: perhaps
            x: screen.margin
            y: asked.y + asked.height + (visible ? Theme.s16 : 0)
            width: parent.width - 2 * screen.margin
            people: screen.meeting
            atContact: screen.conversation.atContact
            onCompareRequested: {
                screen.settleFocus()
                comparing.active = true
            }
        }
        GroupNote {
            id: together
            x: screen.margin
            y: visible ? Theme.s16 : 0
            width: parent.width - 2 * screen.margin
            roomAtMost: (parent.height - foot.height) * 0.45
            conversation: screen.conversation
        }
        FocusGate {
            id: before
            onEntered: page.enter(true)
        }
        QuestionList {
            id: page
            anchors.fill: parent
            anchors.topMargin: Math.max(perhaps.y + perhaps.height, together.y + together.height) // of these notes a group has its own only
            anchors.bottomMargin: foot.height
            conversation: screen.conversation
            margin: screen.margin
            titled: !screen.sided
            hasCamera: screen.photo.hasCamera
            media: screen.media
            onFileWanted: (nodeId, accept) => pictures.pickFile(nodeId, accept)
            onVideoRequested: (source, label) => pictures.watch(source, label)
            positions: screen.place
            onCodeRequested: (nodeId, label, front) => pictures.scan(nodeId, label, front)
            onPhotoRequested: (nodeId, label, camera) => camera ? pictures.take(nodeId, label) : pictures.pick(nodeId, label)
            onPictureRequested: (source, label) => pictures.show(source, label)
            onDrawingRequested: (nodeId, label, source) => pictures.draw(nodeId, label, source)
            onPassed: forward => (forward ? after : before).leave(forward)
        }
        FocusGate {
            id: after
            onEntered: page.enter(false)
        }
        Rectangle {
            z: 1 // above the questions for its 8 s
            visible: screen.conversation.canUndo
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: foot.top
            anchors.bottomMargin: Theme.s16
            width: undo.implicitWidth + Theme.s32
            height: undo.implicitHeight + Theme.s16
            radius: Theme.radiusCard
            color: Theme.ink

            AppButton {
                id: undo
                objectName: "undoButton"
                anchors.centerIn: parent
                text: screen.conversation.undoText
                glyph: Icons.undo
                look: AppButton.OnInk
                onClicked: screen.conversation.undoRemove()
            }
        }
        ConversationFoot {
            id: foot
            anchors.bottom: parent.bottom
            width: parent.width
            conversation: screen.conversation
            revision: screen.revision
            offersReport: screen.conversation.readOnly && screen.handOver.note === ""
            narrow: screen.narrow
            margin: screen.margin
            onBackRequested: {
                screen.settleFocus()
                screen.conversation.back()
            }
            onForwardRequested: {
                screen.settleFocus()
                screen.conversation.next()
            }
            onFinishRequested: {
                screen.settleFocus()
                screen.media.recording.stop()
                screen.conversation.finish()
            }
        }
    }

    Rectangle {
        id: pane
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: visible && screen.paneFits ? Theme.customerPane : 0
        visible: screen.paneFits && screen.customer.isOpen
        color: Theme.background

        Hairline {
            width: Theme.hairline
            height: parent.height
        }
        Loader {
            anchors.fill: parent
            active: pane.visible
            sourceComponent: CustomerPane {
                customer: screen.customer
            }
        }
    }
    Rectangle {
        id: over
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        visible: screen.customerShown && screen.customer.isOpen && !screen.paneFits
        color: Theme.background
        onVisibleChanged: if (over.visible) closeCustomer.forceActiveFocus()

        Loader {
            anchors.fill: parent
            anchors.bottomMargin: closeCustomer.height + Theme.s24
            active: over.visible
            sourceComponent: CustomerPane {
                customer: screen.customer
            }
        }
        AppButton {
            id: closeCustomer
            objectName: "closeCustomerButton"
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s12
            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("Back to the questions")
            look: AppButton.Primary
            large: true
            onClicked: screen.customerShown = false
        }
    }

    AskingMenu {
        id: asking
        z: 2 // above everything until something is chosen
        anchors.fill: parent
        visible: false
        below: bar.height + Theme.s8
        languages: screen.conversation.languages
        language: screen.conversation.language
        oneByOne: screen.conversation.oneByOne
        offersDelete: bar.narrow && !screen.conversation.readOnly
        offersHandOver: screen.handOver.canGive
        offersLibrary: !bar.roomForLibrary
        onLibraryRequested: {
            asking.close()
            bar.libraryRequested()
        }
        onHandOverRequested: {
            asking.visible = false
            handing.visible = true
        }
        onDeleteRequested: {
            asking.close()
            screen.conversation.discard()
        }
        onLanguageChosen: language => {
            screen.conversation.speakForm(language)
            asking.close()
        }
        onOneByOneChosen: on => {
            screen.conversation.oneByOne = on
            asking.close()
        }
        onClosed: asking.close()

        function close() {
            asking.visible = false
            bar.takeFocus()
        }
    }
    HandOverSheet {
        id: handing
        z: 2
        anchors.fill: parent
        visible: false
        handOver: screen.handOver
        onChosen: personId => {
            handing.visible = false
            screen.media.recording.stop() // what was said until then goes along
            screen.handOver.give(personId)
        }
        onClosed: {
            handing.visible = false
            bar.takeFocus()
        }
    }
    ResolutionSheet {
        id: merged
        z: 2
        anchors.fill: parent
        visible: false
        resolution: screen.resolution
        onClosed: {
            merged.visible = false
            listed.forceActiveFocus()
        }
    }
    Loader {
        id: comparing
        z: 2
        anchors.fill: parent
        active: false
        sourceComponent: CandidatesScreen {
            people: screen.meeting
            onClosed: {
                comparing.active = false
                screen.forceActiveFocus()
            }
        }
    }
    PictureLayers {
        id: pictures
        z: 2
        anchors.fill: parent
        conversation: screen.conversation
        photo: screen.photo
        media: screen.media
        code: screen.code
    }
    Connections {
        target: screen.conversation
        function onSectionChanged() {
            side.reveal(screen.conversation.currentSection)
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Questions
import Rapport.Theme

// One conversation: sections at the side (a row of chips where it is narrow), the questions of one, and the way on.
Item {
    id: screen

    required property ConversationController conversation
    required property SyncController sync
    required property CustomerController customer // whom we talk to, where she is known

    property bool customerShown: false // over the questions, where no pane fits
    readonly property bool paneFits: screen.width >= Theme.paneFrom * Theme.textScale
    readonly property bool wide: screen.width >= Theme.wide
    readonly property bool narrow: screen.width < Theme.compact
    readonly property int margin: screen.narrow ? Theme.marginPhone : Theme.s32 + Theme.s4

    objectName: "conversationScreen"
    Keys.onEscapePressed: screen.leave()

    // Nothing typed is lost: what has the focus says its text first.
    function settleFocus() {
        screen.forceActiveFocus()
    }
    function leave() {
        screen.settleFocus()
        screen.conversation.keepDraft()
    }

    ConversationBar {
        id: bar
        width: parent.width
        conversation: screen.conversation
        sync: screen.sync
        narrow: screen.narrow
        offersCustomer: screen.customer.isOpen && !screen.paneFits
        onLeaveRequested: screen.leave()
        onCustomerRequested: screen.customerShown = !screen.customerShown
    }
    SectionList {
        id: side
        visible: screen.wide
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: screen.wide ? Theme.sectionList : 0
        conversation: screen.conversation
        onChosen: section => {
            screen.settleFocus()
            screen.conversation.goTo(section)
        }
    }
    ListView {
        id: chips
        visible: !screen.wide
        anchors.top: bar.bottom
        width: parent.width
        height: visible ? Theme.targetLarge + Theme.s8 : 0
        orientation: ListView.Horizontal
        leftMargin: Theme.s12
        rightMargin: Theme.s12
        spacing: Theme.s4
        clip: true
        model: screen.wide ? null : screen.conversation.sections
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
        anchors.top: screen.wide ? bar.bottom : chips.bottom
        anchors.left: side.right
        anchors.right: pane.left
        anchors.bottom: parent.bottom
        color: Theme.surface

        Hairline {
            visible: screen.wide
            width: Theme.hairline
            height: parent.height
        }
        ListView {
            id: page
            objectName: "questionList"
            anchors.fill: parent
            anchors.bottomMargin: foot.height
            bottomMargin: Theme.s24
            spacing: Theme.betweenQuestions
            cacheBuffer: Math.max(400, height)
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            currentIndex: -1 // whichever has the focus is kept, also where it is scrolled away
            highlightFollowsCurrentItem: false
            keyNavigationEnabled: false
            model: screen.conversation.questions

            property int section: -1 // the one that is shown: answering in it does not scroll
            readonly property real column: Math.min(page.width - 2 * screen.margin, Theme.readingWidth)

            property bool atTop: true // until a finger or a jump says otherwise; a card that comes in there is seen

            function show(row) {
                page.atTop = false
                page.currentIndex = row
                page.positionViewAtIndex(row, ListView.Beginning)
                const question = page.itemAtIndex(row) as QuestionRow
                if (!question)
                    return
                page.contentY = Math.max(page.originY, Math.min(page.contentY - Theme.s24, page.originY + page.contentHeight - page.height))
                question.takeFocus()
            }
            function toTop() {
                page.atTop = true
                page.positionViewAtBeginning()
            }

            onMovementStarted: page.atTop = false

            header: Column {
                x: screen.margin
                width: page.column
                topPadding: Theme.s24
                bottomPadding: trouble.visible || notice.visible || missing.visible || heading.visible ? Theme.betweenQuestions : 0
                spacing: Theme.betweenQuestions
                onHeightChanged: if (page.atTop) page.positionViewAtBeginning()

                Banner {
                    id: trouble
                    objectName: "troubleBanner"
                    width: parent.width
                    visible: screen.conversation.trouble !== ""
                    text: screen.conversation.trouble
                    glyph: Icons.alertCircle
                    tone: Banner.Danger
                }
                Banner {
                    id: notice
                    objectName: "noticeBanner"
                    width: parent.width
                    visible: screen.conversation.notice !== ""
                    text: screen.conversation.notice
                }
                MissingCard {
                    id: missing
                    objectName: "missingCard"
                    width: parent.width
                    visible: screen.conversation.showMissing && screen.conversation.missingCount > 0
                    title: screen.conversation.missingTitle
                    lines: screen.conversation.missing
                    onChosen: nodeId => screen.conversation.goToMissing(nodeId)
                }
                AppText {
                    id: heading
                    visible: !screen.wide
                    width: parent.width
                    text: screen.conversation.currentTitle
                    type: Theme.h1
                    Accessible.role: Accessible.Heading
                }
            }
            delegate: QuestionRow {
                id: question
                x: screen.margin
                width: page.column
                onSearched: text => question.found = screen.conversation.searchChoices(question.nodeId, text)
                onAnswered: text => screen.conversation.answer(question.nodeId, text)
                onToggled: (value, on) => screen.conversation.choose(question.nodeId, value, on)
                onUnknownSet: on => screen.conversation.setUnknown(question.nodeId, on)
                onSigned: (strokes, area) => screen.conversation.answerSignature(question.nodeId, strokes, area)
                onAdded: screen.conversation.addRepetition(question.nodeId)
                onRemoved: screen.conversation.removeRepetition(question.nodeId)
            }
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
                text: qsTr("Removed. Undo")
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

    Timer {
        id: later // once the section's questions have been laid out

        property int row: -1

        interval: 0
        onTriggered: page.show(later.row)
    }
    Connections {
        target: screen.Window.window
        function onActiveFocusItemChanged() {
            let item = screen.Window.activeFocusItem
            while (item && !(item instanceof QuestionRow))
                item = item.parent
            if (item)
                page.currentIndex = item.index
        }
    }
    Connections {
        target: screen.conversation
        function onSectionChanged() {
            side.reveal(screen.conversation.currentSection)
            if (page.section !== screen.conversation.currentSection)
                page.toTop()
            page.section = screen.conversation.currentSection
        }
        function onQuestionRequested(row) {
            later.row = row
            later.restart()
        }
        function onMissingChanged() {
            if (screen.conversation.showMissing)
                page.toTop()
        }
    }
}

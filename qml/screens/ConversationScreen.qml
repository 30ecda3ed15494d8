// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// One conversation: sections at the side (a row of chips where it is narrow), the questions of one, and the way on.
Item {
    id: screen

    required property ConversationController conversation
    required property SyncController sync

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

    Rectangle {
        id: bar
        width: parent.width
        height: Math.max(Theme.bar, who.implicitHeight + Theme.s24)
        color: Theme.surface

        IconButton {
            id: back
            objectName: "backButton"
            x: Theme.s16
            anchors.verticalCenter: parent.verticalCenter
            glyph: Icons.arrowLeft
            name: screen.conversation.readOnly ? qsTr("Back") : qsTr("Back, keep the draft")
            onClicked: screen.leave()
        }
        Avatar {
            id: avatar
            anchors.left: back.right
            anchors.leftMargin: Theme.s12
            anchors.verticalCenter: parent.verticalCenter
            initials: screen.conversation.initials
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
                text: screen.conversation.title
                type: Theme.h3
                Accessible.role: Accessible.Heading
            }
            AppText {
                width: parent.width
                text: screen.conversation.organisation === "" ? screen.conversation.since
                                                               : qsTr("%1 · %2").arg(screen.conversation.organisation).arg(screen.conversation.since)
                type: Theme.small
                muted: true
            }
        }
        Row {
            id: saved
            anchors.right: chip.left
            anchors.rightMargin: Theme.s16
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s4
            visible: screen.conversation.savedText !== ""

            AppIcon {
                anchors.verticalCenter: parent.verticalCenter
                glyph: Icons.check
                size: Theme.iconSmall
                color: Theme.positive
            }
            AppText {
                objectName: "savedText"
                anchors.verticalCenter: parent.verticalCenter
                visible: !screen.narrow
                text: screen.conversation.savedText
                type: Theme.caption
                muted: true
                wrapMode: Text.NoWrap
            }
        }
        SyncChip {
            id: chip
            anchors.right: parent.right
            anchors.rightMargin: Theme.s24
            anchors.verticalCenter: parent.verticalCenter
            width: screen.narrow ? 0 : implicitWidth
            visible: !screen.narrow
            objectName: "conversationSyncChip"
            count: screen.sync.text
            attention: screen.sync.attention
            brief: true
            onClicked: screen.sync.tryNow()
        }
        Hairline {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }

    // Sections
    Item {
        id: side
        visible: screen.wide
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: screen.wide ? Theme.sectionList : 0

        Flickable {
            id: sectionPage
            anchors.fill: parent
            anchors.bottomMargin: advice.visible ? advice.height + Theme.s24 : 0
            contentHeight: list.implicitHeight + 2 * Theme.s20
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            Column {
                id: list
                x: Theme.s20
                y: Theme.s20
                width: parent.width - Theme.s32
                spacing: Theme.s4

                AppText {
                    x: Theme.s12
                    width: parent.width - Theme.s12
                    bottomPadding: Theme.s8
                    text: screen.conversation.formTitle
                    type: Theme.label
                    muted: true
                }
                Repeater {
                    id: entries
                    model: screen.conversation.sections

                    SectionItem {
                        id: entry
                        required property int index
                        objectName: "section_" + entry.index
                        width: list.width
                        onClicked: {
                            screen.settleFocus()
                            screen.conversation.goTo(entry.index)
                        }
                    }
                }
            }
        }
        Row {
            id: advice
            x: Theme.s32
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s20
            width: parent.width - Theme.s48
            spacing: Theme.s8
            visible: !screen.conversation.readOnly && list.implicitHeight + 2 * Theme.s20 + height + Theme.s24 < side.height

            AppIcon {
                glyph: Icons.information
                size: Theme.iconReceipt
                color: Theme.textMuted
            }
            AppText {
                width: parent.width - Theme.s24 - Theme.s8
                text: qsTr("Any order is fine. We check when you finish.")
                type: Theme.small
                muted: true
            }
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
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        color: Theme.surface

        Hairline {
            visible: screen.wide
            width: Theme.hairline
            height: parent.height
        }
        Flickable {
            id: page
            anchors.fill: parent
            anchors.bottomMargin: foot.height
            contentHeight: questions.implicitHeight + 2 * Theme.s24
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            property int section: -1 // the one that is shown: answering in it does not scroll

            function show(row) {
                const place = row.mapToItem(page.contentItem, 0, 0).y
                page.contentY = Math.max(0, Math.min(place - Theme.s24, page.contentHeight - page.height))
                row.takeFocus()
            }

            Column {
                id: questions
                x: screen.margin
                y: Theme.s24
                width: Math.min(parent.width - 2 * screen.margin, Theme.readingWidth)
                spacing: Theme.betweenQuestions

                Banner {
                    objectName: "troubleBanner"
                    width: parent.width
                    visible: screen.conversation.trouble !== ""
                    text: screen.conversation.trouble
                    glyph: Icons.alertCircle
                    tone: Banner.Danger
                }
                Banner {
                    objectName: "noticeBanner"
                    width: parent.width
                    visible: screen.conversation.notice !== ""
                    text: screen.conversation.notice
                }
                MissingCard {
                    objectName: "missingCard"
                    width: parent.width
                    visible: screen.conversation.showMissing && screen.conversation.missingCount > 0
                    title: screen.conversation.missingTitle
                    lines: screen.conversation.missing
                    onChosen: nodeId => screen.conversation.goToMissing(nodeId)
                }
                AppText {
                    visible: !screen.wide
                    width: parent.width
                    text: screen.conversation.currentTitle
                    type: Theme.h1
                    Accessible.role: Accessible.Heading
                }
                Repeater {
                    id: rows
                    model: screen.conversation.questions

                    QuestionRow {
                        id: question
                        width: questions.width
                        onSearched: text => question.found = screen.conversation.searchChoices(question.nodeId, text)
                        onAnswered: text => screen.conversation.answer(question.nodeId, text)
                        onToggled: (value, on) => screen.conversation.choose(question.nodeId, value, on)
                        onUnknownSet: on => screen.conversation.setUnknown(question.nodeId, on)
                        onSigned: (strokes, area) => screen.conversation.answerSignature(question.nodeId, strokes, area)
                        onAdded: screen.conversation.addRepetition(question.nodeId)
                        onRemoved: screen.conversation.removeRepetition(question.nodeId)
                    }
                }
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
        Rectangle {
            id: foot
            anchors.bottom: parent.bottom
            width: parent.width
            height: Math.max(Theme.foot, onward.implicitHeight + Theme.s24)
            color: Theme.surface

            readonly property real wanted: previous.width + finish.implicitWidth + forward.implicitWidth + 2 * screen.margin + 3 * Theme.s12

            Hairline {
                width: parent.width
            }
            AppButton {
                id: previous
                objectName: "previousButton"
                x: screen.margin
                anchors.verticalCenter: parent.verticalCenter
                visible: screen.conversation.previousTitle !== ""
                text: screen.narrow ? "" : screen.conversation.previousTitle
                glyph: Icons.arrowLeft
                look: AppButton.Plain
                Accessible.name: qsTr("Back to %1").arg(screen.conversation.previousTitle)
                onClicked: {
                    screen.settleFocus()
                    screen.conversation.back()
                }
            }
            Grid {
                id: onward
                anchors.right: parent.right
                anchors.rightMargin: screen.margin
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.s12
                columns: foot.wanted > foot.width ? 1 : 2
                horizontalItemAlignment: Grid.AlignRight
                verticalItemAlignment: Grid.AlignVCenter

                AppButton {
                    id: finish
                    objectName: "finishButton"
                    visible: !screen.conversation.readOnly
                    enabled: !screen.conversation.busy
                    large: screen.conversation.nextTitle === ""
                    text: qsTr("Finish")
                    look: screen.conversation.nextTitle === "" ? AppButton.Primary : AppButton.Plain
                    onClicked: {
                        screen.settleFocus()
                        screen.conversation.finish()
                    }
                }
                AppButton {
                    id: forward
                    objectName: "nextButton"
                    visible: screen.conversation.nextTitle !== ""
                    large: true
                    text: screen.conversation.nextTitle
                    trailingGlyph: Icons.arrowRight
                    look: AppButton.Primary
                    onClicked: {
                        screen.settleFocus()
                        screen.conversation.next()
                    }
                }
            }
        }
    }

    Timer {
        id: later // once the section's questions have been laid out

        property int row: -1

        interval: 0
        onTriggered: {
            const question = rows.itemAt(later.row) as QuestionRow
            if (question)
                page.show(question)
        }
    }
    Connections {
        target: screen.conversation
        function onSectionChanged() {
            const entry = entries.itemAt(screen.conversation.currentSection) as SectionItem
            if (entry)
                sectionPage.contentY = Math.max(0, Math.min(entry.y + list.y - sectionPage.height / 2, sectionPage.contentHeight - sectionPage.height))
            if (page.section !== screen.conversation.currentSection)
                page.contentY = 0
            page.section = screen.conversation.currentSection
        }
        function onQuestionRequested(row) {
            later.row = row
            later.restart()
        }
        function onMissingChanged() {
            if (screen.conversation.showMissing)
                page.contentY = 0
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Questions
import Rapport.Theme

// The questions on the screen, made as they come near it. Whatever has the focus is kept, also where it is scrolled away, so that nothing typed is lost,
// and stays where it is while rows in front of it come, go and grow. Turning the device keeps what is looked at. The keyboard goes by the form's order.
ListView {
    id: page

    required property ConversationController conversation
    required property int margin
    required property bool titled // the section is not named beside the list
    property PlaceController positions: null
    property bool hasCamera: false // on this device
    property MediaController media: null
    signal codeRequested(int nodeId, string label, bool front)
    signal photoRequested(int nodeId, string label, bool camera)
    signal pictureRequested(string source, string label)
    signal fileWanted(int nodeId, string accept)
    signal videoRequested(string source, string label)
    signal drawingRequested(int nodeId, string label, string source)
    signal passed(bool forward) // by the keyboard, behind the last or before the first that it can reach

    readonly property real column: Math.min(page.width - 2 * page.margin, Theme.readingWidth)
    readonly property bool mirrored: page.conversation.rightToLeft
    property string place: "" // what is shown: answering in it does not scroll
    property bool atTop: true // until a finger or a jump says otherwise; a card that comes in there is seen
    property bool reported: false // what is missing has been shown; answering does not lead back to it
    property int held: -1     // the row to be brought back once everything has its new size
    property bool keyed: false // the keyboard leads, not a finger
    readonly property int reason: page.keyed ? Qt.TabFocusReason : Qt.OtherFocusReason

    function show(row) {
        page.atTop = false
        page.currentIndex = row
        page.positionViewAtIndex(row, ListView.Beginning)
        const question = page.itemAtIndex(row) as QuestionRow
        if (!question)
            return
        page.contentY = page.within(page.contentY - Theme.s24)
        question.takeFocus(page.reason)
    }
    function toTop() {
        page.atTop = true
        soon.start()
    }
    function settle() {
        if (page.atTop)
            page.positionViewAtBeginning()
    }
    function within(y) {
        return Math.max(page.originY, Math.min(y, page.originY + page.contentHeight + page.bottomMargin - page.height))
    }
    // Scrolls no more than needed for the part of @p row between @p from and @p to to be seen.
    function reveal(row, from, to) {
        const top = row.y + from - Theme.s24, bottom = row.y + to + Theme.s48
        if (top < page.contentY || bottom - top > page.height)
            page.contentY = page.within(top)
        else if (bottom > page.contentY + page.height)
            page.contentY = page.within(bottom - page.height)
        else
            return
        page.atTop = false
    }
    function revealFocus() {
        const item = page.Window.activeFocusItem
        if (page.activeFocus && page.isInside(item, page.headerItem))
            page.contentY = page.originY
        const row = page.activeFocus ? page.currentItem : null
        if (!row || !item)
            return
        const y = item.mapToItem(row, 0, 0).y
        page.reveal(row, y, y + Math.min(item.height, page.height / 2))
    }
    // Before the new size is laid out: what stands at the top now.
    function hold() {
        if (page.held < 0 && !page.atTop)
            page.held = page.indexAt(page.margin + 1, page.contentY + Theme.s48)
        soon.start()
    }
    function bringBack() {
        page.forceLayout()
        if (page.held >= 0)
            page.positionViewAtIndex(page.held, ListView.Beginning)
        page.held = -1
        page.settle()
        page.revealFocus()
    }
    // Rows stand in the scene as they were made, and those far away do not yet: the keyboard is led from row to row. The header is row -1.
    function step(forward) {
        const from = page.Window.activeFocusItem, row = page.rowOf(from)
        page.settleEntry(from)
        const next = from.nextItemInFocusChain(forward)
        if (next !== from && page.isInside(next, row ?? page.headerItem))
            next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason)
        else
            page.reach((row ? row.index : -1) + (forward ? 1 : -1), forward)
    }
    // What is typed is said before it is left: it may open the question that comes next.
    function settleEntry(item) {
        if (item.editingFinished)
            item.editingFinished()
        page.forceLayout()
    }
    function enter(forward) {
        page.reach(forward ? -1 : page.count - 1, forward)
    }
    function reach(row, forward) {
        for (; row >= -1 && row < page.count; row += forward ? 1 : -1) {
            const area = page.madeRow(row), item = area ? page.outermost(area, forward) : null
            if (item)
                return item.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason)
        }
        page.passed(forward)
    }
    function madeRow(row) {
        if (row >= 0 && !page.itemAtIndex(row))
            page.positionViewAtIndex(row, ListView.Contain)
        return row < 0 ? page.headerItem : page.itemAtIndex(row)
    }
    // The first or the last control inside; null where there is none.
    function outermost(area, forward) {
        const first = area.nextItemInFocusChain(true)
        let found = page.isInside(first, area) ? first : null
        for (let next = found; next && !forward; next = next !== first && page.isInside(next, area) ? next : null) {
            found = next
            next = next.nextItemInFocusChain(true)
        }
        return found
    }
    function isInside(item, area) {
        while (item && item !== area)
            item = item.parent
        return item !== null
    }
    function rowOf(item) {
        while (item && !(item instanceof QuestionRow))
            item = item.parent
        return item && item.ListView.view === page ? item : null
    }
    // The form wants the next question as soon as this one is answered (appearance "quick").
    function goOn(row) {
        later.row = row + 1
        if (later.row < page.count)
            later.restart()
        else
            page.conversation.next()
    }
    // The next check point comes to where this one stood: the thumb stays.
    function bringNext(row) {
        roll.row = row
        roll.stood = page.itemAtIndex(row).y - page.contentY
        following.restart()
    }
    function follow() {
        page.forceLayout()
        const next = page.itemAtIndex(roll.row + 1) as QuestionRow
        if (!next || next.value !== "" || next.unknown)
            return
        page.atTop = false
        roll.to = page.within(next.y - roll.stood)
        roll.restart()
    }
    // The focus has fallen to what only holds a control.
    function isBare(row, item) {
        return item === row || item instanceof Loader
    }
    function adopt(item) {
        const row = page.rowOf(item)
        if (item?.focusReason !== undefined && item.focusReason !== Qt.OtherFocusReason)
            page.keyed = [Qt.TabFocusReason, Qt.BacktabFocusReason, Qt.ShortcutFocusReason].includes(item.focusReason)
        if (row)
            page.currentIndex = row.index
        if (row && page.isBare(row, item))
            lost.restart()
    }

    objectName: "questionList"
    bottomMargin: Theme.s24
    spacing: Theme.betweenQuestions
    cacheBuffer: Math.max(400, page.height)
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    currentIndex: -1
    highlightFollowsCurrentItem: false
    keyNavigationEnabled: false
    model: page.conversation.questions
    LayoutMirroring.enabled: page.mirrored // the form's language, whatever the app's
    LayoutMirroring.childrenInherit: true
    Component.onDestruction: page.positions?.stop()
    onMovementStarted: {
        roll.stop()
        page.atTop = false
    }
    onWidthChanged: page.hold()
    onHeightChanged: page.hold()

    header: Column {
        id: header
        x: page.mirrored ? page.width - page.margin - width : page.margin
        width: page.column
        topPadding: Theme.s24
        bottomPadding: trouble.visible || notice.visible || missing.visible || warnings.visible || heading.visible || points.visible ? Theme.betweenQuestions : 0
        spacing: Theme.betweenQuestions
        onHeightChanged: soon.start()

        function tell() {
            missing.forceActiveFocus(page.reason)
        }

        Banner {
            id: trouble
            objectName: "troubleBanner"
            width: header.width
            visible: page.conversation.trouble !== ""
            text: page.conversation.trouble
            glyph: Icons.alertCircle
            tone: Banner.Danger
        }
        Banner {
            id: notice
            objectName: "noticeBanner"
            width: header.width
            visible: page.conversation.notice !== ""
            text: page.conversation.notice
        }
        MissingCard {
            id: missing
            objectName: "missingCard"
            width: header.width
            visible: page.conversation.showMissing && page.conversation.missingCount > 0
            title: page.conversation.missingTitle
            lines: page.conversation.missing
            onChosen: nodeId => page.conversation.goToMissing(nodeId)
        }
        MissingCard {
            id: warnings
            objectName: "warningCard"
            width: header.width
            visible: page.conversation.warningTitle !== ""
            title: page.conversation.warningTitle
            lines: page.conversation.warnings
            severe: false
            onChosen: nodeId => page.conversation.goToMissing(nodeId)
        }
        AppText {
            id: heading
            visible: page.titled
            width: header.width
            text: page.conversation.currentTitle
            type: Theme.h1
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Flow {
            id: points
            width: header.width
            visible: page.conversation.pointsText !== "" && !page.conversation.oneByOne
            spacing: Theme.s16

            AppButton {
                objectName: "allButton"
                visible: text !== ""
                enabled: page.conversation.allLeft > 0
                text: page.conversation.allText
                glyph: Icons.checkAll
                onClicked: page.conversation.answerAll()
            }
            Item {
                width: progress.implicitWidth
                height: Math.max(Theme.target, progress.implicitHeight)

                Chip {
                    id: progress
                    objectName: "pointsChip"
                    anchors.verticalCenter: parent.verticalCenter
                    text: page.conversation.pointsText
                    glyph: page.conversation.pointsDone ? Icons.check : ""
                    tone: page.conversation.pointsDone ? Chip.Positive : Chip.Quiet
                }
            }
        }
    }
    delegate: QuestionRow {
        id: question

        property real stood: NaN // where it was
        readonly property bool placeIsOurs: page.positions?.nodeId === question.nodeId

        hasCamera: page.hasCamera
        media: page.media
        hasPositions: question.kind === Question.Place && page.positions !== null && page.positions.hasSource
        placing: question.placeIsOurs && page.positions.looking
        placeFound: question.placing && page.positions.canTake
        placeTold: question.placeIsOurs ? page.positions.text : ""
        x: page.mirrored ? page.width - page.margin - width : page.margin
        width: page.column
        onYChanged: {
            const seen = question.stood + question.height > page.contentY && question.stood < page.contentY + page.height
            if (seen && page.held < 0 && !page.atTop && question.activeFocus && !page.moving)
                page.contentY += question.y - question.stood
            question.stood = question.y
        }
        onSearched: text => {
            const answer = page.conversation.searchChoices(question.nodeId, text)
            question.sought = text
            question.found = answer.found
            question.told = answer.told
        }
        onAnswered: text => page.conversation.answer(question.nodeId, text)
        onTyped: text => page.conversation.keepTyped(question.nodeId, text)
        onToggled: (value, on) => {
            page.conversation.choose(question.nodeId, value, on)
            if (!on || page.conversation.oneByOne)
                return
            if (question.extra.quick)
                page.goOn(question.index)
            else if (question.extra.point)
                page.bringNext(question.index)
        }
        onLastTaken: page.conversation.takeLast(question.nodeId)
        onReasonGiven: text => page.conversation.giveReason(question.nodeId, text)
        onUnknownSet: on => page.conversation.setUnknown(question.nodeId, on)
        onSigned: (strokes, area) => page.conversation.answerSignature(question.nodeId, strokes, area)
        onSignedByName: (text, area) => page.conversation.signByName(question.nodeId, text, area)
        onPhotoRequested: camera => page.photoRequested(question.nodeId, question.label, camera)
        onPictureRequested: page.pictureRequested(question.extra.wholePicture, question.label)
        onLabelPictureRequested: page.pictureRequested(question.extra.labelPicture, question.label)
        onDrawingRequested: page.drawingRequested(question.nodeId, question.label, question.extra.wholePicture ?? "")
        onFileWanted: page.fileWanted(question.nodeId, question.extra.accept)
        onVideoRequested: page.videoRequested(question.extra.media, question.label)
        onCodeRequested: front => page.codeRequested(question.nodeId, question.label, front)
        onPlaceRequested: metres => page.positions.start(question.nodeId, metres)
        onPlaceTaken: page.positions.take()
        onPlaceStopped: page.positions.stop()
        onFileRemoved: page.conversation.removeFile(question.nodeId)
        onStepped: forward => page.step(forward)
        onAdded: page.conversation.addRepetition(question.nodeId)
        onFolded: open => page.conversation.fold(question.nodeId, open)
        onRemoved: page.conversation.removeRepetition(question.nodeId)
    }

    Timer {
        id: soon // once sizes are known
        interval: 0
        onTriggered: page.bringBack()
    }
    Timer {
        id: lost // what had the focus is gone: an answer has taken its place

        interval: 0
        onTriggered: {
            const row = page.rowOf(page.Window.activeFocusItem)
            if (row && page.isBare(row, page.Window.activeFocusItem))
                row.takeFocus(page.reason)
        }
    }
    Timer {
        id: summary // what is missing is read out, and led to

        interval: 0
        onTriggered: page.headerItem?.tell()
    }
    Timer {
        id: fresh // another section, by the keyboard

        interval: 0
        onTriggered: page.enter(true)
    }
    Shortcut {
        enabled: page.activeFocus
        sequences: ["Tab"]
        onActivated: page.step(true)
    }
    Shortcut {
        enabled: page.activeFocus
        sequences: ["Shift+Tab", "Backtab"]
        onActivated: page.step(false)
    }
    Timer {
        id: later // once the section's questions have been laid out

        property int row: -1

        interval: 0
        onTriggered: page.show(later.row)
    }
    Timer {
        id: following // once what the answer asks for is there
        interval: 0
        onTriggered: page.follow()
    }
    NumberAnimation {
        id: roll

        property int row: -1
        property real stood: 0 // below the top of the list

        target: page
        property: "contentY"
        duration: Theme.panelTime
        easing.type: Easing.OutCubic
    }
    Connections {
        target: page.Window.window
        function onActiveFocusItemChanged() {
            page.adopt(page.Window.activeFocusItem)
            page.revealFocus()
        }
    }
    Connections {
        target: page.conversation.questions
        function onModelAboutToBeReset() {
            page.currentIndex = -1 // else the row of that number is made first, wherever it is
        }
    }
    Connections {
        target: page.conversation
        function onSectionChanged() {
            if (page.place !== page.conversation.place) {
                page.toTop()
                if (page.keyed)
                    fresh.restart()
            }
            page.place = page.conversation.place
        }
        function onChoicesReady(nodeId) {
            for (let row = 0; row < page.count; ++row) {
                const question = page.itemAtIndex(row) as QuestionRow
                if (question && question.nodeId === nodeId)
                    question.searched(question.sought)
            }
        }
        function onQuestionRequested(row) {
            later.row = row
            later.restart()
        }
        function onMissingChanged() {
            if (page.conversation.showMissing && !page.reported) {
                page.toTop()
                summary.restart()
            }
            page.reported = page.conversation.showMissing
        }
    }
}

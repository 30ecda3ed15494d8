// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Rapport
import Rapport.App
import Rapport.Tests
import Rapport.Theme

// A long section: what is typed, focused and looked at stays where it is.
TestCase {
    id: test

    name: "Questions"
    when: windowShown
    width: 900
    height: 700
    visible: true

    ConversationController { id: talk }
    SyncController { id: syncStandIn }
    RevisionController { id: revisionStandIn }
    HandOverController { id: handOverStandIn }
    ResolutionController { id: resolutionStandIn }
    ConflictController { id: conflictsStandIn }
    CandidatesController { id: meetingStandIn }
    CustomerController { id: customerStandIn; isOpen: false }
    PhotoController { id: photoStandIn }
    MediaController { id: mediaStandIn }
    CodeController { id: codeStandIn }
    PlaceController { id: placeStandIn }

    Component {
        id: made
        ConversationScreen {
            width: 900
            height: 700
            conversation: talk
            sync: syncStandIn
            revision: revisionStandIn
            handOver: handOverStandIn
            resolution: resolutionStandIn
            conflicts: conflictsStandIn
            meeting: meetingStandIn
            customer: customerStandIn
            photo: photoStandIn
            media: mediaStandIn
            code: codeStandIn
            place: placeStandIn
        }
    }

    property var screen: null
    readonly property var list: findChild(screen, "questionList")

    function question(number, more) {
        return talk.question(number, number % 5 === 4 ? Question.Note : number % 3 === 1 ? Question.Multiline : Question.Text, "Question " + number, more ?? {})
    }
    function init() {
        const rows = []
        for (let number = 0; number < 300; ++number)
            rows.push(test.question(number))
        talk.questions.rows = rows
        talk.asked = ""
        test.screen = createTemporaryObject(made, test)
        verify(test.screen !== null)
        waitForRendering(test.screen)
    }
    function field(row) {
        return findChild(test.list.itemAtIndex(row), "answerField")
    }

    function test_onlyWhatIsNearTheScreenIsMade() {
        let alive = 0
        for (let row = 0; row < 300; ++row)
            alive += test.list.itemAtIndex(row) === null ? 0 : 1
        verify(alive > 3 && alive < 60, alive + " of 300")
    }
    function test_aTouchedFieldTakesWhatIsTyped() {
        mouseClick(test.field(2))
        verify(test.field(2).activeFocus)
        keyClick("a")
        compare(test.field(2).text, "a")
        verify(test.field(2).activeFocus)
    }
    function test_whatIsTypedOutlivesScrollingAwayAndIsSaidWhenTheSectionTurns() {
        mouseClick(test.field(2))
        keyClick("a")
        test.list.contentY += 20 * test.list.height
        test.list.forceLayout()
        compare(test.list.itemAtIndex(5), null) // its neighbours are gone
        const typedIn = findChild(test.list.currentItem, "answerField")
        compare(typedIn.text, "a")
        verify(typedIn.activeFocus)
        compare(talk.asked, "")
        test.screen.settleFocus()
        compare(talk.asked, "answer 2 a")
    }
    function test_aQuestionFarAwayIsJumpedToAndTakesTheFocus() {
        talk.questionRequested(250)
        tryVerify(() => test.list.currentItem?.index === 250 && findChild(test.list.currentItem, "answerField").activeFocus)
        const row = test.list.currentItem
        verify(row.y >= test.list.contentY && row.y + row.height <= test.list.contentY + test.list.height)
        keyClick("b")
        test.screen.settleFocus()
        compare(talk.asked, "answer 250 b")
    }
    function test_theKeyboardGoesThroughEveryQuestion() {
        test.field(0).forceActiveFocus(Qt.TabFocusReason)
        const seen = []
        for (let step = 0; step < 60; ++step) {
            const row = test.list.currentItem
            const field = findChild(row, "answerField")
            verify(field.activeFocus, "after question " + seen[seen.length - 1])
            const top = field.mapToItem(test.list, 0, 0).y
            verify(top >= 0 && top + field.height <= test.list.height, "question " + row.index + " is out of sight")
            seen.push(row.index)
            tryVerify(() => test.list.itemAtIndex(row.index + 2) !== null) // made ahead while nobody presses anything
            keyClick(Qt.Key_Tab) // "Don't know yet"
            keyClick(Qt.Key_Tab)
        }
        const expected = []
        for (let number = 0; expected.length < 60; ++number)
            if (number % 5 !== 4)
                expected.push(number)
        compare(seen.join(), expected.join())
    }
    function test_anAnswerKeepsThePlaceWhereItWasTouched_data() {
        return [{ "tag": "rows in front go", "change": [20, 21] }, { "tag": "rows behind go", "change": [40, 41] }]
    }
    function test_anAnswerKeepsThePlaceWhereItWasTouched(data) {
        talk.questionRequested(30)
        tryVerify(() => test.list.currentItem?.index === 30 && findChild(test.list.currentItem, "answerField").activeFocus)
        test.list.contentY -= 200 // some of those in front are in view
        waitForRendering(test.screen)
        const row = test.list.currentItem
        const before = row.mapToItem(test.screen, 0, 0).y
        talk.questions.remove(data.change[0], 2)
        talk.questions.insert(data.change[0] + 5 > 30 ? 29 : data.change[0], test.question(301))
        test.list.forceLayout()
        wait(0)
        test.list.forceLayout()
        compare(test.list.currentItem, row)
        verify(findChild(row, "answerField").activeFocus)
        fuzzyCompare(row.mapToItem(test.screen, 0, 0).y, before, 1)
    }
    function test_turningTheDeviceKeepsTheQuestionInSight_data() {
        return [{ "tag": "landscape to portrait", "size": [600, 900] }, { "tag": "a keyboard comes up", "size": [900, 420] }]
    }
    function test_turningTheDeviceKeepsTheQuestionInSight(data) {
        talk.questionRequested(100)
        tryVerify(() => test.list.currentItem?.index === 100 && findChild(test.list.currentItem, "answerField").activeFocus)
        keyClick("c")
        test.screen.width = data.size[0]
        test.screen.height = data.size[1]
        wait(0)
        waitForRendering(test.screen)
        const field = findChild(test.list.currentItem, "answerField")
        compare(test.list.currentItem.index, 100)
        verify(field.activeFocus)
        compare(field.text, "c")
        const top = field.mapToItem(test.list, 0, 0).y
        verify(top >= 0 && top + field.height <= test.list.height, "at " + top + " of " + test.list.height)
    }
    function test_withoutAFocusTheTopQuestionStaysTheTopOne() {
        test.list.atTop = false
        test.list.positionViewAtIndex(150, ListView.Beginning)
        waitForRendering(test.screen)
        test.screen.width = 600
        test.screen.height = 900
        wait(0)
        waitForRendering(test.screen)
        const first = test.list.indexAt(test.list.width / 2, test.list.contentY + 40)
        verify(Math.abs(first - 150) <= 1, "question " + first)
    }
}

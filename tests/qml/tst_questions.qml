// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Rapport.App
import Rapport.Questions

// Each way of answering, by touch and by keyboard: what the question says is what a finger meant.
TestCase {
    id: test

    name: "Questions"
    when: windowShown
    width: 700
    height: 700
    visible: true

    property var said: []

    Component {
        id: one
        QuestionRow {
            width: 600
            onAnswered: text => test.said.push(text)
            onTyped: text => test.said.push("typed " + text)
            onToggled: (value, on) => test.said.push((on ? "+" : "-") + value)
            onUnknownSet: on => test.said.push("unknown " + on)
            onSearched: text => test.said.push("search " + text)
            onFolded: open => test.said.push("fold " + open)
            onCodeRequested: front => test.said.push("code " + front)
            onPlaceRequested: metres => test.said.push("place " + metres)
            onPlaceTaken: test.said.push("placeTaken")
            onPlaceStopped: test.said.push("placeStopped")
            onAdded: test.said.push("added")
            onRemoved: test.said.push("removed")
        }
    }

    function ask(kind, more) {
        test.said = []
        const row = createTemporaryObject(one, test, Object.assign({
            "index": 0, "nodeId": 1, "name": "x", "kind": kind, "label": "Pressure", "hint": "", "value": "", "display": "", "required": false,
            "readonly": false, "problem": "", "choices": [], "chosen": [], "inputHints": 0, "origin": "", "unknown": false, "removable": false,
            "level": 0, "extra": {}
        }, more))
        verify(row !== null)
        waitForRendering(row)
        return row
    }
    function tap(row, name) {
        const item = findChild(row, name)
        verify(item, name)
        mouseClick(item)
    }
    function choices(...values) {
        return values.map(value => ({ "value": value, "label": value.toUpperCase() }))
    }

    function test_theFieldTakesTheFocusAndSaysWhatWasTyped_data() {
        return [
            { "tag": "text", "kind": Question.Text, "extra": {} },
            { "tag": "masked", "kind": Question.Text, "extra": { "masked": true } },
            { "tag": "number", "kind": Question.Decimal, "extra": { "unit": "bar" } },
            { "tag": "counter", "kind": Question.Counter, "extra": { "from": 0, "to": 9, "step": 1, "decimals": 0 } },
            { "tag": "month", "kind": Question.Date, "extra": { "precision": "month" } },
            { "tag": "time", "kind": Question.Time, "extra": {} }
        ]
    }
    function test_theFieldTakesTheFocusAndSaysWhatWasTyped(data) {
        const row = ask(data.kind, { "extra": data.extra })
        row.takeFocus()
        const field = findChild(row, "answerField")
        tryVerify(() => field.activeFocus)
        keyClick("3")
        keyClick(Qt.Key_Return)
        compare(test.said.join(), "3")
    }
    function test_whatIsTypedIsKeptWhenTheTypingRests_data() {
        return [{ "tag": "line", "kind": Question.Text, "extra": {} }, { "tag": "lines", "kind": Question.Multiline, "extra": { "rows": 3 } },
            { "tag": "number", "kind": Question.Decimal, "extra": {} }]
    }
    function test_whatIsTypedIsKeptWhenTheTypingRests(data) {
        const row = ask(data.kind, { "extra": data.extra })
        row.takeFocus()
        tryVerify(() => findChild(row, "answerField").activeFocus)
        keyClick("1")
        keyClick("2")
        compare(test.said.length, 0)
        tryCompare(test.said, "length", 1)
        compare(test.said.join(), "typed 12")
        row.value = "12" // it has been kept
        findChild(row, "answerField").focus = false
        compare(test.said.pop(), "12") // and is said once more when it is done
    }
    function test_aFieldWithLimitsIsTypedIntoAfterATap() {
        const row = ask(Question.Decimal, { "extra": { "unit": "bar", "limits": "1 to 3 bar", "verdict": "", "advice": "", "out": false, "placeLow": 0.2, "placeHigh": 0.8 } })
        tap(row, "answerField")
        keyClick("3")
        keyClick(Qt.Key_Return)
        compare(test.said.join(), "3")
    }
    function test_aCounterStaysBetweenItsEnds_data() {
        return [
            { "tag": "more", "value": "2", "button": "moreButton", "said": "3" },
            { "tag": "less", "value": "2", "button": "lessButton", "said": "1" },
            { "tag": "at the end", "value": "9", "button": "moreButton", "said": "" },
            { "tag": "first more", "value": "", "button": "moreButton", "said": "0" },
            { "tag": "first less", "value": "", "button": "lessButton", "said": "0" }
        ]
    }
    function test_aCounterStaysBetweenItsEnds(data) {
        const row = ask(Question.Counter, { "value": data.value, "display": data.value, "extra": { "from": 0, "to": 9, "step": 1, "decimals": 0 } })
        tap(row, data.button)
        compare(test.said.join(), data.said)
    }
    function test_aCounterWithoutEndsBeginsAtOne() {
        tap(ask(Question.Counter, { "extra": { "from": -1e9, "to": 1e9, "step": 1, "decimals": 0 } }), "moreButton")
        compare(test.said.join(), "1")
    }
    function test_aSliderIsNotAnsweredUntilItIsTouched() {
        const row = ask(Question.Range, { "extra": { "from": 0, "to": 10, "step": 2, "decimals": 0, "vertical": false, "ticks": [] } })
        const slider = findChild(row, "slider")
        compare(findChild(row, "rangeText").text, "Not answered yet")
        mouseClick(slider, slider.width / 2, slider.height / 2)
        verify(["4", "6"].includes(test.said.join()), test.said.join())
    }
    function test_aSliderIsMovedByTheKeyboard() {
        const row = ask(Question.Range, { "value": "4", "extra": { "from": 0, "to": 10, "step": 2, "decimals": 0, "vertical": false, "ticks": [] } })
        row.takeFocus()
        tryVerify(() => findChild(row, "slider").activeFocus)
        keyClick(Qt.Key_Right)
        compare(test.said.join(), "6")
    }
    function test_starsAreGivenAndTakenBack() {
        const row = ask(Question.Rating, { "value": "3", "extra": { "from": 1, "to": 5, "step": 1, "decimals": 0 } })
        tap(row, "star_4")
        tap(row, "star_3")
        compare(test.said.join(), "4,")
    }
    function test_aDayIsPickedFromTheCalendar() {
        const row = ask(Question.Date, { "value": "2027-11-17", "display": "17 Nov 2027", "extra": { "precision": "day" } })
        tap(row, "date_calendar")
        tryVerify(() => findChild(row, "day_2027-11-24") !== null)
        waitForRendering(row)
        tap(row, "day_2027-11-24")
        compare(test.said.join(), "2027-11-24")
    }
    function test_theCalendarIsWalkedByTheKeyboard() {
        const row = ask(Question.Date, { "value": "2027-11-30", "display": "30 Nov 2027", "extra": { "precision": "day" } })
        tap(row, "date_calendar")
        tryVerify(() => findChild(row, "day_2027-11-30") !== null)
        findChild(row, "monthDays").forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Right)
        keyClick(Qt.Key_PageDown)
        keyClick(Qt.Key_Return)
        compare(test.said.join(), "2028-01-01")
    }
    function test_aChoiceIsTaken_data() {
        return [
            { "tag": "buttons", "kind": Question.ChoiceOne, "layout": "" },
            { "tag": "list", "kind": Question.ChoiceOne, "layout": "list" },
            { "tag": "chips", "kind": Question.ChoiceMany, "layout": "" },
            { "tag": "likert", "kind": Question.ChoiceOne, "layout": "likert" }
        ]
    }
    function test_aChoiceIsTaken(data) {
        const row = ask(data.kind, { "choices": choices("a", "b", "c"), "chosen": ["a"], "extra": { "layout": data.layout, "columns": 0 } })
        tap(row, "choice_b")
        tap(row, "choice_a")
        compare(test.said.join(), "+b,-a")
        findChild(row, "choice_c").forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Space)
        compare(test.said.pop(), "+c")
    }
    function test_oneOfManyIsFoundByTheKeyboardAlone() {
        const row = ask(Question.Search, {})
        row.takeFocus()
        tryVerify(() => findChild(row, "searchField").activeFocus)
        keyClick("f")
        keyClick("r")
        compare(test.said.join(), "search fr")
        row.found = [{ "value": "1", "label": "Frischmarkt", "detail": "" }, { "value": "2", "label": "FrigoMart", "detail": "" }]
        keyClick(Qt.Key_Down)
        keyClick(Qt.Key_Down)
        keyClick(Qt.Key_Return)
        compare(test.said.pop(), "2")
    }
    function test_severalOfManyAreTakenAndGivenBack() {
        const row = ask(Question.SearchMany, { "chosen": ["a"], "extra": { "names": ["Door gasket"] } })
        tap(row, "taken_a")
        findChild(row, "searchField").text = "fa"
        row.found = [{ "value": "a", "label": "Door gasket", "detail": "" }, { "value": "b", "label": "Fan", "detail": "" }]
        waitForRendering(row)
        tap(row, "searchHit") // the first that is not taken yet
        compare(test.said.join(), "-a,search fa,+b")
    }
    function test_anOrderIsMadeByButtonsAndByDragging() {
        const row = ask(Question.Rank, { "choices": choices("a", "b", "c"), "chosen": ["a", "b", "c"] })
        const second = findChild(row, "rank_b")
        mouseClick(findChild(second, "upButton"))
        compare(test.said.pop(), "b a c")
        mouseClick(findChild(second, "downButton"))
        compare(test.said.pop(), "a c b")
        const first = findChild(row, "rank_a")
        const far = first.height * 2 + 20
        mousePress(first, 20, first.height / 2)
        for (let y = 0; y <= far; y += 10)
            mouseMove(first, 20, first.height / 2 + y)
        mouseRelease(first, 20, first.height / 2 + far)
        compare(test.said.pop(), "b c a")
    }
    function test_theKeyboardStaysWithWhatItMoves() {
        const row = ask(Question.Rank, { "choices": choices("a", "b", "c"), "chosen": ["a", "b", "c"] })
        row.answered.connect(text => row.choices = choices(...text.split(" ")))
        findChild(findChild(row, "rank_c"), "upButton").forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Space)
        keyClick(Qt.Key_Space)
        compare(test.said.join(), "a c b,c a b")
        verify(findChild(findChild(row, "rank_c"), "downButton").activeFocus) // it is the first now: only down is left
    }
    function test_anOrderMayBeRightAsItIs() {
        tap(ask(Question.Rank, { "choices": choices("a", "b"), "chosen": [] }), "keepOrder")
        compare(test.said.join(), "a b")
    }
    function test_aBoxIsTicked() {
        tap(ask(Question.Confirm, {}), "confirmButton")
        compare(test.said.join(), "OK")
    }
    function test_whatIsReadOnlyTakesNothing_data() {
        return [
            { "tag": "counter", "kind": Question.Counter, "name": "moreButton", "extra": { "from": 0, "to": 9, "step": 1, "decimals": 0 } },
            { "tag": "stars", "kind": Question.Rating, "name": "star_2", "extra": { "from": 1, "to": 5, "step": 1, "decimals": 0 } },
            { "tag": "slider", "kind": Question.Range, "name": "slider", "extra": { "from": 0, "to": 9, "step": 1, "decimals": 0, "ticks": [] } },
            { "tag": "likert", "kind": Question.ChoiceOne, "name": "choice_a", "extra": { "layout": "likert", "columns": 0 } }
        ]
    }
    function test_whatIsReadOnlyTakesNothing(data) {
        tap(ask(data.kind, { "value": "1", "readonly": true, "choices": choices("a", "b"), "extra": data.extra }), data.name)
        compare(test.said.join(), "")
    }
    function test_aValueOutOfItsLimitsIsSaidInWords() {
        const row = ask(Question.Decimal, { "value": "3.9", "display": "3.9", "extra": { "unit": "bar", "limits": "1.2 to 3.5 bar", "verdict": "Too high",
            "advice": "Above the limit.", "out": true, "placeLow": 0.2, "placeHigh": 0.8, "place": 0.9 } })
        compare(findChild(row, "limitText").text, "Too high · 1.2 to 3.5 bar · Above the limit.")
        verify(findChild(row, "limitMark").visible)
        verify(findChild(row, "answerField").faulty)
    }
    function test_aKindThatChangesChangesItsWay() {
        const row = ask(Question.Text, {})
        verify(findChild(row, "answerField") !== null)
        row.extra = { "from": 1, "to": 5, "step": 1, "decimals": 0 }
        row.kind = Question.Rating
        tryVerify(() => findChild(row, "star_1") !== null)
    }

    function test_arrowKeysGoFromOneChoiceToTheNextAndOneIsReachedByTab() {
        const row = ask(Question.ChoiceOne, { "choices": choices("a", "b", "c"), "chosen": ["b"], "extra": { "layout": "", "columns": 0 } })
        row.takeFocus()
        tryVerify(() => findChild(row, "choice_b").activeFocus)
        keyClick(Qt.Key_Right)
        verify(findChild(row, "choice_c").activeFocus)
        keyClick(Qt.Key_Right)
        verify(findChild(row, "choice_c").activeFocus)
        keyClick(Qt.Key_Up)
        keyClick(Qt.Key_Left)
        verify(findChild(row, "choice_a").activeFocus)
        keyClick(Qt.Key_Space)
        compare(test.said.join(), "+a")
    }
    function test_aLabelOfTenThousandLettersWrapsAndIsAnsweredLikeAnyOther() {
        const row = ask(Question.ChoiceOne, { "label": "pressure ".repeat(1111), "choices": choices("a", "b"), "extra": { "layout": "", "columns": 0 } })
        verify(row.height > 1000)
        tap(row, "choice_b")
        compare(test.said.join(), "+b")
    }
    function test_aTableLineHasAPointBelowEachHeadingAndFallsBackWhereItIsNarrow() {
        const row = ask(Question.ChoiceOne, { "choices": choices("a", "b", "c"), "chosen": [], "extra": { "layout": "grid", "columns": 0 } })
        verify(row.gridded)
        tap(row, "choice_b")
        compare(test.said.join(), "+b")
        row.width = 300
        verify(!row.gridded)
        tryVerify(() => findChild(row, "choice_b") !== null && findChild(row, "choice_b").text === "B")
    }
    function test_aRepetitionIsUnfoldedByItsHeadingAndRemovedBesideIt() {
        const row = ask(Question.RepetitionHead, { "removable": true, "extra": { "open": false, "summary": "Aylin", "left": "1 required left", "card": "alone" } })
        tap(row, "foldRepetition")
        tap(row, "removeRepetition")
        compare(test.said.join(), "fold true,removed")
        compare(findChild(row, "repetitionSummary").text, "Aylin")
    }
    function test_aCodeIsScannedOrTyped() {
        const row = ask(Question.Code, { "hasCamera": true, "extra": { "front": true, "masked": false } })
        tap(row, "scanCodeButton")
        compare(test.said.join(), "code true")
        row.takeFocus()
        for (const key of [Qt.Key_P, Qt.Key_X, Qt.Key_4, Qt.Key_Return]) // as a hand scanner sends it
            keyClick(key)
        compare(test.said[test.said.length - 1], "px4")
        verify(!findChild(ask(Question.Code, { "extra": {} }), "scanCodeButton").visible)
    }
    function test_aPlaceIsFoundOutOrTyped() {
        const row = ask(Question.Place, { "hasPositions": true, "extra": { "accuracy": 10 } })
        tap(row, "usePositionButton")
        compare(test.said.join(), "place 10")
        row.placing = true
        row.placeTold = "Exact to 35 m. Waiting for 10 m …"
        compare(findChild(row, "placeText").text, row.placeTold)
        verify(!findChild(row, "takePositionButton").enabled)
        row.placeFound = true
        tap(row, "takePositionButton")
        tap(row, "stopPositionButton")
        compare(test.said.join(), "place 10,placeTaken,placeStopped")
        const without = ask(Question.Place, { "extra": {} })
        verify(!findChild(without, "usePositionButton").visible)
        verify(findChild(without, "answerField").visible)
    }
    function test_aListIsOpenedByATouchScrolledAndSaysWhatItDoesNotShow() {
        const row = ask(Question.Search, { "extra": { "opens": true } })
        row.found = Array.from({ "length": 30 }, (one, index) => ({ "value": "v" + index, "label": "Town " + index }))
        row.told = "30 of 2,310: type more to see fewer."
        verify(!findChild(row, "searchHits").visible)
        tap(row, "searchField")
        compare(test.said.join(), "search ")
        tryVerify(() => findChild(row, "searchHits").visible)
        compare(findChild(row, "searchTold").text, row.told)
        const hits = findChild(row, "searchHits")
        verify(hits.contentHeight > hits.height)
        keyClick(Qt.Key_Down)
        for (let step = 0; step < 29; ++step)
            keyClick(Qt.Key_Down)
        keyClick(Qt.Key_Return)
        compare(test.said[test.said.length - 1], "v29")
    }
}

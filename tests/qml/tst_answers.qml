// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Rapport.Components

// Ways of answering that are more than a field: a day, one of many, a signature.
TestCase {
    id: test

    name: "Answers"
    when: windowShown
    width: 600
    height: 600
    visible: true

    SignalSpy { id: spy }

    Component {
        id: date
        DatePick {
            width: 400
            value: "2027-11-17"
            display: "17 Nov 2027"
        }
    }
    Component {
        id: search
        SearchPick {
            width: 400
            value: ""
            display: ""
            found: [{ "value": "1", "label": "Frischmarkt Handels AG", "detail": "Bern" }]
        }
    }
    Component {
        id: signature
        SignaturePad { width: 400 }
    }

    function make(component, signalName, properties) {
        const item = createTemporaryObject(component, test, properties ?? {})
        verify(item !== null)
        spy.target = null
        spy.signalName = signalName
        spy.target = item
        spy.clear()
        return item
    }
    function test_aDayIsMovedByTouch_data() {
        return [{ "tag": "today", "answer": "today" }, { "tag": "week", "answer": "today+7" }, { "tag": "earlier", "answer": "day-1" }, { "tag": "later", "answer": "day+1" }]
    }
    function test_aDayIsMovedByTouch(row) {
        const item = make(date, "committed")
        mouseClick(findChild(item, "date_" + row.tag))
        compare(spy.count, 1)
        compare(spy.signalArguments[0][0], row.answer)
    }
    function test_withoutADayThereIsNothingToMove() {
        const item = make(date, "committed", { "value": "", "display": "" })
        verify(!findChild(item, "date_later").visible)
        verify(findChild(item, "date_today").visible)
    }
    function test_aSearchWaitsForTwoLetters() {
        const item = make(search, "typed")
        findChild(item, "searchField").forceActiveFocus()
        keyClick("f")
        compare(spy.count, 0)
        keyClick("r")
        compare(spy.count, 1)
        compare(spy.signalArguments[0][0], "fr")
    }
    function test_aHitIsTakenByOneTap() {
        const item = make(search, "picked")
        findChild(item, "searchField").text = "fr"
        mouseClick(findChild(item, "searchHit"))
        compare(spy.count, 1)
        compare(spy.signalArguments[0][0], "1")
    }
    function test_aSignatureIsSaidWhenAStrokeEnds() {
        const item = make(signature, "signed")
        const paper = findChild(item, "signaturePaper")
        mousePress(paper, 40, 60)
        mouseMove(paper, 80, 90)
        mouseMove(paper, 120, 60)
        compare(spy.count, 0)
        mouseRelease(paper, 120, 60)
        compare(spy.count, 1)
        compare(spy.signalArguments[0][0].length, 1)
        compare(spy.signalArguments[0][1], Qt.size(paper.width, paper.height))
    }
    function test_aTouchWithoutAStrokeIsNoSignature() {
        const item = make(signature, "signed")
        mouseClick(findChild(item, "signaturePaper"), 40, 60)
        compare(spy.count, 0)
    }
    function test_aSignatureThatIsDoneTakesNoMoreInk() {
        const item = make(signature, "signed", { "signer": "Ratna Dewi" })
        const paper = findChild(item, "signaturePaper")
        const sign = () => {
            mousePress(paper, 40, 60)
            mouseMove(paper, 80, 90)
            mouseRelease(paper, 120, 60)
        }
        sign()
        item.filled = true
        sign()
        compare(spy.count, 2) // it is still in the hand
        mouseClick(findChild(item, "keepSignature"))
        sign()
        compare(spy.count, 2)
        compare(item.strokes.length, 0)
        mouseClick(findChild(item, "clearSignature"))
        item.filled = false
        sign()
        compare(spy.count, 3)
    }
    function test_whoCannotDrawTypesTheName() {
        const item = make(signature, "named")
        mouseClick(findChild(item, "typeSignature"))
        verify(findChild(item, "signatureName").activeFocus)
        keyClick(Qt.Key_Return)
        compare(spy.count, 0)
        for (const letter of "ana")
            keyClick(letter)
        keyClick(Qt.Key_Return)
        compare(spy.count, 1)
        compare(spy.signalArguments[0][0], "ana")
        verify(item.typing) // until it is kept: a name that is not stays to be said again
        item.filled = true
        verify(!item.typing)
        verify(findChild(item, "clearSignature").activeFocus)
    }
    function test_aSignatureIsCleared() {
        const item = make(signature, "cleared", { "filled": true })
        mouseClick(findChild(item, "clearSignature"))
        compare(spy.count, 1)
        compare(item.strokes.length, 0)
    }
}

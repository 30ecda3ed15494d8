// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Rapport.App

// The pad that takes what a finger draws: seen where it was drawn, undone step by step.
TestCase {
    id: test

    name: "Drawing"
    when: windowShown
    width: 400
    height: 300
    visible: true

    Component {
        id: made
        DrawingPad { width: 400; height: 300; ink: "#ff0000" }
    }
    property var pad: null

    function init() {
        test.pad = createTemporaryObject(made, test)
        verify(test.pad !== null)
    }
    function drag(from, to) {
        mousePress(test.pad, from.x, from.y)
        mouseMove(test.pad, (from.x + to.x) / 2, (from.y + to.y) / 2)
        mouseMove(test.pad, to.x, to.y)
        mouseRelease(test.pad, to.x, to.y)
    }
    function isRed(x, y) {
        waitForRendering(test.pad)
        const seen = grabImage(test.pad)
        return seen.red(x, y) > 200 && seen.green(x, y) < 60
    }

    function test_aLineIsSeenWhereTheFingerWent() {
        verify(test.pad.blank)
        drag(Qt.point(40, 150), Qt.point(360, 150))
        verify(!test.pad.blank)
        verify(isRed(200, 150))
        verify(!isRed(200, 60))
    }
    function test_aDotIsALineAndAnArrowWithoutALengthIsNone() {
        test.pad.arrows = true
        mouseClick(test.pad, 100, 100)
        verify(test.pad.blank)
        test.pad.arrows = false
        mouseClick(test.pad, 100, 100)
        verify(!test.pad.blank)
    }
    function test_aLineEndsAtTheEdgeOfThePaper() {
        drag(Qt.point(40, 30), Qt.point(399, 30))
        verify(isRed(398, 30))
    }
    function test_strokesAndClearingCanBeUndone() {
        verify(!test.pad.canUndo)
        drag(Qt.point(40, 150), Qt.point(360, 150))
        test.pad.arrows = true
        drag(Qt.point(40, 60), Qt.point(360, 60))
        test.pad.clear()
        verify(test.pad.blank)
        test.pad.undo()
        verify(isRed(200, 60))
        test.pad.undo()
        verify(!isRed(200, 60))
        verify(isRed(200, 150))
        test.pad.redo()
        verify(isRed(200, 60))
        test.pad.undo()
        drag(Qt.point(40, 250), Qt.point(360, 250))
        verify(!test.pad.canRedo) // something newer is there
    }
}

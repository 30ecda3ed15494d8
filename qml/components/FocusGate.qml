// SPDX-License-Identifier: Apache-2.0
import QtQuick

// Where the keyboard enters something that keeps an order of its own: says so instead of keeping the focus, and leads past it again.
Item {
    id: gate

    signal entered

    // To what comes behind the gate, or before it.
    function leave(forward) {
        gate.nextItemInFocusChain(forward).forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason)
    }

    activeFocusOnTab: true
    Accessible.ignored: true
    onActiveFocusChanged: if (gate.activeFocus) gate.entered()
}

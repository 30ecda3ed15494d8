// SPDX-License-Identifier: Apache-2.0
import QtQuick

// Arrow keys go from one of several buttons to the next, as they are read.
QtObject {
    id: rove

    required property Repeater buttons

    function walk(event, from, mirrored) {
        const back = mirrored ? Qt.Key_Right : Qt.Key_Left, forth = mirrored ? Qt.Key_Left : Qt.Key_Right
        const by = event.key === Qt.Key_Up || event.key === back ? -1 : event.key === Qt.Key_Down || event.key === forth ? 1 : 0
        const next = by === 0 ? null : rove.buttons.itemAt(from + by) as Item
        event.accepted = next !== null
        if (next)
            next.forceActiveFocus(Qt.TabFocusReason)
    }
}

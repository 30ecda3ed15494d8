// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// Keeps what the keyboard is on in view: scrolls `flickable` no more than needed.
Item {
    id: scroll

    required property Flickable flickable

    function isInside(item) {
        while (item && item !== scroll.flickable.contentItem)
            item = item.parent
        return item !== null
    }
    function reveal(item) {
        const page = scroll.flickable, place = item.mapToItem(page.contentItem, 0, 0)
        const top = place.y - Theme.s24, bottom = place.y + Math.min(item.height, page.height / 2) + Theme.s24
        const least = page.originY, most = Math.max(least, page.originY + page.contentHeight + page.bottomMargin - page.height)
        if (top < page.contentY)
            page.contentY = Math.max(least, top)
        else if (bottom > page.contentY + page.height)
            page.contentY = Math.min(most, bottom - page.height)
    }

    visible: false

    Connections {
        target: scroll.flickable.Window.window
        function onActiveFocusItemChanged() {
            const item = scroll.flickable.Window.activeFocusItem
            if (item && scroll.isInside(item))
                scroll.reveal(item)
        }
    }
}

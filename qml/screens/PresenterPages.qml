// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Window
import Rapport.App
import Rapport.Components
import Rapport.Theme

// The pages side by side; a swipe goes from one to the next, and those beside it are drawn already. Two fingers, a double tap or the keys + and -
// make the one that is shown larger.
Item {
    id: area

    required property PresenterController presenter
    required property size full // of the screen: as large as a page is drawn, so that nothing is drawn anew when bars come and go
    signal tapped(real place) // 0 … 1 of the width
    signal turned
    signal playWanted

    property real zoom: 1

    function magnify(by) {
        (list.currentItem as PresenterPage)?.magnify(area.zoom * by)
    }

    ListView {
        id: list

        function follow() {
            const to = area.presenter.page - 1
            if (to < 0 || to === list.currentIndex)
                return
            const beside = Math.abs(to - list.currentIndex) === 1
            list.highlightMoveDuration = beside ? Theme.panelTime : 0
            list.currentIndex = to
            if (!beside) // without time, Qt 6.4 still walks some of the way
                list.positionViewAtIndex(to, ListView.Beginning)
        }

        objectName: "presenterPages"
        anchors.fill: parent
        orientation: ListView.Horizontal
        snapMode: ListView.SnapOneItem
        highlightRangeMode: ListView.StrictlyEnforceRange
        preferredHighlightBegin: 0
        preferredHighlightEnd: list.width
        highlightMoveDuration: 0
        boundsBehavior: Flickable.DragOverBounds
        cacheBuffer: Math.max(0, list.width)
        interactive: area.zoom === 1 && list.count > 1
        keyNavigationEnabled: false
        model: area.presenter.pages
        onCountChanged: list.follow()
        onCurrentIndexChanged: {
            area.zoom = 1
            if (list.currentIndex < 0 || list.currentIndex === area.presenter.page - 1)
                return
            if (!list.moving) // only a finger leads; keys in quick succession had the list fall behind and take the page back
                return list.follow()
            area.presenter.turnTo(list.currentIndex + 1)
            area.turned()
        }
        Component.onCompleted: list.follow()
        delegate: PresenterPage {
            id: page
            required property int number
            required property string title
            objectName: "presenterPage_" + page.number
            width: list.width
            height: list.height
            full: area.full
            zoom: page.ListView.isCurrentItem ? area.zoom : 1
            marks: page.ListView.isCurrentItem ? area.presenter.marks : []
            name: area.presenter.sequence || area.presenter.pageCount === 1 ? page.title : qsTr("Page %1 of %2").arg(page.number).arg(area.presenter.pageCount)
            onPlayWanted: area.playWanted()
            onZoomWanted: zoom => area.zoom = zoom
            onTapped: place => page.film && !page.gone && Math.abs(place - 0.5) < 0.3 ? area.playWanted() : area.tapped(place)
        }
    }
    Connections {
        target: area.presenter
        function onPageChanged() {
            list.follow()
        }
    }
}

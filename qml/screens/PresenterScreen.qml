// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// Content, shown across the table: a document page by page, a picture or a film, on the whole screen. A tap brings the way back, the pages and the
// hits of a search; turning a page takes them away again.
Rectangle {
    id: screen

    required property PresenterController presenter
    property bool bare: false // nothing but content
    signal closed

    property bool playing: false // a film of a sequence
    readonly property bool film: screen.presenter.kind === PresenterController.Film && !screen.presenter.gone || screen.playing
    readonly property bool paged: screen.presenter.kind === PresenterController.Document && (screen.presenter.pageCount > 1 || screen.presenter.sequence)
    readonly property bool roomy: screen.width >= Theme.compact

    objectName: "presenterScreen"
    color: Theme.customerGround
    Component.onCompleted: screen.forceActiveFocus()
    Component.onDestruction: screen.presenter.close()
    Keys.onEscapePressed: screen.closed()
    Keys.onPressed: event => {
        const turn = { [Qt.Key_Right]: 1, [Qt.Key_PageDown]: 1, [Qt.Key_Space]: 1, [Qt.Key_Left]: -1, [Qt.Key_PageUp]: -1 }[event.key]
        const zoom = { "+": 1.5, "-": 1 / 1.5 }[event.text]
        if (zoom !== undefined)
            stage.item.magnify(zoom)
        else if (turn !== undefined)
            screen.turn(turn)
        else if (event.key === Qt.Key_Home || event.key === Qt.Key_End)
            screen.presenter.turnTo(event.key === Qt.Key_Home ? 1 : screen.presenter.pageCount)
        event.accepted = zoom !== undefined || turn !== undefined || event.key === Qt.Key_Home || event.key === Qt.Key_End
    }

    function turn(by) {
        screen.presenter.turnTo(screen.presenter.page + by)
        screen.bare = true
    }

    Loader {
        id: stage
        anchors.top: bar.visible ? bar.bottom : parent.top
        anchors.bottom: strip.visible ? strip.top : parent.bottom
        width: parent.width
        active: screen.presenter.kind !== PresenterController.Film
        visible: !screen.film
        sourceComponent: PresenterPages {
            presenter: screen.presenter
            full: Qt.size(screen.width, screen.height)
            onTapped: place => {
                if (screen.paged && screen.bare && place < 0.2)
                    screen.turn(-1)
                else if (screen.paged && screen.bare && place > 0.8)
                    screen.turn(1)
                else
                    screen.bare = !screen.bare
            }
            onTurned: screen.bare = true
            onPlayWanted: screen.playing = true
        }
    }
    Loader {
        anchors.fill: parent
        active: screen.film
        sourceComponent: VideoScreen {
            focus: true
            playback: screen.presenter.playback
            source: screen.presenter.film
            label: screen.presenter.title
            onClosed: {
                if (!screen.playing)
                    return screen.closed()
                screen.playing = false
                screen.forceActiveFocus()
            }
        }
    }
    AppText {
        objectName: "presenterGone"
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.s48
        horizontalAlignment: Text.AlignHCenter
        visible: screen.presenter.gone && screen.presenter.kind === PresenterController.Film
        text: qsTr("This document was withdrawn just now. It is not shown any more.")
    }
    Connections {
        target: screen.presenter
        function onGoneChanged() {
            if (screen.presenter.gone)
                screen.playing = screen.bare = false
        }
    }
    PresenterBar {
        id: bar
        visible: !screen.film && !screen.bare
        width: parent.width
        presenter: screen.presenter
        onLeaveRequested: screen.closed()
        onPageWanted: screen.bare = false
        onCollectRequested: {
            if (screen.presenter.pageCount > 1)
                collecting.visible = true
            else
                screen.presenter.collectAll()
        }
    }
    Repeater {
        model: screen.paged && !screen.bare && !screen.film && screen.roomy ? [-1, 1] : []

        TurnButton {
            required property int modelData
            objectName: modelData < 0 ? "previousPage" : "nextPage"
            forward: modelData > 0
            x: forward ? screen.width - width - Theme.s16 : Theme.s16
            y: (screen.height - height) / 2
            enabled: forward ? screen.presenter.page < screen.presenter.pageCount : screen.presenter.page > 1
            onClicked: screen.presenter.turnTo(screen.presenter.page + modelData)
        }
    }
    Loader {
        id: strip
        visible: screen.paged && !screen.bare && !screen.film
        anchors.bottom: parent.bottom
        width: parent.width
        sourceComponent: screen.presenter.sequence ? items : pages
    }
    Component {
        id: pages

        PresenterStrip {
            presenter: screen.presenter
        }
    }
    Component {
        id: items

        SequenceStrip {
            presenter: screen.presenter
        }
    }
    CollectMenu {
        id: collecting
        anchors.fill: parent
        visible: false
        below: bar.height
        page: screen.presenter.page
        pages: screen.presenter.pageCount
        onPageChosen: {
            collecting.closed()
            screen.presenter.collectPage()
        }
        onAllChosen: {
            collecting.closed()
            screen.presenter.collectAll()
        }
        onClosed: {
            collecting.visible = false
            screen.forceActiveFocus()
        }
    }
}

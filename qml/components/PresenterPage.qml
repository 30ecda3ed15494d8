// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Window
import Rapport.Theme

// One page, as large as its place lets it be. It is drawn for the whole screen once, and once more where somebody looks closer.
Item {
    id: page

    required property string source
    required property real shape // width by height
    required property size full
    required property real zoom // 1: all of it
    required property list<var> marks
    required property string name
    required property bool film // a cover; a touch plays it
    required property bool gone // it was withdrawn meanwhile
    signal zoomWanted(real zoom)
    signal tapped(real place)
    signal playWanted

    readonly property real fit: Math.min(page.width, page.height * page.shape)
    readonly property int drawnWidth: Math.max(1, Math.round(Math.min(page.full.width, page.full.height * page.shape) * Screen.devicePixelRatio))
    readonly property bool drawn: picture.status === Image.Ready

    function magnify(zoom) {
        const x = (flick.contentX + flick.width / 2) / flick.contentWidth, y = (flick.contentY + flick.height / 2) / flick.contentHeight
        page.zoomWanted(Math.max(1, Math.min(zoom, 5)))
        flick.contentX = x * flick.contentWidth - flick.width / 2 // what was in the middle stays there
        flick.contentY = y * flick.contentHeight - flick.height / 2
        flick.returnToBounds()
    }

    clip: true

    Timer { // a tap is one when no second one follows
        id: once

        property real place

        interval: Theme.doubleTapTime
        onTriggered: page.tapped(once.place)
    }
    Flickable {
        id: flick
        anchors.fill: parent
        contentWidth: Math.max(flick.width, page.fit * page.zoom)
        contentHeight: Math.max(flick.height, page.fit / page.shape * page.zoom)
        interactive: page.zoom > 1
        boundsBehavior: Flickable.StopAtBounds

        Rectangle {
            id: sheet
            anchors.centerIn: parent
            width: page.fit * page.zoom
            height: page.fit / page.shape * page.zoom
            visible: !page.gone
            color: Theme.paper

            Image {
                id: picture
                anchors.fill: parent
                source: page.source
                sourceSize.width: page.drawnWidth
                asynchronous: true
                smooth: true
                mipmap: true
                Accessible.role: Accessible.Graphic
                Accessible.name: page.name
            }
            Image {
                anchors.fill: parent
                visible: status === Image.Ready
                source: page.zoom > 1.2 ? page.source : ""
                sourceSize.width: Math.min(4096, page.drawnWidth * (page.zoom > 2.5 ? 4 : 2))
                asynchronous: true
                Accessible.ignored: true
            }
            Repeater {
                model: page.marks

                Rectangle {
                    required property rect modelData
                    objectName: "mark"
                    x: modelData.x * sheet.width - Theme.s2
                    y: modelData.y * sheet.height - Theme.s2
                    width: modelData.width * sheet.width + Theme.s4
                    height: modelData.height * sheet.height + Theme.s4
                    radius: Theme.s4
                    color: Theme.found
                }
            }
        }
        TapHandler {
            onSingleTapped: point => {
                once.place = (point.position.x - flick.contentX) / page.width
                once.restart()
            }
            onDoubleTapped: {
                once.stop()
                page.magnify(page.zoom > 1 ? 1 : 2.5)
            }
        }
        PinchHandler {
            id: pinch

            property real from: 1 // the zoom when the fingers came down

            target: null
            onActiveChanged: pinch.from = page.zoom
            onActiveScaleChanged: page.magnify(pinch.from * pinch.activeScale)
        }
    }
    AppButton {
        objectName: "playFilmButton"
        anchors.centerIn: parent
        visible: page.film && !page.gone
        large: true
        width: implicitHeight
        glyph: Icons.play
        look: AppButton.Accent
        Accessible.name: qsTr("Play %1").arg(page.name)
        onClicked: page.playWanted()
    }
    AppText {
        objectName: "presenterPageText"
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.s48
        horizontalAlignment: Text.AlignHCenter
        visible: page.gone || !page.drawn && !page.film
        text: page.gone ? qsTr("This document was withdrawn just now. It is not shown any more.") : picture.status === Image.Error ? qsTr("This page cannot be shown.") : page.name
        color: page.gone ? Theme.text : Theme.outlineStrong
    }
}

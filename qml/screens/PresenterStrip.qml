// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import QtQuick.Window
import Rapport.App
import Rapport.Components
import Rapport.Theme

// All pages, small: one tap goes there. Those with hits have a dot.
Rectangle {
    id: strip

    required property PresenterController presenter

    implicitHeight: Theme.thumb + 2 * Theme.s12
    color: Theme.surface

    Hairline {
        width: parent.width
    }
    ListView {
        id: list
        objectName: "presenterStrip"
        anchors.fill: parent
        anchors.topMargin: Theme.s12
        orientation: ListView.Horizontal
        leftMargin: Math.max(Theme.s16, (list.width - list.contentWidth) / 2)
        rightMargin: Theme.s16
        spacing: Theme.s12
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: Theme.panelTime
        highlightFollowsCurrentItem: true
        currentIndex: strip.presenter.page - 1
        model: strip.presenter.pages
        delegate: T.AbstractButton {
            id: thumb
            required property int number
            required property string source
            required property real shape
            required property bool hit
            readonly property bool current: thumb.number === strip.presenter.page
            objectName: "thumb_" + thumb.number
            implicitWidth: Math.max(Theme.target, Math.round(Theme.thumb * thumb.shape))
            implicitHeight: Theme.thumb
            Accessible.role: Accessible.Button
            Accessible.name: thumb.hit ? qsTr("Page %1, with a hit").arg(thumb.number) : qsTr("Page %1").arg(thumb.number)
            Accessible.onPressAction: thumb.clicked()
            Keys.onReturnPressed: thumb.clicked()
            onClicked: strip.presenter.turnTo(thumb.number)

            background: Rectangle {
                color: Theme.sunken
                border.width: thumb.current ? Theme.focusLine + Theme.hairline : Theme.hairline
                border.color: thumb.current ? Theme.primary : Theme.outline
                radius: Theme.s4

                FocusRing {
                    visible: thumb.visualFocus
                    around: parent.radius
                }
            }
            contentItem: Item {
                Image {
                    anchors.centerIn: parent
                    width: Math.min(parent.width, parent.height * thumb.shape) - 2 * Theme.s4
                    height: width / thumb.shape
                    source: thumb.source
                    sourceSize.width: Math.max(64, Math.round(width * Screen.devicePixelRatio))
                    asynchronous: true
                    Accessible.ignored: true
                }
                Rectangle {
                    visible: thumb.hit
                    anchors.right: parent.right
                    anchors.top: parent.top
                    anchors.margins: Theme.s8
                    width: Theme.s12
                    height: width
                    radius: width / 2
                    color: Theme.drawYellow
                    border.width: Theme.hairline
                    border.color: Theme.outlineStrong
                }
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.App
import Rapport.Components
import Rapport.Theme

// What a sequence is made of: one touch goes to the first page of it.
Rectangle {
    id: strip

    required property PresenterController presenter

    implicitHeight: Theme.thumb * Theme.textScale + 2 * Theme.s12
    color: Theme.surface

    Hairline {
        width: parent.width
    }
    ListView {
        id: list
        objectName: "sequenceStrip"
        anchors.fill: parent
        anchors.topMargin: Theme.s8
        anchors.bottomMargin: Theme.s8
        orientation: ListView.Horizontal
        leftMargin: Theme.s16
        rightMargin: Theme.s16
        spacing: Theme.s8
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: Theme.panelTime
        highlightFollowsCurrentItem: true
        currentIndex: strip.presenter.item
        model: strip.presenter.items
        delegate: T.AbstractButton {
            id: tab
            required property int index
            required property string title
            required property string detail
            required property string glyph
            required property string cover
            required property real shape
            required property int first
            required property bool gone
            readonly property bool current: tab.index === strip.presenter.item
            objectName: "item_" + tab.index
            implicitWidth: Theme.s12 + Theme.target + Theme.s12 + words.width + Theme.s16
            implicitHeight: list.height
            Accessible.role: Accessible.PageTab
            Accessible.name: tab.title
            Accessible.description: tab.detail
            Accessible.selected: tab.current
            Accessible.onPressAction: tab.clicked()
            Keys.onReturnPressed: tab.clicked()
            onClicked: strip.presenter.turnTo(tab.first)

            background: Rectangle {
                radius: Theme.radiusCard
                color: tab.current ? Theme.primarySoft : tab.down ? Theme.sunken : "transparent"
                border.width: tab.current && Theme.highContrast ? Theme.focusLine : 0
                border.color: Theme.primary

                FocusRing {
                    visible: tab.visualFocus
                    around: parent.radius
                }
            }
            contentItem: Item {
                AssetCover {
                    id: front
                    x: Theme.s12
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.target
                    height: Math.min(parent.height - Theme.s16, Theme.target + Theme.s16)
                    radius: Theme.radiusSmall
                    source: tab.cover
                    glyph: tab.glyph
                    shape: 2 // it fills its place
                }
                Column {
                    id: words
                    anchors.left: front.right
                    anchors.leftMargin: Theme.s12
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(Theme.sectionList * Theme.textScale, Math.max(head.implicitWidth, more.implicitWidth))

                    AppText {
                        id: head
                        width: parent.width
                        text: tab.title
                        type: Theme.smallStrong
                        color: tab.current ? Theme.overPrimarySoft : Theme.text
                        maximumLineCount: 2
                        Accessible.ignored: true
                    }
                    AppText {
                        id: more
                        width: parent.width
                        text: tab.gone ? qsTr("No longer shown") : tab.detail
                        type: Theme.caption
                        muted: true
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}

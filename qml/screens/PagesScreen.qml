// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import QtQuick.Window
import Rapport.App
import Rapport.Components
import Rapport.Theme

// All pages of a document, small: those that are touched come into the tray, in that order.
Item {
    id: screen

    required property PagesController choice

    readonly property int margin: screen.width < Theme.compact ? Theme.marginPhone : Theme.margin

    objectName: "pagesScreen"
    Keys.onEscapePressed: screen.choice.close()

    PageBar {
        id: bar
        width: parent.width
        margin: screen.margin
        title: screen.choice.title
        subtitle: screen.choice.chosenText
        backName: qsTr("Back, choose nothing")
        onBack: screen.choice.close()

        AppButton {
            objectName: "allPagesButton"
            text: screen.choice.allText
            look: screen.choice.chosen > 0 ? AppButton.Tonal : AppButton.Primary
            onClicked: screen.choice.acceptAll()
        }
        AppButton {
            objectName: "acceptPagesButton"
            visible: screen.choice.chosen > 0
            text: screen.choice.editing ? qsTr("Keep %n page(s)", "", screen.choice.chosen) : qsTr("Add %n page(s)", "", screen.choice.chosen)
            glyph: Icons.check
            look: AppButton.Primary
            onClicked: screen.choice.accept()
        }
    }
    GridView {
        id: grid

        readonly property int columns: Math.max(2, Math.floor(grid.width / Theme.photo))

        objectName: "pagesGrid"
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        x: screen.margin - Theme.s8
        width: parent.width - 2 * x
        clip: true
        activeFocusOnTab: grid.count > 0
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        topMargin: Theme.s16
        bottomMargin: Theme.s24
        cellWidth: Math.floor(grid.width / grid.columns)
        cellHeight: Math.round((grid.cellWidth - Theme.s16) / Math.max(0.6, screen.choice.shape)) + Math.round(Theme.small.line * Theme.textScale) + Theme.s24
        model: screen.choice.pages
        delegate: Item {
            id: cell
            required property int index
            required property int number
            required property string source
            required property real shape
            required property int place
            width: grid.cellWidth
            height: grid.cellHeight

            T.AbstractButton {
                id: page
                objectName: "page_" + cell.number
                x: Theme.s8
                width: cell.width - Theme.s16
                height: cell.height - Theme.s16
                focus: true
                Accessible.role: Accessible.CheckBox
                Accessible.name: cell.place > 0 ? qsTr("Page %1, chosen as number %2").arg(cell.number).arg(cell.place) : qsTr("Page %1").arg(cell.number)
                Accessible.checkable: true
                Accessible.checked: cell.place > 0
                Accessible.onPressAction: page.clicked()
                Keys.onReturnPressed: page.clicked()
                onClicked: screen.choice.toggle(cell.number)

                background: Rectangle {
                    height: page.height - label.height - Theme.s8
                    radius: Theme.radiusSmall
                    color: Theme.sunken
                    border.width: cell.place > 0 ? Theme.focusLine + Theme.hairline : Theme.hairline
                    border.color: cell.place > 0 ? Theme.primary : Theme.outline

                    FocusRing {
                        visible: page.visualFocus
                        around: parent.radius
                    }
                }
                contentItem: Item {
                    Image {
                        anchors.horizontalCenter: parent.horizontalCenter
                        y: (parent.height - label.height - Theme.s8 - height) / 2
                        width: Math.min(parent.width, (parent.height - label.height - Theme.s8) * cell.shape) - 2 * Theme.s8
                        height: width / cell.shape
                        source: cell.source
                        sourceSize.width: Math.max(64, Math.round(width * Screen.devicePixelRatio))
                        asynchronous: true
                        Accessible.ignored: true
                    }
                    Rectangle {
                        visible: cell.place > 0
                        anchors.right: parent.right
                        anchors.margins: Theme.s8
                        anchors.top: parent.top
                        width: Math.max(Theme.badge, order.implicitWidth + Theme.s12)
                        height: Math.max(Theme.badge, order.implicitHeight + Theme.s4)
                        radius: height / 2
                        color: Theme.primary

                        AppText {
                            id: order
                            anchors.centerIn: parent
                            text: cell.place
                            type: Theme.smallStrong
                            color: Theme.overPrimary
                            wrapMode: Text.NoWrap
                            Accessible.ignored: true
                        }
                    }
                    AppText {
                        id: label
                        anchors.bottom: parent.bottom
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: qsTr("Page %1").arg(cell.number)
                        type: Theme.small
                        muted: cell.place === 0
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// The bar above a page: the way back where there is one, what the page is, and its actions at the right (below where it is narrow).
Rectangle {
    id: bar

    required property string title
    property string subtitle: ""
    property string backName: "" // what the arrow does, in words; empty: no arrow
    property string initials: ""
    property int margin: Theme.margin
    default property alias actions: right.data
    signal back

    readonly property real actionsWidth: Array.from(right.visibleChildren).reduce((sum, action) => sum + action.implicitWidth + right.spacing, -right.spacing)
    readonly property bool stacked: bar.actionsWidth > 0 && who.x + Theme.sectionList + bar.actionsWidth + bar.margin > bar.width

    implicitHeight: Math.max(Theme.bar, who.implicitHeight + Theme.s24 + (bar.stacked ? right.implicitHeight + Theme.s12 : 0))
    color: Theme.surface

    IconButton {
        id: arrow
        objectName: "backButton"
        visible: bar.backName !== ""
        x: Theme.s16
        y: who.y + (who.implicitHeight - height) / 2
        width: visible ? implicitWidth : 0
        glyph: Icons.arrowLeft
        name: bar.backName
        onClicked: bar.back()
    }
    Avatar {
        id: avatar
        visible: bar.initials !== ""
        x: arrow.visible ? arrow.x + arrow.width + Theme.s12 : bar.margin
        y: who.y + (who.implicitHeight - height) / 2
        initials: bar.initials
    }
    Column {
        id: who
        x: avatar.visible ? avatar.x + avatar.width + Theme.s12 : arrow.visible ? arrow.x + arrow.width + Theme.s12 : bar.margin
        y: Math.max(Theme.s12, (bar.height - (bar.stacked ? right.height + Theme.s12 : 0) - implicitHeight) / 2)
        width: bar.width - x - (bar.stacked ? bar.margin : Math.max(0, bar.actionsWidth) + bar.margin + Theme.s16)

        AppText {
            objectName: "pageTitle"
            width: parent.width
            text: bar.title
            type: Theme.h1
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        AppText {
            width: parent.width
            visible: text !== ""
            text: bar.subtitle
            type: Theme.small
            muted: true
        }
    }
    Flow {
        id: right
        x: bar.stacked ? bar.margin : bar.width - bar.margin - width
        y: bar.stacked ? who.y + who.implicitHeight + Theme.s12 : (bar.height - height) / 2
        width: bar.stacked ? bar.width - 2 * bar.margin : Math.max(0, bar.actionsWidth)
        spacing: Theme.s12
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}

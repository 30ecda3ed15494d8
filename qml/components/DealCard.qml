// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// An open offer or opportunity: what it is worth, what it is, and who says so.
Card {
    id: deal

    required property string caption // "Open offer"
    required property string title
    required property string amount
    required property string detail
    required property string stage
    required property string origin
    required property bool stale
    property string soon: "" // that it ends before long
    property bool titleFirst: false // an opportunity is known by its title, an offer by its amount

    readonly property string head: deal.titleFirst || deal.amount === "" ? deal.title : deal.amount
    readonly property string rest: deal.head === deal.title ? deal.amount : deal.title
    readonly property string line: deal.rest === "" || deal.detail === "" ? deal.rest + deal.detail : qsTr("%1 · %2").arg(deal.rest).arg(deal.detail)

    spacing: Theme.s4
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2, %3").arg(deal.caption).arg(deal.head).arg(deal.line)
    Accessible.description: qsTr("%1 %2").arg(deal.stage).arg(deal.origin)

    Flow {
        width: parent.width
        spacing: Theme.s8

        AppText {
            height: stage.visible ? Math.max(stage.height, implicitHeight) : implicitHeight
            verticalAlignment: Text.AlignVCenter
            text: deal.caption
            type: Theme.label
            muted: true
            wrapMode: Text.NoWrap
        }
        Chip {
            visible: deal.soon !== ""
            text: deal.soon
            glyph: Icons.clock
            tone: Chip.Warning
        }
        Chip {
            id: stage
            visible: deal.stage !== ""
            text: deal.stage
            tone: Chip.Primary
        }
    }
    AppText {
        width: parent.width
        text: deal.head
        type: Theme.h2
        muted: deal.stale && deal.head === deal.amount
    }
    AppText {
        width: parent.width
        visible: text !== ""
        text: deal.line
        type: Theme.small
        muted: true
    }
    OriginLine {
        width: parent.width
        topPadding: Theme.s4
        text: deal.origin
    }
}

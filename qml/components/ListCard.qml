// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// A card of rows below a heading, with the place where all of them come from; nothing at all where there are no rows.
Card {
    id: card

    required property string heading
    property int count: 1 // of rows
    property string side: "" // beside the heading: how many there are
    property string origin: ""
    property string more: "" // the button that shows the others; empty: there are none
    property string moreName: "" // its objectName
    default property alias rows: list.data
    signal moreRequested

    visible: card.count > 0
    padding: 0
    clip: true

    Item {
        width: parent.width
        height: title.implicitHeight + Theme.s24

        AppText {
            id: title
            x: Theme.s20
            y: Theme.s16
            width: parent.width - 2 * Theme.s20 - (side.visible ? side.width + Theme.s12 : 0)
            text: card.heading
            type: Theme.h3
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        AppText {
            id: side
            anchors.right: parent.right
            anchors.rightMargin: Theme.s20
            anchors.baseline: title.baseline
            visible: text !== ""
            text: card.side
            type: Theme.small
            muted: true
            wrapMode: Text.NoWrap
        }
    }
    Column {
        id: list
        width: parent.width
    }
    Item {
        width: parent.width
        height: visible ? all.height + Theme.s8 : 0
        visible: card.more !== ""

        AppButton {
            id: all
            objectName: card.moreName
            x: Theme.s4
            text: card.more
            look: AppButton.Plain
            onClicked: card.moreRequested()
        }
    }
    Item {
        width: parent.width
        height: source.visible ? source.implicitHeight + Theme.s20 : card.more === "" ? Theme.s8 : 0

        OriginLine {
            id: source
            x: Theme.s20
            y: Theme.s4
            width: parent.width - 2 * Theme.s20
            text: card.origin
        }
    }
}

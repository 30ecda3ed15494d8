// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// Two values of one thing, side by side where there is room, and one touch that takes one of them.
Card {
    id: card

    required property string title // "Two values for Ratna Dewi"
    required property string label // "Telephone"
    required property string about // the conversation
    required property string mine
    required property string mineBy
    required property string theirs
    required property string theirsBy
    required property bool mineChosen
    required property bool theirsChosen
    required property string note
    required property bool canChoose
    required property bool canUndo
    required property bool canClose
    signal mineTaken
    signal theirsTaken
    signal undone
    signal closed

    readonly property bool open: card.canChoose && !card.canUndo
    readonly property real inside: card.width - 2 * card.padding
    readonly property bool aside: card.inside >= Theme.compact * Theme.textScale * 0.8
    readonly property real half: card.aside ? Math.floor((card.inside - Theme.s12) / 2) : card.inside

    spacing: Theme.s12
    border.width: card.open ? Theme.focusLine : Theme.hairline
    border.color: card.open ? Theme.attention : Theme.outline
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("%1: %2").arg(card.title).arg(card.label)

    Row {
        width: parent.width
        spacing: Theme.s12

        AppIcon {
            id: mark
            y: Theme.s2
            glyph: card.open ? Icons.alertCircle : card.canClose ? Icons.information : Icons.clock
            color: card.open ? Theme.attention : Theme.textMuted
        }
        Column {
            width: parent.width - mark.width - Theme.s12

            AppText {
                width: parent.width
                text: card.title
                type: Theme.h3
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            AppText {
                width: parent.width
                text: card.about === "" ? card.label : qsTr("%1 · %2").arg(card.label).arg(card.about)
                type: Theme.small
                muted: true
            }
        }
    }
    Flow {
        id: values
        width: parent.width
        spacing: Theme.s12

        ConflictValue {
            id: mineSide
            objectName: "takeMine"
            width: card.half
            height: card.aside ? Math.max(implicitHeight, theirsSide.implicitHeight) : implicitHeight
            heading: qsTr("Yours")
            value: card.mine
            by: card.mineBy
            chosen: card.mineChosen
            enabled: card.canChoose
            Keys.onRightPressed: theirsSide.forceActiveFocus(Qt.TabFocusReason)
            Keys.onDownPressed: theirsSide.forceActiveFocus(Qt.TabFocusReason)
            onClicked: card.mineTaken()
        }
        ConflictValue {
            id: theirsSide
            objectName: "takeTheirs"
            width: card.half
            height: card.aside ? Math.max(implicitHeight, mineSide.implicitHeight) : implicitHeight
            heading: qsTr("Theirs")
            value: card.theirs
            by: card.theirsBy
            chosen: card.theirsChosen
            enabled: card.canChoose
            Keys.onLeftPressed: mineSide.forceActiveFocus(Qt.TabFocusReason)
            Keys.onUpPressed: mineSide.forceActiveFocus(Qt.TabFocusReason)
            onClicked: card.theirsTaken()
        }
    }
    Flow {
        id: after
        width: parent.width
        visible: card.note !== ""
        spacing: Theme.s12
        readonly property AppButton way: card.canUndo ? undo : close
        readonly property bool beside: (card.canUndo || card.canClose) && after.width - after.way.implicitWidth - Theme.s12 > Theme.sideCard * Theme.textScale / 2

        AppText {
            objectName: "conflictNote"
            width: after.beside ? after.width - after.way.implicitWidth - Theme.s12 : after.width
            height: after.beside ? Math.max(implicitHeight, after.way.implicitHeight) : implicitHeight
            verticalAlignment: Text.AlignVCenter
            text: card.note
            type: Theme.small
            muted: true
        }
        AppButton {
            id: undo
            objectName: "undoDecision"
            visible: card.canUndo
            text: qsTr("Undo")
            glyph: Icons.undo
            look: AppButton.Tonal
            Accessible.name: qsTr("Undo: %1, %2").arg(card.title).arg(card.label)
            onClicked: card.undone()
        }
        AppButton {
            id: close
            objectName: "closeConflict"
            visible: card.canClose
            text: qsTr("Close")
            look: AppButton.Tonal
            Accessible.name: qsTr("Close: %1, %2").arg(card.title).arg(card.label)
            onClicked: card.closed()
        }
    }
}

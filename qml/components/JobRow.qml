// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// One job: what is to be done, where, and until when.
T.ItemDelegate {
    id: row

    required property string title
    required property string detail
    required property string due
    required property bool late
    required property bool high
    required property string state_
    property bool first: false
    property bool briefs: false // there is a briefing on its customer
    signal briefingRequested
    readonly property real tail: brief.visible ? brief.width + Theme.s8 : 0
    readonly property bool narrow: row.width < Theme.compact * Theme.textScale || chips.all > row.width * 0.45 // chips below the words
    readonly property string spokenDue: row.due === "" ? "" : row.late ? qsTr("overdue %1", "since a day").arg(row.due) : qsTr("due %1", "on a day").arg(row.due)

    function also(text) {
        return text === "" ? "" : ", " + text
    }
    implicitHeight: Math.max(Theme.row - Theme.s4, words.implicitHeight + (row.narrow ? chips.height + Theme.s32 : Theme.s16))
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: row.title + row.also(row.high ? qsTr("high priority") : "") + row.also(row.spokenDue) + row.also(row.state_)
    Accessible.description: row.detail
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    background: Rectangle {
        radius: Theme.radius // without one Qt 6.4 draws black where the press has led to another page
        color: row.down ? Theme.sunken : "transparent"

        Hairline {
            visible: !row.first
            width: parent.width
        }
        FocusRing {
            visible: row.visualFocus
            anchors.margins: Theme.s4
        }
    }
    contentItem: Item {
        Column {
            id: words
            x: Theme.s20
            y: row.narrow ? Theme.s12 : (parent.height - height) / 2
            width: row.narrow ? parent.width - 2 * Theme.s20 - row.tail : chips.x - x - Theme.s16

            AppText {
                width: parent.width
                text: row.title
                type: Theme.h3
            }
            AppText {
                width: parent.width
                visible: text !== ""
                text: row.detail
                type: Theme.small
                muted: true
            }
        }
        IconButton {
            id: brief
            objectName: "jobBriefingButton"
            visible: row.briefs
            anchors.right: parent.right
            anchors.rightMargin: Theme.s8
            anchors.verticalCenter: parent.verticalCenter
            glyph: Icons.flag
            name: qsTr("Briefing on the customer of: %1").arg(row.title)
            onClicked: row.briefingRequested()
        }
        Flow {
            id: chips
            x: row.narrow ? Theme.s20 : parent.width - width - Theme.s16 - row.tail
            y: row.narrow ? words.y + words.height + Theme.s8 : (parent.height - height) / 2
            width: row.narrow ? parent.width - 2 * Theme.s20 - row.tail : all
            spacing: Theme.s8

            readonly property real all: chips.room(high) + chips.room(waiting) + chips.room(day)

            function room(chip) {
                return chip.visible ? chip.implicitWidth + Theme.s8 : 0
            }

            Chip {
                id: high
                visible: row.high
                text: qsTr("High")
                glyph: Icons.alertCircle
                tone: Chip.Warning
            }
            Chip {
                id: waiting
                visible: row.state_ !== ""
                text: row.state_
                glyph: Icons.timerSand
                tone: Chip.Outlined
            }
            Chip {
                id: day
                visible: row.due !== ""
                text: row.due
                glyph: row.late ? Icons.clock : Icons.calendar
                tone: row.late ? Chip.Attention : Chip.Quiet
            }
        }
    }
}

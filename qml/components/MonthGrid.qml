// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// One month to pick a day from, in the Gregorian calendar and the language's week. Arrow keys move by days and weeks, page keys by months.
Column {
    id: grid

    required property string value // "2027-11-17" or empty
    signal picked(string day) // "2027-11-17"

    property date cursor: grid.parsed(grid.value) // the day that the keyboard is on
    readonly property int firstDay: Qt.locale().firstDayOfWeek % 7
    readonly property date first: new Date(grid.cursor.getFullYear(), grid.cursor.getMonth(), 1)
    readonly property int lead: (grid.first.getDay() - grid.firstDay + 7) % 7
    readonly property int weeks: Math.ceil((grid.lead + new Date(grid.first.getFullYear(), grid.first.getMonth() + 1, 0).getDate()) / 7)
    readonly property real cell: Math.floor(grid.width / 7)

    function parsed(text) {
        const parts = text.split("-").map(Number)
        return parts.length === 3 && parts.every(part => part > 0) ? new Date(parts[0], parts[1] - 1, parts[2]) : new Date()
    }
    function iso(day) {
        const two = number => String(number).padStart(2, "0")
        return String(day.getFullYear()).padStart(4, "0") + "-" + two(day.getMonth() + 1) + "-" + two(day.getDate())
    }
    function go(days) {
        grid.cursor = new Date(grid.cursor.getFullYear(), grid.cursor.getMonth(), grid.cursor.getDate() + days)
    }
    function goMonths(months) {
        const last = new Date(grid.cursor.getFullYear(), grid.cursor.getMonth() + months + 1, 0).getDate()
        grid.cursor = new Date(grid.cursor.getFullYear(), grid.cursor.getMonth() + months, Math.min(last, grid.cursor.getDate()))
    }

    spacing: Theme.s4

    Item {
        width: parent.width
        height: Theme.target

        IconButton {
            objectName: "monthBefore"
            glyph: Icons.chevronLeft
            name: qsTr("Month before")
            onClicked: grid.goMonths(-1)
        }
        AppText {
            anchors.centerIn: parent
            text: Qt.locale().standaloneMonthName(grid.cursor.getMonth()) + " " + grid.cursor.getFullYear()
            type: Theme.h3
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        IconButton {
            objectName: "monthAfter"
            anchors.right: parent.right
            glyph: Icons.chevronRight
            name: qsTr("Month after")
            onClicked: grid.goMonths(1)
        }
    }
    Row {
        Repeater {
            model: 7

            AppText {
                required property int index
                width: grid.cell
                horizontalAlignment: Text.AlignHCenter
                text: Qt.locale().standaloneDayName((grid.firstDay + index) % 7, Locale.NarrowFormat)
                type: Theme.label
                muted: true
                Accessible.ignored: true
            }
        }
    }
    Grid {
        id: days
        objectName: "monthDays"
        columns: 7
        activeFocusOnTab: true
        Accessible.role: Accessible.Table
        Accessible.name: grid.cursor.toLocaleDateString(Qt.locale(), Locale.LongFormat)
        Accessible.focusable: true
        Keys.onPressed: event => {
            const steps = { [Qt.Key_Left]: -1, [Qt.Key_Right]: 1, [Qt.Key_Up]: -7, [Qt.Key_Down]: 7 }
            if (event.key in steps)
                grid.go(steps[event.key])
            else if (event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown)
                grid.goMonths(event.key === Qt.Key_PageUp ? -1 : 1)
            else if ([Qt.Key_Return, Qt.Key_Enter, Qt.Key_Space].includes(event.key))
                grid.picked(grid.iso(grid.cursor))
            else
                return
            event.accepted = true
        }

        Repeater {
            model: 42

            T.AbstractButton {
                id: day
                required property int index
                readonly property date date: new Date(grid.first.getFullYear(), grid.first.getMonth(), 1 + day.index - grid.lead)
                readonly property bool inMonth: day.date.getMonth() === grid.cursor.getMonth()
                readonly property bool chosen: grid.iso(day.date) === grid.value
                objectName: "day_" + grid.iso(day.date)

                width: grid.cell
                height: Theme.target
                visible: day.index < 7 * grid.weeks
                enabled: day.inMonth
                focusPolicy: Qt.NoFocus
                Accessible.role: Accessible.Button
                Accessible.name: day.date.toLocaleDateString(Qt.locale(), Locale.LongFormat)
                Accessible.checkable: true
                Accessible.checked: day.chosen
                Accessible.ignored: !day.inMonth
                Accessible.onPressAction: day.clicked()
                onClicked: grid.picked(grid.iso(day.date))

                background: Rectangle {
                    anchors.centerIn: parent
                    width: Math.min(parent.width, parent.height) - Theme.s4
                    height: width
                    radius: width / 2
                    color: day.chosen ? Theme.primary : day.down ? Theme.sunken : "transparent"

                    FocusRing {
                        visible: days.activeFocus && day.inMonth && day.date.getDate() === grid.cursor.getDate()
                        anchors.margins: 0
                        around: parent.radius
                    }
                }
                contentItem: AppText {
                    text: day.inMonth ? day.date.getDate() : ""
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    color: day.chosen ? Theme.overPrimary : Theme.text
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }
}

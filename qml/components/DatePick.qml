// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// A day: typed as people write it, or reached by touches. What was meant is understood in C++, by the clock of the app.
Column {
    id: pick

    required property string value // "2027-11-17"
    required property string display // "17 Nov 2027"
    property bool readOnly: false
    property bool faulty: false
    property string name: ""
    property string description: ""
    property string precision: "day" // "month", "year"
    signal committed(string text)

    readonly property bool byDay: pick.precision === "day"
    property bool calendarShown: false

    spacing: Theme.s8

    AppField {
        objectName: "answerField"
        width: Math.min(pick.width, Theme.sideCard)
        glyph: Icons.calendar
        value: pick.display
        readOnly: pick.readOnly
        faulty: pick.faulty
        placeholderText: pick.byDay ? qsTr("Day, month, year") : pick.precision === "month" ? qsTr("Month and year") : qsTr("Year")
        Accessible.name: pick.name
        Accessible.description: pick.description
        onCommitted: text => pick.committed(text)
    }
    Flow {
        visible: !pick.readOnly && pick.byDay
        width: pick.width
        spacing: Theme.s8

        Repeater {
            model: [
                { "name": "today", "text": qsTr("Today"), "answer": "today", "fresh": true },
                { "name": "week", "text": qsTr("In a week"), "answer": "today+7", "fresh": true },
                { "name": "earlier", "text": qsTr("Day earlier"), "answer": "day-1", "fresh": false },
                { "name": "later", "text": qsTr("Day later"), "answer": "day+1", "fresh": false }
            ]

            ChoiceButton {
                id: step
                required property var modelData
                objectName: "date_" + step.modelData.name
                visible: step.modelData.fresh || pick.value !== ""
                several: true
                text: step.modelData.text
                role: Accessible.Button
                onClicked: pick.committed(step.modelData.answer)
            }
        }
        ChoiceButton {
            objectName: "date_calendar"
            several: true
            text: pick.calendarShown ? qsTr("Close the calendar") : qsTr("Calendar")
            role: Accessible.Button
            onClicked: pick.calendarShown = !pick.calendarShown
        }
    }
    Loader {
        active: pick.calendarShown && pick.byDay && !pick.readOnly
        visible: active
        sourceComponent: MonthGrid {
            width: Math.min(pick.width, Theme.sideCard + Theme.s48)
            value: pick.value
            onPicked: day => {
                pick.calendarShown = false
                pick.committed(day)
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// A day: typed as the locale writes it or as 2027-11-17, or reached by touches from today.
Column {
    id: pick

    required property string value // "2027-11-17"
    property bool readOnly: false
    property bool faulty: false
    property string name: ""
    signal committed(string text)

    readonly property date day: pick.value === "" ? new Date() : new Date(pick.value + "T12:00:00")

    function iso(date) {
        return Qt.formatDate(date, "yyyy-MM-dd")
    }
    function plus(days) {
        const next = new Date(pick.day)
        next.setDate(next.getDate() + days)
        return pick.iso(next)
    }

    spacing: Theme.s8

    AppField {
        objectName: "answerField"
        width: Math.min(pick.width, Theme.sideCard)
        glyph: Icons.calendar
        value: pick.value === "" ? "" : pick.day.toLocaleDateString(Qt.locale(), Locale.ShortFormat)
        readOnly: pick.readOnly
        faulty: pick.faulty
        placeholderText: new Date().toLocaleDateString(Qt.locale(), Locale.ShortFormat)
        Accessible.name: pick.name
        onCommitted: text => {
            const typed = Date.fromLocaleDateString(Qt.locale(), text, Locale.ShortFormat)
            pick.committed(isNaN(typed.getTime()) ? text : pick.iso(typed))
        }
    }
    Flow {
        visible: !pick.readOnly
        width: pick.width
        spacing: Theme.s8

        Repeater {
            model: [
                { "name": "today", "text": qsTr("Today"), "days": 0, "fresh": true },
                { "name": "week", "text": qsTr("In a week"), "days": 7, "fresh": true },
                { "name": "earlier", "text": qsTr("Day earlier"), "days": -1, "fresh": false },
                { "name": "later", "text": qsTr("Day later"), "days": 1, "fresh": false }
            ]

            ChoiceButton {
                id: step
                required property var modelData
                objectName: "date_" + step.modelData.name
                visible: step.modelData.fresh || pick.value !== ""
                several: true
                text: step.modelData.text
                onClicked: {
                    const from = new Date()
                    from.setDate(from.getDate() + step.modelData.days)
                    pick.committed(step.modelData.fresh ? pick.iso(from) : pick.plus(step.modelData.days))
                }
            }
        }
    }
}

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
    signal committed(string text)

    spacing: Theme.s8

    AppField {
        objectName: "answerField"
        width: Math.min(pick.width, Theme.sideCard)
        glyph: Icons.calendar
        value: pick.display
        readOnly: pick.readOnly
        faulty: pick.faulty
        placeholderText: qsTr("Day, month, year")
        Accessible.name: pick.name
        onCommitted: text => pick.committed(text)
    }
    Flow {
        visible: !pick.readOnly
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
                onClicked: pick.committed(step.modelData.answer)
            }
        }
    }
}

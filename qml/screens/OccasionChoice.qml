// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components
import Rapport.Theme

// Where there are several occasions: which of them the next conversation belongs to.
Flow {
    id: choice

    required property var occasions // rows of occasionId, title, detail, current
    signal chosen(string occasionId)

    spacing: Theme.s8
    visible: choice.occasions.count > 0

    Repeater {
        model: choice.occasions

        ChoiceButton {
            id: one
            required property string occasionId
            required property string title
            required property string detail
            required property bool current
            objectName: "occasion_" + one.occasionId
            width: Math.min(implicitWidth, choice.width)
            text: one.title
            chosen: one.current
            Accessible.description: one.detail
            onClicked: choice.chosen(one.occasionId)
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// The choices of one question: up to five short ones side by side with equal widths, others as a column; several as chips.
Item {
    id: set

    required property var choices // list of {value, label}
    required property var chosen  // list of values
    property bool several: false
    property bool readOnly: false
    signal toggled(string value, bool on)

    readonly property int columns: set.several ? 0 : Math.max(1, Math.min(set.choices.length, Math.floor((set.width + Theme.s8) / (widest.width + Theme.s8))))
    readonly property real cell: (set.width - (set.columns - 1) * Theme.s8) / set.columns

    implicitHeight: flow.implicitHeight

    TextMetrics {
        id: widest
        font.family: Theme.family
        font.pixelSize: Math.round(Theme.body.size * Theme.textScale)
        font.weight: Font.DemiBold
        text: set.choices.reduce((longest, choice) => choice.label.length > longest.length ? choice.label : longest, "MMMM") + "MM"
    }
    Flow {
        id: flow
        width: parent.width
        spacing: Theme.s8

        Repeater {
            model: set.choices

            ChoiceButton {
                id: button
                required property var modelData
                objectName: "choice_" + button.modelData.value

                width: set.several ? Math.min(implicitWidth, set.width) : set.cell
                text: button.modelData.label
                chosen: set.chosen.indexOf(button.modelData.value) >= 0
                several: set.several
                glyph: button.modelData.value === "hot" ? Icons.fire : button.chosen && button.modelData.value === "yes" ? Icons.check : ""
                enabled: !set.readOnly
                onClicked: set.toggled(button.modelData.value, !button.chosen)
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// The choices of one question: up to five short ones side by side with equal widths, others as a column; several as chips. `wanted` columns
// are the form's; `listed` puts one below the other, `packed` gives each its own width. Arrow keys go from one to the next.
Item {
    id: set

    required property var choices // list of {value, label} and perhaps picture
    required property var chosen  // list of values
    property bool several: false
    property bool readOnly: false
    property bool listed: false
    property bool packed: false
    property int wanted: 0
    signal toggled(string value, bool on)

    readonly property bool pictured: set.choices.some(choice => (choice.picture ?? "") !== "") // cards side by side, whatever else they would be
    readonly property bool chips: !set.pictured && (set.packed || set.several && !set.listed && set.wanted === 0)
    readonly property int stop: Math.max(0, set.choices.findIndex(choice => set.chosen.indexOf(choice.value) >= 0)) // of the Tab key, where one is chosen
    readonly property int fitting: Math.max(1, Math.min(set.choices.length, Math.floor((set.width + Theme.s8) / ((set.pictured ? Theme.photo * 0.75 : widest.width) + Theme.s8))))
    readonly property int columns: set.listed && !set.pictured ? 1 : set.wanted > 0 ? Math.min(set.wanted, set.fitting) : set.fitting
    readonly property real cell: Math.floor((set.width - (set.columns - 1) * Theme.s8) / set.columns)

    property int made: 0 // buttons
    readonly property real tallest: { // of the cards, so that one whose picture is missing stands like the others
        let height = 0
        for (let at = 0; set.pictured && set.made > 0 && at < buttons.count; ++at)
            height = Math.max(height, buttons.itemAt(at)?.implicitHeight ?? 0)
        return height
    }

    implicitHeight: flow.implicitHeight

    TextMetrics {
        id: widest
        font.family: Theme.family
        font.pixelSize: Math.round(Theme.body.size * Theme.textScale)
        font.weight: Font.DemiBold
        text: set.choices.reduce((longest, choice) => choice.label.length > longest.length ? choice.label : longest, "MMMM") + "MM"
    }
    Rove {
        id: rove
        buttons: buttons
    }
    Flow {
        id: flow
        width: parent.width
        spacing: Theme.s8

        Repeater {
            id: buttons
            model: set.choices
            onItemAdded: ++set.made

            ChoiceButton {
                id: button
                required property var modelData
                required property int index
                objectName: "choice_" + button.modelData.value

                width: set.chips ? Math.min(implicitWidth, set.width) : set.cell
                height: set.pictured ? set.tallest : implicitHeight
                text: button.modelData.label
                picture: button.modelData.picture ?? ""
                chosen: set.chosen.indexOf(button.modelData.value) >= 0
                several: set.several
                glyph: button.modelData.value === "hot" ? Icons.fire : button.chosen && button.modelData.value === "yes" ? Icons.check : ""
                enabled: !set.readOnly
                focusPolicy: set.several || button.index === set.stop ? Qt.StrongFocus : Qt.ClickFocus
                Keys.onPressed: event => rove.walk(event, button.index, button.mirrored)
                onClicked: set.toggled(button.modelData.value, !button.chosen)
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components
import Rapport.Theme

// Choices put in order: by buttons, by the keyboard, or dragged by the handle.
Column {
    id: rank

    required property QuestionRow question

    readonly property var order: rank.question.choices.map(choice => choice.value)
    readonly property bool empty: rank.question.chosen.length === 0

    // The keyboard stays with what it moves.
    function move(from, to, keyed) {
        if (to < 0 || to >= rank.order.length || from === to)
            return
        const next = rank.order.slice()
        next.splice(to, 0, next.splice(from, 1)[0])
        rank.question.answered(next.join(" "))
        const row = keyed ? rows.itemAt(to) as RankRow : null
        if (row)
            row.lead(to < from)
    }

    spacing: Theme.s8
    Accessible.role: Accessible.List
    Accessible.name: rank.question.spoken
    Accessible.description: rank.question.spokenMore

    Repeater {
        id: rows
        model: rank.question.choices

        RankRow {
            required property int index
            required property var modelData
            objectName: "rank_" + modelData.value
            width: rank.width
            text: modelData.label
            place: index + 1
            count: rank.order.length
            ranked: !rank.empty
            readOnly: rank.question.readonly
            onMoved: by => rank.move(index, Math.max(0, Math.min(rank.order.length - 1, index + by)), keyed)
        }
    }
    AppButton {
        objectName: "keepOrder"
        visible: rank.empty && !rank.question.readonly
        text: qsTr("This order is right")
        glyph: Icons.check
        look: AppButton.Tonal
        large: true
        onClicked: rank.question.answered(rank.order.join(" "))
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components

// One or several of up to twelve, all of them in view.
ChoiceSet {
    required property QuestionRow question

    choices: question.choices
    chosen: question.chosen
    several: question.kind === Question.ChoiceMany
    listed: question.extra.layout === "list"
    packed: question.extra.layout === "pack"
    wanted: question.extra.columns
    readOnly: question.readonly
    Accessible.role: Accessible.Grouping
    Accessible.name: question.spoken
    Accessible.description: question.spokenMore
    onToggled: (value, on) => question.toggled(value, on)
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.App
import Rapport.Components
import Rapport.Theme

// A scale: points on a line with their words below; one below the other where the words need the width.
Item {
    id: likert

    required property QuestionRow question

    readonly property int count: Math.max(1, likert.question.choices.length)
    readonly property int stop: Math.max(0, likert.question.choices.findIndex(choice => likert.question.chosen.indexOf(choice.value) >= 0))
    readonly property bool upright: likert.width / likert.count < Theme.likertFrom * Theme.textScale

    implicitHeight: points.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: likert.question.spoken
    Accessible.description: likert.question.spokenMore

    Rectangle {
        visible: !likert.upright
        x: likert.width / likert.count / 2
        y: Theme.targetLarge / 2 - 1
        width: likert.width - likert.width / likert.count
        height: Theme.focusLine
        color: Theme.outlineStrong
    }
    Rove {
        id: rove
        buttons: buttons
    }
    Grid {
        id: points
        width: likert.width
        rowSpacing: likert.upright ? Theme.s8 : 0
        columns: likert.upright ? 1 : likert.count

        Repeater {
            id: buttons
            model: likert.question.choices

            T.AbstractButton {
                id: point
                required property var modelData
                required property int index
                readonly property bool chosen: likert.question.chosen.indexOf(point.modelData.value) >= 0
                objectName: "choice_" + point.modelData.value

                width: likert.upright ? likert.width : likert.width / likert.count
                implicitHeight: likert.upright ? Math.max(Theme.targetLarge, words.implicitHeight + Theme.s8) : Theme.targetLarge + words.implicitHeight
                focusPolicy: likert.question.kind === Question.ChoiceMany || point.index === likert.stop ? Qt.StrongFocus : Qt.ClickFocus
                Keys.onPressed: event => rove.walk(event, point.index, point.mirrored)
                enabled: !likert.question.readonly
                Accessible.role: likert.question.kind === Question.ChoiceMany ? Accessible.CheckBox : Accessible.RadioButton
                Accessible.name: point.modelData.label
                Accessible.checkable: true
                Accessible.checked: point.chosen
                Accessible.onPressAction: point.clicked()
                onClicked: likert.question.toggled(point.modelData.value, !point.chosen)

                contentItem: Item {
                    Rectangle {
                        x: likert.upright ? Theme.s8 : (parent.width - width) / 2
                        y: likert.upright ? (parent.height - height) / 2 : (Theme.targetLarge - height) / 2
                        width: Theme.badge
                        height: Theme.badge
                        radius: width / 2
                        color: point.chosen ? Theme.primary : point.down ? Theme.sunken : Theme.surface
                        border.width: Theme.focusLine
                        border.color: point.chosen ? Theme.primary : Theme.outlineStrong

                        AppIcon {
                            anchors.centerIn: parent
                            visible: point.chosen
                            glyph: Icons.check
                            size: Theme.iconSmall
                            color: Theme.overPrimary
                        }
                        FocusRing {
                            visible: point.visualFocus
                            around: parent.radius
                        }
                    }
                    AppText {
                        id: words
                        x: likert.upright ? Theme.s48 : Theme.s4
                        y: likert.upright ? (parent.height - height) / 2 : Theme.targetLarge
                        width: parent.width - x - Theme.s4
                        horizontalAlignment: likert.upright ? Text.AlignLeft : Text.AlignHCenter
                        text: point.modelData.label
                        type: point.chosen ? Theme.smallStrong : Theme.small
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.App
import Rapport.Components
import Rapport.Theme

// One line of a table: the question, and a point below each heading. As the line of headings (`layout` "header") it names what the points mean.
// Lines touch each other: the table reaches into the space between questions.
Item {
    id: grid

    required property QuestionRow question

    readonly property bool heads: grid.question.extra.layout === "header"
    readonly property int count: Math.max(1, grid.question.choices.length)
    readonly property real cell: grid.question.gridCell
    readonly property bool several: grid.question.kind === Question.ChoiceMany
    readonly property int stop: Math.max(0, grid.question.choices.findIndex(choice => grid.question.chosen.indexOf(choice.value) >= 0))

    implicitHeight: Math.max(grid.heads ? words.implicitHeight : Theme.target, label.implicitHeight + Theme.s8)
    Accessible.role: Accessible.Grouping
    Accessible.name: grid.question.spoken
    Accessible.description: grid.question.spokenMore

    Rectangle {
        y: -Theme.betweenQuestions / 2
        width: grid.width
        height: grid.height + Theme.betweenQuestions
        color: grid.heads ? Theme.sunken : Theme.surface

        Hairline {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }
    AppText {
        id: label
        anchors.left: parent.left
        anchors.leftMargin: Theme.s16
        anchors.verticalCenter: parent.verticalCenter
        width: grid.width - grid.count * grid.cell - Theme.s24
        text: grid.question.required && !grid.heads ? grid.question.spoken : grid.question.label
        type: grid.heads ? Theme.smallStrong : Theme.strong
        Accessible.ignored: true
    }
    Row {
        id: words
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: grid.heads

        Repeater {
            model: grid.heads ? grid.question.choices : []

            AppText {
                required property var modelData
                width: grid.cell
                leftPadding: Theme.s4
                rightPadding: Theme.s4
                horizontalAlignment: Text.AlignHCenter
                text: modelData.label
                type: Theme.smallStrong
            }
        }
    }
    Rove {
        id: rove
        buttons: points
    }
    Row {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: !grid.heads

        Repeater {
            id: points
            model: grid.heads ? [] : grid.question.choices

            T.AbstractButton {
                id: point
                required property var modelData
                required property int index
                readonly property bool chosen: grid.question.chosen.indexOf(point.modelData.value) >= 0
                objectName: "choice_" + point.modelData.value

                implicitWidth: grid.cell
                implicitHeight: Theme.targetLarge
                focusPolicy: grid.several || point.index === grid.stop ? Qt.StrongFocus : Qt.ClickFocus
                enabled: !grid.question.readonly
                Accessible.role: grid.several ? Accessible.CheckBox : Accessible.RadioButton
                Accessible.name: point.modelData.label
                Accessible.checkable: true
                Accessible.checked: point.chosen
                Accessible.onPressAction: point.clicked()
                Keys.onPressed: event => rove.walk(event, point.index, point.mirrored)
                onClicked: grid.question.toggled(point.modelData.value, !point.chosen)

                contentItem: Item {
                    Rectangle {
                        anchors.centerIn: parent
                        width: Theme.badge
                        height: Theme.badge
                        radius: grid.several ? Theme.s8 : width / 2
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
                }
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Components
import Rapport.Theme

// A slider. Until it is touched nothing is answered, and it says so.
Column {
    id: answer

    required property QuestionRow question

    readonly property bool empty: answer.question.value === ""
    readonly property real number: answer.empty ? NaN : Number(answer.question.value.replace(",", "."))
    readonly property real shown: isNaN(answer.number) ? slider.from : Math.min(slider.to, Math.max(slider.from, answer.number))
    readonly property bool upright: answer.question.extra.vertical ?? false
    readonly property var ticks: answer.question.extra.ticks ?? []
    readonly property var tick: answer.ticks.find(one => Number(one.value) === slider.value)

    function textOf(number) {
        return number.toFixed(answer.question.extra.decimals)
    }
    function commit() {
        answer.question.answered(answer.textOf(slider.value))
    }

    spacing: Theme.s4

    AppText {
        objectName: "rangeText"
        width: parent.width
        text: answer.empty && !slider.pressed ? qsTr("Not answered yet") : answer.tick ? answer.textOf(slider.value) + " · " + answer.tick.label : answer.textOf(slider.value)
        type: Theme.strong
        muted: answer.empty
        Accessible.ignored: true
    }
    T.Slider {
        id: slider
        objectName: "slider"
        width: answer.upright ? Theme.targetLarge : parent.width
        height: answer.upright ? Theme.photo : Theme.targetLarge
        orientation: answer.upright ? Qt.Vertical : Qt.Horizontal
        from: answer.question.extra.from
        to: answer.question.extra.to
        stepSize: answer.question.extra.step
        snapMode: T.Slider.SnapAlways
        enabled: !answer.question.readonly
        Accessible.role: Accessible.Slider
        Accessible.name: answer.question.spoken
        Accessible.description: answer.question.spokenMore

        Binding on value {
            value: answer.shown
            when: !slider.pressed
            restoreMode: Binding.RestoreNone
        }
        onPressedChanged: if (!slider.pressed) answer.commit()
        onValueChanged: if (!slider.pressed && slider.value !== answer.shown) answer.commit() // who hears the screen sets it
        Accessible.onPressAction: answer.commit()
        Keys.onSpacePressed: answer.commit() // takes what is shown
        Keys.onPressed: event => {
            if (event.key !== Qt.Key_Home && event.key !== Qt.Key_End)
                return
            event.accepted = true
            answer.question.answered(answer.textOf(event.key === Qt.Key_Home ? slider.from : slider.to))
        }

        background: Item {
            Rectangle {
                anchors.centerIn: parent
                width: answer.upright ? Theme.s8 : parent.width
                height: answer.upright ? parent.height : Theme.s8
                radius: Theme.s4
                color: Theme.sunken
                border.width: Theme.hairline
                border.color: Theme.outlineStrong
            }
        }
        handle: Rectangle {
            x: answer.upright ? (slider.width - width) / 2 : slider.visualPosition * (slider.width - width)
            y: answer.upright ? slider.visualPosition * (slider.height - height) : (slider.height - height) / 2
            width: Theme.s32
            height: Theme.s32
            radius: width / 2
            color: answer.empty && !slider.pressed ? Theme.surface : Theme.primary
            border.width: Theme.focusLine
            border.color: answer.empty ? Theme.outlineStrong : Theme.primary

            FocusRing {
                visible: slider.visualFocus
                around: parent.radius
            }
        }
    }
    Item {
        width: parent.width
        height: first.implicitHeight
        visible: !answer.upright

        AppText {
            id: first
            text: answer.ticks.length > 0 ? answer.ticks[0].label : answer.textOf(slider.from)
            type: Theme.caption
            muted: true
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        AppText {
            anchors.right: parent.right
            text: answer.ticks.length > 1 ? answer.ticks[answer.ticks.length - 1].label : answer.textOf(slider.to)
            type: Theme.caption
            muted: true
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components
import Rapport.Theme

// A number with its unit; where it has limits, a bar shows them and what was measured, and words say whether it is too much.
Column {
    id: answer

    required property QuestionRow question

    readonly property string unit: answer.question.extra.unit ?? ""
    readonly property string verdict: answer.question.extra.verdict ?? ""
    readonly property bool limited: (answer.question.extra.limits ?? "") !== ""
    readonly property bool out: answer.question.extra.out ?? false

    spacing: Theme.s8

    Row {
        spacing: Theme.s16
        layoutDirection: Qt.LeftToRight

        Item {
            id: band
            visible: answer.limited
            width: visible ? Math.max(0, answer.width - entry.width - Theme.s16) : 0
            height: entry.height

            LimitBar {
                width: parent.width
                anchors.verticalCenter: parent.verticalCenter
                low: answer.question.extra.placeLow ?? 0
                high: answer.question.extra.placeHigh ?? 1
                place: answer.question.extra.place ?? -1
                out: answer.out
                first: answer.question.extra.placeFirst ?? -1
                firstOut: answer.question.extra.firstOut ?? false
            }
        }
        AppField {
            id: entry
            objectName: "answerField"
            width: Math.min(answer.width, answer.limited ? Theme.measureField : Theme.sideCard)
            rightPadding: answer.unit === "" ? Theme.s16 : unitText.implicitWidth + Theme.s24
            horizontalAlignment: TextInput.AlignRight
            value: entry.activeFocus || answer.question.display === "" ? answer.question.value : answer.question.display
            readOnly: answer.question.readonly
            faulty: answer.question.problem !== "" || answer.out
            inputMethodHints: answer.question.inputHints
            font.weight: Font.DemiBold
            Accessible.name: answer.unit === "" ? answer.question.spoken : qsTr("%1 in %2", "question and unit").arg(answer.question.spoken).arg(answer.unit)
            Accessible.description: answer.limited ? said.text + " " + answer.question.spokenMore : answer.question.spokenMore
            onActiveFocusChanged: if (entry.activeFocus && entry.text === answer.question.display) entry.text = answer.question.value
            onCommitted: text => answer.question.answered(text)
            onRested: text => answer.question.typed(text)

            AppText {
                id: unitText
                anchors.right: parent.right
                anchors.rightMargin: Theme.s16
                anchors.verticalCenter: parent.verticalCenter
                text: answer.unit
                type: Theme.small
                muted: true
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
    Row {
        visible: answer.limited
        spacing: Theme.s8

        AppIcon {
            visible: answer.verdict !== ""
            glyph: answer.out ? Icons.alertCircle : Icons.check
            size: Theme.iconText
            color: answer.out ? Theme.danger : Theme.positive
        }
        AppText {
            id: said
            objectName: "limitText"
            width: answer.width - Theme.s32
            text: [answer.verdict, answer.question.extra.limits ?? "", answer.question.extra.first ?? "", answer.question.extra.advice ?? ""].filter(one => one !== "").join(" · ")
            type: answer.out ? Theme.smallStrong : Theme.small
            color: answer.out ? Theme.danger : Theme.textMuted
            Accessible.ignored: true
        }
    }
    Loader {
        width: answer.width
        active: answer.question.extra.earlier !== undefined
        visible: active
        sourceComponent: EarlierValues {
            earlier: answer.question.extra.earlier ?? null
        }
    }
}

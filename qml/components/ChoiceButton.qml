// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// One of few: a large button, filled when chosen. As one of several (`several`) it is a chip with a tick.
T.AbstractButton {
    id: choice

    property bool chosen: false
    property bool several: false
    property string glyph: ""
    property string picture: "" // above the words
    property int role: choice.several ? Accessible.CheckBox : Accessible.RadioButton // as it is spoken of

    readonly property color ink: !choice.chosen ? Theme.text : choice.several ? Theme.overPrimarySoft : Theme.overPrimary
    readonly property string shownGlyph: choice.several ? (choice.chosen ? Icons.check : "") : choice.glyph

    // Qt 6.4 takes the role from the kind of control, a button that can be checked is a check box there, and its states as soon as somebody listens;
    // what is chosen is what the form says.
    function tell() {
        choice.Accessible.role = choice.role
        choice.Accessible.checkable = choice.role !== Accessible.Button
        choice.Accessible.checked = choice.chosen
    }

    implicitWidth: Math.ceil(words.advanceWidth) + Theme.s2 + (choice.shownGlyph === "" ? 0 : Theme.iconText + Theme.s8) + 2 * Theme.s20
    implicitHeight: Math.max(choice.several ? Theme.target : Theme.targetLarge, label.implicitHeight + Theme.s16) + shown.taken
    checkable: choice.role !== Accessible.Button
    opacity: choice.enabled || choice.chosen ? 1 : 0.6
    Accessible.role: choice.role
    Accessible.name: choice.text
    Accessible.checkable: choice.role !== Accessible.Button
    Accessible.checked: choice.chosen
    Accessible.onPressAction: if (choice.enabled) choice.clicked()
    Accessible.onRoleChanged: choice.tell()
    Accessible.onCheckableChanged: choice.tell()
    Accessible.onCheckedChanged: choice.tell()
    onRoleChanged: choice.tell()
    onChosenChanged: choice.tell()

    // The width of the words on one line, which wrapping them does not change.
    TextMetrics {
        id: words
        font.family: Theme.family
        font.pixelSize: Math.round(Theme.body.size * Theme.textScale)
        font.weight: Font.DemiBold
        text: choice.text
    }
    background: Rectangle {
        radius: choice.several && choice.picture === "" ? height / 2 : Theme.radius
        color: !choice.chosen ? (choice.down ? Theme.sunken : Theme.surface) : choice.several ? Theme.primarySoft : Theme.primary
        border.width: choice.chosen && !Theme.highContrast ? 0 : Theme.hairline
        border.color: Theme.outlineStrong

        FocusRing {
            visible: choice.visualFocus
            around: parent.radius
        }
    }
    contentItem: Item {
        Loader {
            id: shown

            readonly property real taken: (shown.item as ChoicePicture)?.here ? shown.item.implicitHeight + Theme.s8 : 0 // of the button's height

            active: choice.picture !== ""
            x: Theme.s8
            y: Theme.s8
            width: parent.width - 2 * Theme.s8
            height: Math.max(0, shown.taken - Theme.s8)
            sourceComponent: ChoicePicture {
                source: choice.picture
            }
        }
        Row {
            id: row
            anchors.centerIn: parent
            anchors.verticalCenterOffset: shown.taken / 2
            spacing: Theme.s8

            Loader { // most have none, and a page of questions has many
                active: choice.shownGlyph !== ""
                visible: active
                anchors.verticalCenter: parent.verticalCenter
                sourceComponent: AppIcon {
                    glyph: choice.shownGlyph
                    size: Theme.iconText
                    color: choice.ink
                }
            }
            AppText {
                id: label
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(Math.ceil(words.advanceWidth) + Theme.s2, choice.width - Theme.s24 - (choice.shownGlyph === "" ? 0 : Theme.s24))
                text: choice.text
                color: choice.ink
                font.weight: choice.chosen ? 600 : 500
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// One line of text. Says `committed` when the person leaves it or presses Enter, with what stands there; and `rested` when nothing was typed for
// a moment, so that it can be kept.
T.TextField {
    id: field

    property string value: ""
    property bool faulty: false
    property bool takesCodes: false // what a hand scanner types is for this field (WedgeKeyboard)
    property string glyph: ""
    signal committed(string text)
    signal rested(string text)

    property bool kept: false // what stands there was said as `rested`, not yet as `committed`

    implicitHeight: Math.max(Theme.targetLarge, contentHeight + 2 * Theme.s12)
    leftPadding: field.glyph === "" ? Theme.s16 : Theme.s48
    rightPadding: Theme.s16
    verticalAlignment: TextInput.AlignVCenter
    color: field.readOnly ? Theme.textMuted : Theme.text
    selectionColor: Theme.primarySoft
    selectedTextColor: Theme.overPrimarySoft
    placeholderTextColor: Theme.textMuted
    font.family: Theme.family
    font.pixelSize: Math.round(Theme.body.size * Theme.textScale)
    selectByMouse: true
    Accessible.role: Accessible.EditableText
    Accessible.editable: !field.readOnly

    onValueChanged: if (!field.activeFocus) field.text = field.value
    Component.onCompleted: field.text = field.value
    onTextChanged: if (field.activeFocus && field.text !== field.value) rest.restart()
    onEditingFinished: {
        rest.stop()
        if (field.text !== field.value || field.kept)
            field.committed(field.text)
        field.kept = false
    }

    Timer {
        id: rest
        interval: Theme.restTime
        onTriggered: {
            field.kept = true
            field.rested(field.text)
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: field.readOnly ? Theme.sunken : Theme.surface
        border.width: field.activeFocus || field.faulty ? Theme.focusLine : Theme.hairline
        border.color: field.faulty ? Theme.danger : field.activeFocus ? Theme.primary : Theme.outlineStrong

        AppIcon {
            visible: field.glyph !== ""
            x: Theme.s16
            anchors.verticalCenter: parent.verticalCenter
            glyph: field.glyph
            size: Theme.iconText
            color: Theme.textMuted
        }
        AppText {
            visible: field.text === "" && field.preeditText === "" && field.placeholderText !== ""
            x: field.leftPadding
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - field.leftPadding - field.rightPadding
            text: field.placeholderText
            muted: true
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}

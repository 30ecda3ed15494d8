// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// Several lines of text; otherwise as AppField.
T.TextArea {
    id: area

    property string value: ""
    property bool faulty: false
    signal committed(string text)
    signal rested(string text)
    signal stepped(bool forward) // by the Tab key, which is no letter here

    property bool kept: false

    implicitHeight: Math.max(Theme.textArea, contentHeight + 2 * Theme.s16)
    padding: Theme.s16
    color: area.readOnly ? Theme.textMuted : Theme.text
    selectionColor: Theme.primarySoft
    selectedTextColor: Theme.overPrimarySoft
    font.family: Theme.family
    font.pixelSize: Math.round(Theme.body.size * Theme.textScale)
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    selectByMouse: true
    Accessible.role: Accessible.EditableText
    Accessible.multiLine: true

    onValueChanged: if (!area.activeFocus) area.text = area.value
    Component.onCompleted: area.text = area.value
    onTextChanged: if (area.activeFocus && area.text !== area.value) rest.restart()
    onActiveFocusChanged: {
        if (area.activeFocus)
            return
        rest.stop()
        if (area.text !== area.value || area.kept)
            area.committed(area.text)
        area.kept = false
    }

    Timer {
        id: rest
        interval: Theme.restTime
        onTriggered: {
            area.kept = true
            area.rested(area.text)
        }
    }
    KeyNavigation.priority: KeyNavigation.BeforeItem
    Keys.onTabPressed: area.stepped(true)
    Keys.onBacktabPressed: area.stepped(false)

    background: Rectangle {
        radius: Theme.radius
        color: area.readOnly ? Theme.sunken : Theme.surface
        border.width: area.activeFocus || area.faulty ? Theme.focusLine : Theme.hairline
        border.color: area.faulty ? Theme.danger : area.activeFocus ? Theme.primary : Theme.outlineStrong
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components
import Rapport.Theme

// A value beyond its limits stands when somebody says why.
Rectangle {
    id: why

    required property string label // of the question
    required property string reason
    required property string problem // what is wrong with it; empty: nothing
    required property bool readOnly
    signal given(string text)

    function takeFocus() {
        entry.forceActiveFocus(Qt.OtherFocusReason)
    }
    implicitHeight: body.implicitHeight + 2 * Theme.s12
    radius: Theme.radius
    color: Theme.dangerSoft
    border.width: Theme.highContrast ? Theme.hairline : 0
    border.color: Theme.danger

    Column {
        id: body
        x: Theme.s16
        y: Theme.s12
        width: parent.width - 2 * Theme.s16
        spacing: Theme.s8

        AppText {
            id: asked
            width: parent.width
            text: qsTr("Why is it outside the limits?")
            type: Theme.h3
            Accessible.ignored: true
        }
        AppField {
            id: entry
            objectName: "reasonField"
            width: parent.width
            value: why.reason
            readOnly: why.readOnly
            faulty: why.problem !== ""
            Accessible.name: qsTr("%1: %2", "question and what is asked about it").arg(why.label).arg(asked.text)
            Accessible.description: why.problem
            onCommitted: text => why.given(text)
            onRested: text => why.given(text)
        }
        AppText {
            objectName: "reasonProblem"
            width: parent.width
            visible: why.problem !== ""
            text: why.problem
            type: Theme.small
            color: Theme.danger
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// One of two values to choose from: whose it is, what it says, who wrote it and when. A tick where it is taken.
T.AbstractButton {
    id: side

    required property string heading // "Yours"
    required property string value
    required property string by
    required property bool chosen

    readonly property color ink: side.chosen ? Theme.overPrimarySoft : Theme.text

    // Qt 6.4 takes the role from the kind of control as soon as somebody listens (ChoiceButton.qml).
    function tell() {
        side.Accessible.role = Accessible.RadioButton
        side.Accessible.checkable = true
        side.Accessible.checked = side.chosen
    }

    implicitHeight: Math.max(Theme.targetLarge, words.implicitHeight + 2 * Theme.s12)
    checkable: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: qsTr("%1: %2").arg(side.heading).arg(side.value === "" ? qsTr("nothing", "no value") : side.value)
    Accessible.description: side.by
    Accessible.checkable: true
    Accessible.checked: side.chosen
    Accessible.onPressAction: if (side.enabled) side.clicked()
    Accessible.onRoleChanged: side.tell()
    Accessible.onCheckableChanged: side.tell()
    Accessible.onCheckedChanged: side.tell()
    onChosenChanged: side.tell()
    Keys.onReturnPressed: side.clicked()
    Keys.onEnterPressed: side.clicked()

    background: Rectangle {
        radius: Theme.radius
        color: side.chosen ? Theme.primarySoft : side.down ? Theme.sunken : Theme.surface
        border.width: side.chosen ? Theme.focusLine : Theme.hairline
        border.color: side.chosen ? Theme.primary : Theme.outlineStrong

        FocusRing {
            visible: side.visualFocus
            around: parent.radius
        }
    }
    contentItem: Item {
        Column {
            id: words
            x: Theme.s16
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 2 * Theme.s16 - Theme.iconText * Theme.iconScale - Theme.s8
            spacing: Theme.s2

            AppText {
                width: parent.width
                text: side.heading
                type: Theme.label
                color: side.chosen ? side.ink : Theme.textMuted
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                text: side.value === "" ? "–" : side.value
                type: Theme.h3
                color: side.ink
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                text: side.by
                type: Theme.caption
                color: side.chosen ? side.ink : Theme.textMuted
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                Accessible.ignored: true
            }
        }
        AppIcon {
            visible: side.chosen
            anchors.right: parent.right
            anchors.rightMargin: Theme.s16
            anchors.verticalCenter: parent.verticalCenter
            glyph: Icons.checkCircle
            size: Theme.iconText
            color: side.ink
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// One thing that is known: what it is called, and what it is.
Item {
    id: fact

    required property string icon // as Icons.named() knows it
    required property string label
    required property string value
    property bool stale: false

    implicitHeight: told.implicitHeight + Theme.s12
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(fact.label).arg(fact.value)

    AppIcon {
        id: sign
        x: Theme.s20
        anchors.verticalCenter: parent.verticalCenter
        glyph: Icons.named(fact.icon)
        size: Theme.iconText
        color: Theme.textMuted
    }
    Column {
        id: told
        anchors.left: sign.right
        anchors.leftMargin: Theme.s16
        anchors.right: parent.right
        anchors.rightMargin: Theme.s20
        anchors.verticalCenter: parent.verticalCenter

        AppText {
            width: parent.width
            text: fact.label
            type: Theme.caption
            muted: true
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            text: fact.value
            muted: fact.stale
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }
}

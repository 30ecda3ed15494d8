// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// Somebody, or a firm, that a contact may be: who, and why.
T.ItemDelegate {
    id: row

    required property bool person
    required property string label
    required property string detail
    required property string because
    required property bool chosen
    required property bool shown

    implicitHeight: Math.max(Theme.row, words.implicitHeight + 2 * Theme.s12)
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: row.shown
    Accessible.name: row.detail === "" ? row.label : qsTr("%1, %2").arg(row.label).arg(row.detail)
    Accessible.description: row.chosen ? qsTr("chosen; %1").arg(row.because) : row.because
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    background: Rectangle {
        radius: Theme.radius
        color: row.shown ? Theme.primarySoft : row.down ? Theme.sunken : "transparent"
        border.width: row.shown && Theme.highContrast ? Theme.focusLine : 0
        border.color: Theme.primary

        FocusRing {
            visible: row.visualFocus
            around: parent.radius
        }
    }
    contentItem: Item {
        AppIcon {
            id: glyph
            x: Theme.s12
            anchors.verticalCenter: parent.verticalCenter
            glyph: row.chosen ? Icons.checkCircle : row.person ? Icons.account : Icons.domain
            size: Theme.icon
            color: row.shown ? Theme.overPrimarySoft : Theme.textMuted
        }
        Column {
            id: words
            anchors.verticalCenter: parent.verticalCenter
            x: glyph.x + glyph.width + Theme.s12
            width: parent.width - x - Theme.s12
            spacing: Theme.s2

            AppText {
                width: parent.width
                text: row.label
                type: Theme.h3
                color: row.shown ? Theme.overPrimarySoft : Theme.text
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                visible: text !== ""
                text: row.detail
                type: Theme.small
                color: row.shown ? Theme.overPrimarySoft : Theme.text
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                text: row.because
                type: Theme.caption
                color: row.shown ? Theme.overPrimarySoft : Theme.textMuted
                Accessible.ignored: true
            }
        }
    }
}

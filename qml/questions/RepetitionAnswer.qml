// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Components
import Rapport.Theme

// The heading of one repetition: what it is called, its first answers, what is still missing in it. A tap folds and unfolds it.
Item {
    id: head

    required property QuestionRow question

    readonly property bool open: head.question.extra.open ?? true
    readonly property string summary: head.question.extra.summary ?? ""
    readonly property string missing: head.question.extra.left ?? ""

    implicitHeight: fold.implicitHeight

    T.AbstractButton {
        id: fold
        objectName: "foldRepetition"
        anchors.left: parent.left
        anchors.right: remove.visible ? remove.left : parent.right
        anchors.rightMargin: remove.visible ? Theme.s8 : 0
        implicitHeight: Math.max(Theme.targetLarge, words.implicitHeight + Theme.s8)
        Accessible.role: Accessible.Button
        Accessible.name: head.summary === "" ? head.question.label : qsTr("%1: %2", "name of a repetition and its first answers").arg(head.question.label).arg(head.summary)
        Accessible.description: head.open ? qsTr("Unfolded") : head.missing === "" ? qsTr("Folded") : qsTr("Folded, %1").arg(head.missing)
        Accessible.onPressAction: fold.clicked()
        onClicked: head.question.folded(!head.open)

        background: FocusRing {
            visible: fold.visualFocus
            anchors.margins: 0
        }
        contentItem: Item {
            AppIcon {
                id: chevron
                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                glyph: head.open ? Icons.chevronUp : Icons.chevronDown
                size: Theme.icon
                color: Theme.textMuted
            }
            Column {
                id: words
                anchors.left: chevron.right
                anchors.leftMargin: Theme.s12
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter

                AppText {
                    width: parent.width
                    text: head.question.label
                    type: Theme.h3
                    Accessible.ignored: true
                }
                AppText {
                    objectName: "repetitionSummary"
                    width: parent.width
                    visible: text !== ""
                    text: head.summary
                    type: Theme.small
                    muted: true
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
                AppText {
                    width: parent.width
                    visible: text !== "" && !head.open
                    text: head.missing
                    type: Theme.small
                    Accessible.ignored: true
                }
            }
        }
    }
    AppButton {
        id: remove
        objectName: "removeRepetition"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: head.question.removable
        text: head.width < Theme.compact * 0.7 ? "" : qsTr("Remove")
        glyph: Icons.deleteOutline
        look: AppButton.Plain
        Accessible.name: qsTr("Remove %1").arg(head.question.label)
        onClicked: head.question.removed()
    }
}

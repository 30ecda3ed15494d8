// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// One of many: what is typed narrows the list; one tap takes, one tap clears.
Column {
    id: pick

    required property string value
    required property string display
    property bool readOnly: false
    property string name: ""
    property string description: ""
    property var found: [] // what fits the text: list of {value, label, detail}
    readonly property bool searching: field.text.length >= 2
    signal typed(string text) // two letters or more; the owner sets `found`
    signal picked(string value)

    spacing: Theme.s8

    Flow {
        width: pick.width
        visible: pick.value !== ""
        spacing: Theme.s8

        ChoiceButton { // shown, not pressed: it wraps where a name is long
            width: Math.min(implicitWidth, pick.width)
            objectName: "picked"
            text: pick.display
            several: true
            chosen: true
            enabled: false
            focusPolicy: Qt.NoFocus
            Accessible.role: Accessible.StaticText
        }
        AppButton {
            objectName: "clearPick"
            visible: !pick.readOnly
            text: qsTr("Choose another")
            look: AppButton.Plain
            onClicked: pick.picked("")
        }
    }
    AppField {
        id: field
        objectName: "searchField"
        visible: pick.value === "" && !pick.readOnly
        width: pick.width
        glyph: Icons.magnify
        placeholderText: qsTr("Type a name")
        Accessible.name: pick.name
        Accessible.description: pick.description
        Keys.onDownPressed: hits.count > 0 ? (hits.itemAt(0) as Item).forceActiveFocus(Qt.TabFocusReason) : undefined
        onTextChanged: { // not textEdited: an on-screen keyboard commits without it
            if (field.text.length >= 2)
                pick.typed(field.text)
        }
    }
    Rectangle {
        visible: field.visible && pick.searching && pick.found.length > 0
        width: pick.width
        height: list.implicitHeight
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.outline

        Column {
            id: list
            width: parent.width

            Repeater {
                id: hits
                model: pick.found.slice(0, 6)

                T.ItemDelegate {
                    id: hit
                    required property var modelData
                    required property int index
                    objectName: "searchHit"

                    width: list.width
                    implicitHeight: Math.max(Theme.targetLarge, words.implicitHeight + Theme.s16)
                    text: hit.modelData.label
                    Accessible.role: Accessible.ListItem
                    Accessible.name: hit.modelData.label
                    Accessible.description: hit.modelData.detail ?? ""
                    Accessible.onPressAction: hit.clicked()
                    Keys.onReturnPressed: hit.clicked()
                    Keys.onEnterPressed: hit.clicked()
                    Keys.onUpPressed: (hit.index > 0 ? hits.itemAt(hit.index - 1) as Item : field).forceActiveFocus(Qt.BacktabFocusReason)
                    Keys.onDownPressed: if (hit.index + 1 < hits.count) (hits.itemAt(hit.index + 1) as Item).forceActiveFocus(Qt.TabFocusReason)
                    onClicked: {
                        field.clear()
                        pick.picked(hit.modelData.value)
                    }

                    background: Rectangle {
                        radius: Theme.radius
                        color: hit.down ? Theme.sunken : "transparent"

                        FocusRing {
                            visible: hit.visualFocus
                            anchors.margins: 0
                        }
                    }
                    contentItem: Item {
                        Column {
                            id: words
                            x: Theme.s16
                            anchors.verticalCenter: parent.verticalCenter
                            width: parent.width - 2 * Theme.s16

                            AppText {
                                width: parent.width
                                text: hit.modelData.label
                                type: Theme.strong
                            }
                            AppText {
                                width: parent.width
                                visible: text !== ""
                                text: hit.modelData.detail ?? ""
                                type: Theme.caption
                                muted: true
                            }
                        }
                    }
                }
            }
        }
    }
}

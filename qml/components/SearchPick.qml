// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// One of many: what is typed narrows the list; one tap takes, one tap clears. A list that `opens` is shown by a tap, too.
Column {
    id: pick

    required property string value
    required property string display
    property bool readOnly: false
    property string name: ""
    property string description: ""
    property var found: [] // what fits the text: list of {value, label, detail}
    property string told: "" // how many there are beside those
    property bool opens: false
    property bool open: false // without a word having been typed
    readonly property bool searching: field.text.length >= 2 || pick.open && pick.opens
    signal typed(string text) // the owner sets `found` and `told`
    signal picked(string value)

    function seek() {
        if (field.text.length >= 2 || pick.open && pick.opens)
            pick.typed(field.text)
    }
    function enter(index) {
        const hit = list.itemAtIndex(index) as Item
        if (!hit)
            return
        list.positionViewAtIndex(index, ListView.Contain)
        hit.forceActiveFocus(Qt.TabFocusReason)
    }
    function lead(control) {
        control.forceActiveFocus(Qt.TabFocusReason)
    }
    function take(value) {
        const keyed = list.activeFocus
        pick.open = false
        field.clear()
        pick.picked(value)
        if (keyed) // the hit is gone: on from what has come of it
            pick.lead(field.visible ? field : another)
    }

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
            role: Accessible.StaticText
        }
        AppButton {
            id: another
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
        placeholderText: pick.opens ? qsTr("Type a word, or touch to see the list") : qsTr("Type a name")
        Accessible.name: pick.name
        Accessible.description: pick.description
        Keys.onDownPressed: {
            pick.open = true
            pick.enter(0)
        }
        Keys.onEscapePressed: event => {
            event.accepted = pick.open || field.text !== ""
            pick.open = false
            field.clear()
        }
        onPressed: pick.open = !pick.open
        onTextChanged: pick.seek() // not textEdited: an on-screen keyboard commits without it
    }
    onOpenChanged: {
        if (field.text.length < 2) // else it has been sought
            pick.seek()
    }

    AppText {
        objectName: "searchTold"
        visible: field.visible && pick.searching && pick.told !== ""
        width: pick.width
        text: pick.told
        type: Theme.small
        muted: true
    }
    Rectangle {
        visible: field.visible && pick.searching && pick.found.length > 0
        width: pick.width
        height: list.height
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.outline

        ListView {
            id: list
            objectName: "searchHits"
            width: parent.width
            height: Math.max(0, Math.min(list.contentHeight, 6.5 * Theme.targetLarge)) // half a line says that there is more
            clip: true
            cacheBuffer: Math.max(0, 4 * list.height)
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: false
            model: pick.found

            delegate: T.ItemDelegate {
                id: hit
                required property var modelData
                required property int index
                objectName: "searchHit"

                width: list.width
                implicitHeight: Math.max(Theme.targetLarge, words.implicitHeight + Theme.s16)
                text: hit.modelData.label
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.ListItem
                Accessible.name: hit.modelData.label
                Accessible.description: hit.modelData.detail ?? ""
                Accessible.onPressAction: hit.clicked()
                Keys.onReturnPressed: hit.clicked()
                Keys.onEnterPressed: hit.clicked()
                Keys.onUpPressed: hit.index > 0 ? pick.enter(hit.index - 1) : field.forceActiveFocus(Qt.BacktabFocusReason)
                Keys.onDownPressed: pick.enter(hit.index + 1)
                Keys.onEscapePressed: field.forceActiveFocus(Qt.BacktabFocusReason)
                onClicked: pick.take(hit.modelData.value)

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
                            maximumLineCount: 3
                            elide: Text.ElideRight
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

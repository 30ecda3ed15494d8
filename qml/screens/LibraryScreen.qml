// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// The content of this tablet: covers in a grid; what was found while somebody types, in a list with the page and how it reads there.
Item {
    id: screen

    required property LibraryController library
    required property TrayController tray
    property string backName: "" // where it was opened from; empty: from nowhere
    signal leaveRequested
    signal trayRequested

    readonly property bool listed: screen.library.text.trim() !== "" || screen.width < Theme.compact * Theme.textScale
    readonly property int margin: screen.width < Theme.compact ? Theme.marginPhone : Theme.margin

    // To the first one, from the field above.
    function enterEntries() {
        const entries = shown.item as ListView ?? shown.item as GridView
        if (!entries || entries.count === 0)
            return
        entries.currentIndex = 0
        entries.forceActiveFocus(Qt.TabFocusReason)
    }

    objectName: "libraryScreen"
    Keys.onEscapePressed: if (screen.backName !== "") screen.leaveRequested()
    Component.onCompleted: screen.library.show()

    PageBar {
        id: bar
        width: parent.width
        margin: screen.margin
        title: qsTr("Library")
        subtitle: qsTr("On this tablet, also without a network")
        backName: screen.backName
        onBack: screen.leaveRequested()

        AppButton {
            objectName: "trayButton"
            text: screen.tray.count > 0 ? qsTr("Tray · %1", "how many entries").arg(screen.tray.count) : qsTr("Tray")
            glyph: Icons.tray
            look: AppButton.Tonal
            Accessible.name: qsTr("Tray, %n entries", "", screen.tray.count)
            onClicked: screen.trayRequested()
        }
    }
    Column {
        id: head
        anchors.top: bar.bottom
        anchors.topMargin: Theme.s20
        x: screen.margin
        width: parent.width - 2 * screen.margin
        spacing: Theme.s12

        AppField {
            id: field
            objectName: "libraryField"
            width: Math.min(parent.width, Theme.readingWidth)
            glyph: Icons.magnify
            placeholderText: qsTr("Search")
            Accessible.name: qsTr("Search titles and text")
            inputMethodHints: Qt.ImhNoPredictiveText
            value: screen.library.text // as it was before something was shown
            onTextChanged: screen.library.search(field.text) // not textEdited: an on-screen keyboard commits without it
            onAccepted: screen.library.open(0)
            Keys.onDownPressed: screen.enterEntries()
        }
        Flow {
            width: parent.width
            spacing: Theme.s8

            Repeater {
                id: folders
                model: screen.library.folders

                ChoiceButton {
                    id: folder
                    required property int index
                    required property string name
                    required property string label
                    objectName: "folder_" + folder.name
                    several: true
                    role: Accessible.RadioButton
                    text: folder.label
                    onClicked: screen.library.chooseFolder(folder.name)
                    Keys.onPressed: event => folderRove.walk(event, folder.index, false)
                }
            }
            Rectangle {
                visible: folders.count > 0 && languages.count > 0
                width: Theme.hairline
                height: Theme.target
                color: Theme.outline
            }
            Repeater {
                id: languages
                model: screen.library.languages

                ChoiceButton {
                    id: language
                    required property int index
                    required property string code
                    required property string label
                    required property string name
                    objectName: "language_" + language.code
                    several: true
                    text: language.label
                    Accessible.name: language.name
                    onClicked: screen.library.chooseLanguage(language.chosen ? "" : language.code)
                    Keys.onPressed: event => languageRove.walk(event, language.index, false)
                }
            }
        }
        AppText {
            objectName: "libraryHeading"
            width: parent.width
            visible: text !== ""
            text: screen.library.heading
            type: Theme.label
            muted: true
        }
    }
    Rove {
        id: folderRove
        buttons: folders
    }
    Rove {
        id: languageRove
        buttons: languages
    }
    Column {
        anchors.top: head.bottom
        anchors.topMargin: Theme.s24
        x: screen.margin
        width: Math.min(head.width, Theme.readingWidth)
        visible: screen.library.entries.count === 0
        spacing: Theme.s12

        AppIcon {
            visible: screen.library.sentence !== ""
            glyph: Icons.bookOpen
            size: Theme.iconHero
            color: Theme.outlineStrong
        }
        AppText {
            objectName: "librarySentence"
            width: parent.width
            visible: text !== ""
            text: screen.library.sentence === "" || screen.library.coming === "" ? screen.library.sentence : screen.library.coming // that says it better
            muted: true
        }
    }
    Loader {
        id: shown
        anchors.top: head.bottom
        anchors.topMargin: Theme.s8
        anchors.bottom: note.visible ? note.top : parent.bottom
        x: screen.margin - Theme.s8 // the focus ring of the first ones
        width: head.width + 2 * Theme.s8
        sourceComponent: screen.listed ? rows : tiles
    }
    Component {
        id: tiles

        GridView {
            id: grid

            readonly property int columns: Math.max(2, Math.floor(grid.width / Theme.tile))

            objectName: "libraryGrid"
            clip: true
            activeFocusOnTab: grid.count > 0
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: true
            topMargin: Theme.s8
            bottomMargin: Theme.s24
            cellWidth: Math.floor(grid.width / grid.columns)
            cellHeight: Math.round((grid.cellWidth - Theme.s16) * 0.68) + Math.round((2 * Theme.h3.line + Theme.small.line) * Theme.textScale) + Theme.s12 + Theme.s24
            model: screen.library.entries
            delegate: Item {
                id: cell
                required property int index
                required property string title
                required property string detail
                required property string glyph
                required property string cover
                required property real shape
                required property bool internal
                required property string note
                required property bool ready
                required property string assetId
                width: grid.cellWidth
                height: grid.cellHeight

                AssetTile {
                    objectName: "asset_" + cell.index
                    x: Theme.s8
                    width: cell.width - Theme.s16
                    focus: true
                    title: cell.title
                    detail: cell.detail
                    glyph: cell.glyph
                    cover: cell.cover
                    shape: cell.shape
                    internal: cell.internal
                    note: cell.note
                    ready: cell.ready
                    held: screen.tray.held.indexOf(cell.assetId) >= 0
                    onCollectRequested: screen.library.collect(cell.index)
                    onClicked: screen.library.open(cell.index)
                }
            }
        }
    }
    Component {
        id: rows

        ListView {
            id: list

            objectName: "libraryList"
            clip: true
            activeFocusOnTab: list.count > 0
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: true
            spacing: Theme.s12
            topMargin: Theme.s8
            bottomMargin: Theme.s24
            model: screen.library.entries
            delegate: Item {
                id: line
                required property int index
                required property string title
                required property string detail
                required property string glyph
                required property string cover
                required property real shape
                required property bool internal
                required property string note
                required property bool ready
                required property string place
                required property string snippet
                required property string assetId
                width: list.width
                height: entry.implicitHeight

                AssetRow {
                    id: entry
                    objectName: "asset_" + line.index
                    x: Theme.s8
                    width: Math.min(line.width - Theme.s16, Theme.readingWidth)
                    height: implicitHeight
                    focus: true
                    title: line.title
                    detail: line.detail
                    glyph: line.glyph
                    cover: line.cover
                    shape: line.shape
                    internal: line.internal
                    note: line.note
                    ready: line.ready
                    place: line.place
                    snippet: line.snippet
                    held: screen.tray.held.indexOf(line.assetId) >= 0
                    onCollectRequested: screen.library.collect(line.index)
                    onClicked: screen.library.open(line.index)
                }
            }
        }
    }
    Banner {
        id: note
        objectName: "libraryComing"
        visible: screen.library.coming !== "" && screen.library.entries.count > 0
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s16
        x: screen.margin
        width: Math.min(head.width, Theme.readingWidth)
        glyph: Icons.timerSand
        text: screen.library.coming
    }
}

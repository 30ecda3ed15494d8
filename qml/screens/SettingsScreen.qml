// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// Language, light, size of the text, what goes over which network, and where this tablet belongs.
Item {
    id: screen

    required property SettingsController settings
    signal enrolRequested
    signal readinessRequested

    readonly property int margin: screen.width < Theme.compact ? Theme.marginPhone : Theme.margin

    objectName: "settingsScreen"

    component Choices: Card {
        id: card

        required property string title
        required property var entries // list of {name, text, value}
        required property var value
        property string hint: ""
        signal chosen(var value)

        spacing: Theme.s12

        AppText {
            width: parent.width
            text: card.title
            type: Theme.h3
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        AppText {
            width: parent.width
            visible: card.hint !== ""
            text: card.hint
            type: Theme.small
            muted: true
        }
        Flow {
            width: parent.width
            spacing: Theme.s8

            Repeater {
                model: card.entries

                ChoiceButton {
                    id: choice
                    required property var modelData
                    objectName: choice.modelData.name
                    text: choice.modelData.text
                    chosen: choice.modelData.value === card.value
                    onClicked: card.chosen(choice.modelData.value)
                }
            }
        }
    }

    PageBar {
        id: bar
        width: parent.width
        margin: screen.margin
        title: qsTr("Settings")
        subtitle: qsTr("Rapport %1").arg(screen.settings.version)
    }
    Flickable {
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: body.implicitHeight + 2 * Theme.s20
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: body
            x: screen.margin
            y: Theme.s20
            width: Math.min(parent.width - 2 * screen.margin, Theme.readingWidth)
            spacing: Theme.s16

            Choices {
                width: parent.width
                title: qsTr("Language")
                value: screen.settings.language
                entries: [ // each in its own words
                    { "name": "language_en", "text": "English", "value": "en" },
                    { "name": "language_de", "text": "Deutsch", "value": "de" },
                    { "name": "language_id", "text": "Bahasa Indonesia", "value": "id" }
                ]
                onChosen: value => screen.settings.setLanguage(value)
            }
            Choices {
                width: parent.width
                title: qsTr("Appearance")
                value: screen.settings.light
                entries: [
                    { "name": "light_day", "text": qsTr("Light"), "value": SettingsController.Day },
                    { "name": "light_night", "text": qsTr("Dark"), "value": SettingsController.Night },
                    { "name": "light_contrast", "text": qsTr("High contrast"), "value": SettingsController.HighContrast }
                ]
                onChosen: value => screen.settings.setLight(value)
            }
            Choices {
                width: parent.width
                title: qsTr("Size of the text")
                value: screen.settings.textScale
                entries: [
                    { "name": "text_100", "text": qsTr("Normal"), "value": 1 },
                    { "name": "text_125", "text": qsTr("Larger"), "value": 1.25 },
                    { "name": "text_150", "text": qsTr("Large"), "value": 1.5 },
                    { "name": "text_200", "text": qsTr("Very large"), "value": 2 }
                ]
                onChosen: value => screen.settings.setTextScale(value)
            }
            Choices {
                width: parent.width
                title: qsTr("Pictures, films, sounds and files")
                hint: qsTr("Answers always go at once: they are small. Files follow them.")
                value: screen.settings.files
                entries: [
                    { "name": "files_any", "text": qsTr("On any network"), "value": SettingsController.AnyNetwork },
                    { "name": "files_wifi", "text": qsTr("On Wi-Fi and cable only"), "value": SettingsController.WiFiAndCable }
                ]
                onChosen: value => screen.settings.setFiles(value)
            }
            Choices {
                width: parent.width
                title: qsTr("Where the network counts data")
                hint: qsTr("On a mobile contract or a telephone’s hotspot larger files wait for a better network. “Send now” in the outbox lets them go.")
                value: screen.settings.meteredMegabytes
                entries: [
                    { "name": "metered_1", "text": qsTr("Up to 1 MB"), "value": 1 },
                    { "name": "metered_5", "text": qsTr("Up to 5 MB"), "value": 5 },
                    { "name": "metered_25", "text": qsTr("Up to 25 MB"), "value": 25 },
                    { "name": "metered_any", "text": qsTr("Files of any size"), "value": 0 }
                ]
                onChosen: value => screen.settings.setMeteredMegabytes(value)
            }
            Card {
                width: parent.width
                spacing: Theme.s12

                AppText {
                    width: parent.width
                    text: qsTr("This tablet")
                    type: Theme.h3
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                AppText {
                    objectName: "deviceText"
                    width: parent.width
                    text: screen.settings.enrolledSince === "" ? screen.settings.deviceName
                                                                    : qsTr("%1 · %2").arg(screen.settings.deviceName).arg(screen.settings.enrolledSince)
                    type: Theme.small
                    muted: true
                }
                AppText {
                    objectName: "hubText"
                    width: parent.width
                    text: qsTr("Hub: %1").arg(screen.settings.hub)
                    type: Theme.small
                    muted: true
                }
                Flow {
                    width: parent.width
                    spacing: Theme.s12

                    AppButton {
                        objectName: "enrolButton"
                        text: qsTr("Connect to a hub")
                        glyph: Icons.link
                        onClicked: screen.enrolRequested()
                    }
                    AppButton {
                        objectName: "readinessButton"
                        text: qsTr("Ready for the fair?")
                        look: AppButton.Plain
                        onClicked: screen.readinessRequested()
                    }
                }
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// For whom a report is, and in which language.
Column {
    id: choices

    required property ReportController report

    spacing: Theme.s16

    Card {
        width: parent.width
        spacing: Theme.s12

        AppText {
            width: parent.width
            text: qsTr("For whom?")
            type: Theme.h3
            Accessible.role: Accessible.Heading
        }
        Flow {
            width: parent.width
            spacing: Theme.s8

            ChoiceButton {
                objectName: "reportForCustomer"
                text: qsTr("The customer")
                chosen: !choices.report.internal
                onClicked: choices.report.setInternal(false)
            }
            ChoiceButton {
                objectName: "reportInternal"
                text: qsTr("Only us")
                chosen: choices.report.internal
                onClicked: choices.report.setInternal(true)
            }
        }
        AppText {
            objectName: "reportReaders"
            width: parent.width
            text: choices.report.internal ? qsTr("With internal answers. Do not hand it to the customer.")
                                          : qsTr("Only what the customer may read.")
            type: Theme.small
            color: choices.report.internal ? Theme.attention : Theme.textMuted
        }
    }
    Card {
        width: parent.width
        spacing: Theme.s12

        AppText {
            width: parent.width
            text: qsTr("Language of the report")
            type: Theme.h3
            Accessible.role: Accessible.Heading
        }
        Flow {
            width: parent.width
            spacing: Theme.s8

            Repeater {
                model: choices.report.languages

                ChoiceButton {
                    id: language
                    required property string code
                    required property string name
                    objectName: "reportLanguage_" + language.code
                    text: language.name
                    chosen: language.code === choices.report.language
                    onClicked: choices.report.choose(language.code)
                }
            }
        }
    }
    AppText {
        width: parent.width
        text: qsTr("The report stays with the conversation on this tablet, encrypted.")
        type: Theme.small
        muted: true
    }
}

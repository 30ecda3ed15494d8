// SPDX-License-Identifier: Apache-2.0
import QtQml

QtObject {
    enum Light { Day, Night, HighContrast }
    enum Files { AnyNetwork, WiFiAndCable }
    property string language: "en"
    property int light: SettingsController.Day
    property double textScale: 1
    property int files: SettingsController.AnyNetwork
    property int meteredMegabytes: 5
    property string deviceName: "Tablet 7"
    property string hub: "https://hub.nordfrost.example"
    property string enrolledSince: "since 10 Nov"
    property string version: "0.1.0"
    property bool enrolling: false
    property bool enrolled: false
    property int waiting: 2
    property string offeredHub: "https://hub.nordfrost.example"
    property string offeredCode: "7K3M-Q2VD-8XWA"
    property string enrolSentence: "2 conversations must be finished and sent first; then this tablet can move. Nothing was changed."
    property string asked: ""
    function setLanguage(code) { asked = "language " + code }
    function setLight(value) { light = value }
    function setTextScale(value) { textScale = value }
    function setFiles(value) { files = value }
    function setMeteredMegabytes(value) { meteredMegabytes = value }
    function enrol(hub, code) { asked = "enrol " + hub + " " + code }
    function forgetOutcome() { asked = "forget" }
}

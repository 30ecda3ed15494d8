// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    enum State { Making, Ready, Nothing, Failed }
    property int state: ReportController.Ready
    property string title: "Maintenance checklist"
    property string customer: "Frischmarkt Handels AG"
    property string sentence: state === ReportController.Failed ? "The report could not be made. The conversation is safe; please try again." : ""
    property var languages: Rows {
        rows: [
            { "code": "en", "name": "English" },
            { "code": "de", "name": "Deutsch" },
            { "code": "id", "name": "Bahasa Indonesia" }
        ]
    }
    property string language: "en"
    property bool internal: false
    property var pages: Rows {
        rows: [
            { "number": 1, "source": Qt.resolvedUrl("picture.svg"), "name": "Page 1 of 2" },
            { "number": 2, "source": Qt.resolvedUrl("picture.svg"), "name": "Page 2 of 2" }
        ]
    }
    property bool saving: false
    property bool saved: true
    property string savedText: ""
    property string asked: ""
    signal opened
    function choose(code) { asked = "choose " + code }
    function setInternal(on) { asked = "internal " + on }
    function again() { asked = "again" }
    function save() { asked = "save" }
}

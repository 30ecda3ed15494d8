// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    property string title: "Nordfrost PX-450 no. 00817"
    property string owner: "Pasar Segar Semarang"
    property bool known: true
    property string sentence: ""
    property var fields: Rows {
        rows: [
            { "icon": "qrcode", "label": "Serial number", "value": "PX450-22-00817" }
        ]
    }
    property var jobs: Rows {
        rows: [
            { "jobId": "j1", "subject": "Freezer tidak cukup dingin", "detail": "TCK-2027-0311 · 18 Nov" }
        ]
    }
    property bool canStart: true
    property string asked: ""
    function openJob(jobId) { asked = "job " + jobId }
    function start() { asked = "start" }
}

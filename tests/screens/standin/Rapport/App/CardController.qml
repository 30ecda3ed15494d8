// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    id: standIn
    signal opened
    enum State { Idle, Reading, Read, Failed }
    property int state: CardController.Read
    property var card
    property size cardSize: Qt.size(850, 550)
    property var fields: Rows {
        rows: [
            { "key": "given_name", "label": "Given name", "value": "Jonas", "doubtful": false, "piece": undefined, "pieceSize": Qt.size(0, 0) },
            { "key": "family_name", "label": "Family name", "value": "Weber", "doubtful": true, "piece": undefined, "pieceSize": Qt.size(0, 0) },
            { "key": "organisation", "label": "Company", "value": "Frischmarkt Handels AG", "doubtful": false, "piece": undefined, "pieceSize": Qt.size(0, 0) },
            { "key": "emails.0", "label": "E-mail", "value": "j.weber@frischmarkt.example", "doubtful": false, "piece": undefined, "pieceSize": Qt.size(0, 0) }
        ]
    }
    property bool canSwap: true
    property string doubtText: "1 field wants a look"
    property string sentence: ""
    property string asked: ""
    function read(picture) { asked = "read" }
    function correct(key, value) { asked = "correct " + key + " " + value }
    function swapNames() { asked = "swapNames" }
    function accept() { asked = "accept" }
    function leave() { asked = "leave" }
}

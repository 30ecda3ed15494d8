// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    id: rapid

    signal settled
    enum State { Idle, Looking, NoSource }
    property int state: RapidController.Idle
    property var frame
    property var outline: [Qt.point(0.4, 0.4), Qt.point(0.6, 0.4), Qt.point(0.6, 0.6), Qt.point(0.4, 0.6)]
    property string guidance: "Dr. Aylin Çelik is in the list already."
    property bool filled: false
    property Rows items: Rows {
        rows: rapid.filled ? [
            { "itemId": "b3", "name": "badge.kaelteexpo.example", "detail": "https://badge.kaelteexpo.example/v/9f3a", "words": "Link, not opened", "initials": "", "isLink": true, "met": false, "adds": false, "choice": "" },
            { "itemId": "b1", "name": "Dr. Aylin Çelik", "detail": "FrigoMart România S.R.L.", "words": "met today 09:12 · goes into that conversation · 2 times · known here", "initials": "AÇ", "isLink": false, "met": true, "adds": true, "choice": "New conversation" },
            { "itemId": "b2", "name": "Badge KE27-004512", "detail": "", "words": "", "initials": "", "isLink": false, "met": false, "adds": false, "choice": "" }
        ] : []
    }
    readonly property int count: items.count
    property string countText: count + " scanned"
    property string waitingText: count > 0 ? "3 scanned since 10:20" : ""
    property bool canUndo: false
    property string undoText: "Marek Dvořák removed. Undo"
    property string trouble: ""
    property bool busy: false
    property bool hasTorch: state === RapidController.Looking
    property bool torchOn: false
    property bool canFlip: state === RapidController.Looking
    property string asked: ""
    function start() { asked = "start" }
    function stop() { asked = "stop" }
    function remove(itemId) { asked = "remove " + itemId }
    function undoRemove() { asked = "undoRemove" }
    function toggleAnew(itemId) { asked = "toggleAnew " + itemId }
    function startEach() { asked = "startEach" }
    function startGroup() { asked = "startGroup" }
    function toggleTorch() { asked = "toggleTorch" }
    function flip() { asked = "flip" }
}

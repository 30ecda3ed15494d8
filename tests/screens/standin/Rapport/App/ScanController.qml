// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    signal invitationFound(string text)
    signal received
    enum State { Idle, Looking, Found, NotUnderstood, NothingThere, NoSource, Choosing, MachineFound }
    property int state: ScanController.Idle
    property var frame
    property size frameSize: Qt.size(1280, 800)
    property var outline: state === ScanController.Found ? [Qt.point(0.22, 0.53), Qt.point(0.37, 0.52), Qt.point(0.38, 0.76), Qt.point(0.23, 0.78)] : []
    property var codes: Rows {
        rows: [
            { "corners": [Qt.point(0.1, 0.3), Qt.point(0.25, 0.28), Qt.point(0.26, 0.44), Qt.point(0.11, 0.46)], "name": "Dr. Aylin Çelik" },
            { "corners": [Qt.point(0.6, 0.31), Qt.point(0.61, 0.31), Qt.point(0.61, 0.32), Qt.point(0.6, 0.32)], "name": "Badge KE27-004512" }
        ]
    }
    property string guidance: state === ScanController.Looking ? "Hold the badge into the frame." : state === ScanController.Choosing ? "Tap the one you mean." : ""
    function choose(index) { asked = "choose " + index }
    property string initials: state === ScanController.Found ? "AÇ" : ""
    property string personName: state === ScanController.Found ? "Dr. Aylin Çelik" : ""
    property string jobTitle: state === ScanController.Found ? "Head of Store Technology" : ""
    property var fields: Rows {
        rows: [
            { "icon": "domain", "label": "Company", "value": "FrigoMart România S.R.L." },
            { "icon": "briefcase", "label": "Department", "value": "Store Technology" },
            { "icon": "cellphone", "label": "Mobile", "value": "+40 21 555 0142" },
            { "icon": "email", "label": "E-mail", "value": "aylin.celik@frigomart.example" }
        ]
    }
    property MachineController machine: MachineController {}
    property PhotoAlbum album: PhotoAlbum {}
    property CandidatesController people: CandidatesController {}
    property bool known: false
    property string matchText: state === ScanController.Found ? "No one with this name or e-mail on this tablet." : ""
    property string sentence: state === ScanController.NoSource ? "This tablet has no camera. Type the name instead." : ""
    property bool matchChosen: false
    property bool canChoose: state === ScanController.Found
    property string chooseText: "Yes, the same person"
    property bool chosen: false
    property string originText: "Read from badge"
    property bool canBrief: state === ScanController.Found
    function openBriefing() { asked = "briefing" }
    property string metText: ""
    property string metAction: ""
    function openMet() { asked = "openMet" }
    property bool hasTorch: state === ScanController.Looking
    property bool torchOn: false
    property bool canFlip: state === ScanController.Looking
    property bool canStart: state === ScanController.Found
    property string asked: ""
    function start() { asked = "start" }
    function stop() { asked = "stop" }
    function startConversation() { asked = "startConversation" }
    function scanNext() { asked = "scanNext" }
    function toggleMatch() { asked = "toggleMatch" }
    function readPhoto(file) { asked = "readPhoto" }
    function toggleTorch() { asked = "toggleTorch" }
    function flip() { asked = "flip" }
    function typeInstead() { asked = "typeInstead" }
}

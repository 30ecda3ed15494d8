// SPDX-License-Identifier: Apache-2.0
import QtQuick

QtObject {
    property ListModel colleagues: ListModel {
        ListElement { personId: "s.wirawan"; name: "Sari Wirawan"; detail: "Technician"; initials: "SW" }
        ListElement { personId: "b.santoso"; name: "Budi Santoso"; detail: "Technician"; initials: "BS" }
    }
    property ListModel offers: ListModel {}
    property bool canGive: false
    property string note: ""
    property bool canTakeBack: false
    property string trouble: ""
    property string offerTrouble: ""
    property bool busy: false
    property string asked: ""
    function give(personId) { asked = "give " + personId }
    function takeBack() { asked = "take back" }
    function take(handOverId) { asked = "take " + handOverId }
}

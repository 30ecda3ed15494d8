// SPDX-License-Identifier: Apache-2.0
import QtQml
import QtQml.Models

QtObject {
    property bool offered: true
    property string note: ""
    property string decisionText: ""
    property bool settled: false
    property string readTitle: "On the card"
    property string knownTitle: "Jonas Weber in your customers"
    property string asked: ""
    property ListModel candidates: ListModel {
        ListElement { person: true; label: "Jonas Weber"; detail: "Frischmarkt Handels AG"; because: "same name · same firm · same telephone · other e-mail"; chosen: false; shown: true }
        ListElement { person: true; label: "Jona Weber-Kleinschmidt"; detail: "Frischmarkt Handels AG"; because: "almost the same name · same firm"; chosen: false; shown: false }
        ListElement { person: false; label: "Frischmarkt Handels AG"; detail: "Mannheim · 104711"; because: "same firm · same internet domain"; chosen: false; shown: false }
    }
    property ListModel fields: ListModel {
        ListElement { label: "Given name"; read: "Jonas"; known: "Jonas"; differs: false; takesRead: false; takesKnown: true }
        ListElement { label: "Job title"; read: "Leiter Strategischer Einkauf"; known: "Strategic purchasing"; differs: true; takesRead: true; takesKnown: false }
        ListElement { label: "E-mail"; read: "j.weber@frischmarkt.example"; known: "jonas.weber@frischmarkt.example"; differs: true; takesRead: true; takesKnown: true }
        ListElement { label: "Street"; read: "Augustaanlage 12"; known: ""; differs: false; takesRead: true; takesKnown: false }
    }
    property ListModel actions: ListModel {
        ListElement { deed: 1; actionText: "Same person, add e-mail"; chosen: false }
        ListElement { deed: 2; actionText: "Same person, replace e-mail"; chosen: false }
        ListElement { deed: 0; actionText: "Same person"; chosen: false }
        ListElement { deed: 3; actionText: "Add to this firm"; chosen: false }
        ListElement { deed: 4; actionText: "Keep apart"; chosen: true }
    }
    function show(row) { asked = "show " + row }
    function decide(action) { asked = "decide " + action }
    function open() { asked = "open" }
}

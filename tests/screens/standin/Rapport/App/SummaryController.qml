// SPDX-License-Identifier: Apache-2.0
import QtQml

QtObject {
    property string text: "Outbox of Tablet 7\nWednesday 10 November, 20:05\nKälteExpo 2027\n\nWaiting: 2 conversations, 312 kB\n  17:30 · 4 kB · We could not reach the hub.\n  18:10 · 308 kB with 1 file · We could not reach the hub.\n\nSent: 1 conversation, 540 kB\n  09:12 · 540 kB with 2 files · ERP: Opportunity 11\n"
    property string doneText: "Saved in Documents as “Outbox 2027-11-10.txt”."
    property bool done: true
    property string asked: ""
    function refresh() { asked = "refresh" }
    function copy() { asked = "copy" }
    function save() { asked = "save" }
}

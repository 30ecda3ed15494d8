// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    enum Move { New, Down, Same, Up }
    property string heading: "6 accounts rated · 6 not yet"
    property string sentence: ""
    property bool canRate: true
    property var accounts: Rows {
        rows: [
            { "organisationId": "1", "place": "1", "name": "Frischmarkt Handels AG", "detail": "Mannheim · as of 4 Oct", "total": "7.1", "move": 3, "moveText": "up 0.6", "band": "Intensive", "bandDetail": "Work on them with a plan of their own." },
            { "organisationId": "2", "place": "2", "name": "Alpenkost AG", "detail": "Luzern · as of 5 Oct", "total": "6.9", "move": 1, "moveText": "down 0.6", "band": "Intensive", "bandDetail": "Work on them with a plan of their own." },
            { "organisationId": "3", "place": "3", "name": "FrigoMart România S.R.L.", "detail": "Cluj-Napoca · as of 4 Oct", "total": "6.5", "move": 3, "moveText": "up 0.5", "band": "Appropriate", "bandDetail": "Stay in touch, and act when there is a reason." },
            { "organisationId": "4", "place": "4", "name": "Bergmann Lebensmittel GmbH", "detail": "Nürnberg · as of 5 Oct", "total": "5.9", "move": 2, "moveText": "as before", "band": "Appropriate", "bandDetail": "Stay in touch, and act when there is a reason." },
            { "organisationId": "5", "place": "5", "name": "Mrazírny Jih a.s.", "detail": "České Budějovice · as of 5 Oct", "total": "5.0", "move": 0, "moveText": "new", "band": "Reactive", "bandDetail": "Serve them well when they ask." },
            { "organisationId": "6", "place": "6", "name": "Nordlicht Supermärkte KG", "detail": "Kiel · as of 6 Oct", "total": "4.6", "move": 1, "moveText": "down 0.7", "band": "Reactive", "bandDetail": "Serve them well when they ask." }
        ]
    }
    property string asked: ""
    function refresh() { asked = "refresh" }
    function open(row) { asked = "open " + row }
    function rate() { asked = "rate" }
}

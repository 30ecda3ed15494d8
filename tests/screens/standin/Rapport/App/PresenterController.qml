// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    id: presenter

    enum Kind { Nothing, Document, Picture, Film }
    property int kind: PresenterController.Document
    property string title: "Brochure PX plug-in"
    property bool internal: false
    property var pages: Rows {
        rows: [1, 2, 3, 4].map(number => ({ "number": number, "source": Qt.resolvedUrl("picture.svg"), "shape": 1.41, "hit": number === 2, "film": presenter.sequence && number === 4, "gone": presenter.gone && number === 1, "title": "Brochure PX plug-in" }))
    }
    property bool sequence: false
    property bool gone: false
    property int item: presenter.page < 3 ? 0 : presenter.page - 2
    property var items: Rows {
        rows: [
            { "itemId": "1", "title": "Brochure PX plug-in", "detail": "2 pages", "glyph": "pdf", "cover": Qt.resolvedUrl("picture.svg"), "shape": 1.41, "first": 1, "gone": presenter.gone },
            { "itemId": "2", "title": "Data sheet of the PX-450 with electrical data", "detail": "Page 1", "glyph": "pdf", "cover": Qt.resolvedUrl("picture.svg"), "shape": 0.7, "first": 3, "gone": false },
            { "itemId": "3", "title": "Eco Building", "detail": "Film", "glyph": "video", "cover": Qt.resolvedUrl("picture.svg"), "shape": 1.78, "first": 4, "gone": false }
        ]
    }
    property int page: 1
    property int pageCount: 4
    property string pageText: "Page " + page + " of 4"
    property string words: ""
    property string foundText: presenter.words === "" ? "" : "Hit 1 of 2"
    property bool hasHits: presenter.words !== ""
    property var marks: presenter.words === "" ? [] : [Qt.rect(0.1, 0.2, 0.2, 0.04)]
    property PlaybackController playback: PlaybackController {}
    property string film: kind === PresenterController.Film ? "asset:1/eco.mp4" : ""
    property string asked: ""
    signal opened
    function turnTo(page) { presenter.page = Math.max(1, Math.min(page, 4)) }
    function collectPage() { asked = "collect page " + presenter.page }
    function collectAll() { asked = "collect all" }
    function look(words) { asked = "look " + words }
    function nextHit() { asked = "next" }
    function previousHit() { asked = "previous" }
    function close() { asked = "close" }
}

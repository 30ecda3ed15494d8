// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    id: album

    property var photos: Rows {
        rows: [{ "url": "", "name": "IMG_0412" }, { "url": "", "name": "IMG_0411" }, { "url": "", "name": "IMG_0410" }]
    }
    property string text: ""
    property string asked: ""
    function list() { asked = "list" }
}

// SPDX-License-Identifier: Apache-2.0
import QtQml
import Rapport.Tests

QtObject {
    id: album

    property var files: Rows {
        rows: [{ "url": "", "name": "data-sheet-px-450.pdf", "detail": "1.2 MB · 09/11/2027", "glyph": "pdf" }, { "url": "", "name": "compressor.m4a", "detail": "340 kB · 08/11/2027", "glyph": "music" },
            { "url": "", "name": "a file with a very long name that has to be wrapped on a telephone.docx", "detail": "88 kB · 07/11/2027", "glyph": "file" }]
    }
    property string text: ""
    property string asked: ""
    function list(accept) { asked = "list " + accept }
}

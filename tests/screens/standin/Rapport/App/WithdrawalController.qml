// SPDX-License-Identifier: Apache-2.0
import QtQml

QtObject {
    property bool canUndo: false
    property string undoText: "Consent withdrawn: Newsletter."
    property string trouble: ""
    property string asked: ""
    function undo() { asked = "undo" }
    function dismiss() { trouble = "" }
}

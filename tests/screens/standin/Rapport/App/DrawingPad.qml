// SPDX-License-Identifier: Apache-2.0
import QtQuick

Item {
    property color ink
    property bool arrows: false
    property bool blank: false
    property bool canUndo: true
    property bool canRedo: true
    property var drawing: "a drawing"
    property string asked: ""
    function undo() { asked = "undo" }
    function redo() { asked = "redo" }
    function clear() { asked = "clear" }
}

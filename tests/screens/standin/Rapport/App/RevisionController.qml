// SPDX-License-Identifier: Apache-2.0
import QtQml

QtObject {
    property string action: "Correct"
    property string note: ""
    property string linkAction: ""
    property string trouble: ""
    property bool busy: false
    property string asked: ""
    function reviseThis() { asked = "revise" }
    function openLinked() { asked = "linked" }
}

// SPDX-License-Identifier: Apache-2.0
import QtQml

QtObject {
    enum State { AllSent, Waiting, Sending, NeedsYou }
    property int state: SyncController.Waiting
    property string text: "3 waiting"
    property string lastContact: "last contact 09:04"
    property bool attention: false
    property bool trying: false
    property string sentence: ""
    property int tries: 0
    function tryNow() { tries += 1 }
}

// SPDX-License-Identifier: Apache-2.0
import QtQml

QtObject {
    property bool locked: false
    property string title: "This tablet has not reached the hub for too long"
    property string sentence: "Its data are closed until it does. Take it to a network: it opens by itself as soon as the hub answers. If its clock is wrong, put that right."
    property string waiting: "2 conversations are not sent yet. They are safe here and still go to the hub by themselves."
    property bool allSent: false
    property string contact: "We could not reach the hub. Last contact 26 Oct 17:20."
    property bool trying: false
    property int tries: 0
    signal turned(bool locked)
    function tryNow() { tries += 1 }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// That a conversation is with a colleague, and the way to have it back while nobody has taken it.
Banner {
    id: note

    required property HandOverController handOver

    objectName: "handOverNote"
    visible: note.text !== ""
    height: visible ? implicitHeight : 0
    glyph: note.handOver.trouble !== "" ? Icons.alertCircle : Icons.accountSwitch
    tone: note.handOver.trouble !== "" ? Banner.Danger : Banner.Quiet
    text: note.handOver.trouble !== "" ? note.handOver.trouble : note.handOver.note
    action: note.handOver.canTakeBack ? qsTr("Take it back") : ""
    onActed: note.handOver.takeBack()
}

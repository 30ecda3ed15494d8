// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

Rectangle {
    id: avatar

    property string initials: ""
    property bool large: false
    property color ink: Theme.overPrimarySoft

    implicitWidth: avatar.large ? Theme.avatarLarge : Theme.avatar
    implicitHeight: avatar.implicitWidth
    radius: width / 2
    color: Theme.primarySoft

    AppText {
        anchors.centerIn: parent
        visible: avatar.initials !== ""
        text: avatar.initials
        type: avatar.large ? Theme.h2 : Theme.smallStrong
        color: avatar.ink
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    AppIcon {
        anchors.centerIn: parent
        visible: avatar.initials === ""
        glyph: Icons.account
        color: avatar.ink
    }
}

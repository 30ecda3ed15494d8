// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// The cover of a document, a picture or a film; where there is none yet, what kind of thing it is. A page is shown whole, a film fills its place.
Rectangle {
    id: cover

    required property string source
    required property string glyph
    required property real shape // width by height; 0: not known
    readonly property bool film: cover.glyph === "video"
    readonly property bool filled: cover.film || cover.shape > 1.2
    readonly property bool drawn: picture.status === Image.Ready

    radius: Theme.radius
    color: Theme.sunken
    clip: true

    Rectangle { // the edge of a page that does not fill its place
        visible: cover.drawn && !cover.filled
        anchors.centerIn: parent
        width: picture.paintedWidth + 2 * Theme.hairline
        height: picture.paintedHeight + 2 * Theme.hairline
        color: Theme.paper
        border.width: Theme.hairline
        border.color: Theme.outline
    }
    Image {
        id: picture
        anchors.fill: parent
        anchors.margins: cover.filled ? 0 : Theme.s12
        source: cover.source
        asynchronous: true
        fillMode: cover.filled ? Image.PreserveAspectCrop : Image.PreserveAspectFit
        mipmap: true
        Accessible.ignored: true
    }
    AppIcon {
        anchors.centerIn: parent
        visible: !cover.drawn
        glyph: Icons.named(cover.glyph)
        size: Theme.iconLarge
        color: Theme.textMuted
    }
    Rectangle {
        visible: cover.film && cover.drawn
        anchors.centerIn: parent
        width: Theme.avatar
        height: width
        radius: width / 2
        color: Theme.cameraPill

        AppIcon {
            anchors.centerIn: parent
            glyph: Icons.play
            color: Theme.cameraText
        }
    }
    Rectangle { // over the picture, whose corners it does not round
        anchors.fill: parent
        radius: cover.radius
        color: "transparent"
        border.width: Theme.hairline
        border.color: Theme.outline
    }
}

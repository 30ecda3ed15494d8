// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// What the organiser's list said, field by field, and what became of it. Lies over the page until it is closed.
FocusScope {
    id: sheet

    required property ResolutionController resolution
    signal closed

    objectName: "resolutionSheet"
    Keys.onEscapePressed: sheet.closed()
    onVisibleChanged: if (sheet.visible) close.forceActiveFocus()

    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true
        onClicked: sheet.closed()
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
    }
    FocusGate { // the keyboard stays in what lies on top
        onEntered: close.forceActiveFocus(Qt.TabFocusReason)
    }
    Rectangle {
        anchors.centerIn: parent
        width: Math.min(Theme.readingWidth, parent.width - 2 * Theme.s16)
        height: Math.min(body.implicitHeight + close.implicitHeight + 3 * Theme.s20, parent.height - 2 * Theme.s16)
        radius: Theme.radiusHero
        color: Theme.surfaceRaised
        border.width: Theme.hairline
        border.color: Theme.outline

        MouseArea {
            anchors.fill: parent // what is between the lines does not close it
            Accessible.ignored: true
        }
        Flickable {
            id: page
            anchors.top: parent.top
            anchors.bottom: close.top
            anchors.margins: Theme.s20
            x: Theme.s20
            width: parent.width - 2 * Theme.s20
            contentHeight: body.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            Column {
                id: body
                width: page.width
                spacing: Theme.s8

                AppText {
                    width: parent.width
                    text: qsTr("Badge %1").arg(sheet.resolution.badge)
                    type: Theme.h2
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                AppText {
                    width: parent.width
                    text: sheet.resolution.note
                    type: Theme.small
                    muted: true
                }
                Repeater {
                    model: sheet.resolution.lines

                    Item {
                        id: line
                        required property string label
                        required property string value
                        required property string listed
                        required property string became
                        required property bool kept
                        readonly property string origin: line.kept ? qsTr("%1; the list says: %2").arg(line.became).arg(line.listed) : line.became
                        objectName: "mergeLine"
                        width: parent ? parent.width : 0
                        height: words.implicitHeight + Theme.s8
                        Accessible.role: Accessible.StaticText
                        Accessible.name: qsTr("%1: %2").arg(line.label).arg(line.value)
                        Accessible.description: line.origin

                        Hairline {
                            width: parent.width
                        }
                        Column {
                            id: words
                            y: Theme.s8
                            width: parent.width

                            AppText {
                                width: parent.width
                                text: line.label
                                type: Theme.caption
                                muted: true
                                Accessible.ignored: true
                            }
                            AppText {
                                width: parent.width
                                text: line.value
                                type: Theme.strong
                                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                                Accessible.ignored: true
                            }
                            Row {
                                width: parent.width
                                spacing: Theme.s4

                                AppIcon {
                                    id: mark
                                    anchors.verticalCenter: parent.verticalCenter
                                    glyph: line.kept ? Icons.pencil : Icons.check
                                    size: Theme.iconSmall
                                    color: Theme.textMuted
                                }
                                AppText {
                                    width: parent.width - mark.width - Theme.s4
                                    text: line.origin
                                    type: Theme.caption
                                    muted: true
                                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                                    Accessible.ignored: true
                                }
                            }
                        }
                    }
                }
            }
        }
        AppButton {
            id: close
            objectName: "closeResolutionButton"
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s20
            anchors.right: parent.right
            anchors.rightMargin: Theme.s20
            text: qsTr("Close")
            look: AppButton.Tonal
            onClicked: sheet.closed()
        }
    }
    FocusGate {
        onEntered: close.forceActiveFocus(Qt.TabFocusReason)
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Shapes
import Rapport.App
import Rapport.Components
import Rapport.Theme

// The camera, full bleed: what it sees, the found code in its own angle, and whom it names.
Rectangle {
    id: screen

    required property ScanController scan
    signal closed

    readonly property bool wide: screen.width >= Theme.wide
    readonly property bool answered: screen.scan.state === ScanController.Found || screen.scan.state === ScanController.NotUnderstood

    objectName: "scanScreen"
    color: Theme.camera
    Keys.onEscapePressed: screen.closed()

    FrameView {
        id: view
        anchors.fill: parent
        image: screen.scan.frame // qmllint disable
        crop: screen.wide
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.cameraDim
        opacity: screen.answered ? 0.6 : 0
    }
    Shape {
        id: outline
        anchors.fill: parent
        visible: screen.scan.outline.length === 4 && screen.scan.frameSize.width > 0

        readonly property var corners: outline.placed(screen.scan.outline, view.contentRect)

        // From 0 … 1 of the picture to this item.
        function placed(points, area) {
            return points.map(point => Qt.point(area.x + point.x * area.width, area.y + point.y * area.height))
        }

        ShapePath {
            strokeColor: Theme.halo
            strokeWidth: 16
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            PathPolyline {
                path: outline.corners.length === 4 ? outline.corners.concat([outline.corners[0]]) : []
            }
        }
        ShapePath {
            strokeColor: Theme.accent
            strokeWidth: 4
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            PathPolyline {
                path: outline.corners.length === 4 ? outline.corners.concat([outline.corners[0]]) : []
            }
        }
    }
    Rectangle {
        visible: outline.visible && outline.corners.length === 4
        x: outline.visible && outline.corners.length === 4 ? outline.corners[1].x - width / 2 : 0
        y: outline.visible && outline.corners.length === 4 ? outline.corners[1].y - height / 2 : 0
        width: Theme.avatar
        height: Theme.avatar
        radius: width / 2
        color: Theme.accent

        AppIcon {
            anchors.centerIn: parent
            glyph: Icons.check
            size: Theme.iconLarge
            color: Theme.overAccent
        }
    }

    AppButton {
        objectName: "closeScanButton"
        x: Theme.s24
        y: Theme.s24
        large: true
        text: qsTr("Close")
        glyph: Icons.close
        look: AppButton.OnCamera
        onClicked: screen.closed()
    }

    Rectangle {
        visible: screen.scan.state === ScanController.Looking && screen.scan.guidance !== ""
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: typing.top
        anchors.bottomMargin: Theme.s24
        width: Math.min(guidance.implicitWidth + 2 * Theme.s24, parent.width - 2 * Theme.s24)
        height: guidance.height + Theme.s24
        radius: Theme.radiusHero
        color: Theme.cameraPill

        AppText {
            id: guidance
            objectName: "scanGuidance"
            anchors.centerIn: parent
            width: Math.min(implicitWidth, screen.width - 4 * Theme.s24)
            text: screen.scan.guidance
            type: Theme.h3
            color: Theme.cameraText
        }
    }
    AppButton {
        id: typing
        objectName: "typeInsteadButton"
        x: Theme.s24
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s24
        visible: screen.wide || !result.visible
        large: true
        text: qsTr("Type instead")
        glyph: Icons.keyboard
        look: AppButton.OnCamera
        onClicked: screen.scan.typeInstead()
    }

    Rectangle {
        id: result
        z: 1 // above what the camera sees
        visible: screen.answered || screen.scan.state === ScanController.NoSource
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: screen.wide ? Theme.s24 : Theme.s12
        width: Math.min(Theme.resultCard, parent.width - 2 * anchors.margins)
        height: Math.min(found.implicitHeight + 2 * Theme.s24, parent.height - Theme.s48 - Theme.targetLarge)
        radius: Theme.radiusHero
        color: Theme.cameraCard

        Flickable {
            anchors.fill: parent
            anchors.margins: Theme.s24
            contentHeight: found.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            Column {
                id: found
                width: parent.width
                spacing: Theme.s16

                Row {
                    width: parent.width
                    visible: screen.scan.personName !== ""
                    spacing: Theme.s16

                    Avatar {
                        large: true
                        initials: screen.scan.initials
                        color: Theme.cameraSoft
                        ink: Theme.cameraOnSoft
                    }
                    Column {
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width - Theme.avatarLarge - Theme.s16

                        AppText {
                            objectName: "scannedName"
                            width: parent.width
                            text: screen.scan.personName
                            type: Theme.h1
                            color: Theme.cameraText
                        }
                        AppText {
                            width: parent.width
                            visible: text !== ""
                            text: screen.scan.jobTitle
                            color: Theme.cameraMuted
                        }
                    }
                }
                Flow {
                    width: parent.width
                    visible: screen.scan.state === ScanController.Found
                    spacing: Theme.s8

                    Rectangle {
                        width: readWords.width + 2 * Theme.s12
                        height: Math.max(Theme.chip, readWords.height + Theme.s8)
                        radius: height / 2
                        color: Theme.cameraGoodSoft

                        Row {
                            id: readWords
                            anchors.centerIn: parent
                            spacing: Theme.s4

                            AppIcon {
                                anchors.verticalCenter: parent.verticalCenter
                                glyph: Icons.check
                                size: Theme.iconSmall
                                color: Theme.cameraGood
                            }
                            AppText {
                                text: qsTr("Read from badge")
                                type: Theme.small
                                color: Theme.cameraGood
                                wrapMode: Text.NoWrap
                            }
                        }
                    }
                    Rectangle {
                        width: knownWord.width + 2 * Theme.s12
                        height: Math.max(Theme.chip, knownWord.height + Theme.s8)
                        radius: height / 2
                        color: Theme.cameraSunken

                        AppText {
                            id: knownWord
                            anchors.centerIn: parent
                            text: screen.scan.known ? qsTr("Known contact") : qsTr("New contact")
                            type: Theme.small
                            color: Theme.cameraMuted
                            wrapMode: Text.NoWrap
                        }
                    }
                }
                Column {
                    width: parent.width

                    Repeater {
                        model: screen.scan.fields

                        Item {
                            id: field
                            required property string icon
                            required property string label
                            required property string value
                            width: parent ? parent.width : 0
                            height: Math.max(Theme.targetLarge, words.implicitHeight + Theme.s16)

                            Rectangle {
                                width: parent.width
                                height: Theme.hairline
                                color: Theme.cameraLine
                            }
                            AppIcon {
                                id: glyph
                                anchors.verticalCenter: parent.verticalCenter
                                glyph: Icons.named(field.icon)
                                size: Theme.iconText
                                color: Theme.cameraMuted
                            }
                            Column {
                                id: words
                                x: Theme.s32 + Theme.s8
                                anchors.verticalCenter: parent.verticalCenter
                                width: parent.width - x

                                AppText {
                                    width: parent.width
                                    text: field.label
                                    type: Theme.caption
                                    color: Theme.cameraMuted
                                }
                                AppText {
                                    width: parent.width
                                    text: field.value
                                    type: Theme.strong
                                    color: Theme.cameraText
                                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                                }
                            }
                        }
                    }
                    Rectangle {
                        width: parent.width
                        height: Theme.hairline
                        color: Theme.cameraLine
                    }
                }
                AppText {
                    width: parent.width
                    visible: text !== ""
                    text: screen.scan.matchText
                    type: Theme.small
                    color: Theme.cameraMuted
                }
                AppText {
                    objectName: "scanSentence"
                    width: parent.width
                    visible: text !== ""
                    text: screen.scan.sentence
                    type: screen.scan.state === ScanController.Found ? Theme.small : Theme.strong
                    color: Theme.cameraText
                }
                AppButton {
                    objectName: "startConversationButton"
                    width: parent.width
                    visible: screen.scan.canStart
                    large: true
                    text: qsTr("Start conversation")
                    trailingGlyph: Icons.arrowRight
                    look: AppButton.Accent
                    onClicked: screen.scan.startConversation()
                }
                AppButton {
                    objectName: "scanNextButton"
                    width: parent.width
                    text: screen.answered ? qsTr("Scan next") : qsTr("Try again")
                    look: AppButton.OnCamera
                    onClicked: screen.scan.scanNext()
                }
                AppButton {
                    objectName: "typeInsteadSmallButton"
                    width: parent.width
                    visible: !typing.visible
                    text: qsTr("Type instead")
                    look: AppButton.OnCamera
                    onClicked: screen.scan.typeInstead()
                }
            }
        }
    }
}

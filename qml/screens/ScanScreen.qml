// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Shapes
import QtQuick.Window
import Rapport.App
import Rapport.Components
import Rapport.Theme

// The camera, full bleed: what it sees, the found code in its own angle, and whom it names.
Rectangle {
    id: screen

    required property ScanController scan
    signal closed
    signal cardWanted // what is seen is a business card
    signal severalWanted // many people, one after another

    readonly property bool wide: screen.width >= Theme.wide
    readonly property bool answered: screen.scan.state === ScanController.Found || screen.scan.state === ScanController.NotUnderstood || screen.machine
    readonly property bool machine: screen.scan.state === ScanController.MachineFound

    readonly property bool choosing: screen.scan.state === ScanController.Choosing

    // What was found is seen in its place first; then the card says who it is.
    property bool held: false
    readonly property bool carded: screen.answered ? screen.held || Theme.holdTime === 0 : screen.scan.state === ScanController.NoSource || screen.scan.state === ScanController.NothingThere

    readonly property bool hidden: Window.visibility === Window.Hidden || Window.visibility === Window.Minimized

    property bool interrupted: false // because nobody sees it

    objectName: "scanScreen"
    color: Theme.camera
    Keys.onEscapePressed: screen.closed()

    onAnsweredChanged: screen.held = false
    onCardedChanged: {
        if (screen.carded && screen.machine && screen.scan.machine.known)
            screen.scan.machine.openFile()
    }

    onHiddenChanged: {
        if (screen.hidden && screen.scan.state === ScanController.Looking) {
            screen.scan.stop()
            screen.interrupted = true
        } else if (!screen.hidden && screen.interrupted) {
            screen.scan.start()
            screen.interrupted = false
        }
    }

    // Nothing is found behind the pictures' back.
    function pickPhoto() {
        if (screen.scan.state === ScanController.Looking)
            screen.scan.stop()
        photos.active = true
    }
    function leavePhotos() {
        photos.active = false
        screen.forceActiveFocus()
        if (screen.scan.state === ScanController.Idle)
            screen.scan.start()
    }

    Timer {
        interval: Theme.holdTime
        running: screen.answered
        onTriggered: screen.held = true
    }
    FrameView {
        id: view
        anchors.fill: parent
        image: screen.scan.frame // qmllint disable
        crop: screen.wide
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.cameraDim
        opacity: screen.carded && screen.answered ? 0.6 : 0
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

    CodeChoice {
        anchors.fill: parent
        visible: screen.choosing
        codes: screen.scan.codes
        area: view.contentRect
        onChosen: index => screen.scan.choose(index)
    }

    Row {
        x: Theme.s24
        y: Theme.s24
        spacing: Theme.s8

        AppButton {
            objectName: "closeScanButton"
            large: true
            text: qsTr("Close")
            glyph: Icons.close
            look: AppButton.OnCamera
            onClicked: screen.closed()
        }
        AppButton {
            objectName: "torchButton"
            visible: screen.scan.hasTorch
            large: true
            width: implicitHeight
            glyph: screen.scan.torchOn ? Icons.flashlightOff : Icons.flashlight
            look: AppButton.OnCamera
            Accessible.name: screen.scan.torchOn ? qsTr("Switch the torch off") : qsTr("Switch the torch on")
            onClicked: screen.scan.toggleTorch()
        }
        AppButton {
            objectName: "flipButton"
            visible: screen.scan.canFlip
            large: true
            width: implicitHeight
            glyph: Icons.cameraSwitch
            look: AppButton.OnCamera
            Accessible.name: qsTr("Other camera")
            onClicked: screen.scan.flip()
        }
    }

    Rectangle {
        visible: (screen.scan.state === ScanController.Looking || screen.choosing) && screen.scan.guidance !== ""
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: ways.top
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
    Flow {
        id: ways
        x: Theme.s24
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s24
        width: screen.wide && screen.carded ? result.x - 2 * Theme.s24 : parent.width - 2 * Theme.s24
        visible: screen.wide || !screen.carded
        spacing: Theme.s8

        AppButton {
            objectName: "lookAgainButton"
            visible: screen.choosing
            large: true
            text: qsTr("Look again")
            glyph: Icons.qrcodeScan
            look: AppButton.OnCamera
            onClicked: screen.scan.scanNext()
        }
        AppButton {
            objectName: "typeInsteadButton"
            visible: !screen.choosing
            large: true
            text: qsTr("Type instead")
            glyph: Icons.keyboard
            look: AppButton.OnCamera
            onClicked: screen.scan.typeInstead()
        }
        AppButton {
            objectName: "scanSeveralButton"
            visible: !screen.choosing
            large: true
            text: qsTr("Scan several")
            glyph: Icons.accountMultiple
            look: AppButton.OnCamera
            onClicked: screen.severalWanted()
        }
        AppButton {
            objectName: "readCardButton"
            visible: screen.scan.frameSize.width > 0 && !screen.choosing
            large: true
            text: qsTr("Business card")
            glyph: Icons.account
            look: AppButton.OnCamera
            onClicked: screen.cardWanted()
        }
        AppButton {
            objectName: "pickPhotoButton"
            visible: !screen.choosing
            large: true
            text: qsTr("Pick photo")
            glyph: Icons.image
            look: AppButton.OnCamera
            onClicked: screen.pickPhoto()
        }
    }
    ScanCard {
        id: result
        z: 1 // above what the camera sees
        visible: screen.carded && !screen.machine
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: screen.wide ? Theme.s24 : Theme.s12
        width: Math.min(Theme.resultCard, parent.width - 2 * anchors.margins)
        height: Math.min(result.implicitHeight, parent.height - Theme.s48 - Theme.targetLarge)
        scan: screen.scan
        alone: !ways.visible
        onPhotoRequested: screen.pickPhoto()
        onCardRequested: screen.cardWanted()
        onCompareRequested: comparing.active = true
    }

    MachineCard {
        z: 1
        visible: screen.carded && screen.machine && !screen.scan.machine.known
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: result.anchors.margins
        width: result.width
        height: Math.min(implicitHeight, parent.height - Theme.s48 - Theme.targetLarge)
        scan: screen.scan
    }

    Loader {
        id: comparing
        anchors.fill: parent
        z: 2
        active: false
        sourceComponent: CandidatesScreen {
            people: screen.scan.people
            onClosed: {
                comparing.active = false
                screen.forceActiveFocus()
            }
        }
    }
    Loader {
        id: photos
        anchors.fill: parent
        z: 2
        active: false
        sourceComponent: PhotoPicker {
            album: screen.scan.album
            onPicked: file => {
                photos.active = false
                screen.scan.readPhoto(file)
            }
            onClosed: screen.leavePhotos()
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Shapes
import Rapport.Theme

// Ink where the finger goes. `signed` brings all strokes when one ends; strokes are lists of points. Once it is done it is shown as it was kept, and
// changed only by signing again. Who cannot draw types the name instead: `named`.
Item {
    id: pad

    property bool filled: false // a signature is stored
    property bool readOnly: false
    property string name: ""
    property string signer: "" // printed below the line
    property string picture: "" // of the signature that is stored
    property var strokes: []
    property var current: []
    signal signed(var strokes, size area)
    property string description: ""
    property bool typing: false // the name, in place of the paper
    signal named(string text, size area)
    signal cleared

    readonly property bool settled: pad.filled && pad.strokes.length === 0 && pad.current.length === 0

    function signByName() {
        if (writer.text.trim() === "")
            return
        pad.named(writer.text, Qt.size(pad.width, Theme.signatureHeight))
    }
    // The name has become the signature; the keyboard goes on from it.
    function endTyping() {
        const keyed = writer.activeFocus || signing.activeFocus
        pad.typing = false
        writer.clear()
        if (keyed)
            again.forceActiveFocus(Qt.TabFocusReason)
    }

    implicitHeight: (pad.typing ? typed.implicitHeight : Theme.signatureHeight) + clear.height + Theme.s4

    AppText {
        id: told
        anchors.left: parent.left
        anchors.right: clear.left
        anchors.rightMargin: Theme.s8
        height: clear.height
        verticalAlignment: Text.AlignVCenter
        text: pad.filled ? qsTr("Signed") : qsTr("Please sign here")
        type: Theme.small
        muted: true
    }
    Row {
        id: clear
        anchors.right: parent.right
        height: Math.max(Theme.target, clear.implicitHeight, told.implicitHeight)
        spacing: Theme.s8

        AppButton {
            objectName: "typeSignature"
            visible: !pad.readOnly && !pad.filled && pad.strokes.length === 0
            text: pad.typing ? qsTr("Draw instead") : qsTr("Type instead")
            look: AppButton.Plain
            Accessible.name: qsTr("%1: %2", "question and what the button does").arg(pad.name).arg(text)
            Accessible.description: pad.description
            onClicked: {
                pad.typing = !pad.typing
                if (pad.typing)
                    writer.forceActiveFocus(Qt.TabFocusReason)
            }
        }
        AppButton {
            id: again
            objectName: "clearSignature"
            onVisibleChanged: if (again.visible && pad.typing) pad.endTyping()
            visible: !pad.readOnly && (pad.filled || pad.strokes.length > 0)
            text: qsTr("Sign again")
            look: AppButton.Plain
            onClicked: {
                pad.strokes = []
                pad.cleared()
            }
        }
        AppButton {
            objectName: "keepSignature"
            visible: !pad.readOnly && pad.filled && pad.strokes.length > 0
            text: qsTr("Done")
            onClicked: pad.strokes = [] // it is stored already: what is shown now is that
        }
    }
    Flow {
        id: typed
        y: clear.height + Theme.s4
        width: parent.width
        spacing: Theme.s8
        visible: pad.typing

        AppField {
            id: writer
            objectName: "signatureName"
            width: Math.min(typed.width, Theme.sideCard)
            placeholderText: qsTr("Name of the person who signs")
            Accessible.name: pad.name
            Accessible.description: placeholderText
            Keys.onReturnPressed: pad.signByName()
            Keys.onEnterPressed: pad.signByName()
        }
        AppButton {
            id: signing
            objectName: "signByName"
            large: true
            enabled: writer.text.trim() !== ""
            text: qsTr("Sign with this name")
            onClicked: pad.signByName()
        }
    }
    Rectangle {
        id: paper
        objectName: "signaturePaper"
        visible: !pad.typing
        y: clear.height + Theme.s4
        width: parent.width
        height: Theme.signatureHeight
        radius: Theme.radius
        color: Theme.paper
        border.width: Theme.hairline
        border.color: Theme.outlineStrong
        Accessible.role: Accessible.Graphic
        Accessible.name: pad.name

        Rectangle {
            x: Theme.s24
            y: parent.height - Theme.s48
            width: parent.width - 2 * Theme.s24
            height: Theme.hairline
            visible: !kept.visible
            color: Theme.outline
        }
        AppText {
            x: Theme.s24
            y: parent.height - Theme.s48
            width: parent.width - 2 * Theme.s24
            height: Theme.s48
            verticalAlignment: Text.AlignVCenter
            visible: !kept.visible && text !== ""
            text: pad.signer
            type: Theme.small
            color: Theme.signatureInk
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        Image {
            id: kept
            objectName: "keptSignature"
            anchors.fill: parent
            anchors.margins: Theme.hairline
            visible: pad.settled && kept.status === Image.Ready
            source: pad.settled ? pad.picture : ""
            asynchronous: true
            cache: false // each stroke makes another one of the same name
            fillMode: Image.PreserveAspectFit
            horizontalAlignment: Image.AlignLeft
        }
        AppIcon {
            visible: pad.settled && !kept.visible
            anchors.centerIn: parent
            glyph: Icons.checkCircle
            size: Theme.iconLarge
            color: Theme.signatureInk
        }
        Repeater {
            model: pad.current.length > 1 ? pad.strokes.concat([pad.current]) : pad.strokes

            Shape {
                id: stroke
                required property var modelData
                anchors.fill: parent

                ShapePath {
                    strokeColor: Theme.signatureInk
                    strokeWidth: 2.6
                    fillColor: "transparent"
                    capStyle: ShapePath.RoundCap
                    joinStyle: ShapePath.RoundJoin

                    PathPolyline {
                        path: stroke.modelData
                    }
                }
            }
        }
        MouseArea {
            anchors.fill: parent
            enabled: !pad.readOnly && !pad.settled
            preventStealing: true
            onPressed: mouse => pad.current = [Qt.point(mouse.x, mouse.y)]
            onPositionChanged: mouse => pad.current = pad.current.concat([Qt.point(mouse.x, mouse.y)])
            onReleased: {
                if (pad.current.length > 1)
                    pad.strokes = pad.strokes.concat([pad.current])
                pad.current = []
                if (pad.strokes.length > 0)
                    pad.signed(pad.strokes, Qt.size(paper.width, paper.height))
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// For a tablet that cannot deliver: what waits goes into a file. And for the one beside it, which delivers that file.
Item {
    id: screen

    required property RescueController rescue
    signal leaveRequested

    readonly property int margin: screen.width < Theme.compact ? Theme.marginPhone : Theme.margin
    readonly property bool wide: screen.width >= Theme.wide
    property bool picking: false

    objectName: "rescueScreen"
    Keys.onEscapePressed: screen.leaveRequested()
    Component.onCompleted: screen.rescue.refresh()
    Component.onDestruction: screen.rescue.leave()

    component Part: Card {
        id: part

        required property string title
        required property string text

        width: screen.wide ? (body.width - body.spacing) / 2 : body.width
        padding: Theme.s24
        spacing: Theme.s12

        AppText {
            width: parent.width
            text: part.title
            type: Theme.h2
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        AppText {
            width: parent.width
            text: part.text
            muted: true
        }
    }

    PageBar {
        id: bar
        width: parent.width
        visible: !screen.picking
        margin: screen.margin
        title: qsTr("Rescue")
        subtitle: qsTr("When a tablet breaks or reaches the hub no more")
        backName: qsTr("Back to the outbox")
        onBack: screen.leaveRequested()
    }
    Flickable {
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: body.implicitHeight + 2 * Theme.s20
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        visible: !screen.picking

        Flow {
            id: body
            x: screen.margin
            y: Theme.s20
            width: parent.width - 2 * screen.margin
            spacing: Theme.s16

            Part {
                title: qsTr("This tablet cannot deliver")
                text: qsTr("What waits here goes into one file, on a stick for example. Nobody but your hub can open it.")

                AppText {
                    objectName: "rescueWaiting"
                    width: parent.width
                    visible: text !== ""
                    text: screen.rescue.waitingText
                    type: Theme.strong
                }
                AppText {
                    objectName: "rescueDrafts"
                    width: parent.width
                    visible: text !== ""
                    text: screen.rescue.draftsText
                    type: Theme.small
                    muted: true
                }
                AppText {
                    objectName: "rescueCannot"
                    width: parent.width
                    visible: text !== ""
                    text: screen.rescue.cannotText
                    type: Theme.small
                    muted: true
                }
                Flow {
                    width: parent.width
                    visible: screen.rescue.canExport || screen.rescue.exporting
                    spacing: Theme.s8

                    Repeater {
                        model: screen.rescue.places

                        ChoiceButton {
                            id: place
                            required property int index
                            required property string path
                            required property string label
                            required property bool selected
                            objectName: "rescuePlace_" + place.index
                            width: Math.min(implicitWidth, parent ? parent.width : 0)
                            text: place.label
                            chosen: place.selected
                            onClicked: screen.rescue.choose(place.path)
                        }
                    }
                }
                AppButton {
                    objectName: "rescueExportButton"
                    width: parent.width
                    enabled: screen.rescue.canExport
                    text: screen.rescue.exporting ? qsTr("Writing the file") : qsTr("Write the rescue file")
                    glyph: Icons.contentSave
                    look: AppButton.Primary
                    onClicked: screen.rescue.exportAll()
                }
                Banner {
                    objectName: "rescueExportBanner"
                    width: parent.width
                    visible: screen.rescue.exportText !== ""
                    glyph: screen.rescue.exported ? Icons.checkCircle : Icons.alertCircle
                    tone: screen.rescue.exported ? Banner.Quiet : Banner.Danger
                    text: screen.rescue.exportText
                }
            }
            Part {
                title: qsTr("Deliver a rescue file")
                text: qsTr("Of another tablet: this one brings it to the hub and cannot read it. The same file may be delivered twice; nothing is doubled.")

                AppButton {
                    id: pick
                    objectName: "rescuePickButton"
                    width: parent.width
                    enabled: !screen.rescue.delivering
                    text: qsTr("Pick the rescue file")
                    glyph: Icons.file
                    look: AppButton.Tonal
                    onClicked: screen.picking = true
                }
                AppText {
                    objectName: "rescueProgress"
                    width: parent.width
                    visible: text !== ""
                    text: screen.rescue.progressText
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }
                Banner {
                    objectName: "rescueDeliveryBanner"
                    width: parent.width
                    visible: screen.rescue.deliveryText !== ""
                    glyph: screen.rescue.delivered ? Icons.checkCircle : Icons.alertCircle
                    tone: screen.rescue.delivered ? Banner.Quiet : Banner.Danger
                    text: screen.rescue.deliveryText
                }
            }
        }
    }
    Loader {
        anchors.fill: parent
        active: screen.picking
        sourceComponent: FilePicker {
            album: screen.rescue.files
            accept: screen.rescue.accept
            onPicked: file => {
                screen.picking = false
                screen.rescue.deliver(file)
            }
            onClosed: {
                screen.picking = false
                pick.forceActiveFocus()
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// "Ready for the fair?": one light, and each thing that the day needs in one line.
Item {
    id: screen

    required property ReadinessController readiness
    signal leaveRequested

    readonly property int margin: screen.width < Theme.compact ? Theme.marginPhone : Theme.margin

    objectName: "readinessScreen"
    Keys.onEscapePressed: screen.leaveRequested()
    Component.onCompleted: screen.readiness.check()

    PageBar {
        id: bar
        width: parent.width
        margin: screen.margin
        title: qsTr("Ready for the fair?")
        subtitle: screen.readiness.checkedText
        backName: qsTr("Back to the fair")
        onBack: screen.leaveRequested()

        AppButton {
            objectName: "checkAgainButton"
            text: qsTr("Check again")
            look: AppButton.Outline
            onClicked: screen.readiness.check()
        }
    }
    Flickable {
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: body.implicitHeight + 2 * Theme.s20
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: body
            x: screen.margin
            y: Theme.s20
            width: Math.min(parent.width - 2 * screen.margin, Theme.readingWidth)
            spacing: Theme.s16

            Card {
                objectName: "readinessLight"
                width: parent.width
                visible: screen.readiness.checked
                color: screen.readiness.ready ? Theme.positiveSoft : Theme.warningSoft
                Accessible.role: Accessible.StaticText
                Accessible.name: screen.readiness.headline

                Row {
                    width: parent.width
                    spacing: Theme.s16

                    AppIcon {
                        id: light
                        anchors.verticalCenter: parent.verticalCenter
                        glyph: screen.readiness.ready ? Icons.checkCircle : Icons.alertCircle
                        size: Theme.iconLarge
                        color: screen.readiness.ready ? Theme.positive : Theme.warning
                    }
                    AppText {
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width - light.width - Theme.s16
                        text: screen.readiness.headline
                        type: Theme.h2
                        color: screen.readiness.ready ? Theme.positive : Theme.warning
                    }
                }
            }
            Card {
                width: parent.width
                padding: 0

                Repeater {
                    model: screen.readiness.facts

                    Item {
                        id: fact
                        required property int index
                        required property string title
                        required property string detail
                        required property bool ok
                        objectName: "readinessFact"
                        width: parent ? parent.width : 0
                        implicitHeight: Math.max(Theme.row, words.implicitHeight + Theme.s20)
                        Accessible.role: Accessible.StaticText
                        Accessible.name: fact.ok ? qsTr("%1: %2").arg(fact.title).arg(fact.detail)
                                                 : qsTr("%1, to look at: %2").arg(fact.title).arg(fact.detail)

                        Hairline {
                            visible: fact.index > 0
                            width: parent.width
                        }
                        AppIcon {
                            id: mark
                            x: Theme.s20
                            anchors.verticalCenter: parent.verticalCenter
                            glyph: fact.ok ? Icons.checkCircle : Icons.alertCircle
                            color: fact.ok ? Theme.positive : Theme.warning
                        }
                        Column {
                            id: words
                            anchors.left: mark.right
                            anchors.leftMargin: Theme.s16
                            anchors.right: parent.right
                            anchors.rightMargin: Theme.s20
                            anchors.verticalCenter: parent.verticalCenter

                            AppText {
                                width: parent.width
                                text: fact.title
                                type: Theme.h3
                                Accessible.ignored: true
                            }
                            AppText {
                                width: parent.width
                                text: fact.detail
                                type: Theme.small
                                muted: true
                                Accessible.ignored: true
                            }
                        }
                    }
                }
            }
        }
    }
}

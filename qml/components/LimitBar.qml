// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// Where a value lies beside its limits: the band that is normal, and a mark. The words beside it say the same.
Item {
    id: bar

    required property real low // 0 to 1
    required property real high
    property real place: -1 // 0 to 1; below: nothing was measured
    property bool out: false
    property real first: -1 // what was measured before a repair; below: nothing
    property bool firstOut: false

    implicitHeight: Theme.s24

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        height: Theme.s8
        radius: height / 2
        color: Theme.sunken
        border.width: Theme.highContrast ? Theme.hairline : 0
        border.color: Theme.outlineStrong
    }
    Rectangle {
        x: bar.low * bar.width
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(0, bar.high - bar.low) * bar.width
        height: Theme.s8
        radius: height / 2
        color: Theme.positive
        opacity: Theme.highContrast ? 1 : 0.4
    }
    Rectangle {
        objectName: "firstMark"
        visible: bar.first >= 0
        x: bar.first * (bar.width - width)
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.s8
        height: Theme.s20
        radius: Theme.s4
        color: Theme.surface
        border.width: Theme.s2
        border.color: bar.firstOut ? Theme.danger : Theme.text
    }
    Rectangle {
        objectName: "limitMark"
        visible: bar.place >= 0
        x: bar.place * (bar.width - width)
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.s8
        height: Theme.s20
        radius: Theme.s4
        color: bar.out ? Theme.danger : Theme.text
        border.width: Theme.s2
        border.color: Theme.surface
    }
}

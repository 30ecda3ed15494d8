// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Shapes
import Rapport.Theme

// A few values one after another, with the band that is normal. Time runs to the right in every language; the words beside it say the same.
Item {
    id: chart

    required property var points // list of {x, y, out}, 0 to 1 to the right and upwards
    property real low: 0
    property real high: 1
    property bool limited: false
    property bool endsNow: false // the last point is what stands there now

    readonly property real dot: Theme.s8
    readonly property var places: chart.points.map(point => Qt.point(chart.dot / 2 + point.x * (chart.width - chart.dot), chart.down(point.y)))

    function down(y) {
        return chart.height * (1 - y)
    }
    implicitWidth: Theme.sparkline
    implicitHeight: Theme.target

    Rectangle {
        visible: chart.limited
        y: chart.down(chart.high)
        width: parent.width
        height: chart.down(chart.low) - y
        radius: Theme.s4
        color: Theme.positiveSoft
        border.width: Theme.highContrast ? Theme.hairline : 0
        border.color: Theme.positive
    }
    Shape {
        anchors.fill: parent
        visible: chart.places.length > 1

        ShapePath {
            strokeColor: Theme.textMuted
            strokeWidth: Theme.s2
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin

            PathPolyline {
                path: chart.places
            }
        }
    }
    Repeater {
        model: chart.points

        Rectangle {
            id: mark
            required property int index
            required property var modelData
            readonly property point place: chart.places[mark.index] ?? Qt.point(0, 0)
            readonly property bool last: mark.index === chart.points.length - 1

            x: mark.place.x - width / 2
            y: mark.place.y - height / 2
            width: mark.last ? chart.dot : chart.dot / 2
            height: width
            radius: width / 2
            color: mark.last && chart.endsNow ? Theme.surface : mark.modelData.out ? Theme.danger : Theme.text
            border.width: mark.last && chart.endsNow ? Theme.s2 : 0
            border.color: mark.modelData.out ? Theme.danger : Theme.text
        }
    }
}

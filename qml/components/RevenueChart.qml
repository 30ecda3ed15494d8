// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Shapes
import Rapport.Theme

// A figure as it grew through this year and the last: a line each, from January to December. Time runs to the right in every language.
Item {
    id: chart

    required property var course // {current: [{x, y}], previous, year, yearBefore, months: [first, middle, last], level, height}
    required property string spoken // the same in words

    readonly property real ceiling: Theme.s12
    readonly property real floor: chart.height - january.height - Theme.s8
    readonly property real dot: Theme.s10
    readonly property var line: chart.placed(chart.course.current ?? [])
    readonly property var earlier: chart.placed(chart.course.previous ?? [])
    readonly property real level: chart.down(chart.course.height ?? 0)

    function down(y) {
        return chart.floor - y * (chart.floor - chart.ceiling)
    }
    function placed(points) {
        return points.map(point => Qt.point(chart.dot / 2 + point.x * (chart.width - chart.dot), chart.down(point.y)))
    }
    implicitWidth: Theme.courseWidth
    implicitHeight: Theme.courseHeight
    Accessible.role: Accessible.Chart
    Accessible.name: chart.spoken

    Rectangle {
        y: chart.floor
        width: parent.width
        height: Theme.hairline
        color: Theme.outline
    }
    Shape {
        anchors.fill: parent

        ShapePath {
            strokeColor: Theme.outline
            strokeWidth: Theme.hairline
            strokeStyle: ShapePath.DashLine
            dashPattern: [2, 4]
            startX: 0
            startY: chart.level

            PathLine {
                x: chart.width
                y: chart.level
            }
        }
        ShapePath {
            strokeWidth: -1
            fillColor: Theme.primaryVeil

            PathPolyline {
                path: chart.line.length < 2 ? [] : chart.line.concat([Qt.point(chart.line[chart.line.length - 1].x, chart.floor), Qt.point(chart.line[0].x, chart.floor), chart.line[0]])
            }
        }
        ShapePath {
            strokeColor: Theme.outlineStrong
            strokeWidth: Theme.s2
            fillColor: "transparent"
            strokeStyle: ShapePath.DashLine
            dashPattern: [0.5, 2.5]
            capStyle: ShapePath.RoundCap

            PathPolyline {
                path: chart.earlier
            }
        }
        ShapePath {
            strokeColor: Theme.primary
            strokeWidth: Theme.s2
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            capStyle: ShapePath.RoundCap

            PathPolyline {
                path: chart.line
            }
        }
    }
    Rectangle {
        readonly property point place: chart.line[chart.line.length - 1] ?? Qt.point(0, 0)
        visible: chart.line.length > 0
        x: place.x - width / 2
        y: place.y - height / 2
        width: chart.dot
        height: width
        radius: width / 2
        color: Theme.primary
        border.width: Theme.s2
        border.color: Theme.surface
    }
    AppText {
        visible: (chart.course.height ?? 0) > 0
        y: chart.level - height - Theme.s2
        text: chart.course.level ?? ""
        type: Theme.rail
        muted: true
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    AppText {
        id: january
        anchors.bottom: parent.bottom
        text: chart.course.months?.[0] ?? ""
        type: Theme.rail
        muted: true
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    AppText {
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        text: chart.course.months?.[1] ?? ""
        type: Theme.rail
        muted: true
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    AppText {
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        text: chart.course.months?.[2] ?? ""
        type: Theme.rail
        muted: true
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components
import Rapport.Theme

// What was measured of this machine before: a small chart, and the last value in words.
Item {
    id: before

    required property var earlier // {chart: {points, low, high, limited, endsNow}, text, spoken}; null: nothing any more
    readonly property var drawn: before.earlier ? before.earlier.chart : ({ "points": [], "low": 0, "high": 1, "limited": false, "endsNow": false })

    readonly property bool beside: chart.width + Theme.s16 + Theme.photo * Theme.textScale <= before.width

    implicitHeight: before.beside ? Math.max(chart.height, words.implicitHeight) : chart.height + Theme.s4 + words.implicitHeight
    objectName: "earlierValues"
    Accessible.role: Accessible.Chart
    Accessible.name: before.earlier ? before.earlier.spoken : ""

    Sparkline {
        id: chart
        width: Math.min(implicitWidth, before.width)
        points: before.drawn.points
        low: before.drawn.low
        high: before.drawn.high
        limited: before.drawn.limited
        endsNow: before.drawn.endsNow
    }
    AppText {
        id: words
        objectName: "earlierText"
        anchors.left: before.beside ? chart.right : parent.left
        anchors.leftMargin: before.beside ? Theme.s16 : 0
        anchors.right: parent.right
        y: before.beside ? (before.implicitHeight - height) / 2 : chart.height + Theme.s4
        text: before.earlier ? before.earlier.text : ""
        type: Theme.small
        muted: true
        Accessible.ignored: true
    }
}

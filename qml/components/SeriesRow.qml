// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

// What was measured of one quantity: the last value beside its limits, in words, and how it came there.
Item {
    id: row

    required property string quantity
    required property string value // "3 bar"
    required property string verdict // "Too high"; empty: nothing is limited
    required property bool out
    required property string limits
    required property string moment
    required property var chart // {points, low, high, limited, endsNow}
    required property string spoken
    property bool first: false

    readonly property bool beside: row.width >= Theme.sparkline + Theme.sectionList * Theme.textScale

    implicitHeight: row.beside ? Math.max(words.implicitHeight, line.height) + 2 * Theme.s12 : words.implicitHeight + line.height + Theme.s8 + 2 * Theme.s12
    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("%1: %2, %3").arg(row.quantity).arg(row.value).arg(row.verdict === "" ? row.moment : row.verdict)
    Accessible.description: row.spoken

    Hairline {
        visible: !row.first
        width: parent.width
    }
    Column {
        id: words
        x: Theme.s20
        y: Theme.s12
        width: row.width - 2 * Theme.s20 - (row.beside ? line.width + Theme.s24 : 0)
        spacing: Theme.s2

        Flow {
            width: parent.width
            spacing: Theme.s8

            AppText {
                height: Math.max(implicitHeight, verdict.visible ? verdict.height : 0)
                verticalAlignment: Text.AlignVCenter
                text: row.quantity
                type: Theme.label
                muted: true
                Accessible.ignored: true
            }
            Row {
                id: verdict
                visible: row.verdict !== ""
                spacing: Theme.s4

                AppIcon {
                    anchors.verticalCenter: parent.verticalCenter
                    glyph: row.out ? Icons.alertCircle : Icons.check
                    size: Theme.iconSmall
                    color: row.out ? Theme.danger : Theme.positive
                }
                AppText {
                    text: row.verdict
                    type: Theme.label
                    color: row.out ? Theme.danger : Theme.positive
                    Accessible.ignored: true
                }
            }
        }
        AppText {
            width: parent.width
            text: row.value
            type: Theme.h2
            color: row.out ? Theme.danger : Theme.text
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            text: row.limits === "" ? row.moment : qsTr("%1 · %2").arg(row.moment).arg(row.limits)
            type: Theme.caption
            muted: true
            Accessible.ignored: true
        }
    }
    Sparkline {
        id: line
        x: row.beside ? row.width - width - Theme.s20 : Theme.s20
        y: row.beside ? (row.implicitHeight - height) / 2 : words.y + words.implicitHeight + Theme.s8
        width: row.beside ? Theme.sparkline : row.width - 2 * Theme.s20
        points: row.chart.points
        low: row.chart.low
        high: row.chart.high
        limited: row.chart.limited
    }
}

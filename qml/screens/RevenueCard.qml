// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// What the customer has bought this year and last, how it came together, and who says so.
Card {
    id: card

    required property CustomerController customer
    property TypeStyle amount: Theme.h1
    property bool brief: false // without the chart

    readonly property var course: card.customer.revenueCourse
    readonly property bool drawn: !card.brief && card.course.current !== undefined
    readonly property bool beside: card.drawn && inner.width >= Theme.courseWidth + Theme.sectionList * Theme.textScale + Theme.s24

    objectName: "revenueCard"
    visible: card.customer.hasRevenue

    Flow {
        id: inner
        width: parent.width
        spacing: Theme.s24

        Column {
            width: card.beside ? inner.width - Theme.courseWidth - Theme.s24 : inner.width
            spacing: Theme.s4

            AppText {
                width: parent.width
                text: card.customer.revenueTitle
                type: Theme.label
                muted: true
            }
            AppText {
                width: parent.width
                text: card.customer.revenue
                type: card.amount
                muted: card.customer.revenueStale
            }
            Row {
                width: parent.width
                visible: card.customer.revenueTrend !== ""
                spacing: Theme.s4

                AppIcon {
                    id: arrow
                    glyph: card.customer.revenueGrows ? Icons.arrowUp : Icons.arrowDown
                    size: Theme.iconText
                    color: card.customer.revenueStale || !card.customer.revenueGrows ? Theme.textMuted : Theme.positive
                }
                AppText {
                    width: parent.width - arrow.width - Theme.s4
                    text: card.customer.revenueTrend
                    type: Theme.smallStrong
                    color: arrow.color
                }
            }
            AppText {
                width: parent.width
                text: card.customer.revenueBefore
                type: Theme.small
                muted: true
            }
            OriginLine {
                width: parent.width
                topPadding: Theme.s8
                text: card.customer.revenueOrigin
            }
            Flow {
                width: parent.width
                topPadding: Theme.s8
                visible: card.drawn
                spacing: Theme.s16

                Repeater {
                    model: card.drawn ? [card.course.year, card.course.yearBefore] : []

                    Row {
                        id: legend
                        required property int index
                        required property string modelData
                        spacing: Theme.s8

                        Row {
                            anchors.verticalCenter: parent.verticalCenter
                            spacing: Theme.s2

                            Repeater {
                                model: legend.index === 0 ? 1 : 4

                                Rectangle {
                                    width: legend.index === 0 ? Theme.s20 : Theme.s2
                                    height: Theme.s2
                                    radius: height / 2
                                    color: legend.index === 0 ? Theme.primary : Theme.outlineStrong
                                }
                            }
                        }
                        AppText {
                            text: legend.modelData
                            type: Theme.caption
                            muted: true
                            wrapMode: Text.NoWrap
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
        RevenueChart {
            objectName: "revenueChart"
            width: card.beside ? Theme.courseWidth : inner.width
            visible: card.drawn
            course: card.customer.revenueCourse
            spoken: qsTr("Revenue through the year %1, beside that of %2").arg(card.course.year ?? "").arg(card.course.yearBefore ?? "")
        }
    }
}

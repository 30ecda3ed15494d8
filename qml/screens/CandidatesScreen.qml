// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// Whom somebody may be: those who fit, one of them beside what was read, and what a person says of it. Lies over the page until that is said.
FocusScope {
    id: screen

    required property CandidatesController people
    signal closed

    readonly property bool wide: screen.width >= Theme.wide * Math.min(Theme.textScale, 1.5)
    readonly property bool tight: ways.implicitHeight > screen.height * 0.35 // what can be said of them scrolls with the page
    readonly property int margin: screen.width < Theme.compact ? Theme.marginPhone : Theme.margin

    objectName: "candidatesScreen"
    Keys.onEscapePressed: screen.closed()
    Component.onCompleted: {
        screen.people.open()
        screen.forceActiveFocus()
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.background

        MouseArea {
            anchors.fill: parent // what is below is not touched
            Accessible.ignored: true
        }
    }
    FocusGate { // the keyboard stays in what lies on top
        onEntered: screen.forceActiveFocus()
    }
    PageBar {
        id: bar
        width: parent.width
        margin: screen.margin
        title: qsTr("Is this somebody you know?")
        subtitle: qsTr("%n person(s) or firm(s) fit(s)", "", screen.people.candidates.count)
        backName: qsTr("Back")
        onBack: screen.closed()
    }
    FocusScroll {
        flickable: page
    }
    Flickable {
        id: page
        anchors.top: bar.bottom
        anchors.bottom: foot.top
        width: parent.width
        contentHeight: body.implicitHeight + 2 * Theme.s24
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Flow {
            id: body
            x: screen.margin
            y: Theme.s24
            width: parent.width - 2 * screen.margin
            spacing: Theme.s24

            Card {
                id: list
                width: screen.wide ? Theme.sideCard : parent.width
                padding: Theme.s8

                Repeater {
                    model: screen.people.candidates

                    CandidateRow {
                        id: candidate
                        required property int index
                        objectName: "candidate_" + candidate.index
                        width: parent ? parent.width : 0
                        onClicked: screen.people.show(candidate.index)
                    }
                }
            }
            Card {
                width: screen.wide ? parent.width - list.width - Theme.s24 : parent.width

                Column {
                    id: compared
                    readonly property bool aside: width >= Theme.compact * Theme.textScale * 0.75
                    width: parent.width
                    spacing: Theme.s12

                    Row {
                        width: parent.width
                        visible: compared.aside
                        spacing: Theme.s16

                        AppText {
                            width: (parent.width - Theme.s16) / 2
                            text: screen.people.readTitle
                            type: Theme.smallStrong
                            Accessible.role: Accessible.Heading
                            Accessible.name: text
                        }
                        AppText {
                            width: (parent.width - Theme.s16) / 2
                            text: screen.people.knownTitle
                            type: Theme.smallStrong
                            Accessible.role: Accessible.Heading
                            Accessible.name: text
                        }
                    }
                    Repeater {
                        model: screen.people.fields

                        Item {
                            id: field
                            required property string label
                            required property string read
                            required property string known
                            required property bool differs
                            required property bool takesRead
                            required property bool takesKnown
                            objectName: "comparedField"
                            width: parent ? parent.width : 0
                            height: lines.implicitHeight + Theme.s12
                            Accessible.role: Accessible.StaticText
                            Accessible.name: field.differs ? qsTr("%1 differs", "a field").arg(field.label) : field.label
                            Accessible.description: qsTr("%1: %2; %3: %4").arg(screen.people.readTitle).arg(field.read).arg(screen.people.knownTitle).arg(field.known)

                            Hairline {
                                width: parent.width
                            }
                            Column {
                                id: lines
                                y: Theme.s12
                                width: parent.width
                                spacing: Theme.s4

                                Row {
                                    width: parent.width
                                    spacing: Theme.s8

                                    AppText {
                                        text: field.label
                                        type: Theme.caption
                                        muted: true
                                        Accessible.ignored: true
                                    }
                                    AppText {
                                        visible: field.differs
                                        text: qsTr("differs", "a field of two contacts")
                                        type: Theme.label
                                        color: Theme.warning
                                        Accessible.ignored: true
                                    }
                                }
                                Flow {
                                    width: parent.width
                                    spacing: compared.aside ? Theme.s16 : Theme.s8

                                    ComparedValue {
                                        width: compared.aside ? (parent.width - Theme.s16) / 2 : parent.width
                                        heading: compared.aside ? "" : screen.people.readTitle
                                        value: field.read
                                        differs: field.differs
                                        taken: field.takesRead
                                    }
                                    ComparedValue {
                                        width: compared.aside ? (parent.width - Theme.s16) / 2 : parent.width
                                        heading: compared.aside ? "" : screen.people.knownTitle
                                        value: field.known
                                        differs: field.differs
                                        taken: field.takesKnown
                                    }
                                }
                            }
                        }
                    }
                }
            }
            Item {
                id: below
                width: parent.width
                height: screen.tight ? ways.implicitHeight : 0
            }
        }
    }
    Rectangle {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: screen.tight ? 0 : Math.max(Theme.foot, ways.implicitHeight + Theme.s24)
        visible: height > 0
        color: Theme.surface

        Hairline {
            width: parent.width
        }
        Flow {
            id: ways
            parent: screen.tight ? below : foot
            x: screen.tight ? 0 : screen.margin
            y: (parent.height - height) / 2
            width: screen.width - 2 * screen.margin
            spacing: Theme.s8

            Repeater {
                model: screen.people.actions

                AppButton {
                    id: way
                    required property int index
                    required property int deed
                    required property string actionText
                    required property bool chosen
                    objectName: "decide_" + way.deed
                    large: true
                    textRoom: ways.width - 2 * Theme.s20 - Theme.iconText * Theme.iconScale - Theme.s10
                    text: way.actionText
                    glyph: way.chosen ? Icons.check : ""
                    look: way.chosen ? AppButton.Primary : way.index === 0 ? AppButton.Tonal : AppButton.Outline
                    Accessible.checkable: true
                    Accessible.checked: way.chosen
                    onClicked: {
                        const back = way.chosen
                        screen.people.decide(way.deed)
                        if (!back)
                            screen.closed()
                    }
                }
            }
        }
    }
    FocusGate {
        onEntered: screen.forceActiveFocus()
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Components
import Rapport.Theme

// Stars; a tap on the last one that shines takes the answer back.
Item {
    id: rating

    required property QuestionRow question

    readonly property int given: Number(rating.question.value)
    readonly property int most: Math.min(20, Math.max(1, rating.question.extra.to))

    implicitHeight: flow.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: rating.question.spoken

    Rove {
        id: rove
        buttons: stars
    }
    Flow {
        id: flow
        width: rating.width
        spacing: Theme.s4

        Repeater {
            id: stars
            model: rating.most

            T.RadioButton {
                id: star
                required property int index
                readonly property bool shines: star.index < rating.given
                objectName: "star_" + (star.index + 1)

                implicitWidth: Theme.targetLarge
                implicitHeight: Theme.targetLarge
                enabled: !rating.question.readonly
                focusPolicy: star.index === Math.max(0, rating.given - 1) ? Qt.StrongFocus : Qt.ClickFocus
                Keys.onPressed: event => rove.walk(event, star.index, star.mirrored)
                checked: star.index + 1 === rating.given
                Accessible.name: qsTr("%1 of %2", "stars").arg(star.index + 1).arg(rating.most)
                Accessible.onPressAction: star.clicked()
                onClicked: rating.question.answered(star.index + 1 === rating.given ? "" : String(star.index + 1))

                background: Rectangle {
                    radius: Theme.radius
                    color: star.down ? Theme.sunken : "transparent"

                    FocusRing {
                        visible: star.visualFocus
                        anchors.margins: 0
                    }
                }
                contentItem: AppIcon {
                    glyph: star.shines ? Icons.star : Icons.starOutline
                    size: Theme.iconLarge
                    color: star.shines ? Theme.primary : Theme.outlineStrong
                }
            }
        }
    }
}

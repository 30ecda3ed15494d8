// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Rapport.Components
import Rapport.Theme

Item {
    id: area

    width: 720
    height: 400

    TestCase {
        name: "ChoiceSet"
        when: windowShown

        Component {
            id: choices
            ChoiceSet {
                width: area.width
                choices: [{ "value": "hot", "label": "Hot" }, { "value": "warm", "label": "Warm" }, { "value": "cold", "label": "Cold" }]
                chosen: ["warm"]
            }
        }
        SignalSpy {
            id: toggled
            signalName: "toggled"
        }

        function make(properties) {
            const set = createTemporaryObject(choices, area, properties)
            toggled.target = set
            toggled.clear()
            tryVerify(() => findChild(set, "choice_cold").x + findChild(set, "choice_cold").y > 0)
            return set
        }

        function test_a_tap_asks_for_the_other_state_of_what_was_tapped() {
            const set = make({})
            mouseClick(findChild(set, "choice_hot"))
            compare(toggled.signalArguments[0][0], "hot")
            compare(toggled.signalArguments[0][1], true)
            mouseClick(findChild(set, "choice_warm"))
            compare(toggled.signalArguments[1][0], "warm")
            compare(toggled.signalArguments[1][1], false)
        }
        function test_few_short_choices_stand_side_by_side_with_equal_widths() {
            const set = make({})
            const first = findChild(set, "choice_hot"), last = findChild(set, "choice_cold")
            compare(first.y, last.y)
            compare(first.width, last.width)
            verify(first.height >= Theme.targetLarge)
        }
        function test_pictures_stand_on_cards_of_one_size_and_the_words_below() {
            const picture = Qt.resolvedUrl("../../docs/scan.png").toString()
            const set = make({ "choices": [{ "value": "hot", "label": "Hot", "picture": picture }, { "value": "warm", "label": "Warm", "picture": picture },
                                           { "value": "cold", "label": "Cold", "picture": picture }], "several": true })
            const first = findChild(set, "choice_hot")
            tryCompare(findChild(first, "formPicture"), "status", Image.Ready)
            verify(first.height > Theme.photo / 2)
            compare(first.height, findChild(set, "choice_cold").height)
            compare(first.Accessible.name, "Hot")
            mouseClick(first)
            compare(toggled.signalArguments[0][0], "hot")
        }
        function test_a_picture_that_cannot_be_shown_leaves_the_words() {
            ignoreWarning(/Cannot open/)
            const set = make({ "choices": [{ "value": "hot", "label": "Hot", "picture": "file:///nowhere/hot.png" }, { "value": "cold", "label": "Cold" }] })
            const first = findChild(set, "choice_hot")
            tryCompare(findChild(first, "formPicture"), "status", Image.Error)
            compare(first.height, findChild(set, "choice_cold").height)
        }
        function test_where_it_is_narrow_they_stand_below_one_another() {
            const set = make({})
            set.width = 120
            tryVerify(() => findChild(set, "choice_cold").y > findChild(set, "choice_hot").y)
        }
        function test_what_is_only_read_cannot_be_changed() {
            const set = make({ "readOnly": true })
            mouseClick(findChild(set, "choice_hot"))
            compare(toggled.count, 0)
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Rapport.Components

Item {
    id: area

    width: 400
    height: 300

    TestCase {
        name: "AppField"
        when: windowShown

        Component {
            id: pair
            Column {
                property alias first: firstField
                property alias second: secondField
                AppField {
                    id: firstField
                    width: 300
                    value: "old"
                }
                AppField {
                    id: secondField
                    width: 300
                }
            }
        }
        SignalSpy {
            id: committed
            signalName: "committed"
        }

        // Positions are known once the column has been laid out.
        function make() {
            const fields = createTemporaryObject(pair, area)
            tryVerify(() => fields.second.y > 0)
            return fields
        }
        function test_what_was_typed_is_said_when_the_field_is_left_and_not_before() {
            const fields = make()
            committed.target = fields.first
            committed.clear()
            mouseClick(fields.first)
            fields.first.selectAll()
            keyClick(Qt.Key_N)
            compare(committed.count, 0)
            mouseClick(fields.second)
            compare(committed.count, 1)
            compare(committed.signalArguments[0][0], "n")
        }
        function test_a_field_that_was_only_visited_says_nothing() {
            const fields = make()
            committed.target = fields.first
            committed.clear()
            mouseClick(fields.first)
            mouseClick(fields.second)
            compare(committed.count, 0)
        }
        function test_a_new_value_does_not_write_over_what_is_being_typed() {
            const fields = make()
            mouseClick(fields.first)
            keyClick(Qt.Key_X)
            const typed = fields.first.text
            fields.first.value = "from elsewhere"
            compare(fields.first.text, typed)
            mouseClick(fields.second)
            fields.first.value = "later"
            compare(fields.first.text, "later")
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQml

// One style of type: size, line height and weight, before the person's own scale.
QtObject {
    required property int size
    required property int line
    property int weight: 400
    property real tracking: 0 // em
    readonly property real above: (line - 1.21 * size) / 2 // air above the letters of a line; Inter itself is 1.21 high
}

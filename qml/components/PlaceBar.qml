// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Rapport.Theme

// Where in a sound or a film one is; dragged or stepped through with the arrow keys.
T.Slider {
    id: bar

    property color track: Theme.outline
    property color done: Theme.primary
    required property string name
    required property real place // 0 … 1; a finger on the bar is not pushed away

    Binding on value {
        value: bar.place
        when: !bar.pressed
        restoreMode: Binding.RestoreNone
    }

    implicitWidth: Theme.photo
    implicitHeight: Theme.target
    stepSize: 0.05
    Accessible.role: Accessible.Slider
    Accessible.name: bar.name

    background: Rectangle {
        y: (bar.height - height) / 2
        width: bar.width
        height: Theme.s4
        radius: height / 2
        color: bar.track

        Rectangle {
            width: bar.visualPosition * parent.width
            height: parent.height
            radius: height / 2
            color: bar.done
        }
    }
    handle: Rectangle {
        x: bar.visualPosition * (bar.width - width)
        y: (bar.height - height) / 2
        width: Theme.iconSmall
        height: Theme.iconSmall
        radius: width / 2
        color: bar.done

        FocusRing {
            visible: bar.visualFocus
            around: parent.radius
        }
    }
}

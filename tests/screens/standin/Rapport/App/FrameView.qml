// SPDX-License-Identifier: Apache-2.0
import QtQuick

Rectangle {
    property var image
    property bool crop: true
    readonly property rect contentRect: Qt.rect(0, 0, width, height)

    color: "#20303a"
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Theme

Rectangle {
    implicitHeight: Theme.hairline
    color: Theme.outline
}

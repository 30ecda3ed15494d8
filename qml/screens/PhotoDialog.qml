// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Dialogs

// Picks one picture. In a file of its own, so that the dialog's module is loaded when somebody asks for it and not with the app.
FileDialog {
    title: qsTr("Pick photo")
    nameFilters: [qsTr("Pictures") + " (*.png *.jpg *.jpeg *.webp *.tif *.tiff)"]
    Component.onCompleted: open()
}

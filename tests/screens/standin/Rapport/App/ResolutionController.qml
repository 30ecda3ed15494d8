// SPDX-License-Identifier: Apache-2.0
import QtQml
import QtQml.Models

QtObject {
    property string note: ""
    property string badge: "KE27-004512"
    property ListModel lines: ListModel {
        ListElement { label: "Family name"; value: "Dvořák"; listed: ""; became: "filled in from the list"; kept: false }
        ListElement { label: "E-mail"; value: "marek@own.example"; listed: "marek.dvorak@chladtech.example"; became: "your entry stays"; kept: true }
    }
}

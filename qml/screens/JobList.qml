// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Components
import Rapport.Theme

// What is still to be done, the most pressing first. A tap opens the job's form, or goes on where it was left.
Column {
    id: list

    required property HomeController home

    spacing: Theme.s16

    Item {
        width: parent.width
        height: heading.implicitHeight

        AppText {
            id: heading
            text: qsTr("Jobs")
            type: Theme.h2
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        AppText {
            anchors.right: parent.right
            anchors.baseline: heading.baseline
            text: list.home.jobCount
            type: Theme.small
            muted: true
        }
    }
    Card {
        width: parent.width
        padding: 0
        clip: true

        Repeater {
            model: list.home.jobs

            JobRow {
                id: line
                required property int index
                required property string jobId
                required property string state
                required briefs
                objectName: "jobRow"
                width: parent ? parent.width : 0
                first: line.index === 0
                state_: line.state
                onClicked: list.home.startJob(line.jobId)
                onBriefingRequested: list.home.briefJob(line.jobId)
            }
        }
    }
}

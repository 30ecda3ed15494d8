// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Window
import Rapport.App
import Rapport.Components
import Rapport.Theme

// The window: a rail (a bar below where it is narrow) and one screen at a time. The controllers come from the composition root.
Window {
    id: window

    required property HomeController home
    required property SyncController sync
    required property ScanController scan
    required property PhotoController photo
    required property MediaController media
    required property CodeController code
    required property PlaceController place
    required property ConversationController conversation
    required property RevisionController revision
    required property OutboxController outbox
    required property SearchController search
    required property CustomerController customer
    required property CustomerController beside // whom the conversation is with
    required property ReadinessController readiness
    required property ReportController report
    required property SettingsController settings
    required property DeletedController deleted
    required property RankingController ranking

    property string page: "home"
    property string goal: "home" // where to go once the conversation is left
    property string reportFrom: "conversation" // where a report leads back to
    property string problem: ""
    readonly property bool narrow: window.width < Theme.compact
    readonly property bool scanning: window.page === "scan"

    width: Math.min(1280, Screen.width)
    height: Screen.width < Screen.height ? Math.min(1280, Screen.height) : Math.min(800, Screen.height)
    minimumWidth: 360
    minimumHeight: 480
    visible: true
    title: qsTr("Rapport")
    color: Theme.background
    onClosing: stage.forceActiveFocus() // what is being typed is said first

    Binding { target: Theme; property: "mode"; value: window.settings.light }
    Binding { target: Theme; property: "textScale"; value: window.settings.textScale }

    function show(page) {
        if (window.page === "scan" && page !== "scan")
            window.scan.stop()
        window.page = page
        arrival.restart()
        if (page === "scan")
            window.scan.start()
    }
    // The keyboard begins in what is shown, at its first control.
    function welcome() {
        const shown = Array.from(stage.children).find(screen => screen.active === true) ?? homePage
        if (!shown.activeFocus)
            shown.forceActiveFocus()
    }
    function lead(forward) {
        const next = window.activeFocusItem.nextItemInFocusChain(forward)
        next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason)
    }

    Timer {
        id: arrival // once the page is there
        interval: 0
        onTriggered: window.welcome()
    }
    Connections {
        target: window.conversation
        function onOpened() {
            window.problem = ""
            window.show("conversation")
        }
        function onFinished() {
            window.show("home")
        }
        function onLeft() {
            window.show(window.goal)
            window.goal = "home"
        }
        function onFailed(sentence) {
            window.problem = sentence
            window.show("home")
        }
    }

    Connections {
        target: window.customer
        function onOpened() {
            window.show("customer")
        }
    }
    Connections {
        target: window.report
        function onOpened() {
            window.reportFrom = window.page
            window.show("report")
        }
    }
    Connections {
        target: window.scan
        function onInvitationFound() {
            window.show("enrol")
        }
    }

    Item {
        objectName: "mainWindow"
        anchors.fill: parent

        Rectangle {
            id: rail
            visible: !window.narrow && !window.scanning
            width: visible ? Math.max(Theme.railWidth, places.implicitWidth + Theme.s16, settingsPlace.implicitWidth + Theme.s16) : 0
            height: parent.height
            color: Theme.ink

            Rectangle {
                id: mark
                anchors.horizontalCenter: parent.horizontalCenter
                y: Theme.s20
                width: Theme.avatar
                height: Theme.avatar
                radius: Theme.radius + Theme.s2
                color: Theme.accent

                AppText {
                    anchors.centerIn: parent
                    text: "R"
                    type: Theme.mark
                    color: Theme.overAccent
                    Accessible.ignored: true
                }
            }
            Column {
                id: places
                anchors.top: mark.bottom
                anchors.topMargin: Theme.s24
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.s4

                Repeater {
                    model: window.narrow ? [] : navigation.entries.slice(0, -1)

                    RailItem {
                        id: entry
                        required property var modelData
                        objectName: "nav_" + entry.modelData.page
                        anchors.horizontalCenter: parent?.horizontalCenter
                        text: entry.modelData.text
                        glyph: entry.modelData.glyph
                        current: navigation.current === entry.modelData.page
                        onClicked: navigation.go(entry.modelData.page)
                    }
                }
            }
            RailItem {
                id: settingsPlace
                objectName: "nav_settings"
                visible: rail.visible && rail.height > navigation.entries.length * (Theme.railItemHeight + Theme.s4) * Theme.textScale + Theme.bar
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.s16
                text: qsTr("Settings")
                glyph: Icons.settings
                current: navigation.current === "settings"
                onClicked: navigation.go("settings")
            }
        }

        Item {
            id: stage
            anchors.left: rail.right
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: bottomBar.top
            Keys.onTabPressed: window.lead(true)
            Keys.onBacktabPressed: window.lead(false)

            HomeScreen {
                id: homePage
                anchors.fill: parent
                visible: window.page === "home"
                home: window.home
                sync: window.sync
                onScanRequested: window.show("scan")
                onReadinessRequested: window.show("readiness")
            }
            Loader {
                anchors.fill: parent
                active: window.page === "scan"
                sourceComponent: ScanScreen {
                    scan: window.scan
                    focus: true
                    onClosed: window.show("home")
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "conversation"
                sourceComponent: ConversationScreen {
                    conversation: window.conversation
                    revision: window.revision
                    photo: window.photo
                    media: window.media
                    code: window.code
                    place: window.place
                    customer: window.beside
                    sync: window.sync
                    focus: true
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "outbox"
                sourceComponent: OutboxScreen {
                    outbox: window.outbox
                    onDeletedRequested: window.show("deleted")
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "deleted"
                sourceComponent: DeletedScreen {
                    deleted: window.deleted
                    focus: true
                    onLeaveRequested: window.show("outbox")
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "search"
                sourceComponent: SearchScreen {
                    search: window.search
                    onRankingRequested: window.show("ranking")
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "ranking"
                sourceComponent: RankingScreen {
                    ranking: window.ranking
                    focus: true
                    onLeaveRequested: window.show("search")
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "customer"
                sourceComponent: CustomerScreen {
                    customer: window.customer
                    otherForms: window.home.otherForms
                    focus: true
                    onLeaveRequested: window.show("search")
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "report"
                sourceComponent: ReportScreen {
                    report: window.report
                    focus: true
                    onLeaveRequested: window.show(window.reportFrom)
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "readiness"
                sourceComponent: ReadinessScreen {
                    readiness: window.readiness
                    focus: true
                    onLeaveRequested: window.show("home")
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "settings"
                sourceComponent: SettingsScreen {
                    settings: window.settings
                    onEnrolRequested: window.show("enrol")
                    onReadinessRequested: window.show("readiness")
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "enrol"
                sourceComponent: EnrolScreen {
                    settings: window.settings
                    focus: true
                    onLeaveRequested: window.show(window.settings.enrolled ? "home" : "settings")
                    onScanRequested: window.show("scan")
                    onOutboxRequested: window.show("outbox")
                }
            }
            Banner {
                objectName: "deletedBanner"
                visible: window.deleted.canUndo && window.page !== "conversation"
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                anchors.margins: Theme.s16
                glyph: Icons.undo
                text: qsTr("The conversation was deleted. It stays in Recently deleted for 30 days.")
                action: qsTr("Undo")
                onActed: window.deleted.undo()
            }
            Banner {
                objectName: "problemBanner"
                visible: window.problem !== ""
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                anchors.margins: Theme.s16
                glyph: Icons.alertCircle
                tone: Banner.Danger
                text: window.problem
                action: qsTr("Close")
                onActed: window.problem = ""
            }
        }

        Rectangle {
            id: bottomBar
            visible: window.narrow && !window.scanning && window.page !== "conversation"
            anchors.bottom: parent.bottom
            width: parent.width
            height: visible ? Math.max(Theme.row, entries.implicitHeight + Theme.s8) : 0
            color: Theme.ink

            Row {
                id: entries
                anchors.centerIn: parent

                Repeater {
                    model: window.narrow ? navigation.entries : []

                    RailItem {
                        id: barEntry
                        required property var modelData
                        objectName: "nav_" + barEntry.modelData.page
                        width: Math.floor(bottomBar.width / navigation.entries.length)
                        text: barEntry.modelData.text
                        glyph: barEntry.modelData.glyph
                        current: navigation.current === barEntry.modelData.page
                        onClicked: navigation.go(barEntry.modelData.page)
                    }
                }
            }
        }
    }

    QtObject {
        id: navigation

        readonly property var entries: [
            { "page": "home", "text": qsTr("Home"), "glyph": Icons.home },
            { "page": "scan", "text": qsTr("Scan"), "glyph": Icons.qrcodeScan },
            { "page": "search", "text": qsTr("Customers"), "glyph": Icons.accountMultiple },
            { "page": "outbox", "text": qsTr("Outbox"), "glyph": Icons.inbox },
            { "page": "settings", "text": qsTr("Settings"), "glyph": Icons.settings }
        ]
        readonly property string current: ({ "conversation": "home", "readiness": "home", "customer": "search", "ranking": "search", "enrol": "settings", "deleted": "outbox", "report": window.reportFrom === "outbox" ? "outbox" : "home" })[window.page] ?? window.page
        function go(page) {
            if (window.page === "conversation") {
                stage.forceActiveFocus() // what is being typed is said first
                window.goal = page
                window.conversation.keepDraft() // goes on when everything typed is on disk
                return
            }
            window.problem = ""
            window.show(page)
        }
    }
}

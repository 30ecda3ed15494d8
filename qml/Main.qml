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
    required property LockController lock
    required property ScanController scan
    required property CardController card
    required property RapidController rapid
    required property PhotoController photo
    required property MediaController media
    required property CodeController code
    required property PlaceController place
    required property ConversationController conversation
    required property RevisionController revision
    required property ResolutionController resolution
    required property ConflictController conflicts
    required property CandidatesController meeting // whom the conversation may be with
    required property HandOverController handOver
    required property OutboxController outbox
    required property SearchController search
    required property CustomerController customer
    required property CustomerController beside // whom the conversation is with
    required property ReadinessController readiness
    required property ReportController report
    required property SettingsController settings
    required property DeletedController deleted
    required property WithdrawalController withdrawal
    required property BriefingController briefing
    required property MachineFileController machineFile
    required property RankingController ranking
    required property LibraryController library
    required property TrayController tray
    required property PagesController choice // of pages for the tray
    required property PresenterController presenter
    required property SummaryController summary
    required property RescueController rescue

    property string page: window.lock.locked ? "locked" : "home"
    property string goal: "home" // where to go once the conversation is left
    property string reportFrom: "conversation" // where a report leads back to
    property string presenterFrom: "library" // and what is shown
    property string pagesFrom: "library" // and a choice of pages
    property bool beneath: false // a conversation is open below the library that was opened from it
    property string customerFrom: "search" // and a customer, a briefing, a machine's file
    property string briefingFrom: "search"
    property string machineFrom: "home"
    property string problem: ""
    readonly property bool narrow: window.width < Theme.compact
    readonly property bool scanning: window.page === "scan" || window.page === "rapid"
    readonly property bool presenting: window.page === "presenter"
    readonly property bool closed: window.page === "locked" // there is nowhere to go

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
        if (window.lock.locked && page !== "locked")
            return
        if (window.page === "scan" && page !== "scan")
            window.scan.stop()
        if (window.page === "rapid" && page !== "rapid")
            window.rapid.stop()
        window.beneath = window.beneath && window.isContent(page)
        window.page = page
        arrival.restart()
        if (page === "scan" && window.scan.state === ScanController.Idle) // else a hand scanner was quicker
            window.scan.start()
        else if (page === "rapid")
            window.rapid.start()
    }
    function isContent(page) {
        return page === "library" || page === "tray" || page === "pages" || page === "presenter"
    }
    function showLibrary() {
        const beneath = window.page === "conversation"
        window.show("library")
        window.beneath = beneath
    }
    function leaveCustomer() { // to the firm one came from, else to the page
        if (!window.customer.back())
            window.show(window.customerFrom)
    }
    function leaveCard(page) {
        window.card.leave()
        window.show(page)
    }
    // A conversation on the screen stays as a draft; it is left once everything typed is on disk.
    function leaveFor(page) {
        window.problem = ""
        if (window.page !== "conversation" && !window.beneath)
            return window.show(page)
        stage.forceActiveFocus() // what is being typed is said first
        window.goal = page
        window.conversation.keepDraft()
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

    Connections {
        target: window.lock
        function onTurned(locked) {
            window.leaveFor(locked ? "locked" : "home")
        }
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
            const before = window.page === "briefing" ? window.briefingFrom : window.page === "machine" ? window.machineFrom : ""
            if (before !== "customer" && window.page !== "customer") // else one goes back the way one came
                window.customerFrom = before === "" ? "search" : window.page
            window.show("customer")
        }
    }
    Connections {
        target: window.briefing
        function onOpened() {
            if (window.page !== "briefing" && window.page !== "conversation")
                window.briefingFrom = window.page === "scan" ? "home" : window.page
            window.show("briefing")
        }
    }
    Connections {
        target: window.machineFile
        function onOpened() {
            if (window.page !== "machine")
                window.machineFrom = window.page === "customer" || window.page === "briefing" ? window.page : "home"
            window.show("machine")
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
        target: window.presenter
        function onOpened() {
            window.presenterFrom = window.page === "tray" ? "tray" : "library"
            window.show("presenter")
        }
    }
    Connections {
        target: window.choice
        function onOpened() {
            window.pagesFrom = window.page === "tray" ? "tray" : "library"
            window.show("pages")
        }
        function onClosed() {
            if (window.page === "pages")
                window.show(window.pagesFrom)
        }
    }
    Connections {
        target: window.card
        function onOpened() {
            window.show("card")
        }
    }
    Connections {
        target: window.rapid
        function onSettled() {
            window.show("home")
        }
    }
    Connections {
        target: window.scan
        function onInvitationFound() {
            window.leaveFor("enrol")
        }
        function onReceived() {
            window.leaveFor("scan")
        }
    }

    Item {
        objectName: "mainWindow"
        anchors.fill: parent

        Rectangle {
            id: rail
            visible: !window.narrow && !window.scanning && !window.presenting && !window.closed
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
                        onClicked: window.leaveFor(entry.modelData.page)
                    }
                }
            }
            RailItem {
                id: settingsPlace
                objectName: "nav_settings"
                visible: rail.visible && rail.height > navigation.entries.length * (Theme.railItemHeight + Theme.s4) * (1 + Theme.textScale) / 2 + Theme.bar
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.s16
                text: qsTr("Settings")
                glyph: Icons.settings
                current: navigation.current === "settings"
                onClicked: window.leaveFor("settings")
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
                handOver: window.handOver
                rapid: window.rapid
                onScanRequested: window.show("scan")
                onRapidRequested: window.show("rapid")
                onReadinessRequested: window.show("readiness")
                onLibraryRequested: window.showLibrary()
            }
            Loader {
                anchors.fill: parent
                active: window.closed
                sourceComponent: LockScreen {
                    lock: window.lock
                    focus: true
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "scan"
                sourceComponent: ScanScreen {
                    scan: window.scan
                    focus: true
                    onClosed: window.show("home")
                    onCardWanted: window.card.read(window.scan.frame)
                    onSeveralWanted: window.show("rapid")
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "rapid"
                sourceComponent: RapidScreen {
                    rapid: window.rapid
                    focus: true
                    onClosed: window.show("home")
                    onOneWanted: window.show("scan")
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "card"
                sourceComponent: CardScreen {
                    card: window.card
                    focus: true
                    onLeaveRequested: window.leaveCard("scan")
                    onAgainRequested: window.leaveCard("scan")
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "conversation"
                sourceComponent: ConversationScreen {
                    conversation: window.conversation
                    revision: window.revision
                    handOver: window.handOver
                    resolution: window.resolution
                    conflicts: window.conflicts
                    meeting: window.meeting
                    photo: window.photo
                    media: window.media
                    code: window.code
                    place: window.place
                    customer: window.beside
                    sync: window.sync
                    focus: true
                    onDecideRequested: window.leaveFor("outbox")
                    onLibraryRequested: window.showLibrary()
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "library"
                sourceComponent: LibraryScreen {
                    library: window.library
                    tray: window.tray
                    backName: window.beneath ? qsTr("Back to the conversation") : window.narrow ? qsTr("Back") : ""
                    focus: true
                    onLeaveRequested: window.show(window.beneath ? "conversation" : "home")
                    onTrayRequested: window.show("tray")
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "tray"
                sourceComponent: TrayScreen {
                    tray: window.tray
                    backName: qsTr("Back to the library")
                    focus: true
                    onLeaveRequested: window.show("library")
                    onLibraryRequested: window.show("library")
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "pages"
                sourceComponent: PagesScreen {
                    choice: window.choice
                    focus: true
                }
            }
            Loader {
                anchors.fill: parent
                active: window.presenting
                sourceComponent: PresenterScreen {
                    presenter: window.presenter
                    focus: true
                    onClosed: window.show(window.presenterFrom)
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "outbox"
                sourceComponent: OutboxScreen {
                    outbox: window.outbox
                    conflicts: window.conflicts
                    onDeletedRequested: window.show("deleted")
                    onSummaryRequested: window.show("summary")
                    onRescueRequested: window.show("rescue")
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "summary"
                sourceComponent: SummaryScreen {
                    summary: window.summary
                    focus: true
                    onLeaveRequested: window.show("outbox")
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "rescue"
                sourceComponent: RescueScreen {
                    rescue: window.rescue
                    focus: true
                    onLeaveRequested: window.show("outbox")
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
                    onLeaveRequested: window.leaveCustomer()
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "briefing"
                sourceComponent: BriefingScreen {
                    briefing: window.briefing
                    focus: true
                    onLeaveRequested: window.show(window.briefingFrom)
                }
            }
            Loader {
                anchors.fill: parent
                active: window.page === "machine"
                sourceComponent: MachineScreen {
                    file: window.machineFile
                    focus: true
                    onLeaveRequested: window.show(window.machineFrom)
                    onScanRequested: window.show("scan")
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
                visible: window.deleted.canUndo && window.page !== "conversation" && !window.closed
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
                objectName: "trayBanner"
                visible: window.tray.said !== "" && window.isContent(window.page)
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                anchors.margins: Theme.s16
                glyph: Icons.tray
                text: window.tray.said
                action: window.tray.canUndo ? qsTr("Undo") : ""
                onActed: window.tray.undo()
            }
            Banner {
                objectName: "withdrawnBanner"
                visible: window.withdrawal.canUndo && window.page !== "conversation" && !window.closed
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                anchors.margins: Theme.s16
                glyph: Icons.undo
                text: window.withdrawal.undoText
                action: qsTr("Undo")
                onActed: window.withdrawal.undo()
            }
            Banner {
                objectName: "withdrawalTrouble"
                visible: window.withdrawal.trouble !== "" && window.page !== "conversation" && !window.closed
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                anchors.margins: Theme.s16
                glyph: Icons.alertCircle
                tone: Banner.Danger
                text: window.withdrawal.trouble
                action: qsTr("Close")
                onActed: window.withdrawal.dismiss()
            }
            Banner {
                objectName: "problemBanner"
                visible: window.problem !== "" && !window.closed
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
            visible: window.narrow && !window.scanning && !window.presenting && !window.closed && window.page !== "conversation"
            anchors.bottom: parent.bottom
            width: parent.width
            height: visible ? Math.max(Theme.row, entries.implicitHeight + Theme.s8) : 0
            color: Theme.ink

            Row {
                id: entries
                anchors.centerIn: parent

                Repeater {
                    model: window.narrow ? navigation.brief : []

                    RailItem {
                        id: barEntry
                        required property var modelData
                        objectName: "nav_" + barEntry.modelData.page
                        width: Math.floor(bottomBar.width / navigation.brief.length)
                        text: barEntry.modelData.text
                        glyph: barEntry.modelData.glyph
                        current: navigation.current === barEntry.modelData.page
                        onClicked: window.leaveFor(barEntry.modelData.page)
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
            { "page": "library", "text": qsTr("Library"), "glyph": Icons.bookOpen },
            { "page": "outbox", "text": qsTr("Outbox"), "glyph": Icons.inbox },
            { "page": "settings", "text": qsTr("Settings"), "glyph": Icons.settings }
        ]
        readonly property var brief: navigation.entries.filter(entry => entry.page !== "library") // words need their width: there it stands on the home page
        readonly property string current: ({ "library": window.narrow ? "home" : "library", "presenter": "library", "tray": window.narrow ? "home" : "library", "pages": window.narrow ? "home" : "library", "conversation": "home", "readiness": "home", "card": "scan", "rapid": "scan", "customer": "search", "briefing": "search", "machine": "search", "ranking": "search", "enrol": "settings", "deleted": "outbox", "summary": "outbox", "rescue": "outbox", "report": window.reportFrom === "outbox" ? "outbox" : "home" })[window.page] ?? window.page
    }
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Rapport
import Rapport.App
import Rapport.Tests
import Rapport.Theme

// Every screen, in every light, at every size: it can be touched, heard and read.
TestCase {
    id: test

    name: "Screens"
    when: windowShown

    readonly property var pages: ["home", "scan", "found", "choosing", "rapid", "rapidFilled", "scanned", "noCamera", "card", "compare", "conversation", "group", "groupFaults", "perhaps", "missing", "finished", "resolved", "merged", "offered", "handing", "outbox", "filesWait", "asked", "askedThere", "search", "customer", "briefing", "machine", "unknownMachine", "readiness", "settings",
        "enrol", "deleted", "ranking", "library", "libraryFound", "libraryEmpty", "presenter", "presenterFound", "presenterFilm", "presenterSequence", "presenterGone", "tray", "trayEmpty", "pages", "report", "summary", "rescue", "occasions", "locked"]

    HomeController { id: homeStandIn }
    SyncController { id: syncStandIn }
    LockController { id: lockStandIn }
    ScanController { id: scanStandIn }
    CardController { id: cardStandIn }
    RapidController { id: rapidStandIn }
    ConversationController { id: conversationStandIn }
    PhotoController { id: photoStandIn }
    MediaController { id: mediaStandIn }
    CodeController { id: codeStandIn }
    PlaceController { id: placeStandIn }
    OutboxController { id: outboxStandIn }
    SearchController { id: searchStandIn }
    CustomerController { id: customerStandIn }
    CustomerController { id: besideStandIn }
    BriefingController { id: briefingStandIn }
    MachineFileController { id: machineFileStandIn }
    ReadinessController { id: readinessStandIn }
    SettingsController { id: settingsStandIn }
    DeletedController { id: deletedStandIn }
    WithdrawalController { id: withdrawalStandIn }
    RevisionController { id: revisionStandIn }
    ResolutionController { id: resolutionStandIn }
    CandidatesController { id: meetingStandIn }
    ConflictController { id: conflictsStandIn }
    HandOverController { id: handOverStandIn }
    RankingController { id: rankingStandIn }
    LibraryController { id: libraryStandIn }
    TrayController { id: trayStandIn }
    PagesController { id: choiceStandIn }
    PresenterController { id: presenterStandIn }
    ReportController { id: reportStandIn }
    SummaryController { id: summaryStandIn }
    RescueController { id: rescueStandIn }
    Glance { id: glance }

    Component {
        id: app
        Main {
            home: homeStandIn
            sync: syncStandIn
            lock: lockStandIn
            scan: scanStandIn
            card: cardStandIn
            rapid: rapidStandIn
            conversation: conversationStandIn
            photo: photoStandIn
            media: mediaStandIn
            code: codeStandIn
            place: placeStandIn
            outbox: outboxStandIn
            search: searchStandIn
            customer: customerStandIn
            beside: besideStandIn
            briefing: briefingStandIn
            machineFile: machineFileStandIn
            readiness: readinessStandIn
            settings: settingsStandIn
            deleted: deletedStandIn
            withdrawal: withdrawalStandIn
            revision: revisionStandIn
            resolution: resolutionStandIn
            meeting: meetingStandIn
            conflicts: conflictsStandIn
            handOver: handOverStandIn
            ranking: rankingStandIn
            library: libraryStandIn
            tray: trayStandIn
            choice: choiceStandIn
            presenter: presenterStandIn
            report: reportStandIn
            summary: summaryStandIn
            rescue: rescueStandIn
        }
    }

    function init() {
        settingsStandIn.light = SettingsController.Day
        settingsStandIn.textScale = 1
        glance.speak("en")
        Theme.reducedMotion = true // what the card says is looked at at once
        scanStandIn.state = ScanController.Idle
        rapidStandIn.state = RapidController.Idle
        rapidStandIn.filled = rapidStandIn.canUndo = false
        conversationStandIn.showMissing = false
        conversationStandIn.readOnly = false
        handOverStandIn.offers.clear()
        handOverStandIn.note = handOverStandIn.asked = ""
        handOverStandIn.canGive = handOverStandIn.canTakeBack = false
        revisionStandIn.note = revisionStandIn.linkAction = revisionStandIn.asked = ""
        conversationStandIn.canUndo = false
        conversationStandIn.groupTitle = ""
        conversationStandIn.groupFaults.rows = []
        conversationStandIn.everyKind = false
        photoStandIn.state = PhotoController.Idle
        conversationStandIn.oneByOne = false
        conversationStandIn.rightToLeft = false
        conversationStandIn.language = "English (en)"
        conversationStandIn.asked = ""
    }
    function open(size) {
        const window = createTemporaryObject(app, test, { "width": size[0], "height": size[1] })
        verify(window !== null)
        tryVerify(() => window.width === size[0] && window.height === size[1])
        return window
    }
    function look(window, name) {
        const root = findChild(window.contentItem, "mainWindow")
        waitForRendering(root)
        glance.keepPicture(root, name)
        verify(glance.controls(root) > 0, "nothing to touch")
        for (let i = 0; i < 20 && glance.touchFaults(root).length + glance.textFaults(root).length > 0; ++i)
            wait(100) // lists make what is out of sight a little later, a busy machine later still
        compare(glance.touchFaults(root).join("\n"), "")
        compare(glance.textFaults(root).join("\n"), "")
    }

    function test_everyScreen_data() {
        const rows = []
        for (const size of [[1280, 800], [800, 1280], [390, 844], [1920, 1200]])
            for (const light of ["Day", "Night", "HighContrast"])
                for (const page of test.pages)
                    rows.push({ "tag": page + "-" + light + "-" + size[0], "size": size, "light": SettingsController[light], "page": page })
        return rows
    }
    function test_everyScreen(row) {
        settingsStandIn.light = row.light
        show(row.page, open(row.size), row.tag)
    }
    function show(page, window, tag) {
        const scanned = { "scan": ScanController.Looking, "found": ScanController.Found, "compare": ScanController.Found, "noCamera": ScanController.NoSource, "choosing": ScanController.Choosing, "unknownMachine": ScanController.MachineFound }
        scanStandIn.state = scanned[page] ?? ScanController.Idle
        rapidStandIn.filled = page === "rapidFilled" || page === "scanned"
        rapidStandIn.canUndo = page === "rapidFilled"
        rapidStandIn.state = page.startsWith("rapid") ? RapidController.Looking : RapidController.Idle
        libraryStandIn.text = page === "libraryFound" ? "refrig" : ""
        libraryStandIn.empty = page === "libraryEmpty"
        presenterStandIn.words = page === "presenterFound" ? "refrig" : ""
        presenterStandIn.internal = page === "presenterFound"
        presenterStandIn.page = 1
        presenterStandIn.sequence = page === "presenterSequence" || page === "presenterGone"
        presenterStandIn.gone = page === "presenterGone"
        trayStandIn.empty = page === "trayEmpty"
        presenterStandIn.kind = page === "presenterFilm" ? PresenterController.Film : PresenterController.Document
        conversationStandIn.showMissing = page === "missing"
        conversationStandIn.canUndo = page === "missing"
        homeStandIn.occasions.rows = page === "occasions" ? [{ "occasionId": "KE27", "title": "KälteExpo 2027", "detail": "Hall 4", "current": true }, { "occasionId": "T7", "title": "Service round in the north of the country", "detail": "Begins 15 Nov", "current": false }] : []
        meetingStandIn.note = page === "perhaps" ? "This may be Jonas Weber, Frischmarkt Handels AG (same name · same firm · other e-mail)." : ""
        outboxStandIn.heldText = page === "filesWait" ? "2 files, 38 MB, wait for a network that does not count data" : ""
        outboxStandIn.selectedHeadline = page === "filesWait" ? "Answers sent. " + outboxStandIn.heldText + "." : "Delivered once, 15:31"
        const listed = ["resolved", "merged"].includes(page)
        conflictsStandIn.filled = page === "asked"
        conflictsStandIn.note = page === "askedThere" ? "Somebody else has changed the same: Telephone. Which value is right?" : ""
        conversationStandIn.groupTitle = page.startsWith("group") ? "These answers are for 3 people" : ""
        conversationStandIn.groupFaults.rows = page === "groupFaults" ? [{ "personId": "p3", "who": "badge.kaelteexpo.example", "text": "badge.kaelteexpo.example: Last name" }] : []
        conversationStandIn.readOnly = page === "finished" || page === "askedThere" || listed
        resolutionStandIn.note = listed ? "From the organiser's list, 12:20: 5 fields filled in. 1 entry of yours stays." : ""
        revisionStandIn.note = page === "finished" ? "Corrected 14:05. What you read here is how it was before." : ""
        revisionStandIn.linkAction = page === "finished" ? "Show it" : ""
        handOverStandIn.canGive = page === "handing"
        if (page === "offered")
            handOverStandIn.offers.append({ "handOverId": "h1", "title": "Door gasket to be changed", "detail": "Bergmann Lebensmittel GmbH · from Adi Putra · 8 of 30 answers", "initials": "AP" })
        window.show(page in scanned ? "scan" : ["missing", "finished", "resolved", "merged", "handing", "perhaps", "group", "groupFaults", "askedThere"].includes(page) ? "conversation" : ["asked", "filesWait"].includes(page) ? "outbox" : ["offered", "scanned", "occasions"].includes(page) ? "home" : page.startsWith("rapid") ? "rapid" : page.startsWith("library") ? "library" : page.startsWith("presenter") ? "presenter" : page.startsWith("tray") ? "tray" : page)
        if (page === "handing") {
            press(window, "askingButton")
            press(window, "handOverLine")
        }
        if (page === "compare")
            findChild(window.contentItem, "compareButton").clicked()
        if (page === "merged")
            findChild(window.contentItem, "resolutionNote").reportRequested()
        look(window, tag)
    }
    function test_whoeverFitsStandsBesideWhatWasRead() {
        const window = open([1280, 800])
        show("compare", window, "compare")
        press(window, "candidate_1")
        compare(scanStandIn.people.asked, "show 1")
        press(window, "decide_1")
        compare(scanStandIn.people.asked, "decide 1")
        tryVerify(() => findChild(window.contentItem, "candidatesScreen") === null, 2000)
        show("perhaps", window, "perhaps")
        press(window, "bannerButton", "acquaintanceNote")
        compare(meetingStandIn.asked, "open")
        press(window, "decide_4")
        compare(meetingStandIn.asked, "decide 4") // was chosen: taken back, and one goes on looking
        verify(findChild(window.contentItem, "candidatesScreen") !== null)
    }
    function test_whatTheListFilledInIsReadFieldByField() {
        const window = open([1280, 800])
        show("resolved", window, "resolved")
        press(window, "bannerButton", "resolutionNote")
        verify(findChild(window.contentItem, "resolutionSheet").visible)
        press(window, "closeResolutionButton")
        verify(!findChild(window.contentItem, "resolutionSheet").visible)
    }
    function test_anotherOccasionIsChosenWhereThereAreSeveral() {
        const window = open([1280, 800])
        show("occasions", window, "occasions")
        press(window, "occasion_T7")
        compare(homeStandIn.asked, "occasion T7")
    }
    function test_filesThatWaitForAnotherNetworkAreSentByOneTouch() {
        const window = open([1920, 1200])
        show("outbox", window, "outbox")
        verify(!findChild(window.contentItem, "sendFilesNowButton").visible)
        show("filesWait", window, "filesWait")
        press(window, "sendFilesNowButton")
        compare(outboxStandIn.asked, "sendFilesNow")
        window.show("settings")
        press(window, "files_wifi")
        compare(settingsStandIn.files, SettingsController.WiFiAndCable)
        press(window, "metered_25")
        compare(settingsStandIn.meteredMegabytes, 25)
    }
    function test_aClosedTabletLeadsNowhere() {
        const window = open([1280, 800])
        show("home", window, "home")
        lockStandIn.locked = true
        lockStandIn.turned(true)
        compare(window.page, "locked")
        window.show("search")
        compare(window.page, "locked")
        verify(!findChild(window.contentItem, "homeScreen").visible)
        verify(!findChild(window.contentItem, "nav_settings").visible)
        press(window, "lockTryButton")
        compare(lockStandIn.tries, 1)
        lockStandIn.locked = false
        lockStandIn.turned(false)
        compare(window.page, "home")
    }
    function test_aDraftIsHandedToAColleagueAndTakenFromOne() {
        const window = open([1280, 800])
        show("handing", window, "handing")
        press(window, "colleague_s.wirawan")
        compare(handOverStandIn.asked, "give s.wirawan")
        verify(!findChild(window.contentItem, "handOverSheet").visible)
        handOverStandIn.canGive = false
        conversationStandIn.readOnly = true
        handOverStandIn.note = "Handed over to Sari Wirawan, who has not taken it yet. Here it can only be read."
        handOverStandIn.canTakeBack = true
        look(window, "handed-1280")
        verify(!findChild(window.contentItem, "reportButton").visible)
        press(window, "bannerButton", "handOverNote")
        compare(handOverStandIn.asked, "take back")
        show("offered", window, "offered")
        press(window, "takeDraftButton")
        compare(handOverStandIn.asked, "take h1")
    }

    function test_oneOfTwoValuesIsTakenByATouchOrAKey() {
        const window = open([1920, 1200])
        show("askedThere", window, "askedThere")
        press(window, "bannerButton", "conflictBanner")
        compare(conversationStandIn.asked, "keepDraft")
        show("asked", window, "asked")
        press(window, "takeMine", "conflictCard_1")
        compare(conflictsStandIn.asked, "mine 1")
        press(window, "takeTheirs", "conflictCard_1")
        compare(conflictsStandIn.asked, "theirs 1")
        const first = findChild(window.contentItem, "conflictCard_1")
        findChild(first, "takeMine").forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Right)
        verify(findChild(first, "takeTheirs").activeFocus)
        keyClick(Qt.Key_Left)
        conflictsStandIn.asked = ""
        keyClick(Qt.Key_Return)
        compare(conflictsStandIn.asked, "mine 1")
        press(window, "undoDecision", "conflictCard_2")
        compare(conflictsStandIn.asked, "undo 2")
        press(window, "closeConflict", "conflictCard_3")
        compare(conflictsStandIn.asked, "close 3")
    }

    function test_twiceTheTextSize_data() {
        const rows = []
        for (const size of [[1280, 800], [390, 844]])
            for (const page of test.pages)
                rows.push({ "tag": page + "-200-" + size[0], "size": size, "page": page })
        return rows
    }
    function test_twiceTheTextSize(row) {
        settingsStandIn.textScale = 2
        show(row.page, open(row.size), row.tag)
    }

    function test_whatIsFinishedIsChangedFromWhereItIsRead() {
        const window = open([1280, 800])
        show("finished", window, "finished")
        press(window, "reviseButton")
        compare(revisionStandIn.asked, "revise")
        press(window, "bannerButton", "revisionNote")
        compare(revisionStandIn.asked, "linked")
        verify(!findChild(window.contentItem, "finishButton").visible)
        window.show("outbox")
        press(window, "reviseSelectedButton")
        compare(outboxStandIn.asked, "reviseSelected")
    }

    function test_everyLanguage_data() {
        const rows = []
        for (const size of [[1280, 800], [390, 844]])
            for (const language of ["de", "id", "pseudo"])
                for (const page of test.pages)
                    rows.push({ "tag": page + "-" + language + "-" + size[0], "size": size, "language": language, "page": page })
        return rows
    }
    function test_everyLanguage(row) {
        glance.speak(row.language)
        show(row.page, open(row.size), row.tag)
    }

    // As long as words get, as large as people need them.
    function test_pseudoAtTwiceTheSize_data() {
        return test.pages.map(page => ({ "tag": page + "-pseudo-200-1280", "page": page }))
    }
    function test_pseudoAtTwiceTheSize(row) {
        glance.speak("pseudo")
        settingsStandIn.textScale = 2
        show(row.page, open([1280, 800]), row.tag)
    }

    // One below the other, as tall as they get: each kind of question can be touched, heard and read, at rest and with an answer.
    function test_everyKindOfQuestion_data() {
        const rows = []
        for (const light of ["Day", "Night", "HighContrast"])
            for (const language of ["en", "de", "id"])
                for (const width of [800, 390])
                    rows.push({ "tag": light + "-" + language + "-" + width, "light": SettingsController[light], "language": language, "width": width, "scale": 1 })
        rows.push({ "tag": "pseudo", "light": SettingsController.Day, "language": "pseudo", "width": 800, "scale": 1 })
        for (const width of [1280, 390])
            rows.push({ "tag": "200-" + width, "light": SettingsController.Day, "language": "en", "width": width, "scale": 2 })
        return rows
    }
    function test_everyKindOfQuestion(row) {
        settingsStandIn.light = row.light
        settingsStandIn.textScale = row.scale
        glance.speak(row.language)
        conversationStandIn.everyKind = true
        show("conversation", open([row.width, row.scale * (row.width < 500 ? 7600 : 5800)]), "kinds-" + row.tag)
    }

    function press(window, name, within = "") {
        const find = () => findChild(within === "" ? window.contentItem : findChild(window.contentItem, within), name)
        tryVerify(() => find()?.visible ?? false, 2000, name)
        const item = find()
        waitForRendering(item) // so that it lies where it is drawn
        mouseClick(item)
    }
    function test_contentIsFoundShownAndLeftByTouchAndByKeys() {
        const window = open([1280, 800])
        press(window, "nav_library")
        compare(window.page, "library")
        press(window, "folder_Cabinets")
        compare(libraryStandIn.asked, "folder Cabinets")
        press(window, "language_de")
        compare(libraryStandIn.asked, "language de")
        press(window, "asset_1")
        compare(libraryStandIn.asked, "open 1")
        show("presenter", window, "presenting-1280")
        verify(!findChild(window.contentItem, "nav_home").visible) // nothing of ours beside it
        keyClick(Qt.Key_Right)
        compare(presenterStandIn.page, 2)
        verify(!findChild(window.contentItem, "closePresenterButton").visible) // nothing but the page
        keyClick(Qt.Key_End)
        compare(presenterStandIn.page, 4)
        mouseClick(findChild(window.contentItem, "presenterPages"))
        tryVerify(() => findChild(window.contentItem, "closePresenterButton").visible)
        press(window, "previousPage")
        compare(presenterStandIn.page, 3)
        press(window, "thumb_2")
        compare(presenterStandIn.page, 2)
        keyClick(Qt.Key_Escape)
        compare(window.page, "library")
        compare(presenterStandIn.asked, "close")
    }
    function test_aTrayIsFilledPutInOrderAndShown() {
        trayStandIn.empty = false
        presenterStandIn.sequence = false
        const window = open([1280, 800])
        press(window, "nav_library")
        press(window, "collectButton", "asset_1")
        compare(libraryStandIn.asked, "collect 1")
        press(window, "trayButton")
        compare(window.page, "tray")
        press(window, "trayDownButton", "tray_0")
        compare(trayStandIn.asked, "move 0 1")
        const grip = findChild(findChild(window.contentItem, "tray_1"), "trayGrip")
        const target = findChild(window.contentItem, "tray_0")
        mouseDrag(grip, 10, 40, 0, -target.height - 60)
        compare(trayStandIn.asked, "move 1 0")
        press(window, "trayRemoveButton", "tray_1")
        compare(trayStandIn.asked, "remove 2")
        press(window, "trayNewerButton", "tray_0")
        compare(trayStandIn.asked, "newer 1")
        press(window, "trayPagesButton", "tray_0")
        compare(trayStandIn.asked, "pages 1")
        choiceStandIn.opened()
        compare(window.page, "pages")
        press(window, "page_3")
        compare(choiceStandIn.asked, "toggle 3")
        press(window, "acceptPagesButton")
        compare(choiceStandIn.asked, "accept")
        press(window, "backButton", "pagesScreen")
        compare(window.page, "tray")
        press(window, "appendSequenceButton", "sequence_1")
        compare(trayStandIn.asked, "append s2")
        const field = findChild(window.contentItem, "sequenceNameField")
        mouseClick(field)
        for (const letter of "fair")
            keyClick(letter)
        keyClick(Qt.Key_Return)
        compare(trayStandIn.asked, "keep fair")
        press(window, "trayShowButton", "tray_0")
        compare(trayStandIn.asked, "present 1")
        presenterStandIn.opened()
        compare(window.page, "presenter")
        keyClick(Qt.Key_Escape)
        compare(window.page, "tray")
    }
    function test_whatIsShownComesIntoTheTray() {
        presenterStandIn.sequence = false
        const window = open([1280, 800])
        show("presenter", window, "collecting-1280")
        press(window, "presenterCollectButton")
        press(window, "collectPageButton")
        compare(presenterStandIn.asked, "collect page 1")
        press(window, "presenterCollectButton")
        press(window, "collectAllButton")
        compare(presenterStandIn.asked, "collect all")
        trayStandIn.said = "In the tray: Brochure PX plug-in"
        trayStandIn.canUndo = true
        tryVerify(() => findChild(window.contentItem, "trayBanner").visible)
        mouseClick(findChild(findChild(window.contentItem, "trayBanner"), "bannerButton"))
        compare(trayStandIn.asked, "undo")
        trayStandIn.said = ""
        trayStandIn.canUndo = false
    }
    function test_aSequenceIsWalkedByWhatItIsMadeOf() {
        const window = open([1280, 800])
        show("presenterSequence", window, "sequence-1280")
        press(window, "item_2")
        compare(presenterStandIn.page, 4)
        press(window, "playFilmButton", "presenterPage_4")
        tryVerify(() => findChild(window.contentItem, "videoScreen")?.visible ?? false)
        press(window, "closeVideoButton")
        compare(window.page, "presenter")
        compare(presenterStandIn.page, 4)
    }
    function test_aConversationIsOpenBelowTheLibrary() {
        const window = open([1280, 800])
        conversationStandIn.opened()
        press(window, "libraryButton", "conversationScreen")
        compare(window.page, "library")
        press(window, "backButton", "libraryScreen")
        compare(window.page, "conversation")
        press(window, "libraryButton", "conversationScreen")
        conversationStandIn.asked = ""
        press(window, "nav_outbox")
        compare(conversationStandIn.asked, "keepDraft")
    }
    // The same of what lies below the edge of its page: the keyboard comes there first.
    function reach(window, name, within) {
        const find = () => findChild(findChild(window.contentItem, within), name)
        tryVerify(() => window.active && (find()?.visible ?? false), 2000, name)
        find().forceActiveFocus(Qt.TabFocusReason)
        press(window, name, within)
    }
    function test_aRescueFileIsWrittenAndDelivered() {
        const window = open([1280, 800])
        window.show("outbox")
        press(window, "rescueButton")
        compare(window.page, "rescue")
        press(window, "rescuePlace_1")
        compare(rescueStandIn.asked, "choose /home/rep/Documents")
        press(window, "rescueExportButton")
        compare(rescueStandIn.asked, "export")
        press(window, "rescuePickButton")
        compare(rescueStandIn.files.asked, "list .rescue")
        look(window, "rescue-picking-1280")
        keyClick(Qt.Key_Escape)
        tryVerify(() => findChild(window.contentItem, "filePicker") === null)
        verify(findChild(window.contentItem, "rescuePickButton").activeFocus)
        press(window, "rescuePickButton")
        press(window, "file_0")
        compare(rescueStandIn.asked, "deliver")
        compare(window.page, "rescue")
        window.show("outbox")
        press(window, "summaryButton")
        press(window, "copySummaryButton")
        compare(summaryStandIn.asked, "copy")
        press(window, "saveSummaryButton")
        compare(summaryStandIn.asked, "save")
        keyClick(Qt.Key_Escape)
        compare(window.page, "outbox")
    }
    function test_theRailLeavesAConversationOnlyThroughItsDraft() {
        const window = open([1280, 800])
        conversationStandIn.opened()
        compare(window.page, "conversation")
        press(window, "nav_outbox")
        compare(conversationStandIn.asked, "keepDraft")
        compare(window.page, "outbox")
    }
    function test_aJobIsBegunByATap() {
        const window = open([1280, 800])
        press(window, "jobRow")
        compare(homeStandIn.asked, "job j1")
    }
    function test_theCameraStopsWhenItsPageIsLeft() {
        const window = open([1280, 800])
        press(window, "scanButton")
        compare(scanStandIn.asked, "start")
        press(window, "closeScanButton")
        compare(scanStandIn.asked, "stop")
        compare(window.page, "home")
    }
    function test_theCameraStopsWhileTheWindowIsHidden() {
        const window = open([1280, 800])
        press(window, "scanButton")
        scanStandIn.state = ScanController.Looking
        window.hide()
        compare(scanStandIn.asked, "stop")
        scanStandIn.state = ScanController.Idle
        window.visible = true
        compare(scanStandIn.asked, "start")
    }
    function test_oneOfSeveralCodesIsTakenByATapOrAKey() {
        const window = open([1280, 800])
        show("choosing", window, "choosing-1280")
        press(window, "code_1") // small in the picture, large enough for a finger
        compare(scanStandIn.asked, "choose 1")
        findChild(window.contentItem, "code_0").forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Return)
        compare(scanStandIn.asked, "choose 0")
        press(window, "lookAgainButton")
        compare(scanStandIn.asked, "scanNext")
        scanStandIn.state = ScanController.Looking
        verify(!findChild(window.contentItem, "code_0").visible)
    }
    function test_manyPeopleAreScannedAndSettledTogether() {
        const window = open([1280, 800])
        press(window, "scanButton")
        scanStandIn.state = ScanController.Looking
        press(window, "scanSeveralButton")
        compare(scanStandIn.asked, "stop")
        compare(window.page, "rapid")
        compare(rapidStandIn.asked, "start")
        verify(!findChild(window.contentItem, "eachButton").visible) // of nobody nothing becomes
        rapidStandIn.filled = true
        rapidStandIn.canUndo = true
        press(window, "undoScannedButton")
        compare(rapidStandIn.asked, "undoRemove")
        const list = findChild(window.contentItem, "rapidList")
        mouseClick(findChild(list.itemAtIndex(1), "rapidChoiceButton"))
        compare(rapidStandIn.asked, "toggleAnew b1")
        verify(!findChild(list.itemAtIndex(2), "rapidChoiceButton").visible) // she was not met today
        mouseClick(findChild(list.itemAtIndex(0), "removeScannedButton"))
        compare(rapidStandIn.asked, "remove b3")
        press(window, "sameForAllButton")
        compare(rapidStandIn.asked, "startGroup")
        press(window, "eachButton")
        compare(rapidStandIn.asked, "startEach")
        rapidStandIn.settled()
        compare(window.page, "home")
        compare(rapidStandIn.asked, "stop")
        press(window, "openRapidButton")
        compare(window.page, "rapid")
        press(window, "scanOneButton")
        compare(window.page, "scan")
    }
    function test_whoCannotBeFinishedWithTheGroupGoesOnAlone() {
        const window = open([800, 1280])
        show("groupFaults", window, "groupFaults-press")
        press(window, "goOnAloneButton")
        compare(conversationStandIn.asked, "alone p3")
        conversationStandIn.groupFaults.rows = []
        verify(findChild(window.contentItem, "groupPeople").visible)
        conversationStandIn.groupTitle = ""
        verify(!findChild(window.contentItem, "groupNote").visible)
    }
    function test_aPhotoIsPickedInPlaceOfTheCamera() {
        const window = open([1280, 800])
        press(window, "scanButton")
        scanStandIn.state = ScanController.Looking
        press(window, "pickPhotoButton")
        tryVerify(() => findChild(window.contentItem, "photoPicker") !== null)
        look(window, "photos")
        compare(scanStandIn.asked, "stop") // nothing is found behind the pictures' back
        compare(scanStandIn.album.asked, "list")
        press(window, "photo_1")
        compare(scanStandIn.asked, "readPhoto")
        verify(findChild(window.contentItem, "photoPicker") === null)
        scanStandIn.state = ScanController.Idle
        press(window, "pickPhotoButton")
        press(window, "closePhotosButton")
        compare(scanStandIn.asked, "start")
    }
    function test_allPointsOfASectionAreAnsweredAtOnce() {
        conversationStandIn.allText = "All OK"
        conversationStandIn.pointsText = "10 of 14 points"
        conversationStandIn.allLeft = 4
        const window = open([800, 1280])
        conversationStandIn.opened()
        press(window, "allButton")
        compare(conversationStandIn.asked, "answerAll")
        look(window, "all-ok")
        conversationStandIn.allLeft = 0
        verify(!findChild(window.contentItem, "allButton").enabled)
        conversationStandIn.allText = ""
        conversationStandIn.pointsText = ""
    }
    function test_aPhotoIsTakenPickedSeenAndRemoved() {
        conversationStandIn.everyKind = true
        const window = open([800, 1280])
        conversationStandIn.opened()
        const list = findChild(window.contentItem, "questionList")
        const at = conversationStandIn.kinds.findIndex(question => question.nodeId === 29)
        list.show(at)
        const press = name => {
            tryVerify(() => findChild(list.itemAtIndex(at), name) !== null, 2000, name)
            findChild(list.itemAtIndex(at), name).clicked()
        }
        const over = name => {
            tryVerify(() => findChild(window.contentItem, name) !== null, 2000, name)
            findChild(window.contentItem, name).clicked()
        }
        press("takePhotoButton")
        tryVerify(() => findChild(window.contentItem, "photoScreen") !== null)
        compare(photoStandIn.asked, "start 29")
        look(window, "photo-camera")
        over("shutterButton")
        compare(photoStandIn.asked, "shoot")
        photoStandIn.taken()
        tryVerify(() => findChild(window.contentItem, "photoScreen") === null)

        press("takePhotoButton")
        tryVerify(() => findChild(window.contentItem, "photoScreen") !== null)
        photoStandIn.state = PhotoController.NoSource
        look(window, "photo-blind")
        over("pickInsteadButton")
        look(window, "photo-album")
        over("photo_1")
        compare(conversationStandIn.asked, "photo 29")

        findChild(list.itemAtIndex(at), "pictureButton").forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Space)
        tryVerify(() => findChild(window.contentItem, "pictureScreen") !== null)
        tryVerify(() => !findChild(window.contentItem, "pictureText").visible)
        keyClick("+")
        verify(findChild(window.contentItem, "pictureScreen").zoom > 1)
        look(window, "photo-whole")
        keyClick(Qt.Key_Escape)
        tryVerify(() => findChild(window.contentItem, "pictureScreen") === null)
        verify(findChild(list.itemAtIndex(at), "pictureButton").activeFocus)

        press("removePictureButton")
        compare(conversationStandIn.asked, "removeFile 29")
    }
    function test_aDrawingIsMadeOnAPictureOrOnPaper_data() {
        return [{ "tag": "picture", "nodeId": 31, "button": "drawOnPictureButton", "size": [1280, 800] },
            { "tag": "paper", "nodeId": 32, "button": "drawButton", "size": [390, 844] }, { "tag": "tall", "nodeId": 33, "button": "drawButton", "size": [800, 1280] }]
    }
    function test_aDrawingIsMadeOnAPictureOrOnPaper(data) {
        conversationStandIn.everyKind = true
        const window = open(data.size)
        conversationStandIn.opened()
        const list = findChild(window.contentItem, "questionList")
        const at = conversationStandIn.kinds.findIndex(question => question.nodeId === data.nodeId)
        list.show(at)
        tryVerify(() => findChild(list.itemAtIndex(at), data.button) !== null)
        const button = findChild(list.itemAtIndex(at), data.button)
        tryVerify(() => {
            button.forceActiveFocus(Qt.TabFocusReason)
            return button.activeFocus
        })
        button.clicked()
        tryVerify(() => findChild(window.contentItem, "drawingPad")?.visible ?? false)
        const pad = findChild(window.contentItem, "drawingPad")
        compare(pad.arrows, data.tag === "picture" || data.tag === "tall")
        findChild(window.contentItem, "penButton").clicked()
        verify(!pad.arrows)
        findChild(window.contentItem, "ink_1").clicked()
        compare(pad.ink, Theme.drawYellow)
        findChild(window.contentItem, "undoStrokeButton").clicked()
        compare(pad.asked, "undo")
        look(window, "drawing-" + data.tag)
        keyClick(Qt.Key_Escape) // nothing is thrown away by it
        compare(conversationStandIn.asked, "draw " + data.nodeId + " a drawing")
        tryVerify(() => findChild(window.contentItem, "drawingScreen") === null)
        verify(button.activeFocus)
    }
    function atQuestion(window, nodeId) {
        const list = findChild(window.contentItem, "questionList")
        const at = conversationStandIn.kinds.findIndex(question => question.nodeId === nodeId)
        list.show(at)
        tryVerify(() => list.itemAtIndex(at) !== null)
        return name => findChild(list.itemAtIndex(at), name)
    }
    function test_aVoiceIsRecordedPlayedAndRemoved() {
        conversationStandIn.everyKind = true
        const window = open([800, 1280])
        conversationStandIn.opened()
        const asked = test.atQuestion(window, 34)
        tryVerify(() => asked("recordButton") !== null)
        asked("recordButton").clicked()
        compare(mediaStandIn.recording.asked, "start 34 low")
        verify(asked("levelMeter").visible)
        look(window, "sound-recording")
        asked("stopRecordingButton").clicked()
        compare(mediaStandIn.recording.asked, "stop")
        mediaStandIn.recording.hasMicrophone = false
        verify(!asked("recordButton").visible)
        verify(asked("pickSoundButton").visible)
        mediaStandIn.recording.hasMicrophone = true
        const said = test.atQuestion(window, 35)
        tryVerify(() => said("playButton") !== null)
        said("playButton").clicked()
        compare(mediaStandIn.playback.asked, "play c/said")
        verify(said("placeBar").visible)
        look(window, "sound-playing")
        said("playButton").clicked()
        compare(mediaStandIn.playback.asked, "pause")
        said("removeSoundButton").clicked()
        compare(conversationStandIn.asked, "removeFile 35")
    }
    function test_aFileIsPickedAndAFilmIsWatched() {
        conversationStandIn.everyKind = true
        const window = open([390, 844])
        conversationStandIn.opened()
        const over = name => findChild(window.contentItem, name)
        const file = test.atQuestion(window, 38)
        tryVerify(() => file("pickFileButton") !== null)
        file("pickFileButton").clicked()
        tryVerify(() => over("filePicker") !== null)
        compare(mediaStandIn.files.asked, "list .pdf,.docx")
        look(window, "file-picker")
        over("file_0").clicked()
        compare(conversationStandIn.asked, "file 38")
        tryVerify(() => over("filePicker") === null)
        const film = test.atQuestion(window, 36)
        tryVerify(() => film("watchButton") !== null)
        film("watchButton").clicked()
        tryVerify(() => over("videoScreen") !== null)
        compare(mediaStandIn.playback.asked, "play c/door")
        look(window, "video")
        mediaStandIn.playback.failed = "c/door"
        verify(over("videoText").visible)
        mediaStandIn.playback.failed = ""
        keyClick(Qt.Key_Escape)
        tryVerify(() => over("videoScreen") === null)
        compare(mediaStandIn.playback.asked, "stop")
    }
    function test_aQuickAnswerLeadsToTheNextQuestion() {
        conversationStandIn.everyKind = true
        const window = open([800, 900])
        conversationStandIn.opened()
        const list = findChild(window.contentItem, "questionList")
        list.show(13)
        tryVerify(() => findChild(list.itemAtIndex(13), "choice_warm") !== null)
        waitForRendering(list)
        mouseClick(findChild(list.itemAtIndex(13), "choice_warm"))
        compare(conversationStandIn.asked, "choose 14 warm true")
        tryCompare(list, "currentIndex", 14)
    }
    function test_aNumberWithLimitsIsTypedIntoAfterATap() {
        conversationStandIn.everyKind = true
        const window = open([800, 4600])
        conversationStandIn.opened()
        const bar = () => findChild(window.contentItem, "limitText")
        tryVerify(() => bar() !== null)
        const field = findChild(bar().parent.parent, "answerField")
        waitForRendering(field)
        mouseClick(field)
        tryVerify(() => field.activeFocus)
    }
    function test_aMissingAnswerIsReachedByItsLine() {
        const window = open([1280, 800])
        conversationStandIn.opened()
        conversationStandIn.showMissing = true
        tryVerify(() => findChild(window.contentItem, "missingLine") !== null)
        press(window, "missingLine")
        compare(conversationStandIn.asked, "goToMissing 3")
    }
    function test_aReportIsAskedForAndSaved() {
        const window = open([800, 1280])
        window.show("outbox")
        press(window, "reportSelectedButton")
        compare(outboxStandIn.asked, "reportSelected")
        reportStandIn.opened()
        compare(window.page, "report")
        press(window, "reportLanguage_de")
        compare(reportStandIn.asked, "choose de")
        press(window, "reportInternal")
        compare(reportStandIn.asked, "internal true")
        press(window, "saveReportButton")
        compare(reportStandIn.asked, "save")
        reportStandIn.savedText = "Saved in Documents as “Report.pdf”."
        press(window, "bannerButton", "savedReport")
        verify(!findChild(window.contentItem, "savedReport").visible)
        reportStandIn.savedText = ""
        press(window, "backButton")
        compare(window.page, "outbox")
    }
    function test_aDraftIsDeletedAndHadBack() {
        const window = open([1280, 800])
        window.show("conversation")
        press(window, "deleteDraftButton")
        compare(conversationStandIn.asked, "discard")
        deletedStandIn.canUndo = true
        tryVerify(() => findChild(window.contentItem, "deletedBanner").visible)
        deletedStandIn.canUndo = false
        window.show("outbox")
        press(window, "recentlyDeletedButton")
        compare(window.page, "deleted")
        press(window, "restoreButton")
        compare(deletedStandIn.asked, "restore x")
    }
    function test_aConsentIsReadWithdrawnAndHadBack() {
        const window = open([1280, 800])
        window.show("customer")
        const card = findChild(window.contentItem, "consentCard")
        tryVerify(() => card.visible)
        const words = findChild(card, "consentWords")
        verify(!words.visible)
        reach(window, "withdrawButton", "consentCard")
        compare(customerStandIn.asked, "withdraw 0")
        reach(window, "consentWordsButton", "consentCard")
        verify(words.visible)
        withdrawalStandIn.canUndo = true
        tryVerify(() => findChild(window.contentItem, "withdrawnBanner").visible)
        press(window, "bannerButton", "withdrawnBanner")
        compare(withdrawalStandIn.asked, "undo")
        withdrawalStandIn.canUndo = false
        withdrawalStandIn.trouble = "The withdrawal is on its way already."
        press(window, "bannerButton", "withdrawalTrouble")
        compare(withdrawalStandIn.trouble, "")
    }
    function test_theNameInTheBarIsNeverWrittenOver_data() {
        return [800, 960, 1280, 1920].map(width => ({ "tag": width, "size": [width, 1000] }))
    }
    function test_theNameInTheBarIsNeverWrittenOver(row) {
        const saved = conversationStandIn.savedText
        conversationStandIn.savedText = "Auf diesem Tablet gespeichert 09:15"
        const window = open(row.size)
        conversationStandIn.opened()
        const title = findChild(window.contentItem, "conversationTitle")
        const words = findChild(window.contentItem, "savedText")
        waitForRendering(title)
        verify(title.width >= 200, title.width)
        verify(!words.visible || words.mapToItem(null, 0, 0).x > title.mapToItem(null, title.width, 0).x)
        compare(words.visible, findChild(window.contentItem, "conversationDetail").text !== words.text) // it is said in one of the two places
        conversationStandIn.savedText = saved
    }
    function test_aCustomersRowsLeadWhereTheySay() {
        const window = open([1280, 800])
        window.show("customer")
        tryVerify(() => window.active)
        for (const [row, asked] of [["briefingBanner", "briefing"], ["ticketRow", "ticket 0"], ["personRow", "person 0"], ["machineRow", "machine 0"],
                 ["meetingRow", "happening 0"], ["timelineGroup_1", "group 1"], ["olderButton", "older"], ["allMachinesButton", "all machines"]]) {
            const find = () => findChild(window.contentItem, row)
            tryVerify(() => find()?.visible ?? false, 2000, row)
            find().forceActiveFocus(Qt.TabFocusReason) // it scrolls into view
            keyClick(Qt.Key_Return)
            compare(customerStandIn.asked, asked)
            press(window, row)
            compare(customerStandIn.asked, asked)
        }
        press(window, "backButton", "customerScreen")
        compare(customerStandIn.asked, "back")
        compare(window.page, "search")
    }
    function test_aBriefingIsReadBeforeTheTalkAndLeadsToIt() {
        const window = open([1280, 800])
        window.show("customer")
        briefingStandIn.opened()
        compare(window.page, "briefing")
        press(window, "briefingContact")
        compare(briefingStandIn.asked, "contact 0")
        press(window, "startBriefedButton")
        compare(briefingStandIn.asked, "start")
        press(window, "briefedCustomerButton")
        compare(briefingStandIn.asked, "customer")
        keyClick(Qt.Key_Escape)
        compare(window.page, "customer")
        window.show("home")
        press(window, "jobBriefingButton")
        compare(homeStandIn.asked, "briefing j1")
        show("found", window, "found-briefing-1280")
        press(window, "scannedBriefingButton")
        compare(scanStandIn.asked, "briefing")
    }
    function test_aBriefingTakesTwoScreensAtMost_data() {
        return [[1280, 800], [800, 1280], [390, 844]].map(size => ({ "tag": size[0], "size": size }))
    }
    function test_aBriefingTakesTwoScreensAtMost(row) {
        const window = open(row.size)
        briefingStandIn.opened()
        const page = findChild(window.contentItem, "briefingPage")
        waitForRendering(page)
        verify(page.contentHeight <= 2 * page.height, page.contentHeight + " of " + page.height)
        const gaps = briefingStandIn.gaps.rows
        briefingStandIn.gaps.rows = []
        tryVerify(() => !findChild(window.contentItem, "briefingGaps").visible) // no heading without a line below it
        briefingStandIn.gaps.rows = gaps
    }
    function test_aMachinesFileLeadsToItsServiceItsCustomerAndItsReports() {
        const window = open([1280, 800])
        machineFileStandIn.opened()
        compare(window.page, "machine")
        for (const [row, asked] of [["openJobButton_0", "ticket 0"], ["serviceRow", "service 0"], ["machineOwner", "owner"], ["machineBriefingButton", "briefing"],
                 ["documentRow", "document 0"], ["startServiceButton", "start"]]) {
            const find = () => findChild(window.contentItem, row)
            tryVerify(() => find()?.visible ?? false, 2000, row)
            find().forceActiveFocus(Qt.TabFocusReason)
            press(window, row)
            compare(machineFileStandIn.asked, asked)
        }
        press(window, "scanNextMachineButton")
        compare(window.page, "scan")
        scanStandIn.machine.known = true
        scanStandIn.state = ScanController.MachineFound
        tryCompare(scanStandIn.machine, "asked", "file")
        scanStandIn.machine.known = false
    }
    function test_theRankingLeadsToACustomerAndToARating() {
        const window = open([1280, 800])
        window.show("search")
        press(window, "rankingButton")
        compare(window.page, "ranking")
        compare(rankingStandIn.asked, "refresh")
        press(window, "accountRow")
        compare(rankingStandIn.asked, "open 0")
        press(window, "rateButton")
        compare(rankingStandIn.asked, "rate")
        keyClick(Qt.Key_Escape)
        compare(window.page, "search")
    }
    function test_theRankingIsReadAndOpenedByTheKeyboard() {
        const window = open([1280, 800])
        window.show("ranking")
        const list = findChild(window.contentItem, "rankingList")
        tryVerify(() => window.active && list.currentItem !== null && list.currentItem.activeFocus)
        keyClick(Qt.Key_Down)
        tryCompare(list, "currentIndex", 1)
        keyClick(Qt.Key_Return)
        compare(rankingStandIn.asked, "open 1")
    }
    function test_anotherFormBeginsOnTheHomeScreenAndWithACustomer() {
        const window = open([1280, 800])
        press(window, "otherForm_voice_of_customer")
        compare(homeStandIn.asked, "form voice_of_customer")
        window.show("customer")
        reach(window, "otherForm_product_configuration", "customerScreen")
        compare(customerStandIn.asked, "form product_configuration")
    }
    function test_theLanguageOfTheFormIsChosenInTheBar() {
        const window = open([1280, 800])
        conversationStandIn.opened()
        press(window, "askingButton")
        look(window, "asking")
        press(window, "language_Deutsch (de)")
        compare(conversationStandIn.asked, "speak Deutsch (de)")
        verify(!findChild(window.contentItem, "oneByOneButton").visible)
    }
    function test_aVisitorSeesOneQuestionAndNoListOfSections_data() {
        return [{ "tag": "visitor-1280", "size": [1280, 800] }, { "tag": "visitor-800", "size": [800, 1280] }]
    }
    function test_aVisitorSeesOneQuestionAndNoListOfSections(row) {
        const window = open(row.size)
        conversationStandIn.opened()
        press(window, "askingButton")
        press(window, "oneByOneButton")
        verify(conversationStandIn.oneByOne)
        compare(findChild(window.contentItem, "section_1")?.visible ?? false, false)
        compare(findChild(window.contentItem, "nextButton").text, "Next")
        verify(findChild(window.contentItem, "choice_hot").height >= 88)
        look(window, row.tag)
    }
    function test_aFormReadFromTheRightIsMirroredAndTheAppIsNot() {
        const window = open([1280, 800])
        conversationStandIn.opened()
        tryVerify(() => findChild(window.contentItem, "choice_hot") !== null)
        const place = name => findChild(window.contentItem, name).mapToItem(null, 0, 0).x
        const before = place("backButton")
        verify(place("choice_hot") < place("choice_cold"))
        conversationStandIn.rightToLeft = true
        waitForRendering(window.contentItem)
        verify(place("choice_hot") > place("choice_cold"))
        compare(place("backButton"), before)
        look(window, "mirrored")
    }
    function test_aCustomerIsFoundAndOpenedByTheKeyboard() {
        const window = open([1280, 800])
        window.show("search")
        const field = () => findChild(window.contentItem, "customerField")
        tryVerify(() => window.active && (field()?.activeFocus ?? false))
        keyClick("w")
        compare(searchStandIn.asked, "search w")
        keyClick(Qt.Key_Down)
        keyClick(Qt.Key_Down)
        keyClick(Qt.Key_Return)
        compare(searchStandIn.asked, "open 1")
        keyClick(Qt.Key_Up)
        keyClick(Qt.Key_Up)
        verify(field().activeFocus)
        keyClick(Qt.Key_Return)
        compare(searchStandIn.asked, "open 0")
    }
}

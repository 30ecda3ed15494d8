// SPDX-License-Identifier: Apache-2.0
#include "app/composition.h"

#include "app/capture/framesource.h"
#include "app/capture/helper.h"
#include "app/capture/reader.h"
#include "app/capture/wedge.h"
#include "app/contentpages.h"
#include "app/controllers/assetpictures.h"
#include "app/controllers/attachmentpictures.h"
#include "app/controllers/candidatescontroller.h"
#include "app/controllers/cardcontroller.h"
#include "app/controllers/codecontroller.h"
#include "app/controllers/conflictcontroller.h"
#include "app/controllers/conversationcontroller.h"
#include "app/controllers/conversationparts.h"
#include "app/controllers/customercontroller.h"
#include "app/controllers/deletedcontroller.h"
#include "app/controllers/formpictures.h"
#include "app/controllers/handovercontroller.h"
#include "app/controllers/homecontroller.h"
#include "app/controllers/lockcontroller.h"
#include "app/controllers/machinecontroller.h"
#include "app/controllers/mediacontroller.h"
#include "app/controllers/outboxcontroller.h"
#include "app/controllers/photocontroller.h"
#include "app/controllers/placecontroller.h"
#include "app/controllers/rankingcontroller.h"
#include "app/controllers/rapidcontroller.h"
#include "app/controllers/readinesscontroller.h"
#include "app/controllers/reportcontroller.h"
#include "app/controllers/reportpages.h"
#include "app/controllers/rescuecontroller.h"
#include "app/controllers/resolutioncontroller.h"
#include "app/controllers/revisioncontroller.h"
#include "app/controllers/scancontroller.h"
#include "app/controllers/searchcontroller.h"
#include "app/controllers/settingscontroller.h"
#include "app/controllers/summarycontroller.h"
#include "app/controllers/synccontroller.h"
#include "app/controllers/withdrawalcontroller.h"
#include "app/conversation/dayboard.h"
#include "app/conversation/formshelf.h"
#include "app/conversation/whendone.h"
#include "app/customerpages.h"
#include "app/embeddedhub.h"
#include "app/security/devicesecret.h"
#include "app/trace.h"
#include "sync/device/enrolment.h"

#include <QDir>
#include <QGuiApplication>
#include <QLoggingCategory>
#include <QQmlEngine>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(appLog, "rapport.app")

const QString tokenSetting = QStringLiteral("hub_token"); ///< at the hub of --hub
const QString embeddedTokenSetting = QStringLiteral("embedded_hub_token");
const QString userSetting = QStringLiteral("user");
const QString deviceSetting = QStringLiteral("device_id");

/// What everything else is built on.
struct Surroundings {
    Options options;
    Language& language;
    Clock clock;
    store::DataKey key;
    std::unique_ptr<store::Store> store;  ///< of the UI thread: small reads
    std::unique_ptr<StoreThread> thread;  ///< writes
    std::unique_ptr<StoreThread> reading; ///< searches and looks: they wait for no write
};

} // namespace

/// Members in the order they are built; they go in the other order.
struct Composition::Parts : Surroundings {
    explicit Parts(Surroundings surroundings) : Surroundings(std::move(surroundings)) {}

    EmbeddedHub hub;
    std::unique_ptr<device::Courier> courier;
    std::unique_ptr<DayBoard> day;
    std::unique_ptr<capture::Reader> reader;
    std::unique_ptr<capture::FrameSource> source, photoSource, rapidSource; ///< each is started by its own page only
    capture::WedgeKeyboard wedge;
    std::unique_ptr<SyncController> sync;
    std::unique_ptr<LockController> lock;
    std::unique_ptr<HomeController> home;
    std::unique_ptr<OutboxController> outbox;
    std::unique_ptr<MachineController> machine;
    std::unique_ptr<ScanController> scan;
    std::unique_ptr<CardController> card;
    std::unique_ptr<RapidController> rapid;
    std::unique_ptr<ConversationController> conversation;
    std::unique_ptr<RevisionController> revision;
    std::unique_ptr<ResolutionController> resolution;
    std::unique_ptr<ConflictController> conflicts;
    std::unique_ptr<CandidatesController> meeting; ///< whom the conversation may be with
    std::unique_ptr<HandOverController> handOver;
    std::unique_ptr<PhotoController> photo;
    std::unique_ptr<MediaController> media;
    std::unique_ptr<CodeController> code;
    std::unique_ptr<PlaceController> place;
    std::unique_ptr<SearchController> search;
    std::unique_ptr<CustomerController> customer, beside;
    std::unique_ptr<BriefingController> briefing;
    std::unique_ptr<MachineFileController> machineFile;
    std::unique_ptr<RankingController> ranking;
    std::unique_ptr<Indexer> indexer;
    std::unique_ptr<LibraryController> library;
    std::unique_ptr<TrayController> tray;
    std::unique_ptr<PagesController> choice; ///< of pages for the tray
    std::unique_ptr<PresenterController> presenter;
    std::unique_ptr<ReadinessController> readiness;
    std::unique_ptr<ReportController> report;
    std::unique_ptr<SettingsController> settings;
    std::unique_ptr<DeletedController> deleted;
    std::unique_ptr<WithdrawalController> withdrawal;
    std::unique_ptr<SummaryController> summary;
    std::unique_ptr<RescueController> rescue;
};

namespace
{

/// Who uses this device, until people sign in: the demo's user in a demo, nobody else.
Status settleIdentity(store::Store& store, const Options& options)
{
    const auto user = store.setting(userSetting);
    const auto device = store.setting(deviceSetting);
    if (!user || !device)
        return user ? device.error() : user.error();
    if (options.demo && user->isEmpty()) {
        if (auto set = store.setSetting(userSetting, QStringLiteral("m.hansen")); !set)
            return set;
    }
    return device->isEmpty() ? store.setSetting(deviceSetting, QStringLiteral("rapport:") + QUuid::createUuid().toString(QUuid::WithoutBraces))
                             : ok();
}

/// The hub in the app is reached whenever the app runs: its lease cannot have ended.
device::Access accessAtStart(store::Store& store, const Options& options, const QDateTime& now)
{
    const auto access = device::accessOf(store, now);
    const auto member = device::membership(store);
    const bool embedded = !options.hub && member && !*member;
    return embedded && access == device::Access::LeaseEnded ? device::Access::Open : access;
}

} // namespace

Result<std::unique_ptr<Composition>> Composition::make(const Options& options, Language& language)
{
    if (!QDir().mkpath(options.dataDir))
        return Error{Error::Kind::Denied, QStringLiteral("the data folder cannot be made")};
    const auto secret = security::deviceSecret();
    if (!secret)
        return secret.error();
    const auto key = store::DataKey::open(options.dataDir, *secret);
    if (!key)
        return key.error();
    trace::say("key");
    const Clock clock = options.now ? clockStartingAt(*options.now) : systemClock();
    const auto openStore = [dir = options.dataDir, key = *key, clock] { return store::Store::open(dir, key, clock); };
    auto store = openStore();
    if (!store)
        return store.error();
    if (auto settled = settleIdentity(**store, options); !settled)
        return settled.error();
    auto thread = StoreThread::start(openStore);
    if (!thread)
        return thread.error();
    auto reading = StoreThread::start(openStore);
    if (!reading)
        return reading.error();

    auto parts = std::make_unique<Parts>(Surroundings{options, language, clock, *key, std::move(*store), std::move(*thread), std::move(*reading)});
    Parts& d = *parts;
    if (const QString chosen = chosenLanguage(*d.store); !chosen.isEmpty() && !options.languageGiven) {
        d.options.language = chosen;
        language.speak(chosen);
    }
    d.courier = std::make_unique<device::Courier>(openStore, clock, device::systemNetwork);
    d.day = std::make_unique<DayBoard>(*d.thread, clock);
    d.reader = std::make_unique<capture::Reader>(capture::helperProgram(QStringLiteral("rapport-worker")));
    const auto makeSource = [&] {
        return options.cameraSource.isEmpty() ? capture::makeCameraSource() : capture::makeFileSource(options.cameraSource);
    };
    d.source = makeSource();
    d.photoSource = makeSource();
    d.rapidSource = makeSource();
    const bool camera = !options.cameraSource.isEmpty() || capture::cameraPresent();
    d.sync = std::make_unique<SyncController>(*d.courier, clock);
    const auto access = accessAtStart(*d.store, options, clock());
    d.lock = std::make_unique<LockController>(*d.courier, *d.sync, access);
    if (access != device::Access::Open)
        d.day->show(DayBoard::Shown::Nothing);
    d.home = std::make_unique<HomeController>(*d.day, camera ? HomeController::Camera::Present : HomeController::Camera::Absent);
    d.outbox = std::make_unique<OutboxController>(*d.day, *d.courier, *d.sync);
    d.card = std::make_unique<CardController>(capture::helperProgram(QStringLiteral("rapport-worker")), *d.store);
    const auto author = [store = d.store.get()] { return store->setting(userSetting).value_or({}); };
    d.machine = std::make_unique<MachineController>(*d.store, clock);
    d.scan = std::make_unique<ScanController>(*d.reader, d.source.get(), *d.store, *d.machine, clock);
    const ConversationParts conversationParts{
        *d.store, *d.thread, clock, author, d.store->setting(deviceSetting).value_or({}), d.options.language, [courier = d.courier.get()] {
            courier->wake();
        }};
    d.rapid = std::make_unique<RapidController>(*d.reader, d.rapidSource.get(), conversationParts, *d.reading);
    d.conversation = std::make_unique<ConversationController>(conversationParts);
    d.revision = std::make_unique<RevisionController>(conversationParts);
    d.resolution = std::make_unique<ResolutionController>(conversationParts);
    d.conflicts = std::make_unique<ConflictController>(conversationParts, *d.day);
    d.meeting = std::make_unique<CandidatesController>(*d.store, d.reading.get());
    d.handOver = std::make_unique<HandOverController>(conversationParts, *d.day, *d.courier,
                                                      [talk = d.conversation.get()](const std::function<void()>& then) { talk->leaveFor(then); });
    d.photo = std::make_unique<PhotoController>(*d.photoSource, camera ? PhotoController::Camera::Present : PhotoController::Camera::Absent);
    d.media = std::make_unique<MediaController>(sound::makeMicrophone(), *d.reading);
    // One question is answered at a time: its photo and its code come through the same camera.
    d.code =
        std::make_unique<CodeController>(*d.reader, *d.photoSource, camera ? CodeController::Camera::Present : CodeController::Camera::Absent, clock);
    d.place = std::make_unique<PlaceController>([nmea = options.positionSource] { return makePositionSource(nmea); });
    d.search = std::make_unique<SearchController>(*d.reading);
    d.customer = std::make_unique<CustomerController>(*d.reading, clock);
    d.beside = std::make_unique<CustomerController>(*d.reading, clock);
    d.briefing = std::make_unique<BriefingController>(*d.reading, clock);
    d.machineFile = std::make_unique<MachineFileController>(*d.reading, author, clock);
    d.ranking = std::make_unique<RankingController>(*d.reading, clock);
    d.indexer = std::make_unique<Indexer>(*d.reading, *d.thread);
    d.library = std::make_unique<LibraryController>(*d.reading, clock);
    d.tray = std::make_unique<TrayController>(*d.thread, clock);
    d.choice = std::make_unique<PagesController>(*d.reading);
    d.presenter = std::make_unique<PresenterController>(*d.reading, *d.thread);
    d.report = std::make_unique<ReportController>(ReportController::Parts{*d.reading, *d.thread, d.options.language, {}});
    d.deleted = std::make_unique<DeletedController>(*d.thread, clock);
    d.withdrawal = std::make_unique<WithdrawalController>(conversationParts);
    d.readiness = std::make_unique<ReadinessController>(*d.thread, options.dataDir,
                                                        camera ? ReadinessController::Camera::Present : ReadinessController::Camera::Absent, clock);
    auto composition = std::unique_ptr<Composition>(new Composition(std::move(parts)));
    composition->connectParts();
    return composition;
}

Composition::Composition(std::unique_ptr<Parts> parts) : d(std::move(parts))
{
    d->settings = std::make_unique<SettingsController>(
        SettingsController::Surroundings{*d->store, *d->thread, *d->courier, d->clock, [this](const QString& language) { speak(language); }},
        d->options.language);
    const auto device = [settings = d->settings.get()] { return settings->deviceName(); };
    d->summary = std::make_unique<SummaryController>(SummaryController::Parts{*d->day, *d->reading, *d->courier, device, {}});
    d->rescue = std::make_unique<RescueController>(RescueController::Parts{*d->reading, *d->courier, d->clock, device});
}

Composition::~Composition() = default;

void Composition::connectParts()
{
    connect(d->lock.get(), &LockController::turned, d->day.get(),
            [this](bool locked) { d->day->show(locked ? DayBoard::Shown::Nothing : DayBoard::Shown::Day); });
    connect(d->courier.get(), &device::Courier::conversationsChanged, d->day.get(), &DayBoard::refresh);
    connect(d->courier.get(), &device::Courier::downloaded, d->day.get(), &DayBoard::refreshAll);
    connect(d->courier.get(), &device::Courier::downloaded, this, [this, known = std::make_shared<std::set<QString>>()] {
        d->reading->run([known](store::Store& store) { prepareForms(store, *known); });
    });
    connect(d->conversation.get(), &ConversationController::stored, d->day.get(), &DayBoard::refresh);
    connect(d->conversation.get(), &ConversationController::discarded, d->deleted.get(), &DeletedController::offerUndo);
    connect(d->deleted.get(), &DeletedController::stored, d->day.get(), &DayBoard::refresh);
    connect(d->home.get(), &HomeController::occasionRequested, this, [this](const QString& id) {
        auto chosen = d->thread->run([id](store::Store& store) { return store.chooseOccasion(id); });
        whenDone(chosen, this, [this](const Status&) { d->day->refresh(); }); // what was not kept shows itself by staying as it was
    });
    connect(d->home.get(), &HomeController::newRequested, d->conversation.get(), &ConversationController::startNew);
    connect(d->home.get(), &HomeController::jobRequested, d->conversation.get(), [this](const QString& jobId) { d->conversation->startJob(jobId); });
    connect(d->home.get(), &HomeController::openRequested, d->conversation.get(), &ConversationController::open);
    connect(d->outbox.get(), &OutboxController::openRequested, d->conversation.get(), &ConversationController::open);
    connect(d->outbox.get(), &OutboxController::reportRequested, d->report.get(), &ReportController::open);
    connect(d->conversation.get(), &ConversationController::reportRequested, d->report.get(), &ReportController::open);
    connect(d->outbox.get(), &OutboxController::reviseRequested, d->revision.get(), &RevisionController::revise);
    connect(d->conversation.get(), &ConversationController::opened, d->revision.get(),
            [this] { d->revision->follow(d->conversation->conversationId()); });
    connect(d->courier.get(), &device::Courier::conversationsChanged, d->revision.get(), &RevisionController::refresh);
    connect(d->revision.get(), &RevisionController::openRequested, d->conversation.get(), &ConversationController::open);
    connect(d->revision.get(), &RevisionController::stored, d->day.get(), &DayBoard::refresh);
    connect(d->courier.get(), &device::Courier::downloaded, d->resolution.get(), &ResolutionController::resolve);
    connect(d->courier.get(), &device::Courier::downloaded, d->conversation.get(), [this] {
        if (!d->conversation->readOnly())
            d->conversation->listArrived();
    });
    connect(d->conversation.get(), &ConversationController::finished, d->resolution.get(), &ResolutionController::resolve);
    connect(d->conversation.get(), &ConversationController::opened, d->resolution.get(),
            [this] { d->resolution->follow(d->conversation->conversationId()); });
    connect(d->conversation.get(), &ConversationController::stored, d->resolution.get(), &ResolutionController::refresh);
    connect(d->conversation.get(), &ConversationController::changed, d->meeting.get(), [this] {
        const ConversationController& talk = *d->conversation;
        const bool asks = talk.isOpen() && !talk.readOnly();
        d->meeting->follow(asks ? talk.conversationId() : QString(), talk.acquaintance(), talk.said(), talk.contactId().isEmpty());
    });
    connect(d->meeting.get(), &CandidatesController::decided, d->conversation.get(), &ConversationController::meet);
    connect(d->resolution.get(), &ResolutionController::resolved, d->day.get(), &DayBoard::refresh);
    connect(d->resolution.get(), &ResolutionController::resolved, d->revision.get(), &RevisionController::refresh);
    connect(d->resolution.get(), &ResolutionController::resolved, d->conversation.get(), &ConversationController::listArrived);
    connect(d->conversation.get(), &ConversationController::opened, d->conflicts.get(),
            [this] { d->conflicts->follow(d->conversation->conversationId()); });
    connect(d->conflicts.get(), &ConflictController::stored, d->day.get(), &DayBoard::refresh);
    connect(d->conversation.get(), &ConversationController::opened, d->handOver.get(),
            [this] { d->handOver->follow(d->conversation->conversationId()); });
    connect(d->conversation.get(), &ConversationController::stored, d->handOver.get(), &HandOverController::refresh);
    connect(d->courier.get(), &device::Courier::conversationsChanged, d->handOver.get(), &HandOverController::refresh);
    connect(d->handOver.get(), &HandOverController::openRequested, d->conversation.get(), &ConversationController::open);
    connect(d->handOver.get(), &HandOverController::failed, d->conversation.get(), &ConversationController::failed);
    connect(d->handOver.get(), &HandOverController::stored, d->day.get(), &DayBoard::refresh);
    connect(d->scan.get(), &ScanController::cardConversationRequested, d->conversation.get(), &ConversationController::startWithCard);
    connect(d->scan.get(), &ScanController::conversationRequested, d->conversation.get(), &ConversationController::startWith);
    connect(d->card.get(), &CardController::accepted, d->scan.get(), &ScanController::offer);
    connect(&d->wedge, &capture::WedgeKeyboard::scanned, this, [this](const QString& text) {
        if (d->rapid->isOn())
            d->rapid->receive(text);
        else
            d->scan->receive(text);
    });
    connect(d->rapid.get(), &RapidController::stored, d->day.get(), &DayBoard::refresh);
    connect(d->rapid.get(), &RapidController::groupStarted, d->conversation.get(), &ConversationController::open);
    connectCustomerPages({*d->home, *d->scan, *d->machine, *d->customer, *d->briefing, *d->machineFile, *d->conversation, *d->report, *d->courier});
    connect(d->scan.get(), &ScanController::openRequested, d->conversation.get(), &ConversationController::open);
    connect(d->scan.get(), &ScanController::typingRequested, d->conversation.get(), &ConversationController::startNew);
    connect(d->scan.get(), &ScanController::invitationFound, d->settings.get(), &SettingsController::offer);
    connect(d->code.get(), &CodeController::read, d->conversation.get(), &ConversationController::answer);
    connect(d->place.get(), &PlaceController::placed, d->conversation.get(), &ConversationController::answer);
    connect(d->photo.get(), &PhotoController::taken, d->conversation.get(), &ConversationController::takePhoto);
    connect(d->media->recording(), &RecordingController::recorded, d->conversation.get(), &ConversationController::keepRecording);
    connect(d->search.get(), &SearchController::customerRequested, d->customer.get(), &CustomerController::open);
    connect(d->ranking.get(), &RankingController::customerRequested, d->customer.get(), &CustomerController::open);
    connect(d->ranking.get(), &RankingController::formRequested, d->conversation.get(), &ConversationController::startForm);
    connect(d->home.get(), &HomeController::formRequested, d->conversation.get(),
            [this](const QString& formId) { d->conversation->startForm(formId, {}); });
    connect(d->customer.get(), &CustomerController::conversationRequested, d->conversation.get(), &ConversationController::startWithKnown);
    connect(d->customer.get(), &CustomerController::formRequested, d->conversation.get(), &ConversationController::startForm);
    connect(d->customer.get(), &CustomerController::withdrawalRequested, d->withdrawal.get(), &WithdrawalController::withdraw);
    connect(d->withdrawal.get(), &WithdrawalController::stored, d->day.get(), &DayBoard::refresh);
    connect(d->conversation.get(), &ConversationController::finished, d->customer.get(), &CustomerController::refresh);
    connect(d->customer.get(), &CustomerController::meetingRequested, d->conversation.get(), &ConversationController::open);
    connect(d->conversation.get(), &ConversationController::changed, d->beside.get(),
            [this] { d->beside->follow(d->conversation->contactId(), d->conversation->organisationId(), d->conversation->conversationId()); });
    connectContentPages({*d->indexer, *d->library, *d->tray, *d->choice, *d->presenter, *d->conversation, *d->courier});
    connect(d->courier.get(), &device::Courier::downloaded, d->ranking.get(), &RankingController::refreshIfRead);
    for (CustomerController* customer : {d->customer.get(), d->beside.get()}) {
        connect(d->courier.get(), &device::Courier::downloaded, customer, &CustomerController::refresh);
        connect(d->withdrawal.get(), &WithdrawalController::stored, customer, &CustomerController::refresh);
    }
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, d->courier.get(), [courier = d->courier.get()](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            courier->wake();
    });
}

QVariantMap Composition::rootProperties()
{
    return {{QStringLiteral("home"), QVariant::fromValue(d->home.get())},
            {QStringLiteral("sync"), QVariant::fromValue(d->sync.get())},
            {QStringLiteral("lock"), QVariant::fromValue(d->lock.get())},
            {QStringLiteral("scan"), QVariant::fromValue(d->scan.get())},
            {QStringLiteral("card"), QVariant::fromValue(d->card.get())},
            {QStringLiteral("rapid"), QVariant::fromValue(d->rapid.get())},
            {QStringLiteral("conversation"), QVariant::fromValue(d->conversation.get())},
            {QStringLiteral("revision"), QVariant::fromValue(d->revision.get())},
            {QStringLiteral("meeting"), QVariant::fromValue(d->meeting.get())},
            {QStringLiteral("resolution"), QVariant::fromValue(d->resolution.get())},
            {QStringLiteral("conflicts"), QVariant::fromValue(d->conflicts.get())},
            {QStringLiteral("handOver"), QVariant::fromValue(d->handOver.get())},
            {QStringLiteral("photo"), QVariant::fromValue(d->photo.get())},
            {QStringLiteral("media"), QVariant::fromValue(d->media.get())},
            {QStringLiteral("code"), QVariant::fromValue(d->code.get())},
            {QStringLiteral("place"), QVariant::fromValue(d->place.get())},
            {QStringLiteral("outbox"), QVariant::fromValue(d->outbox.get())},
            {QStringLiteral("search"), QVariant::fromValue(d->search.get())},
            {QStringLiteral("customer"), QVariant::fromValue(d->customer.get())},
            {QStringLiteral("beside"), QVariant::fromValue(d->beside.get())},
            {QStringLiteral("briefing"), QVariant::fromValue(d->briefing.get())},
            {QStringLiteral("machineFile"), QVariant::fromValue(d->machineFile.get())},
            {QStringLiteral("ranking"), QVariant::fromValue(d->ranking.get())},
            {QStringLiteral("library"), QVariant::fromValue(d->library.get())},
            {QStringLiteral("tray"), QVariant::fromValue(d->tray.get())},
            {QStringLiteral("choice"), QVariant::fromValue(d->choice.get())},
            {QStringLiteral("presenter"), QVariant::fromValue(d->presenter.get())},
            {QStringLiteral("report"), QVariant::fromValue(d->report.get())},
            {QStringLiteral("readiness"), QVariant::fromValue(d->readiness.get())},
            {QStringLiteral("deleted"), QVariant::fromValue(d->deleted.get())},
            {QStringLiteral("withdrawal"), QVariant::fromValue(d->withdrawal.get())},
            {QStringLiteral("summary"), QVariant::fromValue(d->summary.get())},
            {QStringLiteral("rescue"), QVariant::fromValue(d->rescue.get())},
            {QStringLiteral("settings"), QVariant::fromValue(d->settings.get())}};
}

void Composition::addPictures(QQmlEngine& engine)
{
    engine.addImageProvider(QLatin1String(AttachmentPictures::name), new AttachmentPictures(*d->reading));
    engine.addImageProvider(QLatin1String(FormPictures::name), new FormPictures(*d->reading));
    engine.addImageProvider(QLatin1String(AssetCovers::name), new AssetCovers(*d->reading));
    engine.addImageProvider(QLatin1String(AssetPages::name), new AssetPages(d->presenter->shelf()));
    engine.addImageProvider(QLatin1String(AssetPages::choosing), new AssetPages(d->choice->shelf()));
    engine.addImageProvider(QLatin1String(ReportPages::name), new ReportPages(*d->reading));
}

bool Composition::isDayShown() const
{
    return d->day->isRead();
}

void Composition::start()
{
    d->day->refresh();
    d->rapid->load();
    d->indexer->look(); // what an earlier run did not come to
    d->tray->refresh();
    d->deleted->refresh();    // what was deleted too long ago goes
    d->resolution->resolve(); // what an earlier run was kept from
    const auto member = device::membership(*d->store);
    if (!member)
        qCWarning(appLog) << "the membership cannot be read:" << member.error().detail;
    if (d->options.hub)
        useHub(*d->options.hub);
    else if (member && *member)
        d->courier->setHub((*member)->hub);
    else
        startEmbeddedHub();
}

/// What controllers have said already is said anew.
void Composition::speak(const QString& language)
{
    d->language.speak(language);
    d->conversation->speak(language);
    d->report->speak(language);
    d->day->refresh();
    d->customer->refresh();
    d->beside->refresh();
    d->briefing->refresh();
    d->machineFile->refresh();
    d->search->search(d->search->text());
    d->ranking->refreshIfRead();
    d->library->refreshIfShown();
    d->tray->refresh();
    if (d->readiness->checked())
        d->readiness->check();
    Q_EMIT d->sync->changed(); // and with it the lock
    d->scan->people()->speak();
    d->meeting->speak();
    Q_EMIT d->scan->changed();
    d->rapid->speak();
    Q_EMIT languageChanged();
}

/// The hub of the membership is spoken to as its member. For any other one the token comes from the environment, once; then the encrypted settings
/// keep it.
void Composition::useHub(const QUrl& url)
{
    if (const auto member = device::membership(*d->store); member && *member && (*member)->hub.url == url) {
        d->courier->setHub((*member)->hub);
        return;
    }
    QString token = qEnvironmentVariable("RAPPORT_TOKEN");
    if (token.isEmpty())
        token = d->store->setting(tokenSetting).value_or({});
    else if (auto kept = d->store->setSetting(tokenSetting, token); !kept)
        qCWarning(appLog) << "the token is not kept for the next start:" << kept.error().detail;
    d->courier->setHub({url, token});
}

void Composition::startEmbeddedHub()
{
    hub::HubConfig config;
    config.dataDir = d->options.dataDir + QStringLiteral("/hub");
    config.port = 0;
    config.databaseKey = d->key.hubKey();
    config.clock = d->clock;
    const QString known = d->store->setting(embeddedTokenSetting).value_or({});
    const auto demo = d->options.demo ? EmbeddedHub::Demo::Publish : EmbeddedHub::Demo::No;
    whenDone(d->hub.start(config, known, demo), this, [this, known](const Result<EmbeddedHub::Started>& started) {
        if (!started) {
            qCWarning(appLog) << "the hub in the app does not start:" << started.error().detail;
            return;
        }
        if (started->token != known) {
            if (auto kept = d->store->setSetting(embeddedTokenSetting, started->token); !kept)
                qCWarning(appLog) << "the token is not kept for the next start:" << kept.error().detail;
        }
        d->courier->setHub(started->address);
    });
}

} // namespace rapport::app

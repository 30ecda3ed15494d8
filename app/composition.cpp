// SPDX-License-Identifier: Apache-2.0
#include "app/composition.h"

#include "app/capture/framesource.h"
#include "app/capture/helper.h"
#include "app/capture/reader.h"
#include "app/controllers/attachmentpictures.h"
#include "app/controllers/codecontroller.h"
#include "app/controllers/conversationcontroller.h"
#include "app/controllers/conversationparts.h"
#include "app/controllers/customercontroller.h"
#include "app/controllers/deletedcontroller.h"
#include "app/controllers/formpictures.h"
#include "app/controllers/homecontroller.h"
#include "app/controllers/mediacontroller.h"
#include "app/controllers/outboxcontroller.h"
#include "app/controllers/photocontroller.h"
#include "app/controllers/placecontroller.h"
#include "app/controllers/rankingcontroller.h"
#include "app/controllers/readinesscontroller.h"
#include "app/controllers/reportcontroller.h"
#include "app/controllers/reportpages.h"
#include "app/controllers/revisioncontroller.h"
#include "app/controllers/scancontroller.h"
#include "app/controllers/searchcontroller.h"
#include "app/controllers/settingscontroller.h"
#include "app/controllers/synccontroller.h"
#include "app/conversation/dayboard.h"
#include "app/conversation/formshelf.h"
#include "app/conversation/whendone.h"
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
    std::unique_ptr<capture::FrameSource> source, photoSource; ///< each is started by its own page only
    std::unique_ptr<SyncController> sync;
    std::unique_ptr<HomeController> home;
    std::unique_ptr<OutboxController> outbox;
    std::unique_ptr<ScanController> scan;
    std::unique_ptr<ConversationController> conversation;
    std::unique_ptr<RevisionController> revision;
    std::unique_ptr<PhotoController> photo;
    std::unique_ptr<MediaController> media;
    std::unique_ptr<CodeController> code;
    std::unique_ptr<PlaceController> place;
    std::unique_ptr<SearchController> search;
    std::unique_ptr<CustomerController> customer, beside;
    std::unique_ptr<RankingController> ranking;
    std::unique_ptr<ReadinessController> readiness;
    std::unique_ptr<ReportController> report;
    std::unique_ptr<SettingsController> settings;
    std::unique_ptr<DeletedController> deleted;
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
    d.courier = std::make_unique<device::Courier>(openStore, clock);
    d.day = std::make_unique<DayBoard>(*d.thread, clock);
    d.reader = std::make_unique<capture::Reader>(capture::helperProgram(QStringLiteral("rapport-worker")));
    const auto makeSource = [&] {
        return options.cameraSource.isEmpty() ? capture::makeCameraSource() : capture::makeFileSource(options.cameraSource);
    };
    d.source = makeSource();
    d.photoSource = makeSource();
    const bool camera = !options.cameraSource.isEmpty() || capture::cameraPresent();
    d.sync = std::make_unique<SyncController>(*d.courier, clock);
    d.home = std::make_unique<HomeController>(*d.day, camera ? HomeController::Camera::Present : HomeController::Camera::Absent);
    d.outbox = std::make_unique<OutboxController>(*d.day, *d.courier, *d.sync);
    d.scan = std::make_unique<ScanController>(*d.reader, d.source.get(), *d.store, clock);
    const ConversationParts conversationParts{*d.store,
                                              *d.thread,
                                              clock,
                                              d.store->setting(userSetting).value_or({}),
                                              d.store->setting(deviceSetting).value_or({}),
                                              d.options.language,
                                              [courier = d.courier.get()] { courier->wake(); }};
    d.conversation = std::make_unique<ConversationController>(conversationParts);
    d.revision = std::make_unique<RevisionController>(conversationParts);
    d.photo = std::make_unique<PhotoController>(*d.photoSource, camera ? PhotoController::Camera::Present : PhotoController::Camera::Absent);
    d.media = std::make_unique<MediaController>(sound::makeMicrophone(), *d.reading);
    // One question is answered at a time: its photo and its code come through the same camera.
    d.code =
        std::make_unique<CodeController>(*d.reader, *d.photoSource, camera ? CodeController::Camera::Present : CodeController::Camera::Absent, clock);
    d.place = std::make_unique<PlaceController>([nmea = options.positionSource] { return makePositionSource(nmea); });
    d.search = std::make_unique<SearchController>(*d.reading);
    d.customer = std::make_unique<CustomerController>(*d.reading, clock);
    d.beside = std::make_unique<CustomerController>(*d.reading, clock);
    d.ranking = std::make_unique<RankingController>(*d.reading, clock);
    d.report = std::make_unique<ReportController>(ReportController::Parts{*d.reading, *d.thread, d.options.language, {}});
    d.deleted = std::make_unique<DeletedController>(*d.thread, clock);
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
}

Composition::~Composition() = default;

void Composition::connectParts()
{
    connect(d->courier.get(), &device::Courier::conversationsChanged, d->day.get(), &DayBoard::refresh);
    connect(d->courier.get(), &device::Courier::downloaded, d->day.get(), &DayBoard::refreshAll);
    connect(d->courier.get(), &device::Courier::downloaded, this, [this, known = std::make_shared<std::set<QString>>()] {
        d->reading->run([known](store::Store& store) { prepareForms(store, *known); });
    });
    connect(d->conversation.get(), &ConversationController::stored, d->day.get(), &DayBoard::refresh);
    connect(d->conversation.get(), &ConversationController::discarded, d->deleted.get(), &DeletedController::offerUndo);
    connect(d->deleted.get(), &DeletedController::stored, d->day.get(), &DayBoard::refresh);
    connect(d->home.get(), &HomeController::newRequested, d->conversation.get(), &ConversationController::startNew);
    connect(d->home.get(), &HomeController::jobRequested, d->conversation.get(), &ConversationController::startJob);
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
    connect(d->scan.get(), &ScanController::conversationRequested, d->conversation.get(), &ConversationController::startWith);
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
    connect(d->customer.get(), &CustomerController::meetingRequested, d->conversation.get(), &ConversationController::open);
    connect(d->conversation.get(), &ConversationController::changed, d->beside.get(),
            [this] { d->beside->follow(d->conversation->contactId(), d->conversation->organisationId(), d->conversation->conversationId()); });
    connect(d->courier.get(), &device::Courier::downloaded, d->ranking.get(), &RankingController::refreshIfRead);
    for (CustomerController* customer : {d->customer.get(), d->beside.get()})
        connect(d->courier.get(), &device::Courier::downloaded, customer, &CustomerController::refresh);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, d->courier.get(), [courier = d->courier.get()](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            courier->wake();
    });
}

QVariantMap Composition::rootProperties()
{
    return {{QStringLiteral("home"), QVariant::fromValue(d->home.get())},
            {QStringLiteral("sync"), QVariant::fromValue(d->sync.get())},
            {QStringLiteral("scan"), QVariant::fromValue(d->scan.get())},
            {QStringLiteral("conversation"), QVariant::fromValue(d->conversation.get())},
            {QStringLiteral("revision"), QVariant::fromValue(d->revision.get())},
            {QStringLiteral("photo"), QVariant::fromValue(d->photo.get())},
            {QStringLiteral("media"), QVariant::fromValue(d->media.get())},
            {QStringLiteral("code"), QVariant::fromValue(d->code.get())},
            {QStringLiteral("place"), QVariant::fromValue(d->place.get())},
            {QStringLiteral("outbox"), QVariant::fromValue(d->outbox.get())},
            {QStringLiteral("search"), QVariant::fromValue(d->search.get())},
            {QStringLiteral("customer"), QVariant::fromValue(d->customer.get())},
            {QStringLiteral("beside"), QVariant::fromValue(d->beside.get())},
            {QStringLiteral("ranking"), QVariant::fromValue(d->ranking.get())},
            {QStringLiteral("report"), QVariant::fromValue(d->report.get())},
            {QStringLiteral("readiness"), QVariant::fromValue(d->readiness.get())},
            {QStringLiteral("deleted"), QVariant::fromValue(d->deleted.get())},
            {QStringLiteral("settings"), QVariant::fromValue(d->settings.get())}};
}

void Composition::addPictures(QQmlEngine& engine)
{
    engine.addImageProvider(QLatin1String(AttachmentPictures::name), new AttachmentPictures(*d->reading));
    engine.addImageProvider(QLatin1String(FormPictures::name), new FormPictures(*d->reading));
    engine.addImageProvider(QLatin1String(ReportPages::name), new ReportPages(*d->reading));
}

bool Composition::isDayShown() const
{
    return d->day->isRead();
}

void Composition::start()
{
    d->day->refresh();
    d->deleted->refresh(); // what was deleted too long ago goes
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
    d->search->search(d->search->text());
    d->ranking->refreshIfRead();
    if (d->readiness->checked())
        d->readiness->check();
    Q_EMIT d->sync->changed();
    Q_EMIT d->scan->changed();
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

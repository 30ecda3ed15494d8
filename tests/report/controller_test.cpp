// SPDX-License-Identifier: Apache-2.0
// The report on the screen: made, kept, drawn page by page, saved.
#include "app/controllers/reportcontroller.h"
#include "app/controllers/reportpages.h"
#include "report/visit.h"
#include "sync/store/reports.h"

#include <QDeadlineTimer>
#include <QDirIterator>
#include <QGuiApplication>
#include <QImage>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace rapport::tests;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray secret(32, 's');

template <typename Condition>
bool eventually(Condition condition)
{
    const QDeadlineTimer deadline(30'000);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
    }
    return true;
}

struct Screen {
    Screen() : visit(secret)
    {
        const auto open = [this] { return store::Store::open(visit.path, *store::DataKey::open(visit.path, secret), systemClock()); };
        reading = std::move(*StoreThread::start(open));
        writing = std::move(*StoreThread::start(open));
        controller = std::make_unique<ReportController>(
            ReportController::Parts{*reading, *writing, u"id"_s, [this] { return visit.dir.filePath(u"Documents"_s); }});
    }
    bool settled()
    {
        return eventually([this] { return controller->state() != ReportController::Making; });
    }
    QStringList documents() const { return QDir(visit.dir.filePath(u"Documents"_s)).entryList(QDir::Files, QDir::Name); }

    Visit visit;
    std::unique_ptr<StoreThread> reading, writing;
    std::unique_ptr<ReportController> controller;
};

} // namespace

TEST_CASE("A report is made in the app's language for the customer, and again for other readers and in another language", "[report]")
{
    Screen screen;
    const auto id = maintenance(screen.visit);
    ReportController& report = *screen.controller;
    report.open(id.text());
    REQUIRE(screen.settled());
    CHECK(report.state() == ReportController::Ready);
    CHECK((report.language() == u"id" && !report.isInternal()));
    CHECK(report.pages()->count() == 2);
    CHECK(report.languages()->count() == 3);
    CHECK(report.title() == u"Maintenance checklist");
    CHECK_FALSE(report.customer().isEmpty());

    report.choose(u"de"_s);
    report.setInternal(true); // before the German one for the customer is there
    REQUIRE(screen.settled());
    CHECK((report.language() == u"de" && report.isInternal()));
    REQUIRE(report.pages()->count() > 0);
    CHECK(report.pages()->value(0, "source").toString().contains(u"de-internal"_s));
}

TEST_CASE("A report stays encrypted with its conversation, one for each language and reader", "[report]")
{
    Screen screen;
    const auto id = maintenance(screen.visit);
    for (int times = 0; times < 2; ++times) {
        screen.controller->open(id.text());
        REQUIRE(screen.settled());
    }
    const auto kept = store::reports(*screen.visit.store, id);
    REQUIRE(kept);
    REQUIRE(kept->size() == 1);
    CHECK(kept->front().name == u"id-customer");
    CHECK(store::report(*screen.visit.store, id, u"id-customer"_s)->startsWith("%PDF"));
    CHECK(screen.visit.store->attachments(id)->size() == 2); // it goes nowhere with the record

    QDirIterator files(screen.visit.path, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK_FALSE(file.readAll().contains("%PDF"));
    }
}

TEST_CASE("A saved report lies in Documents under a name that is free, and it is said that it can be read there", "[report]")
{
    Screen screen;
    const auto id = maintenance(screen.visit);
    ReportController& report = *screen.controller;
    report.open(id.text());
    REQUIRE(screen.settled());
    for (int times = 0; times < 2; ++times) {
        report.save();
        REQUIRE(eventually([&] { return !report.isSaving(); }));
        CHECK(report.isSaved());
    }
    REQUIRE(screen.documents().size() == 2);
    CHECK(screen.documents()[0].contains(u"(2).pdf"_s));
    CHECK(screen.documents()[1].startsWith(u"2027-11-10 "_s));
    CHECK(report.savedText().contains(u"(2).pdf"_s));
    CHECK(report.savedText().contains(u"not encrypted"_s));
}

TEST_CASE("A report that cannot be saved says so and stays", "[report]")
{
    Screen screen;
    QFile file(screen.visit.dir.filePath(u"Documents"_s));
    REQUIRE(file.open(QIODevice::WriteOnly)); // a file where the folder should be
    ReportController& report = *screen.controller;
    report.open(maintenance(screen.visit).text());
    REQUIRE(screen.settled());
    report.save();
    REQUIRE(eventually([&] { return !report.isSaving(); }));
    CHECK_FALSE(report.isSaved());
    CHECK(report.savedText().contains(u"could not be saved"_s));
    CHECK(report.state() == ReportController::Ready);
}

TEST_CASE("A conversation that is not here makes no report, and that is said", "[report]")
{
    Screen screen;
    screen.controller->open(store::ConversationId::make().text());
    REQUIRE(screen.settled());
    CHECK(screen.controller->state() == ReportController::Failed);
    CHECK_FALSE(screen.controller->sentence().isEmpty());
    CHECK(screen.controller->pages()->count() == 0);
}

TEST_CASE("A page is drawn by the worker as wide as it is asked for", "[report]")
{
    Screen screen;
    const auto id = maintenance(screen.visit);
    screen.controller->open(id.text());
    REQUIRE(screen.settled());
    ReportPages pages(*screen.reading);
    const auto draw = [&](int page) {
        const QString source = ReportPages::source(id, u"id-customer"_s, 1, page).mid(int(qstrlen("image://report/")));
        std::unique_ptr<QQuickImageResponse> response(pages.requestImageResponse(source, QSize(600, 0)));
        bool finished = false;
        QObject::connect(
            response.get(), &QQuickImageResponse::finished, response.get(), [&] { finished = true; }, Qt::QueuedConnection);
        REQUIRE(eventually([&] { return finished; }));
        std::unique_ptr<QQuickTextureFactory> texture(response->errorString().isEmpty() ? response->textureFactory() : nullptr);
        return texture ? texture->image() : QImage();
    };
    const QImage first = draw(1);
    CHECK(first.width() == 600);
    CHECK(std::abs(first.height() - 849) <= 1); // A4, in whole points
    CHECK(first.pixelColor(5, 5) == QColor(Qt::white));
    CHECK(draw(3).isNull());
}

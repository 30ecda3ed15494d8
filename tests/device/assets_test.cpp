// SPDX-License-Identifier: Apache-2.0
// The files of assets come down between a real hub and a real store, whatever the way between them does.
#include "sync/device/content.h"
#include "sync/hub/assets.h"
#include "sync/store/assets.h"
#include "tablet.h"

#include <QFile>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

QByteArray brochure(qsizetype size)
{
    QByteArray bytes = "%PDF-1.7\n" + QByteArray(size, ' ');
    for (qsizetype at = 9; at < bytes.size(); ++at)
        bytes[at] = static_cast<char>(at * 7 + at / 4099);
    return bytes;
}

/// The office hands it out; the list is named by an occasion.
void handOut(Tablet& tablet, const QString& id, const QByteArray& content, const QTemporaryDir& files)
{
    REQUIRE(tablet.office.admin().putOccasion(R"({"id": "fair", "title": "Fair", "lists": ["assets"]})"));
    QFile file(files.filePath(id + u".pdf"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    hub::AssetWords words;
    words.id = id;
    words.title = id;
    REQUIRE(hub::putAsset(tablet.office.admin(), words, file.fileName()));
}

bool isHere(const Tablet& tablet, const QByteArray& content)
{
    const auto file = store::openAsset(*tablet.store, QString::fromLatin1(sha256Of(content)));
    return file && (*file)->readAll() == content;
}

} // namespace

TEST_CASE("What the office hands out is on the tablet, and goes when the office withdraws it", "[device][assets]")
{
    Tablet tablet;
    QTemporaryDir files;
    const QByteArray px = brochure(3'000'000), sheet = brochure(1000);
    handOut(tablet, u"px"_s, px, files);
    handOut(tablet, u"sheet"_s, sheet, files);
    tablet.switchOn();
    CHECK(tablet.eventually([&] { return isHere(tablet, px) && isHere(tablet, sheet); }));
    CHECK(tablet.eventually([&] { return device::filesToCome(*tablet.store).value_or(device::FilesToCome{9}).files == 0; }));
    REQUIRE(hub::withdrawAsset(tablet.office.admin(), u"px"_s));
    tablet.courier->tryNow();
    CHECK(tablet.eventually([&] { return !isHere(tablet, px); }));
    CHECK(isHere(tablet, sheet));
    CHECK(store::assets(*tablet.store)->size() == 1);
}

TEST_CASE("A file whose way is cut again and again goes on where it was, and is whole in the end", "[device][assets]")
{
    struct Row {
        const char* note;
        Fault fault;
    };
    const auto row = GENERATE(values<Row>({
        {"half of an answer", Fault::truncate()},
        {"an answer that never comes", Fault::commitThenDrop()},
        {"a hub in trouble", Fault::answerWith(503)},
        {"a hotel's page", Fault::answerWith(302)},
        {"an answer that is longer than asked", Fault::wholeBut(QByteArray(5'000'000, 'x'))},
        {"another content", Fault::wholeBut(QByteArray(1000, 'x'))},
    }));
    INFO(row.note);
    Tablet tablet;
    QTemporaryDir files;
    const QByteArray px = brochure(1'500'000);
    handOut(tablet, u"px"_s, px, files);
    tablet.proxy.set(row.fault, 3, "/v1/blobs/");
    tablet.switchOn();
    const auto come = [&] {
        tablet.courier->tryNow();
        QThread::msleep(200);
        return isHere(tablet, px);
    };
    CHECK(tablet.eventually(come));
}

TEST_CASE("A file that came half before the tablet was switched off is not fetched from its beginning", "[device][assets]")
{
    Tablet tablet;
    QTemporaryDir files;
    const QByteArray px = brochure(1'500'000);
    handOut(tablet, u"px"_s, px, files);
    const QString name = QString::fromLatin1(sha256Of(px));
    REQUIRE(store::keepAssetPiece(*tablet.store, {name, px.size(), 0}, px.left(20 * 65'536)));
    tablet.switchOn();
    CHECK(tablet.eventually([&] { return isHere(tablet, px); }));
    CHECK(tablet.proxy.seen("/v1/blobs/") == 1); // what was left is less than a piece
}

TEST_CASE("A file that the hub does not give keeps nothing else waiting", "[device][assets]")
{
    Tablet tablet;
    QTemporaryDir files;
    const QByteArray lost = brochure(1000), px = brochure(20'000);
    handOut(tablet, u"lost"_s, lost, files);
    handOut(tablet, u"px"_s, px, files);
    REQUIRE(QFile::remove(tablet.office.dir() + u"/blobs/"_s + QString::fromLatin1(sha256Of(lost))));
    tablet.switchOn();
    CHECK(tablet.eventually([&] { return isHere(tablet, px); }));
    CHECK_FALSE(isHere(tablet, lost));
    const auto talk = tablet.finish(Visit());
    tablet.courier->wake();
    CHECK(tablet.eventuallySent(talk));
}

// SPDX-License-Identifier: Apache-2.0
#include "support/smalldisk.h"
#include "sync/tables/spreadsheetwriter.h"
#include "sync/tables/table.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace rapport;

namespace
{

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TEST_CASE("A workbook is read back as it was written, and nothing else is left in its folder", "[tables]")
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"list.xlsx"_s);
    const QStringList titles{u"id"_s, u"text"_s};
    const std::vector<QStringList> rows{{u"1"_s, u"=1+1"_s}, {u"2"_s, u"0042.50"_s}, {u"3"_s, u"佐藤 <&> \"😀\""_s}, {u"4"_s, u"two\nlines"_s}};
    {
        tables::SpreadsheetWriter writer(path, u"list"_s);
        REQUIRE(writer.add(titles));
        for (const QStringList& row : rows)
            REQUIRE(writer.add(row));
        REQUIRE(writer.finish());
    }
    const auto table = tables::readTable(contentOf(path));
    REQUIRE(table);
    CHECK(table->titles == titles);
    REQUIRE(table->rows.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        CHECK(table->rows[i].cells == rows[i]);
    CHECK(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden) == QStringList{u"list.xlsx"_s});
}

TEST_CASE("A workbook that cannot be written is an error, and not a half one", "[tables]")
{
    tables::SpreadsheetWriter writer(u"/nowhere/at/all/list.xlsx"_s, u"list"_s);
    (void)writer.add({u"id"_s});
    CHECK_FALSE(writer.finish());
}

TEST_CASE("On a disk that is full at any point a workbook is whole or an error", "[tables]")
{
    test::SmallDisk disk(2);
    if (!disk.isThere()) {
        WARN("skipped: only root may mount a small disk");
        return;
    }
    const QString path = disk.path() + u"/list.xlsx"_s;
    int whole = 0, full = 0;
    for (qint64 leave = 0; leave < 1600 * 1024; leave += 80 * 1024) {
        INFO(leave);
        disk.free();
        disk.fill(leave);
        bool written = false;
        {
            tables::SpreadsheetWriter writer(path, u"list"_s);
            Status added = writer.add({u"id"_s, u"text"_s});
            for (int row = 0; added && row < 600; ++row)
                added = writer.add({QString::number(row), u"text %1 "_s.arg(qHash(row)).repeated(8)});
            const Status finished = writer.finish();
            written = added && finished;
            if (!finished)
                CHECK(finished.error().kind == Error::Kind::Full);
        }
        ++(written ? whole : full);
        CHECK(QFile::exists(path) == written);
        if (written)
            CHECK(tables::readTable(contentOf(path)).value_or({}).rows.size() == 600);
        QFile::remove(path);
    }
    CHECK(whole > 0);
    CHECK(full > 0);
}

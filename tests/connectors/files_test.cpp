// SPDX-License-Identifier: Apache-2.0
#include "connectors/csvtable.h"
#include "connectors/knownworld.h"
#include "sync/connectors/files/csvline.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace rapport;
using connectors::files::csvLine;
using connectors::files::harmless;
using test::Csv;

namespace
{

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Csv csvOf(const QString& path)
{
    return Csv::of(contentOf(path));
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

std::unique_ptr<connectors::Connector> filesIn(const QString& folder, const QString& dataDir)
{
    auto made =
        connectors::makeConnector({{u"id"_s, u"files"_s}, {u"type"_s, u"files"_s}, {u"title"_s, u"Lead file"_s}, {u"folder"_s, folder}}, dataDir);
    REQUIRE(made);
    return std::move(*made);
}

} // namespace

TEST_CASE("CSV is read back as it was written, whatever stands in a field", "[connectors]")
{
    const std::vector<QStringList> rows{{u"1"_s, u"plain"_s},
                                        {u"2"_s, u"comma, \"quotes\""_s},
                                        {u"3"_s, u"two\r\nlines"_s},
                                        {u"4"_s, u"Müller 佐藤 😀"_s},
                                        {u"5"_s, u""_s},
                                        {u"6"_s, u" blanks "_s},
                                        {u"7"_s, u"\""_s}};
    QByteArray bytes = connectors::files::byteOrderMark + csvLine({u"id"_s, u"text"_s});
    for (const QStringList& row : rows)
        bytes += csvLine(row);
    const Csv again = Csv::of(bytes);
    CHECK(again.header == QStringList{u"id"_s, u"text"_s});
    CHECK(again.rows == rows);
    CHECK(bytes.contains("\"comma, \"\"quotes\"\"\"\r\n"));
}

TEST_CASE("CSV that other programs wrote is read where its meaning is plain", "[connectors]")
{
    struct Row {
        const char* note;
        QByteArray bytes;
        std::vector<QStringList> records;
        bool whole;
    };
    const auto row = GENERATE(values<Row>({
        {"nothing", "", {}, true},
        {"no mark, LF, no end of the last line", "id,name\n1,a\n2,b", {{u"id"_s, u"name"_s}, {u"1"_s, u"a"_s}, {u"2"_s, u"b"_s}}, true},
        {"lines that end with CR", "id,name\r1,a\r", {{u"id"_s, u"name"_s}, {u"1"_s, u"a"_s}}, true},
        {"empty lines", "id,name\r\n\r\n1,a\r\n\r\n", {{u"id"_s, u"name"_s}, {u"1"_s, u"a"_s}}, true},
        {"a quotation mark that stands for inches",
         "id,name\n1,5\" pipe\n2,b\n",
         {{u"id"_s, u"name"_s}, {u"1"_s, u"5\" pipe"_s}, {u"2"_s, u"b"_s}},
         true},
        {"torn within quotation marks", "id,name\r\n1,\"ab", {{u"id"_s, u"name"_s}}, false},
    }));
    INFO(row.note);
    QByteArray bytes = row.bytes;
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::ReadOnly));
    tables::CsvReader reader(buffer);
    std::vector<QStringList> records;
    auto next = reader.next();
    for (; next && *next; next = reader.next())
        records.push_back(**next);
    CHECK(records == row.records);
    CHECK(bool(next) == row.whole);
}

TEST_CASE("A value that a spreadsheet would compute is shown instead; telephone numbers stay as they are", "[connectors]")
{
    struct Row {
        QString value, written;
    };
    const auto row = GENERATE(values<Row>({
        {u"=HYPERLINK(\"http://x.example\")"_s, u"'=HYPERLINK(\"http://x.example\")"_s},
        {u"@SUM(A1)"_s, u"'@SUM(A1)"_s},
        {u"+cmd|' /C calc'!A0"_s, u"'+cmd|' /C calc'!A0"_s},
        {u"-2+3+cmd"_s, u"'-2+3+cmd"_s},
        {u"+49 (711) 123-45.67/8"_s, u"+49 (711) 123-45.67/8"_s},
        {u"-12.50"_s, u"-12.50"_s},
        {u"a=b"_s, u"a=b"_s},
        {u""_s, u""_s},
    }));
    CHECK(harmless(row.value) == row.written);
}

TEST_CASE("A finished conversation becomes one row with its answers as columns", "[connectors]")
{
    const QTemporaryDir data;
    const auto connector = filesIn(u"delivered"_s, data.path());
    test::KnownWorld world;
    world.submission = {
        {u"contact"_s, QJsonObject{{u"person"_s, QJsonObject{{u"given_name"_s, u"Sri"_s}}}, {u"meta"_s, QJsonObject{{u"x"_s, u"y"_s}}}}},
        {u"followups"_s, QJsonArray{QJsonObject{{u"kind"_s, u"call"_s}}, QJsonObject{{u"kind"_s, u"offer"_s}}}}};
    connectors::Job job;
    job.kind = connectors::Job::Kind::Record;
    job.submission = u"uuid:1"_s;
    job.key = u"uuid:1"_s;

    const auto pushed = connector->push(job, world);
    REQUIRE(std::holds_alternative<connectors::RemoteRef>(pushed));
    CHECK(std::get<connectors::RemoteRef>(pushed).number == u"conversations.csv, row 2"_s);
    const Csv csv = csvOf(data.filePath(u"delivered/conversations.csv"_s));
    CHECK(csv.header == QStringList{u"instance_id"_s, u"form"_s, u"author"_s, u"finished_at"_s, u"contact.person.given_name"_s, u"followups.1.kind"_s,
                                    u"followups.2.kind"_s});
    REQUIRE(csv.rows.size() == 1);
    CHECK(csv.rows[0] ==
          QStringList{u"uuid:1"_s, u"trade_fair_conversation"_s, u"anna"_s, u"2027-11-10T14:05:00+01:00"_s, u"Sri"_s, u"call"_s, u"offer"_s});
}

TEST_CASE("A corrected conversation is still one row, with the answers as they are now", "[connectors]")
{
    const QTemporaryDir data;
    const auto connector = filesIn(u"delivered"_s, data.path());
    test::KnownWorld world;
    connectors::Job job;
    job.kind = connectors::Job::Kind::Record;
    job.submission = job.key = u"uuid:1"_s;
    world.submission = {{u"city"_s, u"Bonn"_s}, {u"remark"_s, u"old"_s}};
    REQUIRE(std::holds_alternative<connectors::RemoteRef>(connector->push(job, world)));
    job.submission = job.key = u"uuid:2"_s;
    job.corrects = u"uuid:1"_s;
    world.submission = {{u"city"_s, u"Köln"_s}};
    REQUIRE(std::holds_alternative<connectors::RemoteRef>(connector->push(job, world)));
    const Csv csv = csvOf(data.filePath(u"delivered/conversations.csv"_s));
    REQUIRE(csv.rows.size() == 1);
    CHECK(csv.rows[0].front() == u"uuid:1"_s);
    CHECK(csv.rows[0].contains(u"Köln"_s));
    CHECK_FALSE(csv.rows[0].contains(u"old"_s));
}

TEST_CASE("A later conversation about the same contact changes its row and leaves the others alone", "[connectors]")
{
    const QTemporaryDir data;
    const auto connector = filesIn(u"delivered"_s, data.path());
    test::KnownWorld world;
    const QString first = world.add(u"contacts"_s, u"Ana"_s, {{u"given_name"_s, u"Ana"_s}});
    const QString second = world.add(u"contacts"_s, u"Ben"_s, {{u"given_name"_s, u"Ben"_s}, {u"shoe_size"_s, u"43"_s}});
    for (const QString& id : {first, second})
        REQUIRE(std::holds_alternative<connectors::RemoteRef>(connector->push(world.job(u"contacts"_s, id), world)));
    world.entities[{u"contacts"_s, first}].properties[u"given_name"_s] = u"Anna"_s;
    const auto pushed = connector->push(world.job(u"contacts"_s, first), world);

    const Csv csv = csvOf(data.filePath(u"delivered/contacts.csv"_s));
    REQUIRE(csv.rows.size() == 2);
    CHECK(std::get<connectors::RemoteRef>(pushed).number == u"contacts.csv, row 2"_s);
    CHECK(csv.at(0, u"given_name"_s) == u"Anna"_s);
    CHECK(csv.at(1, u"given_name"_s) == u"Ben"_s);
    CHECK(csv.header.last() == u"shoe_size"_s);
}

TEST_CASE("A target folder that cannot take the row is said in a sentence, and nothing is harmed", "[connectors]")
{
    const QTemporaryDir data;
    test::KnownWorld world;
    const QString id = world.add(u"contacts"_s, u"Ana"_s, {});
    const auto pushInto = [&](const QString& folder) {
        const auto result = filesIn(folder, data.path())->push(world.job(u"contacts"_s, id), world);
        REQUIRE(std::holds_alternative<connectors::PushError>(result));
        const auto error = std::get<connectors::PushError>(result);
        CHECK(!error.sentence.isEmpty());
        CHECK(!error.outcomeUnknown);
        return error;
    };
    SECTION("a share that is not mounted is not made up, and is tried again")
    {
        const QString share = data.filePath(u"share"_s);
        CHECK(pushInto(share).kind == Error::Kind::Offline);
        CHECK(!QFileInfo::exists(share));
    }
    SECTION("a file that another program has made its own is left as it is")
    {
        const QString path = data.filePath(u"contacts.csv"_s);
        const QByteArray theirs = GENERATE(as<QByteArray>(), "name;city\r\nx;y\r\n", "id,label\r\n1,\"torn", "id,label\r\n1,2,3\r\n");
        write(path, theirs);
        CHECK(pushInto(data.path()).kind == Error::Kind::Corrupt);
        CHECK(contentOf(path) == theirs);
    }
}

TEST_CASE("A new row is appended: what stands before it is not written again", "[connectors]")
{
    const QTemporaryDir data;
    const auto connector = filesIn(data.path(), {});
    test::KnownWorld world;
    const QString path = data.filePath(u"contacts.csv"_s);
    const auto push = [&](const QString& id) { return connector->push(world.job(u"contacts"_s, id), world); };
    REQUIRE(std::holds_alternative<connectors::RemoteRef>(push(world.add(u"contacts"_s, u"Ana"_s, {}))));
    QFile watched(path); // the same file, as whoever reads it has it open
    REQUIRE(watched.open(QIODevice::ReadOnly));
    const QByteArray before = watched.readAll();
    const QString second = world.add(u"contacts"_s, u"Ben, \"the second\"\r\nfloor"_s, {});
    REQUIRE(std::holds_alternative<connectors::RemoteRef>(push(second)));

    CHECK(watched.readAll().contains(second.toUtf8()));
    CHECK(contentOf(path).startsWith(before));
    CHECK(csvOf(path).rows.size() == 2);
    CHECK(!QFileInfo::exists(data.filePath(u".contacts.csv.append"_s)));
}

TEST_CASE("A row that was torn by a crash is cut off and comes whole with the next push", "[connectors]")
{
    const QTemporaryDir data;
    const auto connector = filesIn(data.path(), {});
    test::KnownWorld world;
    const QString path = data.filePath(u"contacts.csv"_s);
    const QString first = world.add(u"contacts"_s, u"Ana"_s, {}), second = world.add(u"contacts"_s, u"Ben \"B\"\r\nhere"_s, {});
    const auto push = [&](const QString& id) { return connector->push(world.job(u"contacts"_s, id), world); };
    REQUIRE(std::holds_alternative<connectors::RemoteRef>(push(first)));
    const QByteArray before = contentOf(path);
    REQUIRE(std::holds_alternative<connectors::RemoteRef>(push(second)));
    const QByteArray whole = contentOf(path);

    // Killed after any number of bytes of the row; which row comes next is not known.
    for (qsizetype size = before.size(); size <= whole.size(); ++size) {
        INFO(size);
        write(path, whole.left(size));
        write(data.filePath(u".contacts.csv.append"_s), QByteArray::number(before.size()) + '\n');
        const QString third = world.add(u"contacts"_s, u"Cem"_s, {});
        REQUIRE(std::holds_alternative<connectors::RemoteRef>(push(third)));
        REQUIRE(std::holds_alternative<connectors::RemoteRef>(push(second)));
        const Csv csv = csvOf(path);
        REQUIRE(csv.rows.size() == 3);
        CHECK(csv.rowOf(first) == 0);
        CHECK(csv.rowOf(second) == (size == whole.size() ? 1 : 2));
    }
}

TEST_CASE("A last line that another program left without its end is not joined with ours", "[connectors]")
{
    const QTemporaryDir data;
    const auto connector = filesIn(data.path(), {});
    test::KnownWorld world;
    const QString path = data.filePath(u"contacts.csv"_s);
    const QString first = world.add(u"contacts"_s, u"Ana"_s, {}), second = world.add(u"contacts"_s, u"Ben"_s, {});
    REQUIRE(std::holds_alternative<connectors::RemoteRef>(connector->push(world.job(u"contacts"_s, first), world)));
    write(path, contentOf(path).trimmed());
    REQUIRE(std::holds_alternative<connectors::RemoteRef>(connector->push(world.job(u"contacts"_s, second), world)));
    const Csv csv = csvOf(path);
    REQUIRE(csv.rows.size() == 2);
    CHECK(csv.rowOf(first) == 0);
    CHECK(csv.rowOf(second) == 1);
}

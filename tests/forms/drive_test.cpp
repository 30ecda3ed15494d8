// SPDX-License-Identifier: Apache-2.0
// The real rapportctl as a process.
#include "formsupport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace rapport::tests;

namespace
{

struct Ran {
    int code = -1;
    QList<QJsonObject> lines;
};

Ran rapportctl(const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(QStringLiteral(RAPPORT_BIN "/rapportctl"), arguments);
    process.write(input);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished(20'000));
    Ran ran{process.exitCode(), {}};
    const QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
    for (const QByteArray& line : lines) {
        if (!line.isEmpty())
            ran.lines.append(QJsonDocument::fromJson(line).object());
    }
    return ran;
}

QString fileWith(const QTemporaryDir& folder, const QByteArray& content)
{
    QFile file(folder.filePath(QStringLiteral("form.xml")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(content);
    return file.fileName();
}

const QByteArray form =
    xform("<data id='t' version='2'><a/><b/></data>", "<bind nodeset='/data/b' calculate='/data/a * 2'/>", "<input ref='/data/a'/>");

} // namespace

TEST_CASE("forms check says what a form is, or what is wrong with it, by its exit code too", "[forms][tool]")
{
    const QTemporaryDir folder;
    const Ran good = rapportctl({QStringLiteral("forms"), QStringLiteral("check"), fileWith(folder, form)});
    CHECK(good.code == 0);
    REQUIRE(good.lines.size() == 1);
    CHECK(good.lines[0][QLatin1String("form")][QLatin1String("version")].toString() == QStringLiteral("2"));
    const Ran torn = rapportctl({QStringLiteral("forms"), QStringLiteral("check"), fileWith(folder, form.left(200))});
    CHECK(torn.code == 1);
    REQUIRE(torn.lines.size() == 1);
    CHECK(torn.lines[0][QLatin1String("faults")].toArray().size() == 1);
}

TEST_CASE("forms drive answers each line with one line, whatever the line holds", "[forms][tool]")
{
    const auto line = [](const QJsonObject& request) { return QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n'; };
    const auto command = [](int id, const char* name) {
        return QJsonObject{{QStringLiteral("id"), id},
                           {QStringLiteral("cmd"), QLatin1String(name)},
                           {QStringLiteral("form"), QStringLiteral("f1")},
                           {QStringLiteral("session"), QStringLiteral("s2")}};
    };
    QJsonObject load = command(1, "load"), answer = command(3, "answer"), evaluate = command(4, "evaluate");
    load[QLatin1String("xml")] = QString::fromUtf8(form);
    answer[QLatin1String("node")] = QStringLiteral("2");
    answer[QLatin1String("value")] = QStringLiteral("21");
    evaluate[QLatin1String("expr")] = QStringLiteral("/data/b + 0");
    evaluate[QLatin1String("as")] = QStringLiteral("number");
    const Ran ran =
        rapportctl({QStringLiteral("forms"), QStringLiteral("drive")}, line(load) + line(command(2, "start")) + line(answer) + line(evaluate) +
                                                                           line(command(5, "convert")) + "not json\n" + line(command(7, "close")));
    CHECK(ran.code == 0);
    REQUIRE(ran.lines.size() == 7);
    CHECK(ran.lines[2][QLatin1String("ok")].toBool());
    CHECK(ran.lines[3][QLatin1String("result")][QLatin1String("value")].toDouble() == 42);
    CHECK(!ran.lines[4][QLatin1String("ok")].toBool());
    CHECK(!ran.lines[5][QLatin1String("ok")].toBool());
    CHECK(ran.lines[6][QLatin1String("id")].toInt() == 7);
}

TEST_CASE("extract-signed gives the message of the key's owner, and nothing of anybody else's", "[forms][tool]")
{
    // Test 2 of RFC 8032, section 7.1: one letter, signed.
    const QByteArray key = QByteArray::fromHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    const QByteArray signature = QByteArray::fromHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                                     "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    const auto extracted = [](const QByteArray& content, const QByteArray& publicKey) {
        const QByteArray expression = "extract-signed('" + content.toBase64() + "', '" + publicKey.toBase64() + "')";
        const QJsonObject request{{QStringLiteral("cmd"), QStringLiteral("xpath")}, {QStringLiteral("xml"), QStringLiteral("<a/>")},
                                  {QStringLiteral("context"), QStringLiteral("/")}, {QStringLiteral("expr"), QString::fromLatin1(expression)},
                                  {QStringLiteral("as"), QStringLiteral("string")}, {QStringLiteral("odk"), true}};
        const Ran ran = rapportctl({QStringLiteral("forms"), QStringLiteral("drive")}, QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
        REQUIRE(ran.lines.size() == 1);
        INFO(QJsonDocument(ran.lines[0]).toJson().toStdString());
        REQUIRE(ran.lines[0][QLatin1String("ok")].toBool());
        return ran.lines[0][QLatin1String("result")][QLatin1String("value")].toString();
    };
    CHECK(extracted(signature + "r", key) == QStringLiteral("r"));
    CHECK(extracted(signature + "s", key).isEmpty());
    CHECK(extracted(signature + "r", QByteArray(32, 'k')).isEmpty());
    CHECK(extracted("r", key).isEmpty());
    CHECK(extracted({}, {}).isEmpty());
}

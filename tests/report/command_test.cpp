// SPDX-License-Identifier: Apache-2.0
// rapportctl report on a device's folder, and what poppler's tools read in the PDF.
#include "app/security/devicesecret.h"
#include "report/visit.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::tests;
using namespace Qt::StringLiterals;

namespace
{

struct Outcome {
    int code = -1;
    QByteArray out, errors;
};

Outcome run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    REQUIRE(process.waitForFinished(60'000));
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Outcome report(const Visit& visit, store::ConversationId id, const QString& out, const QStringList& more = {})
{
    return run(QStringLiteral(RAPPORT_BIN "/rapportctl"), QStringList{u"report"_s, u"--data-dir"_s, visit.path, id.text(), u"-o"_s, out} + more);
}

QString textOf(const QString& pdf)
{
    return QString::fromUtf8(run(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s}).out);
}

/// A device whose secret lies beside its data, for the command to find.
struct Device {
    Device() : visit(secret()) {}
    QByteArray secret() const
    {
        qputenv("XDG_CONFIG_HOME", config.path().toUtf8());
        const auto made = security::deviceSecret();
        REQUIRE(made);
        return *made;
    }

    QTemporaryDir config;
    Visit visit;
};

/// Where somebody who wants to look finds the pages.
void keep(const QString& pdf, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        run(u"pdftoppm"_s, {u"-r"_s, u"80"_s, u"-png"_s, pdf, folder + u'/' + name});
}

} // namespace

TEST_CASE("A service visit becomes two pages in Indonesian, with its measurements, photo, signature, version and hash", "[report]")
{
    Device device;
    const auto id = maintenance(device.visit);
    const QString pdf = device.visit.dir.filePath(u"report.pdf"_s);
    const Outcome made = report(device.visit, id, pdf, {u"--lang"_s, u"id"_s});
    INFO(made.errors.toStdString());
    REQUIRE(made.code == 0);
    CHECK(QJsonDocument::fromJson(made.out)[u"pages"_s].toInt() == 2);
    keep(pdf, u"report-id"_s);

    const QString text = textOf(pdf);
    for (const QString& expected :
         {u"3,9"_s, u"2,4"_s, u"−18,5"_s, u"bar"_s, u"1 sampai 3"_s, u"Terlalu tinggi"_s, u"Refrigeran terlalu banyak"_s, u"R290 140 g"_s,
          u"Ratna Dewi"_s, u"Karet pintu menutup rapat"_s, u"Tidak baik"_s, u"0,14"_s, u"95"_s, u"PX200-24-01044"_s, u"maintenance_checklist"_s,
          u"SHA-256"_s, u"Kondensor dibersihkan."_s, u"Nordfrost Systems GmbH"_s}) {
        INFO(expected.toStdString());
        CHECK(text.contains(expected));
    }
    CHECK_FALSE(text.contains(u"Toko kedua"_s));
    CHECK_FALSE(text.contains(u"Sinyal penjualan"_s));
    CHECK(run(u"pdfimages"_s, {u"-list"_s, pdf}).out.count('\n') == 2 + 2);
}

TEST_CASE("The same visit in German and English has the same answers as they are written there, and the internal report says more", "[report]")
{
    Device device;
    const auto id = maintenance(device.visit);
    const QString pdf = device.visit.dir.filePath(u"report.pdf"_s);
    REQUIRE(report(device.visit, id, pdf, {u"--lang"_s, u"de"_s}).code == 0);
    keep(pdf, u"report-de"_s);
    const QString german = textOf(pdf);
    for (const QString& expected : {u"Türdichtung schließt dicht"_s, u"3,9"_s, u"1 bis 3"_s, u"Zu hoch"_s, u"10. November 2027"_s, u"Ratna Dewi"_s})
        CHECK(german.contains(expected));

    REQUIRE(report(device.visit, id, pdf, {u"--lang"_s, u"en"_s, u"--internal"_s}).code == 0);
    keep(pdf, u"report-en-internal"_s);
    const QString english = textOf(pdf);
    for (const QString& expected : {u"3.9"_s, u"−18.5"_s, u"Too high"_s, u"Internal, not for the customer"_s, u"Toko kedua dibuka Maret 2028"_s})
        CHECK(english.contains(expected));
}

TEST_CASE("All fonts are in the file, and it tells nothing about itself but its title", "[report]")
{
    Device device;
    const auto id = maintenance(device.visit);
    const QString pdf = device.visit.dir.filePath(u"report.pdf"_s);
    REQUIRE(report(device.visit, id, pdf, {u"--internal"_s}).code == 0);
    const QList<QByteArray> fonts = run(u"pdffonts"_s, {pdf}).out.split('\n').mid(2);
    int count = 0;
    for (const QByteArray& font : fonts) {
        if (font.isEmpty())
            continue;
        ++count;
        INFO(font.toStdString());
        CHECK(font.contains("Inter"));
        CHECK(font.simplified().split(' ').mid(4, 3) == QList<QByteArray>{"yes", "no", "yes"}); // embedded, and readable as text
    }
    CHECK(count > 0);
    const QByteArray info = run(u"pdfinfo"_s, {pdf}).out;
    CHECK(info.contains("Maintenance checklist"));
    CHECK(info.contains("A4"));
    for (const char* secret : {"technician", "Toko", "Ratna", "Frischmarkt", "Segar"})
        CHECK_FALSE(info.contains(secret));
}

TEST_CASE("A talk at the fair is told to the customer with what follows and the consent, without what is ours", "[report]")
{
    Device device;
    device.visit.addPack(u"trade_fair_conversation"_s);
    const auto id = device.visit.finish(u"trade_fair_conversation"_s,
                                        [](forms::FormSession& session) {
                                            say(session, u"given_name"_s, u"Dr. Aylin"_s);
                                            say(session, u"family_name"_s, u"Çelik"_s);
                                            say(session, u"email"_s, u"aylin.celik@frigomart.example"_s);
                                            say(session, u"legal_name"_s, u"FrigoMart România S.R.L."_s);
                                            say(session, u"customer_number"_s, u"104802"_s);
                                            say(session, u"lead_status"_s, u"hot"_s);
                                            say(session, u"remark"_s, u"decides alone"_s);
                                            say(session, u"opp_signal"_s, u"no"_s);
                                            say(session, u"kind"_s, u"brochure"_s);
                                            say(session, u"channel"_s, u"email"_s);
                                            say(session, u"f_due"_s, u"2027-11-17"_s);
                                            REQUIRE(session.addRepetition({session.node(session.node(named(session, u"kind"_s)).parent).parent}));
                                            say(session, u"kind"_s, u"appointment"_s, 2);
                                            say(session, u"f_due"_s, u"2027-11-24"_s, 2);
                                            say(session, u"consent_contact"_s, u"yes"_s);
                                            attach(session, u"consent_sign"_s, u"signature.png"_s);
                                        },
                                        {{u"signature.png"_s, signature()}});
    const QString pdf = device.visit.dir.filePath(u"report.pdf"_s);
    const Outcome made = report(device.visit, id, pdf, {u"--lang"_s, u"de"_s});
    INFO(made.errors.toStdString());
    REQUIRE(made.code == 0);
    keep(pdf, u"report-fair-de"_s);
    const QString text = textOf(pdf);
    for (const QString& expected :
         {u"KälteExpo 2027"_s, u"Dr. Aylin Çelik"_s, u"FrigoMart România S.R.L."_s, u"17. November 2027"_s, u"Einwilligung"_s})
        CHECK(text.contains(expected));
    for (const QString& kept : {u"decides alone"_s, u"104802"_s, u"Wie warm"_s, u"Verkaufschance"_s})
        CHECK_FALSE(text.contains(kept));
}

TEST_CASE("A draft and an unknown conversation are refused in a sentence", "[report]")
{
    Device device;
    const QString pdf = device.visit.dir.filePath(u"report.pdf"_s);
    const Outcome refused = report(device.visit, store::ConversationId::make(), pdf);
    CHECK(refused.code == 1);
    CHECK(refused.errors.contains("there is no conversation"));
    CHECK_FALSE(QFile::exists(pdf));
}

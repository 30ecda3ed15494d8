// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/badgerule.h"
#include "sync/contact/payload.h"

#include <QElapsedTimer>
#include <QJsonDocument>

#include <catch2/catch.hpp>

using namespace rapport::contact;

namespace
{

QJsonArray array(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    REQUIRE(document.isArray());
    return document.array();
}

std::optional<ContactDraft> readWith(const QByteArray& rules, const QString& text)
{
    const auto parsed = parseBadgeRules(array(rules));
    REQUIRE(parsed);
    return readByRules(*parsed, text, QStringLiteral("DE"));
}

} // namespace

TEST_CASE("An organiser's badge is read by the rule that fits it first", "[contact]")
{
    const QByteArray rules = R"json([
        {"match": "^KE27-[0-9]{6}$", "property": "attendees.badge_id"},
        {"match": "^FH\\|(?<id>[^|]*)\\|(?<name>[^|]*)\\|(?<hall>.*)$",
         "properties": {"id": "contacts.badge_id", "name": "contacts.full_name", "hall": "visits.hall"}},
        {"starts": "V1;", "separator": ";",
         "properties": ["contacts.badge_id", "contacts.family_name", "contacts.given_name", "", "organisations.legal_name", "contacts.mobile"]},
        {"members": {"n": "contacts.full_name", "c": "organisations.legal_name", "id": "contacts.badge_id"}},
        {"match": "^ID=(\\d+)", "property": "contacts.badge_id"}
    ])json";
    const auto plain = readWith(rules, QStringLiteral("KE27-004512"));
    REQUIRE(plain);
    CHECK(plain->contact.badgeId == QStringLiteral("KE27-004512"));

    const auto groups = readWith(rules, QStringLiteral("FH|4711|Eva Maria Müller|Hall 3"));
    REQUIRE(groups);
    CHECK(groups->contact.badgeId == QStringLiteral("4711"));
    CHECK(groups->contact.familyName == QStringLiteral("Müller"));
    CHECK(groups->more == std::vector<std::pair<QString, QString>>{{QStringLiteral("visits.hall"), QStringLiteral("Hall 3")}});
    CHECK(payload(*groups).back() == std::pair(QStringLiteral("visits.hall"), QStringLiteral("Hall 3")));

    const auto columns = readWith(rules, QStringLiteral("V1;4711;Müller;Eva;x;Kessler;0171 5550121;and more"));
    REQUIRE(columns);
    CHECK(columns->contact.fullName == QStringLiteral("Eva Müller"));
    CHECK(columns->contact.organisation == QStringLiteral("Kessler"));
    REQUIRE(columns->contact.phones.size() == 1);
    CHECK(columns->contact.phones.front() == Phone{QStringLiteral("+49 171 5550121"), Phone::Kind::Mobile});

    const auto members = readWith(rules, QStringLiteral(R"({"id":4711,"n":"Eva Müller","c":"Kessler"})"));
    REQUIRE(members);
    CHECK(members->contact.badgeId == QStringLiteral("4711"));
    CHECK(members->contact.organisation == QStringLiteral("Kessler"));

    CHECK(readWith(rules, QStringLiteral("ID=99 and more"))->contact.badgeId == QStringLiteral("99"));
    CHECK_FALSE(readWith(rules, QStringLiteral("MECARD:N:Müller,Eva;;")));
    CHECK_FALSE(readWith(rules, QString()));
}

TEST_CASE("A rule that nobody can follow is refused with a sentence", "[contact]")
{
    const QByteArray rules = GENERATE(as<QByteArray>(), R"([{}])", R"([{"match":"a","separator":";","property":"contacts.badge_id"}])",
                                      R"([{"match":"(","property":"contacts.badge_id"}])", R"([{"match":"a"}])",
                                      R"([{"match":"a","property":"badge"}])", R"([{"separator":";","properties":["",""]}])", R"(["a"])");
    INFO(rules.toStdString());
    const auto parsed = parseBadgeRules(array(rules));
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().detail.startsWith(QStringLiteral("The occasion's badge rule 1 ")));
}

TEST_CASE("Rules have a size", "[contact]")
{
    const QJsonObject rule{{QStringLiteral("match"), QStringLiteral("a")}, {QStringLiteral("property"), QStringLiteral("contacts.badge_id")}};
    QJsonArray many;
    for (int i = 0; i < 51; ++i)
        many.append(rule);
    CHECK_FALSE(parseBadgeRules(many));
    QJsonObject longOne = rule;
    longOne[QLatin1String("match")] = QString(501, QLatin1Char('a'));
    CHECK_FALSE(parseBadgeRules({longOne}));
}

TEST_CASE("An expression that would search for ever gives up at once", "[contact]")
{
    const QByteArray expression =
        GENERATE(as<QByteArray>(), "^(a+)+$", "^(a|aa)+$", "(x+x+)+y", "^(([a-z])+.)+[A-Z]([a-z])+$", "(.*)*b(.*)*c(.*)*d$",
                 "(*LIMIT_MATCH=4000000000)^(a+)+$", "(*NO_JIT)^(a?){200}a{200}$", "(?R)?a*b", "^(?:(?:a{0,50}){0,50}){0,50}$");
    const auto rules = parseBadgeRules(
        {QJsonObject{{QStringLiteral("match"), QString::fromUtf8(expression)}, {QStringLiteral("property"), QStringLiteral("contacts.badge_id")}}});
    if (!rules)
        return; // PCRE2 itself finds it too large
    INFO(expression.toStdString());
    for (const QString& text : {QString(4000, QLatin1Char('a')) + QLatin1Char('!'), QString(4000, QLatin1Char('x'))}) {
        QElapsedTimer timer;
        timer.start();
        (void)readByRules(*rules, text, {});
        CHECK(timer.elapsed() < 500); // some milliseconds, on a machine that is not otherwise busy
    }
    CHECK_FALSE(readByRules(*rules, QString(4097, QLatin1Char('a')), {}));
}

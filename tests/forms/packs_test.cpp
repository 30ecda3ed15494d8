// SPDX-License-Identifier: Apache-2.0
// Uses ../shared: the method packs and the conversation pack, from the workbook to the figures of METHODS.md. Skipped, with a line, where they are
// missing.
#include "forms/xform/tables.h"
#include "forms/xlsform/xlsform.h"
#include "formsupport.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::forms;
using namespace rapport::tests;
using namespace Qt::StringLiterals;

namespace
{

QStringList packNames()
{
    const QDir folder(qEnvironmentVariable("RAPPORT_SHARED", QStringLiteral(RAPPORT_SHARED)) + u"/packs"_s);
    QStringList names = folder.entryList({u"*.xlsx"_s}, QDir::Files, QDir::Name);
    if (names.isEmpty())
        WARN("../shared/packs is not there: the packs are not run");
    return names;
}

/// The XForm of a pack's workbook, made by us.
QByteArray converted(const QString& workbook)
{
    const auto form = xlsform::convert(shared(u"packs/"_s + workbook));
    for (const xlsform::Fault& fault : form.faults)
        UNSCOPED_INFO(fault.message.toStdString());
    REQUIRE(form);
    return form.xml;
}

Filling pack(const QString& name)
{
    return Filling(converted(name + u".xlsx"_s));
}

bool missing()
{
    return packNames().isEmpty();
}

/// Every label and every choice label that a person would read, of the nodes that have a control.
QStringList textsOf(const FormSession& session)
{
    QStringList texts;
    for (const NodeId id : session.changedSince(0)) {
        const Node node = session.node(id);
        if (node.label)
            texts.append(node.label->text);
        for (const Choice& choice : session.choices(id))
            texts.append(choice.label.text);
    }
    return texts;
}

} // namespace

TEST_CASE("Every method pack becomes the XForm that ODK's converter makes of it", "[forms][xlsform][shared]")
{
    for (const QString& name : packNames()) {
        INFO(name.toStdString());
        const QByteArray expected = shared(u"packs/"_s + QString(name).replace(u".xlsx"_s, u".xml"_s));
        CHECK(canonical(converted(name)).toStdString() == canonical(expected).toStdString());
    }
}

TEST_CASE("Every method pack opens in English, German and Indonesian, with every text there", "[forms][xlsform][shared]")
{
    int questions = 0;
    for (const QString& name : packNames()) {
        INFO(name.toStdString());
        Filling f(converted(name));
        REQUIRE(f.session().languages().size() == 3);
        QStringList first;
        for (const Language& language : f.session().languages()) {
            INFO(language.name.toStdString());
            REQUIRE(f.session().setLanguage(language.name));
            const QStringList texts = textsOf(f.session());
            CHECK(texts.filter(u"-"_s).count(u"-"_s) == 0); // what has no translation is written "-"
            CHECK((first.isEmpty() || texts.size() == first.size()));
            CHECK((first.isEmpty() || texts != first));
            first = first.isEmpty() ? texts : first;
        }
        questions += static_cast<int>(first.size());
    }
    if (!missing())
        CHECK(questions > 399);
}

TEST_CASE("Account selection gives the totals that the book prints", "[forms][xlsform][shared]")
{
    if (missing())
        return;
    struct Row {
        const char* note;
        int points[5];
        const char* total;
    };
    const auto row = GENERATE(values<Row>({{"metal", {6, 8, 7, 7, 7}, "7.1"}}));
    INFO(row.note);
    Filling f = pack(u"aj01_account_selection"_s);
    const QStringList questions[] = {{u"f1/geo"_s, u"f1/fin"_s, u"f1/lead_"_s, u"f1/refv"_s},
                                     {u"f2/core"_s, u"f2/subst"_s, u"f2/futp"_s},
                                     {u"f3/addr"_s, u"f3/reve"_s, u"f3/marg"_s, u"f3/cross"_s},
                                     {u"f4/rels"_s, u"f4/compi"_s},
                                     {u"f5/esell"_s, u"f5/edel"_s}};
    for (int i = 0; i < 5; ++i) {
        for (const QString& question : questions[i])
            f.set(u"/data/"_s + question, QString::number(row.points[i]));
    }
    CHECK(f.value(u"/data/s1"_s) == u"60");
    CHECK(f.value(u"/data/s4"_s) == u"210");
    CHECK(f.value(u"/data/wsum"_s) == u"75");
    CHECK(f.value(u"/data/total"_s) == QLatin1String(row.total));
    CHECK(f.at(u"/data/result"_s).label->text == u"Weighted total: 7.1 of 10");
}

TEST_CASE("The account portfolio ranks the book's three customers 7.1, 6.1 and 5.3", "[forms][xlsform][shared]")
{
    if (missing())
        return;
    // METHODS.md names the sums 535, 460 and 400 of 75, and the first points 6, 10 and 5; the others here add up to them.
    const std::tuple<const char*, std::array<int, 5>, const char*> rows[] = {
        {"Metal", {6, 8, 7, 7, 7}, "7.1"}, {"Pharmacy", {10, 5, 6, 6, 4}, "6.1"}, {"Service", {5, 5, 5, 5, 10}, "5.3"}};
    Filling f = pack(u"aj01b_account_portfolio"_s);
    int at = 0;
    for (const auto& [name, points, total] : rows) {
        if (++at > 1)
            f.add(u"/data/cust"_s);
        const QString here = u"/data/cust[%1]/"_s.arg(at);
        f.set(here + u"cname"_s, QString::fromLatin1(name));
        for (std::size_t i = 0; i < points.size(); ++i)
            f.set(here + u"q%1"_s.arg(i + 1), QString::number(points[i]));
        CHECK(f.value(here + u"ctotal"_s) == QLatin1String(total));
    }
}

TEST_CASE("White space counts the cells of the airline's table", "[forms][xlsform][shared]")
{
    if (missing())
        return;
    const std::tuple<const char*, const char*, const char*> cells[] = {
        {"Munich", "interior cleaning", "present"}, {"Munich", "de-icing", "present"},  {"Munich", "tickets", "na"},
        {"Bremen", "cabin equipment", "present"},   {"Bremen", "de-icing", "na"},       {"Berlin", "tickets", "present"},
        {"Cologne/Bonn", "tickets", "present"},     {"Hamburg", "catering", "present"}, {"Frankfurt", "de-icing", "present"},
        {"Frankfurt", "catering", "none"}};
    Filling f = pack(u"aj07_white_space"_s);
    int at = 0;
    for (const auto& [area, offering, level] : cells) {
        if (++at > 1)
            f.add(u"/data/cell"_s);
        const QString here = u"/data/cell[%1]/"_s.arg(at);
        f.set(here + u"area"_s, QString::fromLatin1(area));
        f.set(here + u"offering"_s, QString::fromLatin1(offering));
        f.set(here + u"level_"_s, QString::fromLatin1(level));
        CHECK(f.at(here + u"why"_s).relevant == (QLatin1String(level) == QLatin1String("none")));
    }
    CHECK(f.value(u"/data/white"_s) == u"10");
}

TEST_CASE("The figures of METHODS.md come out", "[forms][xlsform][shared]")
{
    if (missing())
        return;
    struct Row {
        const char* note;
        QString form;
        std::vector<std::pair<QString, QString>> given, expected;
    };
    const auto row = GENERATE(values<Row>({
        {"an indicator that grew",
         u"aj07_performance"_s,
         {{u"kpi[1]/k_prev"_s, u"80"_s}, {u"kpi[1]/k_now"_s, u"92"_s}},
         {{u"kpi[1]/k_chg"_s, u"15"_s}}},
        {"a funnel that leaks before growth",
         u"ax_lead_funnel"_s,
         {{u"n1"_s, u"1000"_s}, {u"n2"_s, u"400"_s}, {u"n3"_s, u"100"_s}, {u"n4"_s, u"90"_s}},
         {{u"d1"_s, u"60"_s}, {u"d2"_s, u"75"_s}, {u"d3"_s, u"10"_s}, {u"worst"_s, u"growth"_s}}},
        {"twelve pumps with a discount",
         u"ccm_product_config"_s,
         {{u"qty"_s, u"12"_s}, {u"price"_s, u"4890.00"_s}, {u"disc"_s, u"7.5"_s}},
         {{u"sum_"_s, u"54279"_s}}},
    }));
    INFO(row.note);
    Filling f = pack(row.form);
    for (const auto& [question, value] : row.given)
        f.set(u"/data/"_s + question, value);
    for (const auto& [question, value] : row.expected)
        CHECK(f.value(u"/data/"_s + question) == value);
}

TEST_CASE("The conversation pack becomes the form it is shipped as, and its questions are found by list and property", "[forms][xlsform][shared]")
{
    if (missing())
        return;
    const QString name = GENERATE(u"trade_fair_conversation"_s, u"maintenance_checklist"_s);
    INFO(name.toStdString());
    const QByteArray xml = converted(u"conversation/"_s + name + u".xlsx"_s);
    CHECK(canonical(xml).toStdString() == canonical(shared(u"packs/conversation/"_s + name + u".xml"_s)).toStdString());

    const auto form = Form::load(xml, {{}, LoadOptions::Missing::Blank});
    REQUIRE(form);
    const QJsonObject bindings = QJsonDocument::fromJson(shared(u"packs/conversation/"_s + name + u".bindings.json"_s)).object();
    REQUIRE_FALSE(bindings.isEmpty());
    QMap<QString, QString> found;
    for (const EntityDeclaration& declaration : (*form)->entityDeclarations()) {
        for (const auto& [property, nodeset] : declaration.properties)
            found[declaration.list + u'.' + property] = nodeset;
    }
    const QJsonObject properties = bindings[u"properties"_s].toObject();
    CHECK(found.keys() == properties.keys());
    for (const QString& key : properties.keys()) {
        INFO(key.toStdString());
        CHECK(found.value(key) == properties[key].toObject()[u"question"_s].toString());
    }
}

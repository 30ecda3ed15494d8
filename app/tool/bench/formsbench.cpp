// SPDX-License-Identifier: Apache-2.0
// The form engine: from a workbook to an XForm, from an XForm to a session, and what one answer costs.
#include "app/conversation/entitylistsource.h"
#include "app/tool/bench/bench.h"
#include "app/tool/bench/chainform.h"
#include "app/tool/bench/people.h"
#include "forms/session/formsession.h"
#include "forms/xform/tables.h"
#include "forms/xlsform/xlsform.h"

#include <QXmlStreamReader>

#include <unistd.h>

#include <algorithm>

namespace rapport::tool
{

using namespace rapport::forms;

namespace
{

constexpr int sizes[] = {1'000, 5'000, 20'000}, rounds = 5;

Error broken(const char* what)
{
    return {Error::Kind::Internal, QLatin1String(what)};
}

/// What reading the XML alone takes: no engine can be faster.
double bareReading(const QByteArray& xml)
{
    return timed([&] {
        QXmlStreamReader reader(xml);
        while (!reader.atEnd())
            reader.readNext();
    });
}

QString thousands(int count)
{
    return QStringLiteral("%1 questions").arg(count);
}

struct Answers {
    double median = 0, slowest = 0;
};

/// One answer at the top, at the bottom and in between, each with what it recalculates and with asking what has changed.
Result<Answers> timeAnswers(FormSession& session, int questions)
{
    std::vector<double> times;
    const int blocks = questions / 5;
    for (int i = 0; i < 25; ++i) {
        const int block = i < 3 ? 0 : i < 6 ? blocks - 1 : (i * 7919) % blocks;
        const auto node = session.find(QStringLiteral("/data/n%1").arg(block));
        if (!node)
            return broken("a question of the chain is not there");
        const quint64 before = session.revision();
        Status answered = ok();
        times.push_back(timed([&] {
            answered = session.answer(*node, QString::number(i + 1));
            (void)session.changedSince(before); // what a view asks next
        }));
        if (!answered)
            return answered.error();
    }
    return Answers{median(times), *std::max_element(times.begin(), times.end())};
}

Result<std::vector<Figure>> openingOf(int questions)
{
    const auto form = xlsform::convert(chainWorkbook(questions));
    if (!form)
        return broken("the chain form was refused");
    std::vector<double> opening, reading;
    std::unique_ptr<FormSession> session;
    for (int i = 0; i < rounds; ++i) {
        session.reset(); // closing the last one is not opening
        Status opened = ok();
        opening.push_back(timed([&] {
            auto loaded = Form::load(form.xml);
            auto started = loaded ? FormSession::start(*loaded, {}) : Result<std::unique_ptr<FormSession>>(loaded.error());
            if (started)
                session = *std::move(started);
            else
                opened = started.error();
        }));
        if (!opened)
            return opened.error();
        reading.push_back(bareReading(form.xml));
    }
    const auto answers = timeAnswers(*session, questions);
    if (!answers)
        return answers.error();
    const double open = median(opening);
    return std::vector<Figure>{
        {thousands(questions) + QStringLiteral(": open"), open, QStringLiteral("ms"), QStringLiteral("reading the XML alone"), median(reading)},
        {thousands(questions) + QStringLiteral(": open, a question"), open * 1000 / questions, QStringLiteral("µs"), {}, {}},
        {thousands(questions) + QStringLiteral(": an answer, median"), answers->median, QStringLiteral("ms"), {}, {}},
        {thousands(questions) + QStringLiteral(": an answer, slowest"), answers->slowest, QStringLiteral("ms"), {}, {}},
    };
}

struct Lookup {
    double attach = 0, filter = 0, firstFilter = 0, memory = 0;
};

Result<Lookup> lookupIn(int rows)
{
    const QByteArray csv = filterCsv(rows);
    const double before = residentMb(getpid());
    Lookup out;
    std::unique_ptr<FormSession> session;
    Status opened = ok();
    out.attach = timed([&] {
        LoadOptions options;
        options.sources = [&](const QString&) -> std::shared_ptr<const ItemSource> {
            auto read = readCsv(csv);
            return read ? *std::move(read) : nullptr;
        };
        auto loaded = Form::load(filterForm(), options);
        auto started = loaded ? FormSession::start(*loaded, {}) : Result<std::unique_ptr<FormSession>>(loaded.error());
        if (started)
            session = *std::move(started);
        else
            opened = started.error();
    });
    if (!opened)
        return opened.error();
    const auto group = session->find(u"/data/g"), item = session->find(u"/data/it"), price = session->find(u"/data/price");
    if (!group || !item || !price)
        return broken("the filter form lacks a question");
    std::vector<double> times;
    for (int i = 0; i < 20; ++i) {
        const QString name = QStringLiteral("g%1").arg((i * 37) % 100);
        std::size_t offered = 0;
        times.push_back(timed([&] {
            (void)session->answer(*group, name); // what is offered tells whether it went well
            offered = session->choices(*item).size();
        }));
        if (offered != static_cast<std::size_t>(rows) / 100)
            return broken("the filter offers the wrong rows");
    }
    out.firstFilter = times.front();
    out.filter = median({times.begin() + 1, times.end()});
    out.memory = residentMb(getpid()) - before;
    return out;
}

/// One way to look for a person: the question that is answered, and what the look-up says.
struct Way {
    QString name, question, result;
    QString (*key)(const store::Entity& person);
    const char* property;
};

const std::vector<Way>& ways()
{
    static const std::vector<Way> all{
        {QStringLiteral("by id"), QStringLiteral("/data/who"), QStringLiteral("/data/byid"), [](const store::Entity& person) { return person.id; },
         "name"},
        {QStringLiteral("by e-mail"), QStringLiteral("/data/mail"), QStringLiteral("/data/bymail"),
         [](const store::Entity& person) { return person.properties.at(QStringLiteral("email")); }, "email"},
        {QStringLiteral("by city and name"), QStringLiteral("/data/family"), QStringLiteral("/data/byboth"),
         [](const store::Entity& person) { return person.properties.at(QStringLiteral("family_name")); }, "family_name"},
    };
    return all;
}

const QByteArray entityForm =
    R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
<h:head><h:title>L</h:title><model><instance><data id="l"><who/><mail/><city/><family/><byid/><bymail/><byboth/></data></instance>
<instance id="contacts" src="jr://file-csv/contacts.csv"/>
<bind nodeset="/data/byid" calculate="instance('contacts')/root/item[name =  /data/who ]/label"/>
<bind nodeset="/data/bymail" calculate="instance('contacts')/root/item[email =  /data/mail ]/label"/>
<bind nodeset="/data/byboth" calculate="instance('contacts')/root/item[city = /data/city and family_name =  /data/family ]/label"/>
</model></h:head><h:body><input ref="/data/who"/><input ref="/data/mail"/><input ref="/data/city"/><input ref="/data/family"/></h:body></h:html>)";

Result<std::vector<Figure>> timeWay(const Way& way, FormSession& session, store::Store& store, int count)
{
    const auto question = session.find(way.question), city = session.find(u"/data/city"), result = session.find(way.result);
    std::vector<double> ours, theirs;
    for (int i = 0; i < 200; ++i) {
        const store::Entity wanted = person(static_cast<int>((static_cast<qint64>(i) * 104'729) % count));
        const QString key = way.key(wanted);
        (void)session.answer(*question, QString()); // both are text: nothing to refuse
        (void)session.answer(*city, wanted.properties.at(QStringLiteral("city")));
        ours.push_back(timed([&] { (void)session.answer(*question, key); })); // checked by what was found
        if (session.node(*result).value.isEmpty())
            return broken("a person who is there was not found");
        theirs.push_back(timed([&] { // the reference, its row thrown away
            const auto rows = store.findRows(QStringLiteral("contacts"), {{QLatin1String(way.property), key}});
            if (rows && !rows->empty())
                (void)store.entityAt(rows->front());
        }));
    }
    const QString of = QStringLiteral("%1 entities, %2: ").arg(count).arg(way.name), alone = QStringLiteral("the store alone");
    return std::vector<Figure>{
        {of + QStringLiteral("look-up, median"), median(ours), QStringLiteral("ms"), alone, median(theirs)},
        {of + QStringLiteral("look-up, p99"), percentile(ours, 99), QStringLiteral("ms"), alone, percentile(theirs, 99)},
    };
}

/// instance('contacts')/root/item[… = …] over the encrypted store: nothing is loaded but what is found.
Result<std::vector<Figure>> entityLookup(const BenchOptions& options)
{
    const int count = options.count > 0 ? options.count : 1'000'000;
    auto store = store::Store::open(options.folder, store::DataKey(QByteArray(32, 'b')), systemClock());
    if (!store)
        return store.error();
    for (int from = 0; from < count; from += 1'000) {
        store::EntityPull page{QStringLiteral("contacts"), {}, "bench"};
        for (int i = from; i < qMin(from + 1'000, count); ++i)
            page.rows.push_back(person(i));
        if (auto absorbed = (*store)->absorbEntities(page); !absorbed)
            return absorbed.error();
    }
    std::vector<Figure> figures;
    for (const char* round : {"first opening, makes the indexes", "opening"}) {
        const double before = residentMb(getpid());
        std::unique_ptr<FormSession> session;
        const double opening = timed([&] {
            auto form = Form::load(entityForm, {app::entitySources(**store), LoadOptions::Missing::Refuse});
            auto started = form ? FormSession::start(*form, {}) : Result<std::unique_ptr<FormSession>>(form.error());
            if (started)
                session = *std::move(started);
        });
        if (!session)
            return broken("the form over the entities was refused");
        figures.push_back({QStringLiteral("%1 entities: %2").arg(count).arg(QLatin1String(round)), opening, QStringLiteral("ms"), {}, {}});
        for (const Way& way : round == QByteArrayView("opening") ? ways() : std::vector<Way>{}) {
            auto more = timeWay(way, *session, **store, count);
            if (!more)
                return more.error();
            figures.insert(figures.end(), more->begin(), more->end());
        }
        const double more = residentMb(getpid()) - before;
        figures.push_back({QStringLiteral("%1 entities: %2: memory more").arg(count).arg(QLatin1String(round)), more, QStringLiteral("MB"), {}, {}});
    }
    return figures;
}

} // namespace

Result<std::vector<Figure>> benchFormsOpen(const BenchOptions&)
{
    std::vector<Figure> figures;
    for (const int questions : sizes) {
        auto more = openingOf(questions);
        if (!more)
            return more.error();
        figures.insert(figures.end(), more->begin(), more->end());
    }
    return figures;
}

Result<std::vector<Figure>> benchFormsLookup(const BenchOptions& options)
{
    std::vector<Figure> figures;
    for (const int rows : {1'000, 10'000, 100'000}) {
        const auto lookup = lookupIn(rows);
        if (!lookup)
            return lookup.error();
        const QString of = QStringLiteral("CSV of %1 rows: ").arg(rows);
        figures.push_back({of + QStringLiteral("attach"), lookup->attach, QStringLiteral("ms"), {}, {}});
        figures.push_back({of + QStringLiteral("change the filter"), lookup->filter, QStringLiteral("ms"), {}, {}});
        figures.push_back({of + QStringLiteral("first filter"), lookup->firstFilter, QStringLiteral("ms"), {}, {}});
        figures.push_back({of + QStringLiteral("memory more"), lookup->memory, QStringLiteral("MB"), {}, {}});
    }
    auto entities = entityLookup(options);
    if (!entities)
        return entities.error();
    figures.insert(figures.end(), entities->begin(), entities->end());
    return figures;
}

Result<std::vector<Figure>> benchXlsform(const BenchOptions&)
{
    std::vector<Figure> figures;
    for (const int rows : sizes) {
        const QByteArray workbook = chainWorkbook(rows), sheet = chainSheet(rows);
        std::vector<double> converting, reading;
        for (int i = 0; i < rounds; ++i) {
            bool good = false;
            converting.push_back(timed([&] { good = bool(xlsform::convert(workbook)); }));
            if (!good)
                return broken("the chain form was refused");
            reading.push_back(bareReading(sheet));
        }
        figures.push_back({QStringLiteral("%1 rows").arg(rows), median(converting), QStringLiteral("ms"),
                           QStringLiteral("reading the sheet's XML alone"), median(reading)});
    }
    return figures;
}

} // namespace rapport::tool

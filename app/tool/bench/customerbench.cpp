// SPDX-License-Identifier: Apache-2.0
// How long a customer at a glance, a briefing and a machine's file take to be read, offline, on a device that knows 50,000 people.
#include "app/conversation/customer.h"
#include "app/conversation/machinefile.h"
#include "app/tool/bench/bench.h"
#include "app/tool/bench/people.h"

namespace rapport::tool
{

namespace
{

constexpr int people = 50'000, peopleOfFirm = 10, looks = 500, pageSize = 1'000, talks = 2'000;
constexpr int salesOfFirm = 24, machinesOfFirm = 4, valuesOfMachine = 30, happeningsOfFirm = 20, notesOfFirm = 6;
const QDateTime now = QDateTime::fromString(QStringLiteral("2027-11-10T09:12:00+01:00"), Qt::ISODate);

using Properties = std::map<QString, QString>;

QString firmId(int firm)
{
    return QStringLiteral("firm-%1").arg(firm);
}

QString machineId(int machine)
{
    return QStringLiteral("machine-%1").arg(machine);
}

store::Entity entity(const char* list, int number, const Properties& properties)
{
    store::Entity made;
    made.list = QString::fromLatin1(list);
    made.id = QStringLiteral("%1-%2").arg(QLatin1String(list)).arg(number);
    made.label = QStringLiteral("%1 %2").arg(QLatin1String(list)).arg(number);
    made.properties = properties;
    return made;
}

QString dayBefore(int days)
{
    return now.addDays(-days).toString(Qt::ISODate);
}

store::Entity employee(int number)
{
    store::Entity made = person(number);
    made.properties[QStringLiteral("organisation_id")] = firmId(number / peopleOfFirm);
    return made;
}

store::Entity firm(int number)
{
    store::Entity made = entity("organisations", number, {{QStringLiteral("city"), givenName(number % 300)}});
    made.id = firmId(number);
    return made;
}

store::Entity ofFirm(const char* list, int number, int each, Properties properties)
{
    properties[QStringLiteral("organisation_id")] = firmId(number / each);
    properties[QStringLiteral("source")] = QStringLiteral("erp");
    properties[QStringLiteral("as_of")] = dayBefore(0);
    return entity(list, number, properties);
}

store::Entity sale(int number)
{
    return ofFirm("sales", number, salesOfFirm,
                  {{QStringLiteral("date"), dayBefore(number % salesOfFirm * 30).left(10)},
                   {QStringLiteral("amount"), QStringLiteral("%1.50").arg(1'000 + number % 9'000)},
                   {QStringLiteral("currency"), QStringLiteral("EUR")}});
}

store::Entity offer(int number)
{
    return ofFirm("offers", number, 2, {{QStringLiteral("stage"), QStringLiteral("sent")}, {QStringLiteral("date"), dayBefore(10).left(10)}});
}

store::Entity opportunity(int number)
{
    return ofFirm("opportunities", number, 2, {{QStringLiteral("stage"), QStringLiteral("qualified")}});
}

store::Entity machine(int number)
{
    store::Entity made = ofFirm("machines", number, machinesOfFirm, {{QStringLiteral("last_service"), dayBefore(100).left(10)}});
    made.id = machineId(number);
    return made;
}

store::Entity job(int number)
{
    return entity("jobs", number, {{QStringLiteral("machine_id"), machineId(number * 2)}, {QStringLiteral("state"), QStringLiteral("open")}});
}

store::Entity measurement(int number)
{
    return entity("measurements", number,
                  {{QStringLiteral("machine_id"), machineId(number / valuesOfMachine)},
                   {QStringLiteral("quantity"), QStringLiteral("Quantity %1").arg(number % 6)},
                   {QStringLiteral("value"), QString::number(number % 40)},
                   {QStringLiteral("at"), dayBefore(number % valuesOfMachine / 6 * 180)}});
}

store::Entity activity(int number)
{
    return ofFirm("activities", number, happeningsOfFirm,
                  {{QStringLiteral("kind"), QStringLiteral("call")}, {QStringLiteral("at"), dayBefore(number % happeningsOfFirm * 20)}});
}

store::Entity note(int number)
{
    return ofFirm("briefings", number, notesOfFirm, {{QStringLiteral("kind"), number % 3 ? QStringLiteral("message") : QStringLiteral("gap")}});
}

store::Entity followUp(int number)
{
    return entity("followups", number,
                  {{QStringLiteral("contact_id"), person(number * 2).id},
                   {QStringLiteral("kind"), QStringLiteral("call")},
                   {QStringLiteral("due"), dayBefore(-5).left(10)}});
}

Status fill(store::Store& store, const char* list, int count, store::Entity (*made)(int))
{
    for (int from = 0; from < count; from += pageSize) {
        store::EntityPull page{QString::fromLatin1(list), {}, "bench"};
        for (int i = from; i < qMin(from + pageSize, count); ++i)
            page.rows.push_back(made(i));
        if (auto absorbed = store.absorbEntities(page); !absorbed)
            return absorbed;
    }
    return ok();
}

Status fillTalks(store::Store& store, int firms)
{
    for (int i = 0; i < talks; ++i) {
        store::Conversation talk;
        talk.id = store::ConversationId::make();
        talk.instanceId = QStringLiteral("uuid:") + talk.id.text();
        talk.formId = QStringLiteral("fair");
        talk.formVersion = QStringLiteral("1");
        talk.title = givenName(i);
        talk.organisation = firm(i % firms).label;
        talk.startedAt = now.addSecs(-i * 3'600);
        if (auto saved = store.saveDraft(talk, "<data/>"); !saved)
            return saved;
    }
    return ok();
}

Status fillAll(store::Store& store, int count)
{
    const int firms = count / peopleOfFirm;
    struct List {
        const char* name;
        int rows;
        store::Entity (*made)(int);
    };
    for (const List& list :
         {List{"organisations", firms, firm}, List{"contacts", count, employee}, List{"sales", firms * salesOfFirm, sale},
          List{"offers", firms * 2, offer}, List{"opportunities", firms * 2, opportunity}, List{"machines", firms * machinesOfFirm, machine},
          List{"jobs", firms * machinesOfFirm / 2, job}, List{"measurements", firms * machinesOfFirm * valuesOfMachine / 4, measurement},
          List{"activities", firms * happeningsOfFirm, activity}, List{"briefings", firms * notesOfFirm, note},
          List{"followups", count / 2, followUp}}) {
        if (auto filled = fill(store, list.name, list.rows, list.made); !filled)
            return filled;
    }
    return fillTalks(store, firms);
}

} // namespace

Result<std::vector<Figure>> benchCustomer(const BenchOptions& options)
{
    const int count = options.count > 0 ? options.count : people, firms = count / peopleOfFirm;
    auto store = store::Store::open(options.folder, store::DataKey(QByteArray(32, 'b')), systemClock());
    if (!store)
        return store.error();
    if (auto filled = fillAll(**store, count); !filled)
        return filled.error();
    const double first = timed([&] { (void)app::readCustomer(**store, QStringLiteral("organisations"), firmId(0), now); }); // for its time: indexes
    std::vector<double> firmLooks, personLooks, machineLooks, lookUps;
    for (int look = 0; look < looks; ++look) {
        const int which = static_cast<int>((static_cast<qint64>(look) * 7919) % firms);
        Result<std::optional<app::Customer>> customer = std::optional<app::Customer>();
        firmLooks.push_back(timed([&] { customer = app::readCustomer(**store, QStringLiteral("organisations"), firmId(which), now); }));
        if (!customer || !*customer || (*customer)->people.size() != peopleOfFirm || (*customer)->machines.size() != machinesOfFirm)
            return Error{Error::Kind::Internal, QStringLiteral("a customer who is there was not read")};
        personLooks.push_back(
            timed([&] { customer = app::readCustomer(**store, QStringLiteral("contacts"), person(which * peopleOfFirm).id, now); }));
        if (!customer || !*customer || !(*customer)->person)
            return Error{Error::Kind::Internal, QStringLiteral("a person who is there was not read")};
        machineLooks.push_back(timed([&] { (void)app::readMachineFile(**store, machineId(which)); }));             // for its time
        lookUps.push_back(timed([&] { (void)(*store)->entity(QStringLiteral("organisations"), firmId(which)); })); // for its time
    }
    const QString reference = QStringLiteral("one look-up"), ms = QStringLiteral("ms");
    return std::vector<Figure>{
        {QStringLiteral("firm p50"), percentile(firmLooks, 50), ms, reference, percentile(lookUps, 50)},
        {QStringLiteral("firm p99"), percentile(firmLooks, 99), ms, reference, percentile(lookUps, 99)},
        {QStringLiteral("person p99"), percentile(personLooks, 99), ms, reference, percentile(lookUps, 99)},
        {QStringLiteral("machine p99"), percentile(machineLooks, 99), ms, reference, percentile(lookUps, 99)},
        {QStringLiteral("first look"), first, ms, {}, {}},
    };
}

} // namespace rapport::tool

// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/machinefile.h"

#include "sync/store/talks.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace rapport::app
{

namespace
{

using store::Entity;

constexpr std::size_t mostServices = 20, mostValues = 24;
constexpr int mostTalks = 50;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MachineFile)
};

std::optional<double> number(const Entity& entity, const char* property)
{
    bool isNumber = false;
    const double value = propertyText(entity, property).toDouble(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

/// One day of work at the machine, from whatever tells of it.
struct ServiceDay {
    int values = 0, beyond = 0;
    QStringList told; ///< by a ticket system, a colleague
    Origin origin;
    std::optional<store::Conversation> talk;
};

class FileReader
{
public:
    FileReader(store::Store& store, MachineFile& file) : m_store(store), m_file(file) {}

    Status read()
    {
        for (const auto step : {&FileReader::readTickets, &FileReader::readMeasurements, &FileReader::readActivities, &FileReader::readTalks}) {
            if (auto done = (this->*step)(); !done)
                return done;
        }
        if (m_file.machine.lastService.isValid())
            m_days[m_file.machine.lastService];
        showServices();
        m_file.canStart = bool(formForMachine(m_store));
        return ok();
    }

private:
    Result<std::vector<Entity>> rowsOf(const char* list)
    {
        const auto rows = m_store.findRows(QString::fromLatin1(list), {{QStringLiteral("machine_id"), m_file.machine.id}});
        if (!rows)
            return rows.error();
        std::vector<Entity> found;
        for (const qint64 row : *rows) {
            const auto entity = m_store.entityAt(row);
            if (!entity)
                return entity.error();
            if (*entity)
                found.push_back(**entity);
        }
        return found;
    }

    Status readTickets()
    {
        auto tickets = openJobsOf(m_store, {}, {m_file.machine.id});
        if (!tickets)
            return tickets.error();
        m_file.tickets = std::move(*tickets);
        return ok();
    }

    Status readMeasurements()
    {
        const auto rows = rowsOf("measurements");
        if (!rows)
            return rows.error();
        std::map<QString, std::vector<std::pair<EarlierValue, Measurement>>> byQuantity;
        for (const Entity& row : *rows) {
            const auto value = number(row, "value");
            const QDateTime at = QDateTime::fromString(propertyText(row, "at"), Qt::ISODate);
            if (!value || !at.isValid())
                continue;
            const QString unit = propertyText(row, "unit");
            const Measurement measured{value, number(row, "min"), number(row, "max"), unit};
            byQuantity[propertyText(row, "quantity")].push_back({EarlierValue{at, *value, unit}, measured});
            ServiceDay& day = m_days[at.date()];
            ++day.values;
            day.beyond += measured.isBeyond() ? 1 : 0;
        }
        for (auto& [quantity, values] : byQuantity)
            addSeries(quantity, values);
        std::stable_sort(m_file.series.begin(), m_file.series.end(),
                         [](const MeasuredSeries& a, const MeasuredSeries& b) { return a.last.isBeyond() && !b.last.isBeyond(); });
        return ok();
    }

    void addSeries(const QString& quantity, std::vector<std::pair<EarlierValue, Measurement>>& values)
    {
        std::stable_sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.first.at < b.first.at; });
        if (values.size() > mostValues)
            values.erase(values.begin(), values.end() - mostValues);
        MeasuredSeries series{quantity, {}, values.back().second};
        for (const auto& [value, measured] : values)
            series.values.push_back(value);
        m_file.series.push_back(std::move(series));
    }

    Status readActivities()
    {
        const auto rows = rowsOf("activities");
        if (!rows)
            return rows.error();
        for (const Entity& row : *rows) {
            const QDate date = QDate::fromString(propertyText(row, "at").left(10), Qt::ISODate);
            if (!date.isValid())
                continue;
            const QString title = propertyText(row, "title"), summary = propertyText(row, "summary");
            ServiceDay& day = m_days[date];
            day.told.append(summary.isEmpty() ? title.isEmpty() ? row.label : title : summary);
            day.origin = originOf(row);
        }
        return ok();
    }

    Status readTalks()
    {
        auto talks = store::talksThatChanged(m_store, QStringLiteral("machines"), m_file.machine.id, mostTalks);
        if (!talks)
            return talks.error();
        for (const store::Conversation& talk : *talks) {
            if (auto& known = m_days[talk.startedAt.date()].talk; !known)
                known = talk;
        }
        m_file.reports = std::move(*talks);
        return ok();
    }

    void showServices()
    {
        for (auto day = m_days.rbegin(); day != m_days.rend() && m_file.services.size() < mostServices; ++day) {
            const ServiceDay& what = day->second;
            Happening service;
            service.key = day->first.toString(Qt::ISODate);
            service.kind = Happening::Kind::Service;
            service.group = Happening::Group::Service;
            service.at = what.talk ? what.talk->startedAt : day->first.startOfDay();
            service.wholeDay = !what.talk;
            service.title = Words::tr("Service");
            const QString values = what.values == 0 ? QString() : Words::tr("%n value(s) measured", "", what.values);
            const QString beyond = what.beyond == 0 ? QString() : Words::tr("%n outside the limits", "values", what.beyond);
            service.detail = joinedText(QStringList(what.told) << values << beyond);
            service.origin = what.origin;
            if (what.talk) {
                service.list = QStringLiteral("conversations");
                service.id = what.talk->id.text();
            }
            m_file.services.push_back(std::move(service));
        }
    }

    store::Store& m_store;
    MachineFile& m_file;
    std::map<QDate, ServiceDay> m_days;
};

} // namespace

Result<std::optional<MachineFile>> readMachineFile(store::Store& store, const QString& machineId)
{
    const auto row = store.entity(QStringLiteral("machines"), machineId);
    if (!row)
        return row.error();
    if (!*row || (*row)->deleted)
        return std::optional<MachineFile>();
    MachineFile file;
    file.machine = machineOf(store, **row);
    file.origin = originOf(**row);
    if (auto read = FileReader(store, file).read(); !read)
        return read.error();
    return std::optional(std::move(file));
}

} // namespace rapport::app

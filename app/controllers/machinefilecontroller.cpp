// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/machinefilecontroller.h"

#include "app/controllers/customerrows.h"
#include "app/controllers/machinecontroller.h"
#include "app/controllers/measuredbefore.h"
#include "app/conversation/whendone.h"
#include "app/conversation/words.h"

#include <algorithm>

namespace rapport::app
{

MachineFileController::MachineFileController(StoreThread& thread, User user, Clock clock, QObject* parent)
    : QObject(parent), m_thread(thread), m_user(std::move(user)), m_clock(std::move(clock)), m_fields({"icon", "label", "value"}),
      m_tickets(jobRoles()), m_series({"quantity", "value", "verdict", "out", "limits", "moment", "chart", "spoken"}), m_services(happeningRoles()),
      m_documents({"conversationId", "title", "detail"})
{
}

void MachineFileController::open(const QString& machineId)
{
    m_id = machineId;
    m_plate = {};
    m_announce = true;
    read();
}

void MachineFileController::openScanned(const Machine& machine)
{
    m_id = machine.id;
    m_plate = machine;
    m_announce = true;
    read();
}

void MachineFileController::refresh()
{
    if (!m_id.isEmpty())
        read();
}

void MachineFileController::read()
{
    const int asked = ++m_asked;
    auto reading = m_thread.run([id = m_id](store::Store& store) { return readMachineFile(store, id); });
    whenDone(reading, this, [this, asked](const Result<std::optional<MachineFile>>& file) {
        if (asked != m_asked)
            return; // another one was asked for meanwhile
        m_failed = !file;
        m_file = file ? *file : std::nullopt;
        if (m_file && !m_plate.gtin.isEmpty()) {
            m_file->machine.gtin = m_plate.gtin;
            m_file->machine.built = m_plate.built;
        }
        show();
        if (std::exchange(m_announce, false))
            Q_EMIT opened();
    });
}

void MachineFileController::show()
{
    const MachineFile shown = m_file.value_or(MachineFile{});
    const QDateTime now = m_clock();
    std::vector<RowModel::Row> tickets, services, documents;
    for (const Job& job : shown.tickets)
        tickets.push_back(jobRow(job, {job.ticket, job.assignee.isEmpty() ? QString() : tr("for %1", "a person").arg(job.assignee)}, now.date()));
    for (const Happening& service : shown.services)
        services.push_back(happeningRow(service, now));
    for (const store::Conversation& talk : shown.reports)
        documents.push_back(
            {talk.id.text(), {talk.id.text(), tr("Report of %1", "a day").arg(dateText(talk.startedAt.date(), now.date())), talk.title}});
    m_fields.show(machineFields(shown.machine, now.date()));
    m_tickets.show(std::move(tickets));
    m_services.show(std::move(services));
    m_documents.show(std::move(documents));
    showSeries(now);
    Q_EMIT changed();
}

void MachineFileController::showSeries(const QDateTime& now)
{
    std::vector<RowModel::Row> rows;
    for (const MeasuredSeries& series : m_file ? m_file->series : std::vector<MeasuredSeries>()) {
        Measurement limits = series.last;
        limits.value.reset(); // nothing is measured now: the last point is the last value
        rows.push_back({series.quantity,
                        {series.quantity, measuredText(*series.last.value, series.last.unit), verdictText(series.last), series.last.isBeyond(),
                         limitsText(limits), dateText(series.values.back().at.date(), now.date()), chartRow(chartOf(series.values, limits, now)),
                         spokenEarlier(series.values, limits, now.date())}});
    }
    m_series.show(std::move(rows));
}

QString MachineFileController::title() const
{
    return m_file ? machineTitle(m_file->machine) : QString();
}

QString MachineFileController::subtitle() const
{
    return m_file ? joinedText({m_file->machine.owner, m_file->machine.serial}) : QString();
}

QString MachineFileController::origin() const
{
    return m_file ? originText(m_file->origin, m_clock()) : QString();
}

bool MachineFileController::isStale() const
{
    return m_file && app::isStale(m_file->origin, m_clock());
}

QString MachineFileController::sentence() const
{
    if (m_failed)
        return tr("This machine cannot be read at the moment. Please try again.");
    if (!m_file)
        return m_id.isEmpty() ? QString() : tr("This machine is no longer on this tablet.");
    return m_file->tickets.empty() ? tr("There is no open ticket for this machine.") : QString();
}

int MachineFileController::ownTicket() const
{
    const QString me = m_user();
    const auto found = std::find_if(m_file->tickets.begin(), m_file->tickets.end(),
                                    [&](const Job& job) { return job.assignee.isEmpty() || me.isEmpty() || job.assignee == me; });
    return found == m_file->tickets.end() ? -1 : static_cast<int>(found - m_file->tickets.begin());
}

std::vector<std::pair<QString, QString>> MachineFileController::payload() const
{
    return {{QStringLiteral("machines.@id"), m_file->machine.id}, {QStringLiteral("machines.serial"), m_file->machine.serial}};
}

void MachineFileController::openTicket(int row)
{
    if (m_file && row >= 0 && row < static_cast<int>(m_file->tickets.size()))
        Q_EMIT jobRequested(m_file->tickets[static_cast<std::size_t>(row)].id, payload());
}

void MachineFileController::startService()
{
    if (!canStart())
        return;
    if (const int ticket = ownTicket(); ticket >= 0)
        openTicket(ticket);
    else
        Q_EMIT serviceRequested(payload());
}

void MachineFileController::openService(int row)
{
    if (m_file && m_services.value(row, "conversation").toBool())
        Q_EMIT conversationRequested(m_file->services[static_cast<std::size_t>(row)].id);
}

void MachineFileController::openDocument(int row)
{
    if (const QVariant id = m_documents.value(row, "conversationId"); id.isValid())
        Q_EMIT reportRequested(id.toString());
}

void MachineFileController::openOwner()
{
    if (m_file && !m_file->machine.ownerId.isEmpty())
        Q_EMIT customerRequested(QStringLiteral("organisations"), m_file->machine.ownerId);
}

void MachineFileController::openBriefing()
{
    if (m_file && !m_file->machine.ownerId.isEmpty())
        Q_EMIT briefingRequested(QStringLiteral("organisations"), m_file->machine.ownerId);
}

} // namespace rapport::app

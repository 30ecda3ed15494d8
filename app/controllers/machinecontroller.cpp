// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/machinecontroller.h"

#include "app/conversation/words.h"

#include <QLocale>

namespace rapport::app
{

namespace
{

constexpr std::size_t jobsAtMost = 3;

std::vector<std::pair<QString, QString>> payloadOf(const Machine& machine)
{
    std::vector<std::pair<QString, QString>> payload{{QStringLiteral("machines.serial"), machine.serial}};
    if (machine.isKnown())
        payload.insert(payload.begin(), {QStringLiteral("machines.@id"), machine.id});
    return payload;
}

} // namespace

MachineController::MachineController(store::Store& store, User user, Clock clock, QObject* parent)
    : QObject(parent), m_store(store), m_user(std::move(user)), m_clock(std::move(clock)), m_fields({"icon", "label", "value"}),
      m_jobs({"jobId", "subject", "detail"})
{
}

bool MachineController::take(const QString& code)
{
    m_machine = machineOf(m_store, code, m_user());
    m_canStart = m_machine && m_machine->isKnown() && formForMachine(m_store);
    showFields();
    showJobs();
    Q_EMIT changed();
    return m_machine.has_value();
}

void MachineController::forget()
{
    if (m_machine)
        take({});
}

void MachineController::showFields()
{
    std::vector<RowModel::Row> rows;
    const auto add = [&rows](const char* icon, const QString& label, const QString& value) {
        if (!value.isEmpty())
            rows.push_back({QString::number(rows.size()), {QString::fromLatin1(icon), label, value}});
    };
    if (m_machine) {
        const QDate today = m_clock().date();
        add("barcode", tr("Serial number"), m_machine->serial);
        add("tag", tr("Article (GTIN)"), m_machine->gtin);
        add("calendar", tr("Built"), m_machine->built.isValid() ? dateText(m_machine->built, today) : QString());
        add("calendar-check", tr("Last service"), m_machine->lastService.isValid() ? dateText(m_machine->lastService, today) : QString());
        bool isNumber = false;
        const qlonglong hours = m_machine->hours.toLongLong(&isNumber);
        add("clock", tr("Operating hours"), isNumber ? QLocale().toString(hours) : m_machine->hours);
        add("map-marker", tr("Place"), m_machine->location);
    }
    m_fields.show(std::move(rows));
}

void MachineController::showJobs()
{
    std::vector<RowModel::Row> rows;
    for (const Job& job : m_machine ? m_machine->jobs : std::vector<Job>{}) {
        QStringList detail{job.ticket};
        if (job.due.isValid())
            detail.append(tr("due %1").arg(dateText(job.due, m_clock().date())));
        if (!job.colleague.isEmpty())
            detail.append(tr("with %1").arg(job.colleague));
        detail.removeAll(QString());
        if (rows.size() < jobsAtMost)
            rows.push_back({job.id, {job.id, job.subject, detail.join(QStringLiteral(" · "))}});
    }
    m_jobs.show(std::move(rows));
}

QString MachineController::title() const
{
    if (!m_machine)
        return {};
    return m_machine->label.isEmpty() ? tr("Machine %1").arg(m_machine->serial) : m_machine->label;
}

QString MachineController::sentence() const
{
    if (!m_machine)
        return {};
    if (!m_machine->isKnown())
        return tr("This machine is not on this tablet.");
    return m_machine->jobs.empty() ? tr("There is no open job for this machine.") : QString();
}

void MachineController::openJob(const QString& jobId)
{
    if (!m_machine)
        return;
    const auto payload = payloadOf(*m_machine);
    Q_EMIT left();
    Q_EMIT jobRequested(jobId, payload);
}

void MachineController::start()
{
    if (!m_machine || !m_canStart)
        return;
    const auto payload = payloadOf(*m_machine);
    Q_EMIT left();
    Q_EMIT conversationRequested(payload);
}

} // namespace rapport::app

// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/machinecontroller.h"

#include "app/conversation/words.h"

#include <QLocale>

namespace rapport::app
{

std::vector<RowModel::Row> machineFields(const Machine& machine, const QDate& today)
{
    std::vector<RowModel::Row> rows;
    const auto add = [&rows](const char* icon, const QString& label, const QString& value) {
        if (!value.isEmpty())
            rows.push_back({QString::number(rows.size()), {QString::fromLatin1(icon), label, value}});
    };
    const auto day = [&today](const QDate& date) { return date.isValid() ? dateText(date, today) : QString(); };
    bool isNumber = false;
    const qlonglong hours = machine.hours.toLongLong(&isNumber);
    add("barcode", MachineController::tr("Serial number"), machine.serial);
    add("tag", MachineController::tr("Model"), machine.model);
    add("tag", MachineController::tr("Article (GTIN)"), machine.gtin);
    add("map-marker", MachineController::tr("Place"), machine.location);
    add("calendar", MachineController::tr("Built"), day(machine.built));
    add("calendar-check", MachineController::tr("Last service"), day(machine.lastService));
    add("clock", MachineController::tr("Operating hours"), isNumber ? QLocale().toString(hours) : machine.hours);
    return rows;
}

QString machineTitle(const Machine& machine)
{
    return machine.label.isEmpty() ? MachineController::tr("Machine %1").arg(machine.serial) : machine.label;
}

MachineController::MachineController(store::Store& store, Clock clock, QObject* parent)
    : QObject(parent), m_store(store), m_clock(std::move(clock)), m_fields({"icon", "label", "value"})
{
}

bool MachineController::take(const QString& code)
{
    m_machine = machineOf(m_store, code);
    m_fields.show(m_machine ? machineFields(*m_machine, m_clock().date()) : std::vector<RowModel::Row>());
    Q_EMIT changed();
    return m_machine.has_value();
}

void MachineController::forget()
{
    if (m_machine)
        take({});
}

QString MachineController::title() const
{
    return m_machine ? machineTitle(*m_machine) : QString();
}

QString MachineController::sentence() const
{
    return m_machine && !m_machine->isKnown() ? tr("This machine is not on this tablet.") : QString();
}

void MachineController::openFile()
{
    if (!known())
        return;
    const Machine machine = *m_machine;
    Q_EMIT left();
    Q_EMIT fileRequested(machine);
}

} // namespace rapport::app

// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/machine.h"

#include "sync/contact/gs1.h"

#include <QRegularExpression>

#include <algorithm>

namespace rapport::app
{

namespace
{

const QString serialKey = QStringLiteral("machines.serial");
constexpr qsizetype longestSerial = 64;

QString property(const store::Entity& entity, const char* name)
{
    const auto found = entity.properties.find(QString::fromLatin1(name));
    return found == entity.properties.end() ? QString() : found->second;
}

/// What the code itself says; without a serial number where it is none of GS1.
Machine plateOf(const QString& code)
{
    Machine plate;
    const auto elements = contact::parseGs1(code);
    if (!elements)
        return plate;
    plate.serial = contact::gs1Value(*elements, "21");
    plate.gtin = contact::gs1Value(*elements, "01");
    plate.built = contact::gs1Date(contact::gs1Value(*elements, "11"));
    return plate;
}

std::optional<store::Entity> bySerial(store::Store& store, const QString& serial)
{
    const auto found = store.findEntities(QStringLiteral("machines"), QStringLiteral("serial"), serial);
    return found && !found->empty() ? std::optional(found->front()) : std::nullopt;
}

bool takesMachines(const forms::Form& form)
{
    const auto& targets = form.payloadTargets();
    return std::any_of(targets.begin(), targets.end(), [](const forms::PayloadTarget& target) { return target.key == serialKey; });
}

} // namespace

std::optional<Machine> machineOf(store::Store& store, const QString& code, const QString& user)
{
    static const QRegularExpression blank(QStringLiteral("\\s"));
    Machine machine = plateOf(code);
    const bool plate = !machine.serial.isEmpty();
    if (!plate && (code.isEmpty() || code.size() > longestSerial || code.contains(blank)))
        return std::nullopt;
    const auto known = bySerial(store, plate ? machine.serial : code);
    if (!known)
        return plate ? std::optional(machine) : std::nullopt;
    machine.serial = property(*known, "serial");
    machine.id = known->id;
    machine.label = known->label;
    machine.model = property(*known, "model");
    machine.location = property(*known, "location");
    machine.hours = property(*known, "hours");
    machine.lastService = QDate::fromString(property(*known, "last_service"), Qt::ISODate);
    if (!machine.built.isValid())
        machine.built = QDate::fromString(property(*known, "built"), Qt::ISODate);
    if (const auto owner = store.entity(QStringLiteral("organisations"), property(*known, "organisation_id")); owner && *owner)
        machine.owner = (*owner)->label;
    machine.jobs = openJobs(store, user);
    std::erase_if(machine.jobs, [&](const Job& job) { return job.machineId != machine.id; });
    return machine;
}

QString codeAnswer(const forms::Form& form, const forms::Node& node, const QString& code)
{
    static const QRegularExpression positions(QStringLiteral("\\[\\d+\\]"));
    const QString nodeset = QString(node.ref).remove(positions);
    const auto& targets = form.payloadTargets();
    const bool isSerial = std::any_of(targets.begin(), targets.end(),
                                      [&](const forms::PayloadTarget& target) { return target.key == serialKey && target.nodeset == nodeset; });
    const QString serial = isSerial ? plateOf(code).serial : QString();
    return serial.isEmpty() ? code : serial;
}

Result<SharedForm> formForMachine(store::Store& store)
{
    return firstFormThat(store, takesMachines);
}

} // namespace rapport::app

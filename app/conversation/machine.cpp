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
    const auto rows = store.findRows(QStringLiteral("machines"), {{QStringLiteral("serial"), serial}});
    return rows && !rows->empty() ? store.entityAt(rows->front()).value_or(std::nullopt) : std::nullopt;
}

bool takesMachines(const forms::Form& form)
{
    const auto& targets = form.payloadTargets();
    return std::any_of(targets.begin(), targets.end(), [](const forms::PayloadTarget& target) { return target.key == serialKey; });
}

} // namespace

Machine machineOf(store::Store& store, const store::Entity& row)
{
    Machine machine;
    machine.id = row.id;
    machine.label = row.label;
    machine.serial = propertyText(row, "serial");
    machine.model = propertyText(row, "model");
    machine.location = propertyText(row, "location");
    machine.hours = propertyText(row, "hours");
    machine.lastService = QDate::fromString(propertyText(row, "last_service").left(10), Qt::ISODate);
    machine.built = QDate::fromString(propertyText(row, "built"), Qt::ISODate);
    if (const auto owner = store.entity(QStringLiteral("organisations"), propertyText(row, "organisation_id")); owner && *owner) {
        machine.owner = (*owner)->label;
        machine.ownerId = (*owner)->id;
    }
    return machine;
}

std::optional<Machine> machineOf(store::Store& store, const QString& code)
{
    static const QRegularExpression blank(QStringLiteral("\\s"));
    const Machine plate = plateOf(code);
    const bool isPlate = !plate.serial.isEmpty();
    if (!isPlate && (code.isEmpty() || code.size() > longestSerial || code.contains(blank)))
        return std::nullopt;
    const auto known = bySerial(store, isPlate ? plate.serial : code);
    if (!known)
        return isPlate ? std::optional(plate) : std::nullopt;
    Machine machine = machineOf(store, *known);
    machine.gtin = plate.gtin;
    if (plate.built.isValid())
        machine.built = plate.built;
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

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/jobs.h"
#include "forms/session/formsession.h"

namespace rapport::app
{

/// What the plate on a machine says, and what this tablet knows of that machine.
struct Machine {
    QString serial, gtin;          ///< as on the plate; the article's number only where the plate has it
    QDate built;                   ///< null: not on the plate
    QString id;                    ///< of the entity list machines; empty: not on this tablet
    QString label, owner, ownerId; ///< of the organisation
    QString model, location, hours;
    QDate lastService;

    bool isKnown() const { return !id.isEmpty(); }
};

/// The machine that a code names: by the serial number (21) of a GS1 code, known here or not, or by a text that is just the serial number of one that
/// is known. Nothing: the code names no machine.
std::optional<Machine> machineOf(store::Store& store, const QString& code);

/// What its row says, with the name of its owner.
Machine machineOf(store::Store& store, const store::Entity& row);

/// What answers @p node of what its code says: of a machine's serial number (payload "machines.serial") that element of a GS1 code, else the text.
QString codeAnswer(const forms::Form& form, const forms::Node& node, const QString& code);

/// The first live form that takes the payload "machines.serial".
Result<SharedForm> formForMachine(store::Store& store);

} // namespace rapport::app

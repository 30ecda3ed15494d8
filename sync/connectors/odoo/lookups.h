// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/odoo/client.h"
#include "sync/connectors/odoo/mapping.h"

#include <chrono>

namespace rapport::connectors::odoo
{

/// What Odoo calls a thing, remembered for ten minutes.
class LookUps
{
public:
    LookUps(Client& client, const std::map<QString, LookUp>& rules) : m_client(client), m_rules(rules) {}

    /// The id of the first record that is meant; Null where there is none and that is no fault, or where a place in its domain stays empty.
    Reply find(const QString& name, const rest::Names& names);
    void forget() { m_remembered.clear(); }

private:
    struct Remembered {
        Json id;
        std::chrono::steady_clock::time_point until;
    };
    Client& m_client;
    const std::map<QString, LookUp>& m_rules;
    std::map<QByteArray, Remembered> m_remembered; ///< by model and domain
};

} // namespace rapport::connectors::odoo

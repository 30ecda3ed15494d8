// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace rapport::hub
{

/// A configured target. What is sealed, the hub's SecretBox opens.
struct ConnectorRecord {
    QString id, type, title;
    QByteArray sealed; ///< its configuration as JSON
    friend bool operator==(const ConnectorRecord&, const ConnectorRecord&) = default;
};

/// What the hub itself is set up with. Calls that change something belong into a unit of work (repositories.h).
class Settings
{
public:
    virtual ~Settings() = default;

    /// Takes the place of the one of its id; the generation is another one from then on.
    virtual Status putConnector(const ConnectorRecord& connector) = 0;
    virtual Result<std::optional<ConnectorRecord>> connector(const QString& id) const = 0;
    virtual Result<std::vector<ConnectorRecord>> connectors() const = 0; ///< by id
    /// Another text after every change of the connectors, whoever made it; never one that was before.
    virtual Result<QString> connectorGeneration() const = 0;

    virtual Status setPublicUrl(const QString& url) = 0;
    virtual Result<QString> publicUrl() const = 0; ///< empty: it was never said

    /// The secret of the hub's own key, sealed. Conflict where there is one: it is made once.
    virtual Status setHubKey(const QByteArray& sealed) = 0;
    virtual Result<std::optional<QByteArray>> hubKey() const = 0;

    virtual Result<qint64> databaseBytes() const = 0; ///< what all of it takes on the disk
};

} // namespace rapport::hub

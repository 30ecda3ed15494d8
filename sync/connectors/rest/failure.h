// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"
#include "sync/connectors/rest/reply.h"

#include <QCoreApplication>

#include <functional>

namespace rapport::connectors::rest
{

/// How a fault is told: to the hub, which decides what happens next, and to the person.
class Failure
{
    Q_DECLARE_TR_FUNCTIONS(RestConnector)

public:
    Failure(QString type, QString title); ///< of the connector: for the log, for the person

    Error error(const Fault& fault) const;
    PushError of(const Fault& fault, bool outcomeUnknown) const;
    PushError notOurs(const QString& list) const; ///< a job that the mapping says nothing about
    PushError noSuchEntity(const Error& error) const;
    /// Why @p delivered is no success; nothing: it is one. A server that says it fails gets some minutes; then what it has is looked at once more
    /// (@p look: the object where nothing is missing in it, Null, or a fault), and a person decides.
    std::optional<PushError> outcome(Reply& delivered, bool outcomeUnknown, const Job& job, const std::function<Reply()>& look) const;

private:
    QString sentenceFor(Fault::Kind kind) const;

    QString m_type, m_title;
};

} // namespace rapport::connectors::rest

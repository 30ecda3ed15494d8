// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/failure.h"

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

/// A server that says it fails gets some minutes (jobrunner.h doubles the time between tries); then a person looks at it.
constexpr int triesOfServerFaults = 8;

Error::Kind kindOf(Fault::Kind kind)
{
    switch (kind) {
    case Fault::Kind::Unreachable:
    case Fault::Kind::Lost:
    case Fault::Kind::Failed:
    case Fault::Kind::Busy:
        return Error::Kind::Offline;
    case Fault::Kind::Denied:
    case Fault::Kind::Forbidden:
    case Fault::Kind::Untrusted:
        return Error::Kind::Denied;
    case Fault::Kind::Changed:
        return Error::Kind::Conflict;
    case Fault::Kind::Gone:
    case Fault::Kind::Missing:
        return Error::Kind::NotFound;
    case Fault::Kind::Refused:
    case Fault::Kind::NotTaken:
    case Fault::Kind::Broken:
        break;
    }
    return Error::Kind::Invalid;
}

} // namespace

Failure::Failure(QString type, QString title) : m_type(std::move(type)), m_title(std::move(title)) {}

Error Failure::error(const Fault& fault) const
{
    return {kindOf(fault.kind), m_type + u": "_s + fault.detail};
}

PushError Failure::of(const Fault& fault, bool outcomeUnknown) const
{
    return {error(fault), outcomeUnknown, sentenceFor(fault.kind), fault.notBefore};
}

PushError Failure::notOurs(const QString& list) const
{
    return {{Error::Kind::Invalid, u"%1: job kind or list is not in the mapping: %2"_s.arg(m_type, list)},
            false,
            tr("%1 does not take this kind of entry.").arg(m_title)};
}

PushError Failure::noSuchEntity(const Error& error) const
{
    return {error, false, tr("The entry for %1 is no longer there.").arg(m_title)};
}

std::optional<PushError> Failure::outcome(Reply& delivered, bool outcomeUnknown, const Job& job, const std::function<Reply()>& look) const
{
    if (delivered.fault && delivered.fault->kind == Fault::Kind::Failed && job.attempts >= triesOfServerFaults) {
        Reply looked = look();
        if (looked ? looked.value.isNull() : looked.fault->kind == Fault::Kind::Failed)
            return PushError{{Error::Kind::Invalid, u"%1: it still fails: %2"_s.arg(m_type, delivered.fault->detail)},
                             false,
                             tr("%1 still fails after many tries. Ask whoever looks after it, then try again.").arg(m_title)};
        if (looked)
            delivered = std::move(looked);
    }
    return delivered ? std::nullopt : std::optional(of(*delivered.fault, outcomeUnknown));
}

QString Failure::sentenceFor(Fault::Kind kind) const
{
    switch (kind) {
    case Fault::Kind::Unreachable:
    case Fault::Kind::Lost:
    case Fault::Kind::Failed:
        return tr("%1 cannot be reached at the moment. It will be tried again.").arg(m_title);
    case Fault::Kind::Busy:
        return tr("%1 asks to wait a little. It will be tried again.").arg(m_title);
    case Fault::Kind::Denied:
        return tr("%1 does not accept the user name or the password. Ask whoever looks after it.").arg(m_title);
    case Fault::Kind::Forbidden:
        return tr("%1 does not let us write this entry. Ask whoever looks after it, then try again.").arg(m_title);
    case Fault::Kind::Untrusted:
        return tr("The connection to %1 cannot be made safe. Ask whoever looks after it.").arg(m_title);
    case Fault::Kind::Changed:
        return tr("Somebody is changing the same entry in %1. Try again in a moment.").arg(m_title);
    case Fault::Kind::Missing:
        return tr("A file that belongs to the entry in %1 is not here. Add it, then try again.").arg(m_title);
    case Fault::Kind::Refused:
        return tr("%1 did not accept the entry. Check the answers, amounts and numbers above all, or enter it there by hand.").arg(m_title);
    case Fault::Kind::NotTaken:
        return tr("%1 did not take all of the entry: it may not allow that change, such as of a state. Complete it there by hand.").arg(m_title);
    case Fault::Kind::Gone:
    case Fault::Kind::Broken:
        break;
    }
    return tr("%1 is set up in a way that Rapport does not know. Ask whoever looks after it.").arg(m_title);
}

} // namespace rapport::connectors::rest

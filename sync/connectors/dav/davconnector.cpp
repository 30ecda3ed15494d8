// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/dav/davconnector.h"

#include "sync/connectors/dav/delivery.h"
#include "sync/connectors/dav/pull.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::dav
{
namespace
{

/// A server whose own fault it is gets about an hour (jobrunner.h: 2ⁿ s, 15 minutes at most); then somebody looks at it.
constexpr int triesOfServerFaults = 12;

Error::Kind kindOf(Fault::Kind kind)
{
    switch (kind) {
    case Fault::Kind::Unreachable:
    case Fault::Kind::Lost:
    case Fault::Kind::Failing:
    case Fault::Kind::Busy:
        return Error::Kind::Offline;
    case Fault::Kind::Full:
        return Error::Kind::Full;
    case Fault::Kind::Denied:
    case Fault::Kind::Untrusted:
    case Fault::Kind::Forbidden:
        return Error::Kind::Denied;
    case Fault::Kind::Missing:
        return Error::Kind::NotFound;
    case Fault::Kind::Changed:
    case Fault::Kind::UidTaken:
        return Error::Kind::Conflict;
    case Fault::Kind::Moved:
    case Fault::Kind::TokenRefused:
    case Fault::Kind::Broken:
        break;
    }
    return Error::Kind::Invalid;
}

Error errorOf(const Fault& fault)
{
    return {kindOf(fault.kind), u"dav: "_s + fault.message};
}

/// Which collection, and read by which rules.
QString placeOf(const Account& account, const Mapping& mapping)
{
    const QByteArray hash = QCryptographicHash::hash(account.collection.toEncoded(), QCryptographicHash::Sha256).toHex().left(16);
    return QString::fromLatin1(hash + '/' + mapping.fingerprint);
}

} // namespace

DavConnector::DavConnector(QString title, Account account, Mapping mapping, std::unique_ptr<Dialect> dialect)
    : m_title(std::move(title)), m_place(placeOf(account, mapping)), m_time(account.time), m_mapping(std::move(mapping)),
      m_dialect(std::move(dialect)), m_collection(std::move(account), m_dialect->vocabulary())
{
}

Capabilities DavConnector::capabilities() const
{
    Capabilities capabilities;
    for (const auto& [name, rules] : m_mapping.lists)
        capabilities.pushLists.push_back(name);
    for (const auto& [name, list] : m_mapping.pull)
        capabilities.pullLists.push_back(name);
    capabilities.maximumRequestTime = std::chrono::ceil<std::chrono::seconds>(m_time);
    return capabilities;
}

Status DavConnector::check()
{
    m_collection.client().retryPassword();
    m_facts.reset();
    const auto facts = knownFacts();
    if (!facts)
        return errorOf(*facts.fault);
    if (Status suits = m_dialect->suits(facts.value, m_mapping); !suits)
        return suits;
    static const QStringList writing{u"all"_s, u"write"_s, u"write-content"_s};
    const auto& mayDo = facts.value.mayDo;
    if (mayDo && std::none_of(writing.begin(), writing.end(), [&](const QString& one) { return mayDo->contains(one); }))
        return Error{Error::Kind::Denied, u"dav: the user may not write there"_s};
    return ok();
}

Reply<Facts> DavConnector::knownFacts()
{
    if (m_facts)
        return *m_facts;
    auto facts = m_collection.facts();
    if (facts)
        m_facts = facts.value;
    return facts;
}

Result<PullPage> DavConnector::pull(const QString& name, const QByteArray& cursor)
{
    const auto list = m_mapping.pull.find(name);
    if (list == m_mapping.pull.end())
        return Error{Error::Kind::Invalid, u"dav: the list is not pulled: %1"_s.arg(name)};
    auto position = cursor.isEmpty() ? Result<PullCursor>(PullCursor{}) : PullCursor::parse(cursor);
    if (!position)
        return position.error();
    if (position->place != m_place) { // all is read again, and what is no longer there is found by comparing
        PullCursor anew;
        anew.place = m_place;
        for (const auto& [member, known] : position->known)
            anew.known[member] = {{}, known.told};
        position = std::move(anew);
    }
    PullPage page;
    if (const auto fault = Pull(m_collection, *m_dialect, name, list->second).next(*position, page))
        return errorOf(*fault);
    page.nextCursor = position->bytes();
    return page;
}

PushResult DavConnector::push(const Job& job, const JobContext& context)
{
    const auto rules = m_mapping.lists.find(job.list);
    if (job.kind != Job::Kind::Entity || rules == m_mapping.lists.end())
        return PushError{{Error::Kind::Invalid, u"dav: job kind or list is not in the mapping: %1"_s.arg(job.list)},
                         false,
                         tr("%1 does not take this kind of entry.").arg(m_title)};
    const auto entity = context.entity(job.list, job.entityId);
    if (!entity)
        return PushError{entity.error(), false, tr("The entry for %1 is no longer there.").arg(m_title)};
    const auto facts = knownFacts();
    if (!facts)
        return failed(*facts.fault, job, false);
    const Values values(m_mapping, *entity, context);
    Delivery delivery(m_collection, *m_dialect, facts.value, rules->second, values, job, context);
    const auto delivered = delivery.run();
    if (!delivered)
        return failed(*delivered.fault, job, delivery.wrote());
    return delivered.value;
}

PushError DavConnector::failed(const Fault& fault, const Job& job, bool outcomeUnknown) const
{
    const auto say = [&](const QString& sentence) { return PushError{errorOf(fault), outcomeUnknown, sentence.arg(m_title), fault.notBefore}; };
    using Kind = Fault::Kind;
    switch (fault.kind) {
    case Kind::Failing:
        if (job.attempts >= triesOfServerFaults)
            return {{Error::Kind::Invalid, errorOf(fault).detail},
                    false,
                    tr("%1 still fails after many tries. Ask whoever looks after it, then try again.").arg(m_title)};
        return say(tr("%1 cannot take anything at the moment. It will be tried again."));
    case Kind::Busy:
        return say(tr("%1 asks to wait a little. It will be tried again."));
    case Kind::Full:
        return say(tr("%1 has no room left. It will be tried again; ask whoever looks after it."));
    case Kind::Denied:
        return say(tr("%1 does not accept the user name or the password. Ask whoever looks after it."));
    case Kind::Untrusted:
        return say(tr("The connection to %1 cannot be made safe. Ask whoever looks after it."));
    case Kind::Forbidden:
        return say(tr("%1 does not let us write there. Ask whoever looks after it."));
    case Kind::Missing:
        return say(tr("What we write to in %1 is no longer there. Ask whoever looks after it."));
    case Kind::Moved:
        return say(tr("%1 has moved to another address. Ask whoever set it up to enter the new one."));
    case Kind::Changed:
    case Kind::UidTaken:
        return say(tr("Somebody keeps changing this entry in %1. Try again when they have finished."));
    case Kind::TokenRefused:
    case Kind::Broken:
        return say(tr("%1 did not accept the entry. Ask whoever looks after it."));
    case Kind::Unreachable:
    case Kind::Lost:
        break;
    }
    return say(tr("%1 cannot be reached at the moment. It will be tried again."));
}

} // namespace rapport::connectors::dav

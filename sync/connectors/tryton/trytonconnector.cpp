// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/tryton/trytonconnector.h"

#include "sync/connectors/tryton/delivery.h"
#include "sync/connectors/tryton/pull.h"

using namespace Qt::StringLiterals;

namespace rapport::connectors::tryton
{
namespace
{

Error::Kind kindOf(Fault::Kind kind)
{
    switch (kind) {
    case Fault::Kind::Unreachable:
    case Fault::Kind::Lost:
    case Fault::Kind::Busy:
        return Error::Kind::Offline;
    case Fault::Kind::Denied:
        return Error::Kind::Denied;
    case Fault::Kind::Changed:
        return Error::Kind::Conflict;
    case Fault::Kind::Refused:
    case Fault::Kind::Broken:
        break;
    }
    return Error::Kind::Invalid;
}

Error errorOf(const Fault& fault)
{
    return {kindOf(fault.kind), u"tryton: %1"_s.arg(fault.withoutValues())};
}

} // namespace

TrytonConnector::TrytonConnector(QString title, Account account, Mapping mapping)
    : m_title(std::move(title)), m_callTime(account.callTime), m_rpc(std::move(account)), m_mapping(std::move(mapping))
{
}

Capabilities TrytonConnector::capabilities() const
{
    Capabilities capabilities;
    for (const auto& [name, list] : m_mapping.lists)
        capabilities.pushLists.push_back(name);
    for (const auto& [name, list] : m_mapping.pull)
        capabilities.pullLists.push_back(name);
    capabilities.maximumRequestTime = std::chrono::ceil<std::chrono::seconds>(m_callTime);
    return capabilities;
}

Status TrytonConnector::check()
{
    m_rpc.retryPassword();
    m_models.clear();
    std::map<QString, QStringList> needed; // model → rights
    for (const auto& [name, list] : m_mapping.pull)
        needed[list.model] = QStringList{u"read"_s};
    for (const auto& [name, list] : m_mapping.lists) {
        const ListMapping* chosen = &list;
        if (auto fault = choose(m_rpc, m_models, chosen))
            return errorOf(*fault);
        needed[chosen->model] = QStringList{u"read"_s, u"create"_s, u"write"_s};
    }
    QJsonArray models;
    for (const auto& [model, rights] : needed) {
        const Reply there = haveModel(m_rpc, m_models, model);
        if (!there)
            return errorOf(*there.fault);
        if (!there.value.toBool())
            return Error{Error::Kind::NotFound, u"tryton: the module with %1 is not there"_s.arg(model)};
        models.append(model);
    }
    const Reply access = m_rpc.call(u"model.ir.model.access.get_access"_s, arrayOf({models}));
    if (!access)
        return errorOf(*access.fault);
    for (const auto& [model, rights] : needed) {
        const QJsonObject may = access.value[model].toObject();
        for (const QString& right : rights) {
            if (!may[right].toVariant().toBool()) // Tryton says true, 1, false or 0
                return Error{Error::Kind::Denied, u"tryton: the user may not %1 %2"_s.arg(right, model)};
        }
    }
    return ok();
}

Result<PullPage> TrytonConnector::pull(const QString& name, const QByteArray& cursor)
{
    const auto list = m_mapping.pull.find(name);
    if (list == m_mapping.pull.end())
        return Error{Error::Kind::Invalid, u"tryton: the list is not pulled: %1"_s.arg(name)};
    auto position = cursor.isEmpty() ? Result<SweepCursor>(SweepCursor{}) : SweepCursor::parse(cursor);
    if (!position)
        return position.error();
    PullPage page;
    if (const auto fault = Pull(m_rpc, m_models, m_title, name, list->second).next(*position, page))
        return errorOf(*fault);
    page.nextCursor = position->bytes();
    return page;
}

PushResult TrytonConnector::push(const Job& job, const JobContext& context)
{
    const auto list = m_mapping.lists.find(job.list);
    if (job.kind != Job::Kind::Entity || list == m_mapping.lists.end())
        return PushError{{Error::Kind::Invalid, u"tryton: job kind or list is not in the mapping: %1"_s.arg(job.list)},
                         false,
                         tr("%1 does not take this kind of entry.").arg(m_title)};
    const auto entity = context.entity(job.list, job.entityId);
    if (!entity)
        return PushError{entity.error(), false, tr("The entry for %1 is no longer there.").arg(m_title)};

    const ListMapping* chosen = &list->second;
    if (const auto fault = choose(m_rpc, m_models, chosen))
        return failed(*fault, false);
    RecordMaker maker(m_rpc, m_mapping, context, m_models, m_title);
    Delivery delivery(m_rpc, maker, *chosen, *entity);
    const Reply delivered = delivery.run(context.remoteRef(job.list, job.entityId));
    if (!delivered)
        return failed(*delivered.fault, delivery.wrote());
    const int id = delivered.value.toInt();
    return RemoteRef{u"%1,%2"_s.arg(chosen->model).arg(id), delivery.number(id)};
}

PushError TrytonConnector::failed(const Fault& fault, bool outcomeUnknown) const
{
    QString sentence;
    switch (fault.kind) {
    case Fault::Kind::Unreachable:
    case Fault::Kind::Lost:
        sentence = tr("%1 cannot be reached at the moment. It will be tried again.").arg(m_title);
        break;
    case Fault::Kind::Busy:
        sentence = tr("%1 asks to wait a little. It will be tried again.").arg(m_title);
        break;
    case Fault::Kind::Denied:
        sentence = tr("%1 does not accept the user name or the password. Ask whoever looks after it.").arg(m_title);
        break;
    case Fault::Kind::Refused:
        sentence = tr("%1 did not accept the entry. Check the answers, amounts and numbers above all, or enter it there by hand.").arg(m_title);
        break;
    case Fault::Kind::Changed:
        sentence = tr("Somebody is changing the same entry in %1. Try again in a moment.").arg(m_title);
        break;
    case Fault::Kind::Broken:
        sentence = tr("%1 is set up in a way that Rapport does not know. Ask whoever looks after it.").arg(m_title);
        break;
    }
    return {errorOf(fault), outcomeUnknown, sentence};
}

} // namespace rapport::connectors::tryton

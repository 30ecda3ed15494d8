// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/acceptance.h"

#include "sync/hub/query.h"
#include "sync/hub/sqlite/hubfile.h"
#include "sync/hub/sqlite/sqliterepositories.h"
#include "sync/wire/changes.h"

#include <QCryptographicHash>

namespace rapport::hub
{

Result<IncomingSubmission> incomingOf(const QByteArray& xml, const QString& deviceId, const RecordSources& sources)
{
    IncomingSubmission incoming;
    incoming.xml = xml;
    incoming.xmlHash = QCryptographicHash::hash(xml, QCryptographicHash::Sha256);
    incoming.deviceId = deviceId;
    const auto head = wire::parseSubmissionHead(xml);
    if (!head)
        return Error{Error::Kind::Invalid, head.error().detail};
    incoming.head = *head;
    if (!head->deprecatedId.isEmpty()) {
        const auto first = sources.firstRecord(head->deprecatedId);
        if (!first)
            return first.error();
        incoming.head.firstId = *first;
    }
    const auto form = sources.form(head->formId, head->version);
    if (!form && form.error().kind == Error::Kind::Invalid) // that is not the record's fault
        return Error{Error::Kind::Internal, form.error().detail};
    if (!form)
        return form.error();
    auto actions = wire::changesOf(**form, incoming.head, xml, &incoming.entityFaults);
    if (!actions)
        return Error{Error::Kind::Invalid, actions.error().detail};
    incoming.actions = std::move(*actions);
    return incoming;
}

Result<Accepted> accept(const IncomingSubmission& incoming, const AcceptingDesk& desk)
{
    Accepted outcome;
    bool stale = false; // another process has changed the targets: with the next try they are known
    const auto write = [&](const Targets& targets, bool lastTry) {
        return desk.write([&](db::Database& database) -> Status {
            const auto generation = metaValue(database, QStringLiteral("connectors"));
            stale = generation && *generation != targets.generation && !lastTry;
            if (stale)
                return ok();
            SqliteRepositories repositories(database);
            return acceptSubmission(repositories, database, incoming, targets.all, desk.clock(), outcome);
        });
    };
    auto written = write(desk.targets(), false);
    if (stale) {
        desk.refreshTargets();
        written = write(desk.targets(), true);
    }
    return written ? Result<Accepted>(outcome) : written.error();
}

Result<std::shared_ptr<const forms::Form>> publishedForm(db::Database& database, const QString& id, const QString& version)
{
    const auto found = rows<QByteArray>(
        database, "SELECT xml FROM form WHERE id = ?1 AND version = ?2", [](const db::Statement& row) { return row.blob(0); }, id, version);
    if (!found)
        return found.error();
    if (found->empty())
        return Error{Error::Kind::NotFound, QStringLiteral("form %1 %2 is not here").arg(id, version)};
    return forms::Form::load(found->front(), {{}, forms::LoadOptions::Missing::Blank});
}

} // namespace rapport::hub

// SPDX-License-Identifier: Apache-2.0
// Occasions, and with them what this device offers: while one runs, its forms and lists; when it is over or the hub gives it to us no more, they go.
//
// What is unsent never goes: while a draft or a waiting conversation of an occasion is here, its document and its lists stay for that, closed:
// nothing new begins with them. Without contact to the hub an occasion that is over is only put out of sight, for the clock of this device may be
// wrong.
#include "sync/store/store_private.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace rapport::store
{

namespace
{

constexpr int dropChunk = 5'000; ///< rows a transaction: whoever types in between does not wait
const QString closedSetting = QStringLiteral("closed_occasions"), chosenSetting = QStringLiteral("occasion");

QStringList namesIn(const QString& array)
{
    QStringList names;
    for (const QJsonValue name : QJsonDocument::fromJson(array.toUtf8()).array())
        names.append(name.toString());
    return names;
}

/// The running one that ends first, then those that are ahead, the next one first.
bool goesBefore(const wire::Occasion& a, const wire::Occasion& b, const QDateTime& now)
{
    const auto place = [&](const wire::Occasion& one) {
        const bool ahead = one.phaseAt(now) == wire::Occasion::Phase::Ahead;
        const QDate day = ahead ? one.from : one.to;
        return std::tuple(ahead, day.isNull(), day);
    };
    return place(a) < place(b);
}

} // namespace

/// The hub's clock decides: ours, put right by what the hub last said of it.
Result<QDateTime> SqlStore::hubTime()
{
    const auto behind = setting(QStringLiteral("clock_behind"));
    return behind ? Result<QDateTime>(m_clock().addSecs(behind->toLongLong())) : behind.error();
}

Status SqlStore::readOccasions()
{
    const auto documents =
        rows<QByteArray>("SELECT document FROM occasion ORDER BY rowid DESC", [](const db::Statement& row) { return row.blob(0); });
    if (!documents)
        return documents.error();
    if (*documents == m_occasionDocuments)
        return ok();
    m_occasions.clear();
    for (const QByteArray& document : *documents) {
        auto occasion = wire::parseOccasion(document);
        if (!occasion) { // one that an older Rapport has kept: it is there as long as the hub lists it
            occasion = wire::Occasion();
            occasion->document = QJsonDocument::fromJson(document).object();
            occasion->id = occasion->document[QLatin1String("id")].toString();
        }
        m_occasions.push_back(std::move(*occasion));
    }
    m_occasionDocuments = *documents;
    return ok();
}

/// Found anew only where something was written since, or the minute has passed: a search asks with every letter.
Result<SqlStore::Offer> SqlStore::offer()
{
    const auto revision = m_db.revision();
    if (!revision)
        return revision.error();
    const qint64 minute = m_clock().toSecsSinceEpoch() / 60;
    if (m_offer && m_offer->revision == *revision && m_offer->minute == minute)
        return m_offer->offer;
    auto offered = offerAnew();
    if (offered)
        m_offer = KnownOffer{*revision, minute, *offered};
    return offered;
}

Result<SqlStore::Offer> SqlStore::offerAnew()
{
    const auto read = readOccasions();
    const auto closed = setting(closedSetting), chosen = setting(chosenSetting);
    const auto now = hubTime();
    if (!read || !closed || !chosen || !now)
        return !read ? read.error() : !closed ? closed.error() : !chosen ? chosen.error() : now.error();
    const QStringList closedIds = namesIn(*closed);
    Offer offer;
    for (const wire::Occasion& one : m_occasions) {
        const bool open = !closedIds.contains(one.id) && !one.isOverAt(*now);
        (open ? offer.open : offer.closed).push_back(&one);
    }
    std::stable_sort(offer.open.begin(), offer.open.end(), [&](const auto* a, const auto* b) { return goesBefore(*a, *b, *now); });
    std::stable_partition(offer.open.begin(), offer.open.end(), [&](const wire::Occasion* one) { return one->id == *chosen; });
    return offer;
}

bool SqlStore::Offer::hides(const QString& name, QStringList wire::Occasion::*names) const
{
    const auto has = [&](const wire::Occasion* one) { return (one->*names).contains(name); };
    return std::any_of(closed.begin(), closed.end(), has) && std::none_of(open.begin(), open.end(), has);
}

Result<std::vector<QJsonObject>> SqlStore::occasions()
{
    const auto offered = offer();
    if (!offered)
        return offered.error();
    std::vector<QJsonObject> documents;
    for (const wire::Occasion* one : offered->open)
        documents.push_back(one->document);
    return documents;
}

Result<std::optional<QJsonObject>> SqlStore::occasion()
{
    const auto offered = offer();
    if (!offered)
        return offered.error();
    return offered->open.empty() ? std::nullopt : std::optional<QJsonObject>(offered->open.front()->document);
}

Result<std::optional<QJsonObject>> SqlStore::occasionOf(const QString& formId)
{
    const auto offered = offer();
    if (!offered)
        return offered.error();
    for (const auto* all : {&offered->open, &offered->closed}) {
        for (const wire::Occasion* one : *all) {
            if (one->forms.contains(formId))
                return std::optional<QJsonObject>(one->document);
        }
    }
    return occasion();
}

Status SqlStore::chooseOccasion(const QString& id)
{
    return setSetting(chosenSetting, id);
}

Result<bool> SqlStore::isListOpen(const QString& list)
{
    const auto offered = offer();
    return offered ? Result<bool>(!offered->hides(list, &wire::Occasion::lists)) : offered.error();
}

Status SqlStore::putOccasion(const QByteArray& document)
{
    const QJsonObject object = QJsonDocument::fromJson(document).object();
    return run("INSERT INTO occasion(id, version, document) VALUES(?1, ?2, ?3) ON CONFLICT(id) DO UPDATE SET version = ?2, document = ?3",
               object[QLatin1String("id")].toString(), object[QLatin1String("version")].toInt(1), document);
}

Status SqlStore::retireAllBut(const QStringList& occasions, const QStringList& forms)
{
    const auto retired = transact([&]() -> Status {
        auto gone = run("DELETE FROM occasion WHERE id NOT IN (SELECT value FROM json_each(?1)) AND id NOT IN "
                        "(SELECT occasion_id FROM conversation WHERE state IN ('draft', 'waiting') AND deleted_at IS NULL)",
                        textsJson(occasions));
        if (!gone)
            return gone;
        const auto left = rows<QString>(
            "SELECT id FROM occasion WHERE id NOT IN (SELECT value FROM json_each(?1))", [](const db::Statement& row) { return row.text(0); },
            textsJson(occasions));
        if (!left)
            return left.error();
        if (auto closed = setSetting(closedSetting, textsJson(QStringList(left->begin(), left->end()))); !closed)
            return closed;
        return run("UPDATE form SET live = 0 WHERE id NOT IN (SELECT value FROM json_each(?1))", textsJson(forms));
    });
    return retired ? dropLists() : retired;
}

/// Those that the hub gave us and no occasion here names any more.
Status SqlStore::dropLists()
{
    const auto read = readOccasions();
    const auto pulled = rows<QString>("SELECT list FROM pull", [](const db::Statement& row) { return row.text(0); });
    if (!read || !pulled)
        return read ? Status(pulled.error()) : read;
    for (const QString& list : *pulled) {
        const bool named = std::any_of(m_occasions.begin(), m_occasions.end(), [&](const wire::Occasion& one) { return one.lists.contains(list); });
        if (named)
            continue;
        if (auto dropped = dropList(list); !dropped)
            return dropped;
    }
    return ok();
}

/// Stays: what an unsent conversation has made or changed here. The list is looked at again with the next pull, until nothing of it is left.
Status SqlStore::dropList(const QString& list)
{
    for (bool done = false; !done;) {
        const auto dropped = transact([&]() -> Status {
            const auto due = rows<qint64>(
                "SELECT row FROM entity WHERE list = ?1 AND NOT EXISTS(SELECT 1 FROM entity_change WHERE entity_change.list = entity.list "
                "AND entity_id = entity.id AND delivered = 0) LIMIT ?2",
                [](const db::Statement& row) { return row.integer(0); }, list, dropChunk);
            if (!due)
                return due.error();
            for (const qint64 row : *due) {
                if (auto gone = removeRow(row); !gone)
                    return gone;
            }
            done = due->size() < dropChunk;
            if (!done)
                return ok();
            if (auto anew = run("DELETE FROM cursor WHERE stream = ?1", QStringLiteral("entities/") + list); !anew)
                return anew;
            return run("DELETE FROM pull WHERE list = ?1 AND NOT EXISTS(SELECT 1 FROM entity WHERE entity.list = ?1)", list);
        });
        if (!dropped)
            return dropped;
    }
    return ok();
}

} // namespace rapport::store

// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/conflict.h"

#include "sync/wire/members.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace rapport::wire
{

namespace
{

constexpr qsizetype maxBody = 8 * 1024 * 1024;

constexpr std::pair<Verdict::State, const char*> verdictWords[] = {
    {Verdict::State::Settled, "settled"}, {Verdict::State::Decided, "decided"}, {Verdict::State::Changed, "changed"}};

Error invalid(const char* sentence)
{
    return {Error::Kind::Invalid, QString::fromLatin1(sentence)};
}

QString timeText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QByteArray written(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject read(const QByteArray& json)
{
    return json.size() > maxBody ? QJsonObject() : QJsonDocument::fromJson(json).object();
}

QJsonObject objectOf(const Conflict::Side& side)
{
    return {{QStringLiteral("value"), side.value}, {QStringLiteral("by"), side.by}, {QStringLiteral("at"), timeText(side.at)}};
}

QJsonObject objectOf(const Conflict& one)
{
    return {{QStringLiteral("id"), one.id},
            {QStringLiteral("list"), one.list},
            {QStringLiteral("entity"), one.entityId},
            {QStringLiteral("property"), one.property},
            {QStringLiteral("label"), one.label},
            {QStringLiteral("instance"), one.instanceId},
            {QStringLiteral("device"), objectOf(one.device)},
            {QStringLiteral("hub"), objectOf(one.hub)}};
}

Result<Conflict::Side> sideOf(const QJsonValue& value)
{
    Members members(value.toObject());
    Conflict::Side side{members.textOrNone("value"), members.textOrNone("by"), members.time("at").toUTC()};
    return members.isComplete() ? Result<Conflict::Side>(std::move(side)) : invalid("a value is not described");
}

Result<Conflict> conflictOf(const QJsonObject& object)
{
    Members members(object);
    Conflict one;
    one.id = object[QLatin1String("id")].toInteger();
    one.list = members.text("list");
    one.entityId = members.text("entity");
    one.property = members.text("property");
    one.label = members.textOrNone("label");
    one.instanceId = members.text("instance");
    auto device = sideOf(object[QLatin1String("device")]);
    auto hub = sideOf(object[QLatin1String("hub")]);
    if (!members.isComplete() || one.id <= 0 || !device || !hub)
        return invalid("this is no question about two values");
    one.device = std::move(*device);
    one.hub = std::move(*hub);
    return one;
}

} // namespace

QString word(Conflict::Take take)
{
    return take == Conflict::Take::Device ? QStringLiteral("device") : QStringLiteral("hub");
}

QByteArray toJson(const Conflict& conflict)
{
    return written(objectOf(conflict));
}

QByteArray toJson(const std::vector<Conflict>& conflicts)
{
    QJsonArray all;
    for (const Conflict& one : conflicts)
        all.append(objectOf(one));
    return written({{QStringLiteral("conflicts"), all}});
}

Result<Conflict> parseConflict(const QByteArray& json)
{
    return conflictOf(read(json));
}

Result<std::vector<Conflict>> parseConflicts(const QByteArray& json)
{
    const QJsonValue listed = read(json)[QLatin1String("conflicts")];
    const QJsonArray all = listed.toArray();
    if (!listed.isArray() || all.size() > maxConflicts)
        return invalid("this is no list of questions");
    std::vector<Conflict> conflicts;
    for (const QJsonValue value : all) {
        auto one = conflictOf(value.toObject());
        if (!one)
            return one.error();
        conflicts.push_back(std::move(*one));
    }
    return conflicts;
}

QByteArray toJson(const Decision& decision)
{
    return written({{QStringLiteral("take"), word(decision.take)},
                    {QStringLiteral("instance"), decision.instanceId},
                    {QStringLiteral("property"), decision.property},
                    {QStringLiteral("seen"), decision.seen}});
}

Result<Decision> parseDecision(const QByteArray& json)
{
    Members members(read(json));
    const QString take = members.text("take");
    Decision decision;
    decision.take = take == word(Conflict::Take::Device) ? Conflict::Take::Device : Conflict::Take::Hub;
    decision.instanceId = members.text("instance");
    decision.property = members.text("property");
    decision.seen = members.textOrNone("seen");
    if (!members.isComplete() || take != word(decision.take))
        return invalid("this is no decision");
    return decision;
}

QByteArray toJson(const Verdict& verdict)
{
    const auto found = std::find_if(std::begin(verdictWords), std::end(verdictWords), [&](const auto& one) { return one.first == verdict.state; });
    QJsonObject object{{QStringLiteral("state"), QLatin1String(found->second)}};
    if (verdict.state == Verdict::State::Decided) {
        object[QLatin1String("by")] = verdict.by;
        object[QLatin1String("at")] = timeText(verdict.at);
    }
    return written(object);
}

Result<Verdict> parseVerdict(const QByteArray& json)
{
    Members members(read(json));
    const QString state = members.text("state");
    const auto found =
        std::find_if(std::begin(verdictWords), std::end(verdictWords), [&](const auto& one) { return state == QLatin1String(one.second); });
    if (!members.isComplete() || found == std::end(verdictWords))
        return invalid("this is no answer to a decision");
    Verdict verdict;
    verdict.state = found->first;
    if (verdict.state == Verdict::State::Decided) {
        verdict.by = members.textOrNone("by");
        verdict.at = members.time("at").toUTC();
    }
    return members.isComplete() ? Result<Verdict>(std::move(verdict)) : invalid("nobody says when it was decided");
}

} // namespace rapport::wire

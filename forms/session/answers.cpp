// SPDX-License-Identifier: Apache-2.0
#include "forms/session/session_private.h"
#include "forms/xpath/dates.h"

#include <algorithm>
#include <cmath>

namespace rapport::forms
{

namespace
{

Error invalid(const QString& sentence)
{
    return {Error::Kind::Invalid, sentence};
}

bool isPlace(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (parts.size() < 2 || parts.size() > 4)
        return false;
    for (const QString& part : parts) {
        if (!std::isfinite(numberOf(part)))
            return false;
    }
    return std::abs(numberOf(parts[0])) <= 90 && std::abs(numberOf(parts[1])) <= 180;
}

bool arePlaces(const QString& text)
{
    const QStringList places = text.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    return std::all_of(places.begin(), places.end(), isPlace);
}

/// What cannot be stored at a node of this type, as a sentence for the log; empty: it can.
QString refusal(const Definition& definition, const QString& value)
{
    if (value.isEmpty())
        return {};
    const bool number = definition.type == DataType::Int || definition.type == DataType::Decimal;
    if (number && !std::isfinite(numberOf(value)))
        return QStringLiteral("not a number");
    if (definition.type == DataType::Date && !parseDateTime(value))
        return QStringLiteral("not a date");
    if (definition.type == DataType::DateTime && !parseDateTime(value))
        return QStringLiteral("not a date and time");
    if (definition.type == DataType::Time && !parseDateTime(QStringLiteral("1970-01-01T") + value))
        return QStringLiteral("not a time");
    if (definition.type == DataType::Geopoint && !isPlace(value))
        return QStringLiteral("not a place: latitude, longitude, altitude, accuracy");
    if ((definition.type == DataType::Geotrace || definition.type == DataType::Geoshape) && !arePlaces(value))
        return QStringLiteral("not a line of places");
    return {};
}

} // namespace

Status FormSession::answer(NodeId id, const QString& value)
{
    if (!d->tree.exists(id.value))
        return invalid(QStringLiteral("this question is gone"));
    const Definition& definition = d->tree.definition(id.value);
    if (!definition.isLeaf() || d->tree.node(id.value).isSeries)
        return invalid(QStringLiteral("%1 takes no answer").arg(definition.path));
    if (d->tree.node(id.value).readonly)
        return invalid(QStringLiteral("%1 is read-only").arg(definition.path));
    if (const QString reason = refusal(definition, value); !reason.isEmpty())
        return invalid(QStringLiteral("%1: %2").arg(definition.path, reason));
    const bool selects =
        definition.control && (definition.control->kind == Control::Kind::SelectOne || definition.control->kind == Control::Kind::SelectMany);
    if (selects) {
        const bool one = definition.control->kind == Control::Kind::SelectOne;
        for (const QString& choice : one ? QStringList{value} : value.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            if (!choice.isEmpty() && !d->isOffered(id.value, choice))
                return invalid(QStringLiteral("%1: not among the choices").arg(definition.path));
        }
    }
    ++d->revision;
    d->store(id.value, value);
    return ok();
}

Status FormSession::answerMany(NodeId id, const QStringList& values)
{
    return answer(id, values.join(QLatin1Char(' ')));
}

Status FormSession::answerFile(NodeId id, Attachment attachment)
{
    if (attachment.name.isEmpty() || attachment.name.contains(QLatin1Char('/')))
        return invalid(QStringLiteral("a file needs a plain name"));
    if (auto answered = answer(id, attachment.name); !answered)
        return answered;
    std::erase_if(d->attachments, [&](const Attachment& other) { return other.name == attachment.name; });
    d->attachments.push_back(std::move(attachment));
    return ok();
}

Status FormSession::setUnknown(NodeId id, bool unknown)
{
    if (!d->tree.exists(id.value) || !d->tree.definition(id.value).isLeaf())
        return invalid(QStringLiteral("this question is gone"));
    ++d->revision;
    if (unknown)
        d->store(id.value, QString());
    d->tree.node(id.value).unknown = unknown;
    d->touch(id.value);
    return ok();
}

Result<NodeId> FormSession::addRepetition(NodeId repeat, std::optional<int> after)
{
    const qint64 series = repeat.value;
    if (!d->tree.exists(series) || !d->tree.node(series).isSeries)
        return invalid(QStringLiteral("this is no repeat"));
    if (d->isFixed(series))
        return invalid(QStringLiteral("%1: the form says how many there are").arg(d->tree.definition(series).path));
    const std::size_t count = d->tree.node(series).children.size();
    ++d->revision;
    const qint64 made = d->makeRepetition(series, after ? std::min(count, static_cast<std::size_t>(*after) + 1) : count);
    d->recalculate();
    return NodeId{static_cast<quint32>(made)};
}

Status FormSession::removeRepetition(NodeId repeat, int index)
{
    const qint64 series = repeat.value;
    if (!d->tree.exists(series) || !d->tree.node(series).isSeries || index < 0 || index >= static_cast<int>(d->tree.node(series).children.size()))
        return invalid(QStringLiteral("there is no such repetition"));
    if (d->isFixed(series))
        return invalid(QStringLiteral("%1: the form says how many there are").arg(d->tree.definition(series).path));
    ++d->revision;
    std::vector<qint64> gone;
    d->tree.removeRepetition(series, static_cast<std::size_t>(index), gone);
    for (const qint64 handle : gone)
        d->removed.emplace_back(d->revision, handle);
    d->walk(series, [this](qint64 handle) { // those behind it are numbered anew
        d->touch(handle);
        return true;
    });
    d->markRemoved(d->tree.node(series).definition, series);
    d->recalculate();
    return ok();
}

} // namespace rapport::forms

// SPDX-License-Identifier: Apache-2.0
#include "forms/session/session_private.h"
#include "forms/session/typedtext.h"

#include <QSet>

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

/// A range may run downwards: start="7" end="3".
bool isOutsideRange(const Definition& definition, const QString& value)
{
    if (!definition.control || definition.control->kind != Control::Kind::Range)
        return false;
    const double start = numberOf(definition.control->attributes.value(QStringLiteral("start")));
    const double end = numberOf(definition.control->attributes.value(QStringLiteral("end")));
    const double number = numberOf(value);
    const bool bounded = std::isfinite(start) && std::isfinite(end);
    return bounded && (number < std::min(start, end) || number > std::max(start, end));
}

/// What cannot be stored at a node of this type, as a sentence for the log; empty: it can.
QString refusal(const Definition& definition, const QString& value)
{
    if (value.isEmpty())
        return {};
    if (!typedText(definition.type, value)) {
        switch (definition.type) {
        case DataType::Int:
        case DataType::Decimal:
            return QStringLiteral("not a number");
        case DataType::Date:
            return QStringLiteral("not a date");
        case DataType::DateTime:
            return QStringLiteral("not a date and time");
        case DataType::Time:
            return QStringLiteral("not a time");
        case DataType::Geopoint:
            return QStringLiteral("not a place: latitude, longitude, altitude, accuracy");
        default:
            return QStringLiteral("not a line of places");
        }
    }
    if (isOutsideRange(definition, value))
        return QStringLiteral("outside the range");
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
    const auto kind = definition.control ? definition.control->kind : Control::Kind::Input;
    const bool many = kind == Control::Kind::SelectMany || kind == Control::Kind::Rank;
    QStringList chosen = many ? value.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts) : QStringList{value};
    if ((many || kind == Control::Kind::SelectOne) && !value.isEmpty()) {
        for (const QString& choice : std::as_const(chosen)) {
            if (!d->isOffered(id.value, choice))
                return invalid(QStringLiteral("%1: not among the choices").arg(definition.path));
        }
    }
    chosen.removeDuplicates();
    if (kind == Control::Kind::Rank && !chosen.isEmpty())
        chosen = d->ranked(id.value, chosen);
    if (kind == Control::Kind::SelectMany && chosen.size() > 1)
        chosen = d->inOfferedOrder(id.value, chosen);
    ++d->revision;
    d->store(id.value, chosen.join(QLatin1Char(' ')));
    if (definition.type == DataType::Binary)
        d->dropUnusedFiles();
    return ok();
}

Status FormSession::answerMany(NodeId id, const QStringList& values)
{
    const bool several =
        d->tree.exists(id.value) && d->tree.definition(id.value).control && d->tree.definition(id.value).control->kind != Control::Kind::SelectOne;
    for (const QString& value : values) {
        if (several && (value.isEmpty() || value.contains(QLatin1Char(' '))))
            return invalid(QStringLiteral("a choice among several has a value without blanks"));
    }
    return answer(id, values.join(QLatin1Char(' ')));
}

Status FormSession::answerFile(NodeId id, Attachment attachment)
{
    if (attachment.name.isEmpty() || attachment.name.contains(QLatin1Char('/')))
        return invalid(QStringLiteral("a file needs a plain name"));
    attachment.name = d->freeName(attachment.name, id.value);
    if (auto answered = answer(id, attachment.name); !answered)
        return answered;
    std::erase_if(d->attachments, [&](const Attachment& other) { return other.name == attachment.name; });
    d->attachments.push_back(std::move(attachment));
    return ok();
}

QString FormSession::Private::freeName(const QString& wanted, qint64 handle) const
{
    QSet<QString> taken;
    walk(tree.root(), [&](qint64 node) {
        if (node != handle && tree.definition(node).type == DataType::Binary)
            taken.insert(tree.node(node).value);
        return true;
    });
    const qsizetype dot = wanted.lastIndexOf(QLatin1Char('.'));
    const QString stem = dot > 0 ? wanted.left(dot) : wanted, ending = dot > 0 ? wanted.mid(dot) : QString();
    QString name = wanted;
    for (int i = 1; taken.contains(name); ++i)
        name = QStringLiteral("%1-%2%3").arg(stem).arg(i).arg(ending);
    return name;
}

void FormSession::Private::dropUnusedFiles()
{
    if (attachments.empty())
        return;
    QSet<QString> used;
    walk(tree.root(), [&](qint64 node) {
        if (tree.definition(node).isLeaf())
            used.insert(tree.node(node).value);
        return true;
    });
    std::erase_if(attachments, [&](const Attachment& attachment) { return !used.contains(attachment.name); });
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

Status FormSession::giveReason(NodeId id, const QString& reason)
{
    if (!d->tree.exists(id.value) || !d->tree.definition(id.value).isLeaf() || d->tree.node(id.value).value.isEmpty())
        return invalid(QStringLiteral("there is no value to give a reason for"));
    ++d->revision;
    d->tree.node(id.value).reason = storable(reason.trimmed());
    d->touch(id.value);
    return ok();
}

Result<NodeId> FormSession::addRepetition(NodeId repeat, std::optional<int> after, int count)
{
    const qint64 series = repeat.value;
    if (!d->tree.exists(series) || !d->tree.node(series).isSeries)
        return invalid(QStringLiteral("this is no repeat"));
    if (d->isFixed(series))
        return invalid(QStringLiteral("%1: the form says how many there are").arg(d->tree.definition(series).path));
    const auto present = static_cast<int>(d->tree.node(series).children.size());
    const int at = after ? *after + 1 : present;
    if (at < 0 || at > present || count < 1)
        return invalid(QStringLiteral("there is no such repetition"));
    if (d->isFull())
        return invalid(QStringLiteral("%1: no more repetitions fit").arg(d->tree.definition(series).path));
    ++d->revision;
    const bool actions = !d->newRepeatActions(d->tree.definition(series)).empty();
    for (int i = 0; i < count && !d->isFull(); ++i) {
        d->makeRepetition(series, static_cast<std::size_t>(at + i));
        if (actions)
            d->recalculate(); // those of the next one may read what this one changed
    }
    d->recalculate();
    return NodeId{static_cast<quint32>(d->tree.node(series).children[static_cast<std::size_t>(at)])};
}

Status FormSession::removeRepetition(NodeId repeat, int index, int count)
{
    const qint64 series = repeat.value;
    if (!d->tree.exists(series) || !d->tree.node(series).isSeries || index < 0 || count < 1 ||
        static_cast<std::size_t>(index) + static_cast<std::size_t>(count) > d->tree.node(series).children.size())
        return invalid(QStringLiteral("there is no such repetition"));
    if (d->isFixed(series))
        return invalid(QStringLiteral("%1: the form says how many there are").arg(d->tree.definition(series).path));
    ++d->revision;
    std::vector<qint64> gone;
    for (int i = 0; i < count; ++i)
        d->tree.removeRepetition(series, static_cast<std::size_t>(index), gone);
    for (const qint64 handle : gone)
        d->removed.emplace_back(d->revision, handle);
    d->walk(series, [this](qint64 handle) { // those behind them are numbered anew
        d->touch(handle);
        return true;
    });
    d->markRemoved(d->tree.node(series).definition, series);
    d->recalculate();
    d->dropUnusedFiles();
    return ok();
}

} // namespace rapport::forms

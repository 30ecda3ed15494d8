// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/pullcursor.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

const QStringList stages{u"rows"_s, u"all"_s, u"gone"_s};

QString packed(const std::set<QString>& ids)
{
    QByteArray lines;
    for (const QString& id : ids)
        lines += id.toUtf8() + '\n';
    return QString::fromLatin1(qCompress(lines).toBase64());
}

std::set<QString> unpacked(const QJsonValue& text)
{
    std::set<QString> out;
    for (const QByteArray& line : qUncompress(QByteArray::fromBase64(text.toString().toLatin1())).split('\n')) {
        if (!line.isEmpty())
            out.insert(out.end(), QString::fromUtf8(line));
    }
    return out;
}

} // namespace

std::optional<Stamp> Stamp::parse(const QString& text)
{
    constexpr qint64 firstInMilliseconds = 100'000'000'000; // as seconds that is the year 5138
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (isNumber && number >= 0)
        return number < firstInMilliseconds ? Stamp(number, Form::Seconds) : Stamp(number / 1000, Form::Milliseconds);
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC); // a server that names no zone means its own; the overlap is for what is left of it
    return Stamp(time.toSecsSinceEpoch(), Form::Iso);
}

QString Stamp::text() const
{
    if (m_form == Form::Iso)
        return QDateTime::fromSecsSinceEpoch(m_seconds, Qt::UTC).toString(Qt::ISODate);
    return QString::number(m_form == Form::Seconds ? m_seconds : m_seconds * 1000);
}

Stamp Stamp::earlier(int seconds) const
{
    return Stamp(std::max<qint64>(0, m_seconds - seconds), m_form);
}

QByteArray PullCursor::bytes() const
{
    const QJsonObject json{{u"v"_s, 1},
                           {u"mapping"_s, QString::fromLatin1(mapping)},
                           {u"stage"_s, stages.at(int(stage))},
                           {u"since"_s, since},
                           {u"top"_s, top},
                           {u"position"_s, position},
                           {u"next"_s, next},
                           {u"known"_s, packed(known)},
                           {u"seen"_s, packed(seen)},
                           {u"doubted"_s, packed(doubted)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<PullCursor> PullCursor::parse(const QByteArray& bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const auto stage = stages.indexOf(json["stage"_L1].toString());
    PullCursor out;
    out.mapping = json["mapping"_L1].toString().toLatin1();
    out.since = json["since"_L1].toString();
    out.top = json["top"_L1].toString();
    out.position = json["position"_L1].toInt(-1);
    out.next = json["next"_L1].toString();
    if (json["v"_L1].toInt() != 1 || stage < 0 || out.position < 0)
        return Error{Error::Kind::Corrupt, u"rest: the cursor is not one of ours"_s};
    out.stage = static_cast<Stage>(stage);
    out.known = unpacked(json["known"_L1]);
    out.seen = unpacked(json["seen"_L1]);
    out.doubted = unpacked(json["doubted"_L1]);
    return out;
}

} // namespace rapport::connectors::rest

// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/tryton/pullcursor.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace Qt::StringLiterals;

namespace rapport::connectors::tryton
{
namespace
{

QByteArray packed(const std::set<int>& ids)
{
    QByteArray out;
    int last = 0;
    for (const int id : ids) {
        auto step = static_cast<quint32>(id - last);
        for (; step >= 0x80; step >>= 7)
            out.append(static_cast<char>((step & 0x7F) | 0x80));
        out.append(static_cast<char>(step));
        last = id;
    }
    return qCompress(out).toBase64();
}

bool unpack(const QByteArray& text, std::set<int>& ids)
{
    qint64 last = 0, step = 0;
    int shift = 0;
    for (const char c : qUncompress(QByteArray::fromBase64(text))) {
        step |= qint64(c & 0x7F) << shift;
        shift += 7;
        if (c & 0x80) {
            if (shift > 28)
                return false;
            continue;
        }
        last += step;
        if (step == 0 || last > std::numeric_limits<int>::max())
            return false;
        ids.insert(ids.end(), int(last));
        step = shift = 0;
    }
    return shift == 0;
}

QDateTime timeIn(const QJsonValue& value)
{
    return value.isString() ? QDateTime::fromString(value.toString(), Qt::ISODate).toUTC() : QDateTime();
}

} // namespace

QByteArray PullCursor::bytes() const
{
    QJsonObject json{{u"v"_s, 1},         {u"mapping"_s, QString::fromLatin1(mapping)},
                     {u"model"_s, model}, {u"stage"_s, stage == Stage::Rows ? u"rows"_s : u"sweep"_s},
                     {u"after"_s, after}, {u"known"_s, QString::fromLatin1(packed(known))}};
    if (!since.isNull())
        json[u"since"_s] = since.toString(Qt::ISODate);
    if (!started.isNull())
        json[u"started"_s] = started.toString(Qt::ISODate);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<PullCursor> PullCursor::parse(const QByteArray& bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    PullCursor out;
    out.mapping = json["mapping"_L1].toString().toLatin1();
    out.model = json["model"_L1].toString();
    out.stage = json["stage"_L1].toString() == "sweep"_L1 ? Stage::Sweep : Stage::Rows;
    out.since = timeIn(json["since"_L1]);
    out.started = timeIn(json["started"_L1]);
    out.after = json["after"_L1].toInt(-1);
    if (json["v"_L1].toInt() != 1 || out.after < 0 || !unpack(json["known"_L1].toString().toLatin1(), out.known))
        return Error{Error::Kind::Corrupt, u"tryton: the cursor is not one of ours"_s};
    return out;
}

} // namespace rapport::connectors::tryton

// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/sweepcursor.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace rapport::connectors
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

void SweepCursor::follow(const QString& of, const QByteArray& fingerprint)
{
    if (model != of)
        *this = {};
    if (mapping == fingerprint)
        return;
    SweepCursor anew;
    anew.mapping = fingerprint;
    anew.model = of;
    anew.known = std::move(known);
    *this = std::move(anew);
}

void SweepCursor::readRows(int count, int last, const QDateTime& now)
{
    if (started.isNull())
        started = now;
    if (count == rowsAPage) {
        after = last;
    } else {
        stage = Stage::Sweep;
        after = 0;
    }
}

std::vector<int> SweepCursor::sweep(const std::set<int>& there, const QString& list, PullPage& page)
{
    page.more = int(there.size()) >= idsAPage;
    int end = page.more ? *there.rbegin() : std::numeric_limits<int>::max(); // ids after this one come with the next page
    std::vector<int> strangers;
    std::set_difference(there.begin(), there.end(), known.begin(), known.end(), std::back_inserter(strangers));
    if (int(strangers.size()) > rowsAPage) {
        strangers.resize(rowsAPage);
        end = strangers.back();
        page.more = true;
    }
    for (auto id = known.upper_bound(after); id != known.end() && *id <= end;) {
        if (there.contains(*id)) {
            ++id;
            continue;
        }
        page.changes.push_back({list, u"%1,%2"_s.arg(model).arg(*id), {}, {}, true});
        id = known.erase(id);
    }
    after = end;
    if (!page.more) {
        stage = Stage::Rows;
        since = started.addSecs(-overlap.count());
        started = {};
        after = 0;
    }
    return strangers;
}

QByteArray SweepCursor::bytes() const
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

Result<SweepCursor> SweepCursor::parse(const QByteArray& bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    SweepCursor out;
    out.mapping = json["mapping"_L1].toString().toLatin1();
    out.model = json["model"_L1].toString();
    out.stage = json["stage"_L1].toString() == "sweep"_L1 ? Stage::Sweep : Stage::Rows;
    out.since = timeIn(json["since"_L1]);
    out.started = timeIn(json["started"_L1]);
    out.after = json["after"_L1].toInt(-1);
    if (json["v"_L1].toInt() != 1 || out.after < 0 || !unpack(json["known"_L1].toString().toLatin1(), out.known))
        return Error{Error::Kind::Corrupt, u"the cursor is not one of ours"_s};
    return out;
}

} // namespace rapport::connectors

// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/files/recordfile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace rapport::connectors::files
{
namespace
{

/// Of a line that we wrote, the id stands first and is found without reading the rest, which somebody pushes past a hundred thousand times.
QByteArray idOfLine(const QByteArray& line)
{
    constexpr char first[] = "{\"id\":\"";
    constexpr qsizetype from = sizeof first - 1;
    const qsizetype end = line.startsWith(first) && line.trimmed().endsWith('}') ? line.indexOf('"', from) : -1;
    if (const QByteArray id = line.mid(from, end - from); end > from && !id.contains('\\'))
        return id;
    return QJsonDocument::fromJson(line).object()["id"_L1].toString().toUtf8();
}

QByteArray uidOfCard(const QByteArray& card)
{
    QByteArray lines = card;
    lines.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", ""); // unfolded
    for (const QByteArray& line : lines.split('\n')) {
        if (line.left(3).toUpper() == "UID" && (line.mid(3, 1) == ":" || line.mid(3, 1) == ";"))
            return line.mid(line.indexOf(':') + 1).trimmed();
    }
    return {};
}

bool isLineEnd(const QByteArray& line)
{
    return line.endsWith('\n');
}

bool isCardEnd(const QByteArray& line)
{
    return line.size() < 16 && line.trimmed().toUpper() == "END:VCARD" && line.endsWith('\n');
}

bool endsACard(const QByteArray& tail)
{
    return tail.endsWith("END:VCARD\r\n");
}

QByteArray lastLine(const QByteArray& record)
{
    return record.mid(record.size() > 1 ? record.lastIndexOf('\n', record.size() - 2) + 1 : 0);
}

} // namespace

const RecordKind jsonLines{isLineEnd, idOfLine, isLineEnd};
const RecordKind cards{isCardEnd, uidOfCard, endsACard};

RecordFile::RecordFile(QString folder, QString name, const RecordKind& kind) : m_file(std::move(folder), std::move(name), kind.isWhole), m_kind(kind)
{
}

Status RecordFile::eachRecord(const std::function<Status(const QByteArray& record)>& take) const
{
    QFile file(m_file.path());
    if (!file.exists())
        return ok();
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Denied, file.errorString()};
    QByteArray record;
    for (;;) {
        const QByteArray line = file.readLine(recordLimit);
        record += line;
        if (record.size() >= recordLimit)
            return Error{Error::Kind::Corrupt, u"more than 16 MiB without an end"_s};
        if (!line.isEmpty() && !m_kind.ends(line))
            continue;
        if (!record.isEmpty()) {
            if (Status taken = take(std::exchange(record, {})); !taken)
                return taken;
        }
        if (line.isEmpty())
            return ok();
    }
}

Result<Place> RecordFile::put(const QByteArray& record) const
{
    if (Status repaired = m_file.repair(); !repaired)
        return repaired.error();
    const QByteArray key = m_kind.keyOf(record);
    int count = 0, at = -1;
    bool same = false, ended = true;
    const Status read = eachRecord([&](const QByteArray& one) -> Status {
        if (one.trimmed().isEmpty())
            return ok();
        const QByteArray other = m_kind.keyOf(one);
        ended = one.endsWith('\n');
        if (other.isEmpty() || !m_kind.ends(ended ? lastLine(one) : lastLine(one) + '\n'))
            return Error{Error::Kind::Corrupt, u"record %1 is torn or has no key"_s.arg(count + 1)};
        if (other == key && at < 0) {
            at = count;
            same = one == record;
        }
        ++count;
        return ok();
    });
    if (!read)
        return read.error();
    if (same)
        return Place{at + 1, false};
    const Status saved = at < 0 && count > 0 && ended ? m_file.append(record) : rewrite(record, at);
    return saved ? Result<Place>(Place{(at < 0 ? count : at) + 1}) : saved.error();
}

Status RecordFile::rewrite(const QByteArray& record, int at) const
{
    return m_file.replace([&](QIODevice& to) {
        int number = 0;
        const Status written = eachRecord([&](const QByteArray& one) {
            if (!one.trimmed().isEmpty() && number++ == at)
                return writeTo(to, record);
            return writeTo(to, one.endsWith('\n') ? one : one + "\r\n");
        });
        return written && at < 0 ? writeTo(to, record) : written;
    });
}

} // namespace rapport::connectors::files

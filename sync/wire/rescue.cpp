// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/rescue.h"

#include "sync/wire/members.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>

namespace rapport::wire
{

namespace
{

constexpr qint64 maxMessage = 1024 * 1024, maxRecord = 16 * 1024 * 1024, maxFiles = 1'000, signatureSize = 64;
constexpr int maxConversations = 1'000'000;

Error torn()
{
    return {Error::Kind::Corrupt, QStringLiteral("the content of the rescue file is torn")};
}

QString timeText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QByteArray framed(const QJsonObject& object)
{
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QByteArray size(4, Qt::Uninitialized);
    qToLittleEndian(static_cast<quint32>(json.size()), size.data());
    return size + json;
}

} // namespace

QByteArray signedText(const QByteArray& envelope, const RescueHead& head)
{
    return "rapport rescue 1\n" + envelope + head.deviceId.toUtf8() + '\n' + timeText(head.madeAt).toLatin1() + '\n' +
           QByteArray::number(head.conversations);
}

QByteArray messageOf(const RescueHead& head)
{
    return framed({{QStringLiteral("device_id"), head.deviceId},
                   {QStringLiteral("made_at"), timeText(head.madeAt)},
                   {QStringLiteral("conversations"), head.conversations},
                   {QStringLiteral("signature"), QString::fromLatin1(head.signature.toBase64())}});
}

QByteArray messageOf(const RescuedRecord& record)
{
    QJsonArray files;
    for (const HandedFile& file : record.files)
        files.append(toObject(file));
    return framed({{QStringLiteral("instance_id"), record.instanceId},
                   {QStringLiteral("record"), static_cast<qint64>(record.xml.size())},
                   {QStringLiteral("files"), files}}) +
           record.xml;
}

Result<bool> RescueReader::fill(qint64 size)
{
    while (m_held.size() < size) {
        const auto more = m_next();
        if (!more)
            return more.error();
        if (more->isEmpty())
            return false;
        m_held += *more;
    }
    return true;
}

Result<QByteArray> RescueReader::take(qint64 size)
{
    const auto filled = fill(size);
    if (!filled)
        return filled.error();
    if (!*filled)
        return torn();
    const QByteArray taken = m_held.left(size);
    m_held.remove(0, size);
    return taken;
}

Result<QByteArray> RescueReader::message()
{
    const auto size = take(4);
    if (!size)
        return size.error();
    const qint64 length = qFromLittleEndian<quint32>(size->constData());
    return length <= maxMessage ? take(length) : Result<QByteArray>(torn());
}

Result<RescueHead> RescueReader::head()
{
    const auto json = message();
    if (!json)
        return json.error();
    Members members(QJsonDocument::fromJson(*json).object());
    RescueHead head;
    head.deviceId = members.uuid("device_id");
    head.madeAt = members.time("made_at").toUTC();
    head.conversations = members.count("conversations", maxConversations);
    head.signature = members.bytes("signature", signatureSize);
    return members.isComplete() ? Result<RescueHead>(head) : torn();
}

Result<std::optional<RescuedRecord>> RescueReader::record()
{
    const auto more = fill(1);
    if (!more)
        return more.error();
    if (!*more)
        return std::optional<RescuedRecord>();
    const auto json = message();
    if (!json)
        return json.error();
    const QJsonObject object = QJsonDocument::fromJson(*json).object();
    Members members(object);
    RescuedRecord record;
    record.instanceId = members.text("instance_id");
    const qint64 size = object[QLatin1String("record")].toInteger(-1);
    const QJsonArray files = object[QLatin1String("files")].toArray();
    if (!members.isComplete() || size < 0 || size > maxRecord || files.size() > maxFiles)
        return torn();
    for (const QJsonValue file : files) {
        auto described = parseHandedFile(file.toObject());
        if (!described)
            return torn();
        record.files.push_back(std::move(*described));
    }
    auto xml = take(size);
    if (!xml)
        return xml.error();
    record.xml = std::move(*xml);
    return std::optional(std::move(record));
}

Status RescueReader::file(const HandedFile& file, const std::function<Status(QByteArrayView)>& take)
{
    for (qint64 left = file.size; left > 0;) {
        const auto filled = fill(1);
        if (!filled)
            return filled.error();
        if (!*filled)
            return torn();
        const qint64 count = std::min<qint64>(left, m_held.size());
        if (auto taken = take(QByteArrayView(m_held).first(count)); !taken)
            return taken;
        m_held.remove(0, count);
        left -= count;
    }
    return ok();
}

QByteArray toJson(const RescueReport& report)
{
    QJsonArray refused;
    for (const RescueReport::Refused& one : report.refused)
        refused.append(QJsonObject{{QStringLiteral("instance_id"), one.instanceId}, {QStringLiteral("reason"), one.reason}});
    return QJsonDocument(QJsonObject{{QStringLiteral("device"), report.device},
                                     {QStringLiteral("conversations"), report.conversations},
                                     {QStringLiteral("new"), report.fresh},
                                     {QStringLiteral("known"), report.known},
                                     {QStringLiteral("refused"), refused}})
        .toJson(QJsonDocument::Compact);
}

Result<RescueReport> parseRescueReport(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Members members(object);
    RescueReport report;
    report.device = members.text("device");
    report.conversations = members.count("conversations", maxConversations);
    report.fresh = members.count("new", maxConversations);
    report.known = members.count("known", maxConversations);
    const QJsonArray refused = object[QLatin1String("refused")].toArray();
    bool whole = members.isComplete() && object.contains(QLatin1String("new")) && refused.size() <= maxConversations;
    for (const QJsonValue one : refused) {
        Members words(one.toObject());
        report.refused.push_back({words.text("instance_id"), words.text("reason")});
        whole = whole && words.isComplete();
    }
    return whole ? Result<RescueReport>(report) : Error{Error::Kind::Invalid, QStringLiteral("this is no report of a rescue")};
}

QString rescueWord(const Error& error)
{
    switch (error.kind) {
    case Error::Kind::Invalid:
        return rescue::notRescue;
    case Error::Kind::Newer:
        return rescue::newer;
    case Error::Kind::Corrupt:
        return rescue::torn;
    case Error::Kind::Denied:
        return rescue::otherHub;
    case Error::Kind::NotFound:
        return rescue::unknownDevice;
    default:
        return {};
    }
}

} // namespace rapport::wire

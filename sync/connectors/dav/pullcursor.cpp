// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/dav/pullcursor.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace rapport::connectors::dav
{
namespace
{

constexpr int form = 1;
constexpr quint32 largest = 256 * 1024 * 1024; ///< bytes, unpacked: a million objects
constexpr qsizetype digits = 12;               ///< of an ETag's hash: two of one object are told apart

Error corrupt()
{
    return {Error::Kind::Corrupt, u"dav: the cursor is not one of ours"_s};
}

} // namespace

QByteArray PullCursor::bytes() const
{
    QJsonArray members;
    for (const auto& [name, one] : known)
        members.append(QJsonArray{name, QString::fromLatin1(one.version), one.told});
    const QJsonObject json{{u"v"_s, form},    {u"place"_s, place},   {u"token"_s, token},
                           {u"ctag"_s, ctag}, {u"known"_s, members}, {u"pending"_s, QJsonArray::fromStringList(pending)}};
    return qCompress(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<PullCursor> PullCursor::parse(const QByteArray& bytes)
{
    if (bytes.size() < qsizetype(sizeof(quint32)) || qFromBigEndian<quint32>(bytes.constData()) > largest)
        return corrupt();
    const QJsonObject json = QJsonDocument::fromJson(qUncompress(bytes)).object();
    if (json["v"_L1].toInt() != form)
        return corrupt();
    PullCursor out;
    out.place = json["place"_L1].toString();
    out.token = json["token"_L1].toString();
    out.ctag = json["ctag"_L1].toString();
    for (const QJsonValue& one : json["known"_L1].toArray())
        out.known[one.toArray().at(0).toString()] = {one.toArray().at(1).toString().toLatin1(), one.toArray().at(2).toBool()};
    for (const QJsonValue& one : json["pending"_L1].toArray())
        out.pending += one.toString();
    return out;
}

QByteArray PullCursor::versionOf(const QString& etag)
{
    return etag.isEmpty() ? QByteArray() : QCryptographicHash::hash(etag.toUtf8(), QCryptographicHash::Sha256).toHex().left(digits);
}

} // namespace rapport::connectors::dav

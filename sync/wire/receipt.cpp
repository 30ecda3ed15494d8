// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/receipt.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rapport::wire
{

namespace
{

constexpr qsizetype maxReceipts = 10'000;

} // namespace

QString word(Receipt::State state)
{
    switch (state) {
    case Receipt::State::Waiting:
        return QStringLiteral("waiting");
    case Receipt::State::Confirmed:
        return QStringLiteral("confirmed");
    case Receipt::State::NeedsYou:
        break;
    }
    return QStringLiteral("needs_you");
}

Receipt::State receiptState(const QString& word)
{
    if (word == QLatin1String("confirmed"))
        return Receipt::State::Confirmed;
    return word == QLatin1String("needs_you") ? Receipt::State::NeedsYou : Receipt::State::Waiting;
}

QByteArray toJson(const ReceiptPage& page)
{
    QJsonArray receipts;
    for (const Receipt& receipt : page.receipts) {
        receipts.append(QJsonObject{{QStringLiteral("instance"), receipt.instanceId},
                                    {QStringLiteral("target"), receipt.target},
                                    {QStringLiteral("title"), receipt.title},
                                    {QStringLiteral("state"), word(receipt.state)},
                                    {QStringLiteral("reference"), receipt.reference},
                                    {QStringLiteral("sentence"), receipt.sentence},
                                    {QStringLiteral("at"), receipt.at.toUTC().toString(Qt::ISODateWithMs)}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("receipts"), receipts},
                                     {QStringLiteral("cursor"), QString::fromLatin1(page.cursor)},
                                     {QStringLiteral("more"), page.more},
                                     {QStringLiteral("reset"), page.reset}})
        .toJson(QJsonDocument::Compact);
}

Result<ReceiptPage> parseReceipts(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonArray receipts = object[QLatin1String("receipts")].toArray();
    if (!object[QLatin1String("receipts")].isArray() || !object[QLatin1String("cursor")].isString() || receipts.size() > maxReceipts)
        return Error{Error::Kind::Invalid, QStringLiteral("this is no page of receipts")};
    ReceiptPage page;
    page.cursor = object[QLatin1String("cursor")].toString().toLatin1();
    page.more = object[QLatin1String("more")].toBool();
    page.reset = object[QLatin1String("reset")].toBool();
    for (const QJsonValue& value : receipts) {
        const QJsonObject one = value.toObject();
        Receipt receipt{one[QLatin1String("instance")].toString(),
                        one[QLatin1String("target")].toString(),
                        one[QLatin1String("title")].toString(),
                        receiptState(one[QLatin1String("state")].toString()),
                        one[QLatin1String("reference")].toString(),
                        one[QLatin1String("sentence")].toString(),
                        QDateTime::fromString(one[QLatin1String("at")].toString(), Qt::ISODateWithMs)};
        if (receipt.instanceId.isEmpty() || receipt.target.isEmpty())
            return Error{Error::Kind::Invalid, QStringLiteral("a receipt names no conversation or no target")};
        page.receipts.push_back(std::move(receipt));
    }
    return page;
}

} // namespace rapport::wire

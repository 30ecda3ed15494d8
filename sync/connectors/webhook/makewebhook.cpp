// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/webhook/makewebhook.h"

#include "sync/connectors/configuration.h"
#include "sync/connectors/files/lists.h"
#include "sync/connectors/webhook/webhookconnector.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace rapport::connectors::webhook
{
namespace
{

Result<Receiver> receiverOf(const QJsonObject& configuration, const QString& dataDir)
{
    Receiver receiver;
    receiver.url = QUrl(configuration["url"_L1].toString(), QUrl::StrictMode);
    const bool here = isLoopback(receiver.url), secure = receiver.url.scheme() == "https"_L1;
    if (receiver.url.host().isEmpty() || !receiver.url.userInfo().isEmpty() || !(secure || (here && receiver.url.scheme() == "http"_L1)))
        return wrong(u"url"_s, u"is not an https address"_s);
    const auto isPrivate = yesOrNo(configuration, u"private"_s, false);
    const auto time = requestTime(configuration, 30, 300);
    const auto certificates = fileIn(configuration, u"certificates"_s, dataDir);
    if (!isPrivate || !time || !certificates)
        return !isPrivate ? isPrivate.error() : !time ? time.error() : certificates.error();
    receiver.reach = here ? Reach::Loopback : *isPrivate ? Reach::Private : Reach::Public;
    receiver.time = *time;
    receiver.certificates = *certificates;
    return receiver;
}

Result<Selection> selectionOf(const QJsonObject& configuration)
{
    const auto records = yesOrNo(configuration, u"records"_s, true);
    if (!records)
        return records.error();
    Selection selection{{}, *records};
    if (!configuration.contains("lists"_L1)) {
        for (const files::StandardList& list : files::standardLists())
            selection.lists += list.name;
        return selection;
    }
    if (!configuration["lists"_L1].isArray())
        return wrong(u"lists"_s, u"is not an array of names"_s);
    for (const QJsonValue& list : configuration["lists"_L1].toArray()) {
        if (list.toString().isEmpty())
            return wrong(u"lists"_s, u"is not an array of names"_s);
        selection.lists += list.toString();
    }
    return selection;
}

} // namespace

Result<std::unique_ptr<Connector>> makeWebhook(const QJsonObject& configuration, const QString& dataDir)
{
    const QStringList possible{u"lists"_s, u"records"_s, u"private"_s, u"certificates"_s, u"request_seconds"_s};
    if (Status members = checkMembers(configuration, {u"url"_s, u"secret"_s}, possible); !members)
        return members.error();
    auto receiver = receiverOf(configuration, dataDir);
    auto selection = selectionOf(configuration);
    auto signer = Signer::parse(configuration["secret"_L1].toString());
    if (!signer)
        return wrong(u"secret"_s, u"is "_s + signer.error().detail);
    if (!receiver || !selection)
        return receiver ? selection.error() : receiver.error();
    return std::unique_ptr<Connector>(std::make_unique<WebhookConnector>(configuration["title"_L1].toString(), std::move(*receiver),
                                                                         std::move(*signer), std::move(*selection), systemClock()));
}

} // namespace rapport::connectors::webhook

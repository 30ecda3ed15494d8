// SPDX-License-Identifier: Apache-2.0
#include "connectors/webhooktarget.h"

#include <QJsonDocument>

#include <catch2/catch.hpp>

namespace rapport::test
{

WebhookTarget::WebhookTarget()
{
    REQUIRE(receiver.start({WebhookReceiver::secret()}));
    proxy = std::make_unique<FaultProxy>(receiver.port());
}

std::unique_ptr<connectors::Connector> WebhookTarget::connect(const QJsonObject& instead)
{
    QJsonObject configuration{{u"id"_s, u"hook"_s},
                              {u"type"_s, u"webhook"_s},
                              {u"title"_s, u"Agency"_s},
                              {u"url"_s, u"http://127.0.0.1:%1/rapport"_s.arg(proxy->port())},
                              {u"secret"_s, WebhookReceiver::secret()}};
    for (auto it = instead.begin(); it != instead.end(); ++it)
        configuration[it.key()] = it.value();
    auto made = connectors::makeConnector(configuration, dir.path());
    INFO((made ? std::string() : made.error().detail.toStdString()));
    REQUIRE(made);
    return std::move(*made);
}

QString WebhookTarget::text(const QString& list, const QString& id)
{
    QString newest;
    for (const QJsonObject& document : receiver.kept()) {
        const QJsonObject entity = document["data"_L1]["entity"_L1].toObject();
        if (entity["list"_L1].toString() == list && entity["id"_L1].toString() == id)
            newest = list == u"opportunities"_s && entity["properties"_L1].toObject().contains("title"_L1)
                         ? entity["properties"_L1]["title"_L1].toString()
                         : entity["label"_L1].toString();
    }
    return newest;
}

QString WebhookTarget::state()
{
    QString out;
    for (const QJsonObject& document : receiver.kept())
        out += QString::fromUtf8(QJsonDocument(document).toJson());
    return out;
}

void WebhookTarget::behave()
{
    receiver.behave();
    proxy->pass();
    proxy->forget();
}

WebhookTarget& webhookTarget()
{
    static WebhookTarget target;
    return target;
}

} // namespace rapport::test

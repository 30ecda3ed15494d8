// SPDX-License-Identifier: Apache-2.0
#include "app/embeddedhub.h"

#include "sync/hub/assets.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtConcurrent>

#include <algorithm>

namespace rapport::app
{

namespace
{

QByteArray demoFile(const QString& name)
{
    QFile file(QStringLiteral(":/demo/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The demo's target writes its rows for others to read: beside the data folder, where nothing is in clear, not in it.
Result<QByteArray> demoConnector(const QString& deliveredTo)
{
    if (!QDir().mkpath(deliveredTo))
        return Error{Error::Kind::Denied, QStringLiteral("the folder for delivered files cannot be made")};
    QJsonObject configuration = QJsonDocument::fromJson(demoFile(QStringLiteral("connector.json"))).object();
    configuration[QLatin1String("folder")] = deliveredTo;
    return QJsonDocument(configuration).toJson();
}

/// Brochures, a film: what the demo's content.json says of them.
Status publishContent(hub::HubAdmin& admin)
{
    for (const QJsonValue one : QJsonDocument::fromJson(demoFile(QStringLiteral("content.json"))).array()) {
        const auto said = [&](const char* name) -> std::optional<QString> {
            const QJsonValue value = one[QLatin1String(name)];
            return value.isString() ? std::optional(value.toString()) : std::nullopt;
        };
        const hub::AssetWords words{said("id").value_or(QString()),
                                    said("title"),
                                    said("folder"),
                                    said("tags"),
                                    said("languages"),
                                    said("valid_from"),
                                    said("valid_to"),
                                    said("visibility")};
        if (auto put = hub::putAsset(admin, words, QStringLiteral(":/demo/content/") + said("file").value_or(QString())); !put)
            return put.error();
    }
    return ok();
}

const QString lastOfDemo = QStringLiteral("trade_fair_conversation"); ///< where it is, all the rest is

/// The demo fair, once; a start that was cut off in the middle of it is gone through again.
Status publishDemo(hub::HubAdmin& admin, const QString& deliveredTo)
{
    const auto forms = admin.forms();
    if (!forms)
        return forms.error();
    if (std::any_of(forms->begin(), forms->end(), [](const QJsonValue& form) { return form[QLatin1String("form_id")].toString() == lastOfDemo; }))
        return ok();
    for (const char* list : {"organisations", "contacts", "opportunities", "offers", "sales", "machines", "jobs", "limits", "measurements", "parts",
                             "products", "prices", "scores", "activities", "briefings"}) {
        const QString name = QString::fromLatin1(list);
        if (auto imported = admin.importEntities(name, demoFile(name + QStringLiteral(".csv"))); !imported)
            return imported.error();
    }
    const auto connector = demoConnector(deliveredTo);
    if (!connector)
        return connector.error();
    if (auto added = admin.addConnector(*connector); !added)
        return added;
    if (auto published = publishContent(admin); !published)
        return published;
    if (auto put = admin.putOccasion(demoFile(QStringLiteral("occasion.json"))); !put)
        return put;
    for (const char* form : {"maintenance_checklist", "product_configuration", "account_selection", "voice_of_customer", "consent_withdrawal"}) {
        if (auto published = admin.publishForm(demoFile(QString::fromLatin1(form) + QStringLiteral(".xml"))); !published)
            return published.error();
    }
    const auto published = admin.publishForm(demoFile(lastOfDemo + QStringLiteral(".xml")));
    return published ? ok() : Status(published.error());
}

} // namespace

EmbeddedHub::EmbeddedHub()
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

EmbeddedHub::~EmbeddedHub()
{
    m_pool.waitForDone(); // it may be starting still
}

QFuture<Result<EmbeddedHub::Started>> EmbeddedHub::start(const hub::HubConfig& config, const QString& knownToken, Demo demo)
{
    return QtConcurrent::run(&m_pool, [this, config, knownToken, demo] { return run(config, knownToken, demo); });
}

Result<EmbeddedHub::Started> EmbeddedHub::run(const hub::HubConfig& config, const QString& knownToken, Demo demo)
{
    if (!QDir().mkpath(config.dataDir))
        return Error{Error::Kind::Denied, QStringLiteral("the hub's folder cannot be made")};
    auto started = hub::Hub::start(config);
    if (!started)
        return started.error();
    m_hub = std::move(*started);
    hub::HubAdmin& admin = m_hub->admin();
    if (demo == Demo::Publish) {
        if (auto published = publishDemo(admin, QDir::cleanPath(config.dataDir + QStringLiteral("/..")) + QStringLiteral("-delivered")); !published)
            return published.error();
    }
    const auto devices = admin.devices();
    if (!devices)
        return devices.error();
    QString token = devices->isEmpty() ? QString() : knownToken;
    if (token.isEmpty()) {
        const auto added = admin.addDevice(QStringLiteral("This device"));
        if (!added)
            return added.error();
        token = added->token;
    }
    const QUrl url(QStringLiteral("http://%1:%2").arg(config.address).arg(m_hub->port()));
    return Started{{url, token, true}, token};
}

} // namespace rapport::app

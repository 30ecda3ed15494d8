// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/makerest.h"

#include "sync/connectors/configuration.h"
#include "sync/connectors/rest/restconnector.h"
#include "sync/connectors/webhook/reach.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

/// A static library's resources are linked in only where somebody asks for them; the macro wants to stand outside of namespaces.
static void registerRedmine()
{
    Q_INIT_RESOURCE(redmine);
}

namespace rapport::connectors::rest
{
namespace
{

bool isOneLine(const QString& text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c < u' ' || c == QChar(0x7F); });
}

Result<Account> accountOf(const QJsonObject& configuration, const QString& dataDir)
{
    Account account;
    account.server.url = QUrl(configuration["url"_L1].toString(), QUrl::StrictMode);
    const QUrl& url = account.server.url;
    const bool isSafe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && webhook::isLoopback(url));
    if (url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() || !isSafe)
        return wrong(u"url"_s, u"is not an https address"_s);
    account.user = configuration["user"_L1].toString();
    account.password = configuration["password"_L1].toString();
    account.token = configuration["token"_L1].toString();
    if (account.user.isEmpty() != account.password.isEmpty())
        return wrong(account.user.isEmpty() ? u"user"_s : u"password"_s, u"is missing"_s);
    if (!account.user.isEmpty() && !account.token.isEmpty())
        return wrong(u"token"_s, u"is one way in, user and password another: one is enough"_s);
    if (account.user.contains(u':') || !isOneLine(account.token))
        return wrong(account.token.isEmpty() ? u"user"_s : u"token"_s, u"has a character in it that cannot be sent"_s);
    const auto time = requestTime(configuration, 30, 300);
    const auto certificates = fileIn(configuration, u"certificates"_s, dataDir);
    if (!time || !certificates)
        return time ? certificates.error() : time.error();
    account.server.time = *time;
    account.server.certificates = *certificates;
    return account;
}

Result<std::map<QString, QString>> settingsOf(const QJsonObject& configuration)
{
    std::map<QString, QString> out;
    const QJsonValue settings = configuration["settings"_L1];
    if (!settings.isUndefined() && !settings.isObject())
        return wrong(u"settings"_s, u"is not an object"_s);
    const QJsonObject json = settings.toObject();
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (it.value().toString().isEmpty())
            return wrong(u"settings."_s + it.key(), u"is not a text"_s);
        out[it.key()] = it.value().toString();
    }
    return out;
}

Result<std::unique_ptr<Connector>> make(const QJsonObject& configuration, const QString& dataDir, const QStringList& needed, const QString& shipped)
{
    const QStringList possible{u"mapping"_s, u"user"_s, u"password"_s, u"token"_s, u"settings"_s, u"certificates"_s, u"request_seconds"_s};
    if (Status members = checkMembers(configuration, needed, possible); !members)
        return members.error();
    auto account = accountOf(configuration, dataDir);
    const auto settings = settingsOf(configuration);
    if (!account || !settings)
        return account ? settings.error() : account.error();
    const QString file = configuration["mapping"_L1].toString();
    auto mapping = loadMapping(file.isEmpty() ? shipped : QDir(dataDir).absoluteFilePath(file), *settings);
    if (!mapping)
        return mapping.error();
    return std::unique_ptr<Connector>(
        std::make_unique<RestConnector>(configuration["title"_L1].toString(), std::move(*account), std::move(*mapping)));
}

} // namespace

Result<std::unique_ptr<Connector>> makeRest(const QJsonObject& configuration, const QString& dataDir)
{
    return make(configuration, dataDir, {u"url"_s, u"mapping"_s}, {});
}

Result<std::unique_ptr<Connector>> makeRedmine(const QJsonObject& configuration, const QString& dataDir)
{
    registerRedmine();
    return make(configuration, dataDir, {u"url"_s, u"token"_s}, u":/rapport/connectors/redmine/mapping.json"_s);
}

} // namespace rapport::connectors::rest

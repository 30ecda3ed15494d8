// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/makerest.h"

#include "sync/connectors/configuration.h"
#include "sync/connectors/rest/restconnector.h"
#include "sync/connectors/rest/serverof.h"

#include <QDir>

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

Result<Account> accountOf(const QJsonObject& configuration, const QString& dataDir)
{
    Account account;
    auto server = serverOf(configuration, dataDir);
    if (!server)
        return server.error();
    account.server = std::move(*server);
    account.user = configuration["user"_L1].toString();
    account.password = configuration["password"_L1].toString();
    account.token = configuration["token"_L1].toString();
    if (account.user.isEmpty() != account.password.isEmpty())
        return wrong(account.user.isEmpty() ? u"user"_s : u"password"_s, u"is missing"_s);
    if (!account.user.isEmpty() && !account.token.isEmpty())
        return wrong(u"token"_s, u"is one way in, user and password another: one is enough"_s);
    if (account.user.contains(u':') || !isOneLine(account.token))
        return wrong(account.token.isEmpty() ? u"user"_s : u"token"_s, u"has a character in it that cannot be sent"_s);
    return account;
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

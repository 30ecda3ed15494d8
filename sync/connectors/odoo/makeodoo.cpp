// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/odoo/makeodoo.h"

#include "sync/connectors/configuration.h"
#include "sync/connectors/odoo/odooconnector.h"
#include "sync/connectors/rest/serverof.h"

#include <QDir>

using namespace Qt::StringLiterals;

/// A static library's resources are linked in only where somebody asks for them; the macro wants to stand outside of namespaces.
static void registerOdoo()
{
    Q_INIT_RESOURCE(odoo);
}

namespace rapport::connectors::odoo
{
namespace
{

Result<Account> accountOf(const QJsonObject& configuration, const QString& dataDir)
{
    auto server = rest::serverOf(configuration, dataDir);
    if (!server)
        return server.error();
    Account account{std::move(*server), configuration["database"_L1].toString(), configuration["token"_L1].toString(),
                    configuration["user"_L1].toString(), configuration["password"_L1].toString()};
    if (!account.token.isEmpty() && !(account.user.isEmpty() && account.password.isEmpty()))
        return wrong(u"token"_s, u"is the way into Odoo 19, user and password into older ones: one is enough"_s);
    if (account.token.isEmpty() && account.user.isEmpty() && account.password.isEmpty())
        return wrong(u"token"_s, u"is missing"_s);
    const bool isOld = account.token.isEmpty();
    if (isOld && (account.user.isEmpty() || account.password.isEmpty() || account.database.isEmpty()))
        return wrong(account.user.isEmpty() ? u"user"_s : account.password.isEmpty() ? u"password"_s : u"database"_s, u"is missing"_s);
    if (!rest::isOneLine(account.token) || !rest::isOneLine(account.database))
        return wrong(rest::isOneLine(account.token) ? u"database"_s : u"token"_s, u"has a character in it that cannot be sent"_s);
    return account;
}

} // namespace

Result<std::unique_ptr<Connector>> makeOdoo(const QJsonObject& configuration, const QString& dataDir)
{
    registerOdoo();
    const QStringList possible{u"token"_s,   u"database"_s, u"user"_s,         u"password"_s,
                               u"mapping"_s, u"settings"_s, u"certificates"_s, u"request_seconds"_s};
    if (Status members = checkMembers(configuration, {u"url"_s}, possible); !members)
        return members.error();
    auto account = accountOf(configuration, dataDir);
    const auto settings = rest::settingsOf(configuration);
    if (!account || !settings)
        return account ? settings.error() : account.error();
    const QString file = configuration["mapping"_L1].toString();
    auto mapping = loadMapping(file.isEmpty() ? u":/rapport/connectors/odoo/mapping.json"_s : QDir(dataDir).absoluteFilePath(file), *settings);
    if (!mapping)
        return mapping.error();
    return std::unique_ptr<Connector>(
        std::make_unique<OdooConnector>(configuration["title"_L1].toString(), std::move(*account), std::move(*mapping)));
}

} // namespace rapport::connectors::odoo

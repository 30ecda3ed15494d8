// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/connector.h"

#include "sync/connectors/caldav/makecaldav.h"
#include "sync/connectors/carddav/makecarddav.h"
#include "sync/connectors/configuration.h"
#include "sync/connectors/files/makefiles.h"
#include "sync/connectors/mail/makemail.h"
#include "sync/connectors/odoo/makeodoo.h"
#include "sync/connectors/rest/makerest.h"
#include "sync/connectors/tryton/trytonconnector.h"
#include "sync/connectors/webhook/makewebhook.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

/// A static library's resources are linked in only where somebody asks for them; the macro wants to stand outside of namespaces.
static void registerMapping()
{
    Q_INIT_RESOURCE(mapping);
}

namespace rapport::connectors
{
namespace
{

/// "+0042.50" → "42.5"; a text that is no decimal number stays as it is.
QString plainDecimal(const QString& text)
{
    static const QRegularExpression number(u"^([+-]?)0*([0-9]+?)(?:[.]([0-9]*?)0*)?$"_s);
    const auto match = number.match(text.trimmed());
    if (!match.hasMatch())
        return text;
    const QString whole = match.captured(2), fraction = match.captured(3);
    const bool zero = whole == "0"_L1 && fraction.isEmpty();
    return (match.captured(1) == "-"_L1 && !zero ? u"-"_s : QString()) + whole + (fraction.isEmpty() ? QString() : u'.' + fraction);
}

QString digitsOf(const QString& telephones)
{
    static const QRegularExpression decoration(u"[ ()/.-]"_s);
    return QString(telephones).remove(decoration);
}

QStringList itemsOf(const QString& set, const QString& property)
{
    QStringList items = set.split(u' ', Qt::SkipEmptyParts);
    if (property == "other_phones"_L1)
        std::transform(items.begin(), items.end(), items.begin(), digitsOf);
    items.sort();
    return items;
}

Result<std::unique_ptr<Connector>> makeTryton(const QJsonObject& configuration, const QString& dataDir)
{
    const QStringList needed{u"url"_s, u"database"_s, u"user"_s, u"password"_s};
    if (Status members = checkMembers(configuration, needed, {u"mapping"_s, u"request_seconds"_s}); !members)
        return members.error();
    tryton::Account account;
    account.server = QUrl(configuration["url"_L1].toString(), QUrl::StrictMode);
    if (account.server.host().isEmpty() || !account.server.scheme().startsWith("http"_L1))
        return Error{Error::Kind::Invalid, u"connector: \"url\" is not an http(s) address"_s};
    account.database = configuration["database"_L1].toString();
    account.user = configuration["user"_L1].toString();
    account.password = configuration["password"_L1].toString();
    const int seconds = configuration["request_seconds"_L1].toInt(30);
    if (seconds < 1 || seconds > 300)
        return Error{Error::Kind::Invalid, u"connector: \"request_seconds\" is not between 1 and 300"_s};
    account.callTime = std::chrono::seconds(seconds);
    const QString file = configuration["mapping"_L1].toString();
    registerMapping();
    auto mapping = tryton::loadMapping(file.isEmpty() ? u":/rapport/connectors/tryton/mapping.json"_s : QDir(dataDir).absoluteFilePath(file));
    if (!mapping)
        return mapping.error();
    return std::unique_ptr<Connector>(std::make_unique<tryton::TrytonConnector>(configuration["title"_L1].toString(), account, std::move(*mapping)));
}

} // namespace

bool saysTheSame(const QString& property, const QString& pulled, const QString& known)
{
    if (property == "as_of"_L1 || pulled == known)
        return true;
    if (property == "amount"_L1 || property == "list_price"_L1)
        return plainDecimal(pulled) == plainDecimal(known);
    if (property == "phone"_L1 || property == "mobile"_L1)
        return digitsOf(pulled) == digitsOf(known);
    return property.startsWith("other_"_L1) && itemsOf(pulled, property) == itemsOf(known, property);
}

Result<std::unique_ptr<Connector>> makeConnector(const QJsonObject& configuration, const QString& dataDir)
{
    const QString type = configuration["type"_L1].toString();
    if (type == "files"_L1)
        return files::makeFiles(configuration, dataDir);
    if (type == "tryton"_L1)
        return makeTryton(configuration, dataDir);
    if (type == "mail"_L1)
        return mail::makeMail(configuration, dataDir);
    if (type == "rest"_L1)
        return rest::makeRest(configuration, dataDir);
    if (type == "redmine"_L1)
        return rest::makeRedmine(configuration, dataDir);
    if (type == "odoo"_L1)
        return odoo::makeOdoo(configuration, dataDir);
    if (type == "webhook"_L1)
        return webhook::makeWebhook(configuration, dataDir);
    if (type == "carddav"_L1)
        return carddav::makeCardDav(configuration, dataDir);
    if (type == "caldav"_L1)
        return caldav::makeCalDav(configuration, dataDir);
    return Error{Error::Kind::Invalid, u"connector: type \"%1\" is not known"_s.arg(type)};
}

} // namespace rapport::connectors

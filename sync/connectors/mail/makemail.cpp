// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/mail/makemail.h"

#include "sync/connectors/configuration.h"
#include "sync/connectors/mail/headers.h"
#include "sync/connectors/mail/mailconnector.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

/// As in connector.cpp.
static void registerTemplates()
{
    Q_INIT_RESOURCE(templates);
}

namespace rapport::connectors::mail
{
namespace
{

bool isThisMachine(const QUrl& url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

Result<Account> accountOf(const QJsonObject& configuration, const QString& dataDir)
{
    Account account;
    account.server = QUrl(configuration["url"_L1].toString(), QUrl::StrictMode);
    const QString scheme = account.server.scheme();
    if (account.server.host().isEmpty() || (scheme != "smtp"_L1 && scheme != "smtps"_L1) || !account.server.userInfo().isEmpty() ||
        account.server.path().size() > 1)
        return wrong(u"url"_s, u"is not smtp://host:port or smtps://host:port"_s);
    const auto startTls = yesOrNo(configuration, u"starttls"_s, true);
    if (!startTls)
        return startTls.error();
    account.startTls = *startTls && scheme == "smtp"_L1;
    if (!*startTls && scheme == "smtp"_L1 && !isThisMachine(account.server))
        return wrong(u"starttls"_s, u"may be false on this machine only: mails are about people"_s);
    account.user = configuration["user"_L1].toString();
    account.password = configuration["password"_L1].toString();
    if (account.user.isEmpty() != account.password.isEmpty())
        return wrong(account.user.isEmpty() ? u"user"_s : u"password"_s, u"is missing beside the other"_s);
    const auto time = requestTime(configuration, 120, 600);
    const auto certificates = fileIn(configuration, u"certificates"_s, dataDir);
    if (!time || !certificates)
        return time ? certificates.error() : time.error();
    account.time = *time;
    account.certificates = *certificates;
    return account;
}

Result<Sender> senderOf(const QJsonObject& configuration)
{
    const auto address = addressOf(configuration["from"_L1].toString());
    if (!address)
        return wrong(u"from"_s, u"is not an e-mail address"_s);
    Sender sender{*address, configuration["from_name"_L1].toString(), configuration["unsubscribe"_L1].toString()};
    if (!isOneLine(sender.name))
        return wrong(u"from_name"_s, u"has a line end or a control character in it"_s);
    if (sender.unsubscribe.isEmpty())
        sender.unsubscribe = u"mailto:"_s + QString::fromLatin1(sender.address);
    const QUrl link(sender.unsubscribe, QUrl::StrictMode);
    if (!link.isValid() || (link.scheme() != "https"_L1 && link.scheme() != "mailto"_L1))
        return wrong(u"unsubscribe"_s, u"is neither an https: nor a mailto: address"_s);
    sender.unsubscribe = QString::fromLatin1(link.toEncoded());
    return sender;
}

} // namespace

Result<std::unique_ptr<Connector>> makeMail(const QJsonObject& configuration, const QString& dataDir)
{
    const QStringList possible{u"from_name"_s,    u"unsubscribe"_s,     u"user"_s,     u"password"_s, u"starttls"_s,
                               u"certificates"_s, u"request_seconds"_s, u"templates"_s};
    if (Status members = checkMembers(configuration, {u"url"_s, u"from"_s}, possible); !members)
        return members.error();
    auto account = accountOf(configuration, dataDir);
    auto sender = senderOf(configuration);
    const auto file = fileIn(configuration, u"templates"_s, dataDir);
    if (!account || !sender || !file)
        return !account ? account.error() : !sender ? sender.error() : file.error();
    registerTemplates();
    auto templates = loadTemplates(file->isEmpty() ? u":/rapport/connectors/mail/templates.json"_s : *file);
    if (!templates)
        return templates.error();
    const QString id = QString::fromLatin1(QUrl::toPercentEncoding(configuration["id"_L1].toString()));
    return std::unique_ptr<Connector>(std::make_unique<MailConnector>(configuration["title"_L1].toString(), std::move(*account), std::move(*sender),
                                                                      std::move(*templates), Ledger(dataDir + "/mail-"_L1 + id)));
}

} // namespace rapport::connectors::mail

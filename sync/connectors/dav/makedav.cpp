// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/dav/makedav.h"

#include "sync/connectors/configuration.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace rapport::connectors::dav
{
namespace
{

bool isThisMachine(const QUrl& url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

} // namespace

QStringList neededMembers()
{
    return {u"url"_s, u"user"_s, u"password"_s};
}

QStringList possibleMembers()
{
    return {u"mapping"_s, u"certificates"_s, u"request_seconds"_s};
}

Result<Account> accountOf(const QJsonObject& configuration, const QString& dataDir)
{
    Account account;
    account.collection = QUrl(configuration["url"_L1].toString(), QUrl::StrictMode);
    const QUrl& url = account.collection;
    const bool safe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isThisMachine(url)); // the password goes along
    if (url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() || !safe)
        return wrong(u"url"_s, u"is not the https address of a collection"_s);
    if (!url.path().endsWith(u'/'))
        account.collection.setPath(url.path(QUrl::FullyEncoded) + u'/', QUrl::StrictMode);
    const auto time = requestTime(configuration, 30, 300);
    const auto certificates = fileIn(configuration, u"certificates"_s, dataDir);
    if (!time || !certificates)
        return time ? certificates.error() : time.error();
    account.user = configuration["user"_L1].toString();
    account.password = configuration["password"_L1].toString();
    account.time = *time;
    account.certificates = *certificates;
    return account;
}

Result<Mapping> mappingOf(const QJsonObject& configuration, const QString& dataDir, const QString& shipped)
{
    const auto file = fileIn(configuration, u"mapping"_s, dataDir);
    if (!file)
        return file.error();
    return loadMapping(file->isEmpty() ? shipped : *file);
}

} // namespace rapport::connectors::dav

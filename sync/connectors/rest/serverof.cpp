// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/serverof.h"

#include "sync/connectors/configuration.h"
#include "sync/connectors/webhook/reach.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{

Result<Server> serverOf(const QJsonObject& configuration, const QString& dataDir)
{
    Server server;
    server.url = QUrl(configuration["url"_L1].toString(), QUrl::StrictMode);
    const QUrl& url = server.url;
    const bool isSafe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && webhook::isLoopback(url));
    if (url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() || !isSafe)
        return wrong(u"url"_s, u"is not an https address"_s);
    const auto time = requestTime(configuration, 30, 300);
    const auto certificates = fileIn(configuration, u"certificates"_s, dataDir);
    if (!time || !certificates)
        return time ? certificates.error() : time.error();
    server.time = *time;
    server.certificates = *certificates;
    return server;
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

bool isOneLine(const QString& text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c < u' ' || c == QChar(0x7F); });
}

} // namespace rapport::connectors::rest

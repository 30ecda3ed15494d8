// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/replies.h"

#include "sync/wire/openrosa.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

namespace rapport::hub
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.hub")

} // namespace

Response xml(const QByteArray& body, int status)
{
    Response response;
    response.status = status;
    response.contentType = "text/xml; charset=utf-8";
    response.body = body;
    return response;
}

Response openRosa(int status, const QString& sentence)
{
    return xml(wire::responseXml(sentence), status);
}

Response json(const QByteArray& body, int status)
{
    Response response;
    response.status = status;
    response.body = body;
    return response;
}

Response problem(int status, const char* word)
{
    return json(QJsonDocument(QJsonObject{{QStringLiteral("error"), QLatin1String(word)}}).toJson(QJsonDocument::Compact), status);
}

Response noRoom()
{
    return openRosa(507, QStringLiteral("The hub has no room left. Nothing was lost; it is tried again later."));
}

Response trouble(const Error& error)
{
    qCWarning(log) << "request failed:" << error.detail;
    if (error.kind == Error::Kind::Full)
        return noRoom();
    return openRosa(503, QStringLiteral("The hub cannot store this now. It is tried again later."));
}

} // namespace rapport::hub

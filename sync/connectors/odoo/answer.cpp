// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/odoo/answer.h"

#include <QRegularExpression>

#include <map>

using namespace Qt::StringLiterals;

namespace rapport::connectors::odoo
{
namespace
{

/// What an exception means; nothing: its name does not say it.
std::optional<Fault::Kind> kindOf(const QString& exception)
{
    using Kind = Fault::Kind;
    static const std::map<QString, Kind> odoos{{u"AccessDenied"_s, Kind::Denied},     {u"AccessError"_s, Kind::Forbidden},
                                               {u"MissingError"_s, Kind::Gone},       {u"UserError"_s, Kind::Refused},
                                               {u"ValidationError"_s, Kind::Refused}, {u"RedirectWarning"_s, Kind::Refused},
                                               {u"except_orm"_s, Kind::Refused},      {u"Warning"_s, Kind::Refused}};
    const QString module = exception.section(u'.', 0, 0), name = exception.section(u'.', -1);
    if (module == u"odoo"_s || module == u"openerp"_s) {
        const auto known = odoos.find(name);
        return known == odoos.end() ? std::nullopt : std::optional(known->second);
    }
    // An unknown field or a wrong selection is an error of Python's there (HTTP 500), although it is ours: it will not go away by itself.
    if (module == u"builtins"_s || module == u"exceptions"_s)
        return Kind::Broken;
    return std::nullopt;
}

/// Of the HTTP status, where the name of the exception says nothing.
Fault::Kind kindOf(int status)
{
    using Kind = Fault::Kind;
    switch (status) {
    case 401:
        return Kind::Denied;
    case 403:
        return Kind::Forbidden;
    default:
        return status >= 500 || status / 100 == 2 ? Kind::Failed : Kind::Broken; // 404: no such model or method; 422: no such argument
    }
}

/// A name that may stand in a log.
QString loggable(const QString& name)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_.]{1,80}$"_s);
    return name.contains(plain) ? name : u"an error"_s;
}

Fault faultOf(const QString& exception, const QString& what, int status)
{
    const auto kind = kindOf(exception);
    return {kind ? *kind : kindOf(status), u"%1: HTTP %2, %3"_s.arg(what).arg(status).arg(loggable(exception)), {}};
}

/// Statuses of whoever stands before Odoo: what they say is nothing of Odoo's.
bool isGateways(int status)
{
    return status == 408 || status == 429 || (status >= 502 && status <= 504);
}

} // namespace

Reply resultOf(const rest::HttpAnswer& answer, Api api, const QString& what, Effect effect)
{
    const bool isStatus = answer.kind == rest::HttpAnswer::Kind::Status;
    if (isStatus && answer.status >= 400 && !isGateways(answer.status)) {
        const auto error = rest::parseJson(answer.body);
        return faultOf(error ? (*error)[u"name"_s].said() : QString(), what, answer.status);
    }
    Reply reply = rest::judge(answer, what, effect);
    if (!reply || api == Api::Json2)
        return reply;
    const Json& error = reply.value[u"error"_s];
    if (error.isObject())
        return faultOf(error[u"data"_s][u"name"_s].said(), what, answer.status);
    if (!reply.value.contains(u"result"_s))
        return Fault{effect == Effect::Reads ? Fault::Kind::Broken : Fault::Kind::Lost, what + u": the answer is none of JSON-RPC"_s, {}};
    const Json result = reply.value[u"result"_s];
    return result;
}

Reply recordsIn(const Json& result, const QString& model)
{
    Json out = Json::array();
    for (const Json& record : result.items()) {
        if (!record.isObject() || record[u"id"_s].kind() != Json::Kind::Number)
            return Fault{Fault::Kind::Broken, u"%1: a record has no id"_s.arg(model)};
        out.append(recordOf(record));
    }
    return result.isArray() ? Reply(std::move(out)) : Reply(Fault{Fault::Kind::Broken, u"%1: no records where some should be"_s.arg(model)});
}

Json recordOf(const Json& record)
{
    Json out = Json::object();
    for (size_t i = 0; i < record.names().size(); ++i) {
        const Json& value = record.items()[i];
        const auto& parts = value.items();
        Json& to = out.member(record.names()[i]);
        if (value.kind() == Json::Kind::Boolean && value.said() == u"false"_s) {
            to = Json();
        } else if (value.isArray() && parts.size() == 2 && parts[0].kind() == Json::Kind::Number && parts[1].kind() != Json::Kind::Number) {
            to.member(u"id"_s) = parts[0];
            to.member(u"name"_s) = parts[1].isText() ? parts[1] : Json();
        } else {
            to = value;
        }
    }
    return out;
}

Reply loadedId(const Json& result, const QString& model, const QStringList& columns)
{
    const auto& ids = result[u"ids"_s].items();
    if (ids.size() == 1 && ids.front().kind() == Json::Kind::Number)
        return ids.front();
    if (!result.isObject() || !result[u"messages"_s].isArray())
        return Fault{Fault::Kind::Lost, model + u"/load: the answer is none of load()"_s};
    QString detail = model + u"/load: the row was not taken"_s;
    for (const Json& message : result[u"messages"_s].items()) {
        if (const QString field = message[u"field"_s].said(); columns.contains(field)) {
            detail += u": "_s + field;
            break;
        }
    }
    return Fault{Fault::Kind::Refused, detail};
}

} // namespace rapport::connectors::odoo

// SPDX-License-Identifier: Apache-2.0
#include "connectors/odooserver.h"

#include <QJsonDocument>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace rapport::test
{
namespace
{

struct Fields {
    QStringList texts, numbers, flags;
    std::map<QString, QString> references{}; ///< field → model
};

/// The models that are there, and of their fields those that somebody may ask for. What is empty is false; a number is never empty.
const std::map<QString, Fields>& models()
{
    static const std::map<QString, Fields> all{
        {u"res.partner"_s,
         {{u"name"_s, u"ref"_s, u"street"_s, u"zip"_s, u"city"_s, u"phone"_s, u"website"_s, u"email"_s, u"function"_s, u"comment"_s, u"type"_s},
          {},
          {u"is_company"_s, u"active"_s, u"partner_share"_s},
          {{u"country_id"_s, u"res.country"_s}, {u"parent_id"_s, u"res.partner"_s}, {u"commercial_partner_id"_s, u"res.partner"_s}}}},
        {u"crm.lead"_s,
         {{u"name"_s, u"type"_s, u"date_deadline"_s, u"description"_s},
          {u"expected_revenue"_s, u"probability"_s},
          {u"active"_s},
          {{u"partner_id"_s, u"res.partner"_s}, {u"user_id"_s, u"res.users"_s}, {u"stage_id"_s, u"crm.stage"_s}}}},
        {u"project.task"_s, {{u"name"_s, u"date_deadline"_s, u"description"_s}, {}, {u"active"_s}, {{u"partner_id"_s, u"res.partner"_s}}}},
        {u"sale.order"_s,
         {{u"name"_s, u"date_order"_s, u"state"_s},
          {u"amount_untaxed"_s},
          {},
          {{u"partner_id"_s, u"res.partner"_s}, {u"currency_id"_s, u"res.currency"_s}}}},
        {u"ir.attachment"_s, {{u"name"_s, u"datas"_s, u"mimetype"_s, u"res_model"_s}, {u"res_id"_s, u"file_size"_s}, {}}},
        {u"res.country"_s, {{u"name"_s, u"code"_s}, {}, {}}},
        {u"res.users"_s, {{u"name"_s, u"login"_s}, {}, {}}},
        {u"crm.stage"_s, {{u"name"_s}, {}, {}}},
        {u"res.currency"_s, {{u"name"_s}, {}, {}}},
        {u"ir.model.data"_s, {{u"module"_s, u"name"_s, u"model"_s}, {u"res_id"_s}, {}}},
    };
    return all;
}

bool isKnown(const QString& model, const QString& field)
{
    const Fields& fields = models().at(model);
    return field == u"id"_s || field == u"write_date"_s || fields.texts.contains(field) || fields.numbers.contains(field) ||
           fields.flags.contains(field) || fields.references.contains(field);
}

QByteArray answered(int status, const QByteArray& body, const QDateTime& now)
{
    const QByteArray date = QLocale::c().toString(now.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss"_s).toLatin1() + " GMT";
    return "HTTP/1.1 " + QByteArray::number(status) + " Odoo\r\nContent-Type: application/json\r\nDate: " + date +
           "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray bytesOf(const QJsonValue& value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    const QByteArray alone = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return alone.mid(1, alone.size() - 2);
}

QByteArray errorBody(const QByteArray& name)
{
    return R"({"name":")" + name + R"(","message":"Wärmepumpe is not acceptable","arguments":["Wärmepumpe is not acceptable"],"context":{},)" +
           R"("debug":"Traceback (most recent call last):\n  Wärmepumpe"})";
}

} // namespace

OdooServer::OdooServer()
    : m_now(QDate(2026, 11, 22), QTime(2, 30, 24), Qt::UTC), m_server([this](const QByteArray& request) { return answer(request); })
{
    insert(u"res.country"_s, {{u"name"_s, u"Germany"_s}, {u"code"_s, u"DE"_s}});
    insert(u"res.users"_s, {{u"name"_s, u"Anna Berg"_s}, {u"login"_s, u"anna"_s}});
    m_records[u"crm.stage"_s][1] = {{u"name"_s, u"New"_s}};
    m_records[u"res.currency"_s][1] = {{u"name"_s, u"EUR"_s}};
}

QJsonObject OdooServer::configuration(quint16 port, bool older)
{
    QJsonObject out{{u"id"_s, u"crm"_s},
                    {u"type"_s, u"odoo"_s},
                    {u"title"_s, u"Odoo"_s},
                    {u"url"_s, u"http://127.0.0.1:%1"_s.arg(port)},
                    {u"request_seconds"_s, 5}};
    if (!older) {
        out[u"token"_s] = token();
        return out;
    }
    out[u"database"_s] = u"rapport"_s;
    out[u"user"_s] = u"rapport"_s;
    out[u"password"_s] = password();
    return out;
}

QByteArray OdooServer::error(int status, const QByteArray& name)
{
    return answered(status, errorBody(name), QDateTime::currentDateTimeUtc());
}

/// Each change has a second of its own.
QString OdooServer::nextSecond()
{
    m_now = m_now.addSecs(1);
    return m_now.toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

int OdooServer::insert(const QString& model, QJsonObject values)
{
    const int id = ++m_lastId;
    values[u"write_date"_s] = nextSecond();
    if (models().at(model).flags.contains(u"active"_s) && !values.contains(u"active"_s))
        values[u"active"_s] = true;
    if (model == u"res.partner"_s) {
        values[u"partner_share"_s] = true;
        if (!values.contains(u"type"_s))
            values[u"type"_s] = u"contact"_s;
    }
    if (model == u"crm.lead"_s) {
        values[u"stage_id"_s] = 1;
        if (!values.contains(u"probability"_s))
            values[u"probability"_s] = 10;
    }
    if (model == u"ir.attachment"_s)
        values[u"file_size"_s] = QByteArray::fromBase64(values["datas"_L1].toString().toLatin1()).size();
    m_records[model][id] = values;
    return id;
}

int OdooServer::add(const QString& model, QJsonObject values)
{
    const std::lock_guard lock(m_mutex);
    return insert(model, std::move(values));
}

void OdooServer::change(const QString& model, int id, const QJsonObject& values)
{
    const std::lock_guard lock(m_mutex);
    QJsonObject& record = m_records[model][id];
    for (auto it = values.begin(); it != values.end(); ++it)
        record[it.key()] = it.value();
    if (!values.contains(u"write_date"_s))
        record[u"write_date"_s] = nextSecond();
}

void OdooServer::remove(const QString& model, int id)
{
    const std::lock_guard lock(m_mutex);
    m_records[model].erase(id);
    std::erase_if(m_externalIds, [&](const auto& one) { return one.second == std::pair(model, id); });
}

QJsonObject OdooServer::record(const QString& model, int id) const
{
    const std::lock_guard lock(m_mutex);
    const auto records = m_records.find(model);
    const auto found = records == m_records.end() ? std::map<int, QJsonObject>::const_iterator() : records->second.find(id);
    return records == m_records.end() || found == records->second.end() ? QJsonObject() : found->second;
}

std::vector<QJsonObject> OdooServer::all(const QString& model) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<QJsonObject> out;
    if (const auto records = m_records.find(model); records != m_records.end()) {
        for (auto [id, record] : records->second) {
            record[u"id"_s] = id;
            out.push_back(record);
        }
    }
    return out;
}

std::vector<QJsonObject> OdooServer::withKey(const QString& model, const QString& entityId) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<QJsonObject> out;
    const auto known = m_externalIds.find(u"__rapport__.RAP-"_s + entityId);
    for (const QJsonObject& record : all(model)) {
        if (known != m_externalIds.end() && known->second == std::pair(model, record["id"_L1].toInt()))
            out.push_back(record);
    }
    return out;
}

QString OdooServer::state() const
{
    const std::lock_guard lock(m_mutex);
    QJsonObject out;
    for (const auto& [model, records] : m_records) {
        QJsonArray rows;
        for (const QJsonObject& record : all(model))
            rows.append(record);
        if (!rows.isEmpty())
            out[model] = rows;
    }
    return QString::fromUtf8(QJsonDocument(out).toJson());
}

int OdooServer::calls(const QString& call) const
{
    const std::lock_guard lock(m_mutex);
    return int(call.isEmpty() ? m_calls.size() : size_t(std::count(m_calls.begin(), m_calls.end(), call)));
}

void OdooServer::forget()
{
    const std::lock_guard lock(m_mutex);
    m_calls.clear();
    before = {};
    instead = {};
    after = {};
}

QDateTime OdooServer::now() const
{
    const std::lock_guard lock(m_mutex);
    return m_now;
}

void OdooServer::advance(int seconds)
{
    const std::lock_guard lock(m_mutex);
    m_now = m_now.addSecs(seconds);
}

QByteArray OdooServer::answer(const QByteArray& request)
{
    const std::lock_guard lock(m_mutex);
    const qsizetype end = request.indexOf("\r\n\r\n");
    const QByteArray path = request.split(' ').value(1);
    const QJsonObject body = QJsonDocument::fromJson(request.mid(end + 4)).object();
    const QJsonArray rpc = body["params"_L1]["args"_L1].toArray();
    const bool isLogin = body["params"_L1]["service"_L1].toString() == "common"_L1;
    const QString what = path == "/jsonrpc" ? (isLogin ? u"authenticate"_s : rpc.at(3).toString() + u'/' + rpc.at(4).toString())
                                            : QString::fromLatin1(path.mid(QByteArray("/json/2/").size()));
    m_calls.push_back(what);
    if (before)
        before(what);
    if (const auto other = instead ? instead(what) : std::nullopt)
        return *other;
    const QByteArray out = path == "/jsonrpc" ? byRpc(body) : carriedOut(path, body, request.left(end));
    return after ? after(what, out) : out;
}

QByteArray OdooServer::carriedOut(const QByteArray& path, const QJsonObject& body, const QByteArray& head)
{
    if (!path.startsWith("/json/2/"))
        return answered(404, errorBody("werkzeug.exceptions.NotFound"), m_now);
    if (!head.contains("\r\nAuthorization: Bearer " + token().toLatin1()))
        return answered(401, errorBody("werkzeug.exceptions.Unauthorized"), m_now);
    const QString what = QString::fromLatin1(path.mid(8));
    const Outcome outcome = call(what.section(u'/', 0, 0), what.section(u'/', 1), body);
    return answered(outcome.status, outcome.exception.isEmpty() ? bytesOf(outcome.result) : errorBody(outcome.exception), m_now);
}

/// Positional arguments get the names that JSON-2 gives them.
QByteArray OdooServer::byRpc(const QJsonObject& body)
{
    const QJsonArray args = body["params"_L1]["args"_L1].toArray();
    const auto result = [&](const QJsonValue& value) { return answered(200, R"({"jsonrpc":"2.0","id":1,"result":)" + bytesOf(value) + "}", m_now); };
    const auto failed = [&](const QByteArray& name) {
        return answered(200, R"({"jsonrpc":"2.0","id":1,"error":{"code":200,"message":"Odoo Server Error","data":)" + errorBody(name) + "}}", m_now);
    };
    if (body["params"_L1]["service"_L1].toString() == "common"_L1) {
        const bool isRight = args.at(0).toString() == "rapport"_L1 && args.at(1).toString() == "rapport"_L1 && args.at(2).toString() == password();
        return result(isRight ? QJsonValue(2) : QJsonValue(false));
    }
    if (args.at(0).toString() != "rapport"_L1 || args.at(1).toInt() != 2 || args.at(2).toString() != password())
        return failed("odoo.exceptions.AccessDenied");
    static const std::map<QString, QStringList> names{{u"search_read"_s, {u"domain"_s, u"fields"_s, u"offset"_s, u"limit"_s, u"order"_s}},
                                                      {u"load"_s, {u"fields"_s, u"data"_s}},
                                                      {u"write"_s, {u"ids"_s, u"vals"_s}},
                                                      {u"create"_s, {u"vals_list"_s}}};
    const QString method = args.at(4).toString();
    if (!names.contains(method))
        return failed("builtins.AttributeError");
    QJsonObject arguments = args.at(6).toObject();
    const QJsonArray positional = args.at(5).toArray();
    for (qsizetype i = 0; i < positional.size(); ++i)
        arguments[names.at(method).value(i)] = positional[i];
    const Outcome outcome = call(args.at(3).toString(), method, arguments);
    if (outcome.exception.isEmpty())
        return result(outcome.result);
    return failed(outcome.status == 404 ? QByteArray("builtins.KeyError") : outcome.exception);
}

OdooServer::Outcome OdooServer::call(const QString& model, const QString& method, const QJsonObject& arguments)
{
    if (!models().contains(model))
        return {{}, 404, "werkzeug.exceptions.NotFound"};
    if (method == "search_read"_L1)
        return searchRead(model, arguments);
    if (method == "load"_L1)
        return load(model, arguments);
    if (method == "write"_L1)
        return write(model, arguments);
    return method == "create"_L1 ? create(model, arguments) : Outcome{{}, 404, "werkzeug.exceptions.NotFound"};
}

OdooServer::Outcome OdooServer::searchRead(const QString& model, const QJsonObject& arguments)
{
    const QJsonArray domain = arguments["domain"_L1].toArray(), fields = arguments["fields"_L1].toArray();
    for (const QJsonValue& field : fields) {
        if (!isKnown(model, field.toString()))
            return {{}, 500, "builtins.ValueError"};
    }
    std::set<int> ids;
    if (model == u"ir.model.data"_s) {
        m_records[model].clear(); // it is shown from what is known, numbered by place
        for (const auto& [name, to] : m_externalIds)
            m_records[model][int(m_records[model].size()) + 1] = {
                {u"module"_s, name.section(u'.', 0, 0)}, {u"name"_s, name.section(u'.', 1)}, {u"model"_s, to.first}, {u"res_id"_s, to.second}};
    }
    const bool archivedToo = !arguments["context"_L1]["active_test"_L1].toBool(true);
    for (const auto& [id, record] : m_records[model]) {
        const bool isActive = archivedToo || record["active"_L1].toBool(true);
        if (isActive && std::all_of(domain.begin(), domain.end(), [&](const QJsonValue& one) { return meets(model, id, one.toArray()); }))
            ids.insert(id);
    }
    QJsonArray out;
    for (const int id : ids) {
        if (out.size() == arguments["limit"_L1].toInt())
            break;
        QJsonObject shownRecord{{u"id"_s, id}};
        for (const QJsonValue& field : fields)
            shownRecord[field.toString()] = shown(model, id, field.toString());
        out.append(shownRecord);
    }
    if (model == u"ir.model.data"_s)
        m_records.erase(model);
    return {out};
}

bool OdooServer::meets(const QString& model, int id, const QJsonArray& condition) const
{
    const QString field = condition[0].toString(), comparison = condition[1].toString();
    const QJsonValue wanted = condition[2];
    QJsonValue there = shown(model, id, field);
    if (there.isArray())
        there = there[0];
    if (comparison == "in"_L1)
        return wanted.toArray().contains(there);
    if (comparison == "child_of"_L1)
        return there == wanted || (there.isDouble() && m_records.at(u"res.partner"_s).at(there.toInt())["parent_id"_L1] == wanted);
    if (comparison == "="_L1 || comparison == "!="_L1)
        return (there == wanted) == (comparison == "="_L1);
    const bool less = there.isString() ? there.toString() < wanted.toString() : there.toDouble() < wanted.toDouble();
    if (comparison == "<"_L1)
        return less;
    return comparison == ">="_L1 ? !less : !less && there != wanted;
}

QJsonValue OdooServer::shown(const QString& model, int id, const QString& field) const
{
    if (field == u"id"_s)
        return id;
    const QJsonObject& record = m_records.at(model).at(id);
    const Fields& fields = models().at(model);
    if (const auto reference = fields.references.find(field); reference != fields.references.end()) {
        const bool isCommercial = field == u"commercial_partner_id"_s;
        const int to = !isCommercial ? record[field].toInt() : record["parent_id"_L1].toInt() != 0 ? record["parent_id"_L1].toInt() : id;
        if (to == 0)
            return false;
        return QJsonArray{to, m_records.at(reference->second).at(to)["name"_L1].toString()};
    }
    if (fields.numbers.contains(field))
        return record[field].toDouble();
    if (fields.flags.contains(field))
        return record[field].toBool();
    return record[field].toString().isEmpty() ? QJsonValue(false) : record[field];
}

/// {"fields": ["id", "name", "parent_id/.id"], "data": [["module.name", "A", "7"]]}: the record of that external id, made where there is none.
OdooServer::Outcome OdooServer::load(const QString& model, const QJsonObject& arguments)
{
    const QJsonArray columns = arguments["fields"_L1].toArray(), row = arguments["data"_L1][0].toArray();
    const Fields& fields = models().at(model);
    QJsonObject values;
    for (qsizetype i = 1; i < columns.size(); ++i) {
        const QString column = columns[i].toString(), field = column.section(u'/', 0, 0), text = row[i].toString();
        const bool isReference = column.endsWith(u"/.id"_s) && fields.references.contains(field);
        bool isNumber = true;
        const double number = text.toDouble(&isNumber);
        const bool isWrong = !isKnown(model, field) || !row[i].isString() || (fields.numbers.contains(field) && !isNumber) ||
                             (isReference && !m_records[fields.references.at(field)].contains(int(number)));
        if (isWrong || (field == u"name"_s && text.isEmpty()))
            return {QJsonObject{
                {u"ids"_s, false},
                {u"messages"_s, QJsonArray{QJsonObject{
                                    {u"type"_s, u"error"_s}, {u"field"_s, field}, {u"message"_s, u"'%1' does not seem to be right"_s.arg(text)}}}},
                {u"nextrow"_s, 0}}};
        if (isReference)
            values[field] = int(number);
        else if (fields.numbers.contains(field))
            values[field] = number;
        else if (fields.flags.contains(field))
            values[field] = text == u"1"_s;
        else
            values[field] = text;
    }
    const QString external = row[0].toString();
    if (const auto known = m_externalIds.find(external); known != m_externalIds.end())
        change(model, known->second.second, values);
    else
        m_externalIds[external] = {model, insert(model, values)};
    return {QJsonObject{{u"ids"_s, QJsonArray{m_externalIds[external].second}}, {u"messages"_s, QJsonArray{}}, {u"nextrow"_s, 0}}};
}

OdooServer::Outcome OdooServer::write(const QString& model, const QJsonObject& arguments)
{
    const int id = arguments["ids"_L1][0].toInt();
    const QJsonObject values = arguments["vals"_L1].toObject();
    if (!m_records[model].contains(id))
        return {{}, 404, "odoo.exceptions.MissingError"};
    for (const QString& field : values.keys()) {
        if (!isKnown(model, field))
            return {{}, 500, "builtins.ValueError"};
    }
    change(model, id, values);
    return {true};
}

OdooServer::Outcome OdooServer::create(const QString& model, const QJsonObject& arguments)
{
    const QJsonObject values = arguments["vals_list"_L1][0].toObject();
    if (values["name"_L1].toString().isEmpty())
        return {{}, 422, "odoo.exceptions.ValidationError"};
    return {QJsonArray{insert(model, values)}};
}

} // namespace rapport::test

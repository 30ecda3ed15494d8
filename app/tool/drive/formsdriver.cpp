// SPDX-License-Identifier: Apache-2.0
#include "app/tool/drive/formsdriver.h"

#include "app/signing/ed25519.h"
#include "app/tool/drive/convertreply.h"
#include "forms/xform/tables.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace rapport::tool
{

using namespace rapport::forms;

namespace
{

Error invalid(const QString& sentence)
{
    return {Error::Kind::Invalid, sentence};
}

QString word(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Form:
        return QStringLiteral("form");
    case NodeKind::Group:
        return QStringLiteral("group");
    case NodeKind::Repeat:
        return QStringLiteral("repeat");
    case NodeKind::Instance:
        return QStringLiteral("instance");
    case NodeKind::Input:
        return QStringLiteral("input");
    case NodeKind::Note:
        return QStringLiteral("note");
    case NodeKind::SelectOne:
        return QStringLiteral("select-one");
    case NodeKind::SelectMany:
        return QStringLiteral("select-many");
    case NodeKind::Rank:
        return QStringLiteral("rank");
    case NodeKind::Range:
        return QStringLiteral("range");
    case NodeKind::Trigger:
        return QStringLiteral("trigger");
    case NodeKind::Upload:
        return QStringLiteral("upload");
    case NodeKind::Value:
        break;
    }
    return QStringLiteral("value");
}

QString word(DataType type)
{
    static const char* const words[] = {"string",   "int",      "decimal",  "boolean", "date",    "time",  "dateTime",
                                        "geopoint", "geotrace", "geoshape", "binary",  "barcode", "intent"};
    return QLatin1String(words[static_cast<int>(type)]);
}

QJsonValue json(const std::optional<Text>& text)
{
    if (!text)
        return QJsonValue::Null;
    QJsonObject out{{QStringLiteral("text"), text->text}};
    for (const auto& [name, value] : {std::pair{"image", text->image}, std::pair{"audio", text->audio}, std::pair{"video", text->video}}) {
        if (!value.isEmpty())
            out[QLatin1String(name)] = value;
    }
    return out;
}

QJsonArray pairs(const std::vector<std::pair<QString, QString>>& all)
{
    QJsonArray out;
    for (const auto& [name, value] : all)
        out.append(QJsonArray{name, value});
    return out;
}

QJsonArray json(const std::vector<Problem>& problems)
{
    QJsonArray out;
    for (const Problem& problem : problems) {
        out.append(
            QJsonObject{{QStringLiteral("id"), QString::number(problem.node.value)},
                        {QStringLiteral("ref"), problem.ref},
                        {QStringLiteral("kind"), problem.kind == Problem::Kind::Required ? QStringLiteral("required") : QStringLiteral("constraint")},
                        {QStringLiteral("message"), problem.message ? QJsonValue(*problem.message) : QJsonValue::Null}});
    }
    return out;
}

bool isLeaf(NodeKind kind)
{
    return kind != NodeKind::Form && kind != NodeKind::Group && kind != NodeKind::Repeat && kind != NodeKind::Instance;
}

QJsonObject json(const FormSession& session, const Node& node)
{
    QJsonObject out{{QStringLiteral("id"), QString::number(node.id.value)},
                    {QStringLiteral("parent"), node.parent ? QJsonValue(QString::number(node.parent.value)) : QJsonValue::Null},
                    {QStringLiteral("ref"), node.ref},
                    {QStringLiteral("kind"), word(node.kind)},
                    {QStringLiteral("relevant"), node.relevant},
                    {QStringLiteral("readonly"), node.readonly},
                    {QStringLiteral("required"), node.required},
                    {QStringLiteral("label"), json(node.label)},
                    {QStringLiteral("hint"), json(node.hint)},
                    {QStringLiteral("appearances"), node.hasControl ? QJsonValue(QJsonArray::fromStringList(node.appearances)) : QJsonValue::Null}};
    if (!node.attributes.empty())
        out[QLatin1String("attributes")] = pairs(node.attributes);
    if (node.kind == NodeKind::Repeat)
        out[QLatin1String("fixed")] = node.fixed;
    if (node.kind == NodeKind::Upload)
        out[QLatin1String("accept")] = node.accept;
    if (!isLeaf(node.kind))
        return out;
    out[QLatin1String("type")] = word(node.type);
    out[QLatin1String("value")] = node.value;
    const auto verdict = [](bool good, const std::optional<QString>& message) {
        return QJsonObject{{QStringLiteral("ok"), good}, {QStringLiteral("message"), message ? QJsonValue(*message) : QJsonValue::Null}};
    };
    out[QLatin1String("constraint")] = verdict(node.constraintOk, node.constraintMessage);
    out[QLatin1String("requiredness")] = verdict(!node.required || !node.value.isEmpty() || node.unknown, node.requiredMessage);
    if (node.kind == NodeKind::SelectOne || node.kind == NodeKind::SelectMany || node.kind == NodeKind::Rank) {
        QJsonArray choices;
        for (const Choice& choice : session.choices(node.id))
            choices.append(QJsonObject{{QStringLiteral("value"), choice.value},
                                       {QStringLiteral("label"), json(choice.label)},
                                       {QStringLiteral("columns"), pairs(choice.columns)}});
        out[QLatin1String("choices")] = choices;
    }
    return out;
}

NodeId nodeId(const QJsonValue& value)
{
    return {value.isString() ? value.toString().toUInt() : static_cast<quint32>(value.toInt())};
}

/// A file whose name tells no kind is taken for what its content type says.
QString nameWithKind(const QString& uri, const QString& type)
{
    const QString name = uri.section(QLatin1Char('/'), -1);
    for (const auto& [word, ending] : {std::pair{"csv", ".csv"}, std::pair{"xml", ".xml"}, std::pair{"json", ".geojson"}}) {
        if (!name.contains(QLatin1Char('.')) && type.contains(QLatin1String(word)))
            return name + QLatin1String(ending);
    }
    return name;
}

Environment environmentOf(const QJsonObject& request)
{
    Environment environment;
    const QJsonObject properties = request[QLatin1String("properties")].toObject();
    environment.deviceId = properties[QLatin1String("deviceID")].toString();
    environment.email = properties[QLatin1String("email")].toString();
    environment.username = properties[QLatin1String("username")].toString();
    environment.phoneNumber = properties[QLatin1String("phoneNumber")].toString();
    environment.verify = app::verifyEd25519;
    environment.location = request[QLatin1String("location")].toString();
    if (const QDateTime now = QDateTime::fromString(request[QLatin1String("now")].toString(), Qt::ISODateWithMs); now.isValid())
        environment.now = [now] { return now; };
    return environment;
}

} // namespace

QJsonValue jsonNumber(double number)
{
    if (std::isnan(number))
        return QStringLiteral("NaN");
    if (std::isinf(number))
        return number > 0 ? QStringLiteral("Infinity") : QStringLiteral("-Infinity");
    return number;
}

QByteArray FormsDriver::answer(const QByteArray& line)
{
    const QJsonObject request = QJsonDocument::fromJson(line).object();
    QJsonObject reply{{QStringLiteral("id"), request[QLatin1String("id")]}};
    if (request[QLatin1String("cmd")].toString() == QLatin1String("convert"))
        return QJsonDocument(convertReply(request, std::move(reply))).toJson(QJsonDocument::Compact);
    const auto result = dispatch(request);
    reply[QLatin1String("ok")] = result.has_value();
    if (result)
        reply[QLatin1String("result")] = *result;
    else
        reply[QLatin1String("error")] = QJsonObject{{QStringLiteral("message"), result.error().detail}};
    return QJsonDocument(reply).toJson(QJsonDocument::Compact);
}

Result<QJsonObject> FormsDriver::dispatch(const QJsonObject& request)
{
    const QString command = request[QLatin1String("cmd")].toString();
    if (command == QLatin1String("load"))
        return load(request);
    if (command == QLatin1String("start") || command == QLatin1String("restore") || command == QLatin1String("edit"))
        return open(request);
    if (command == QLatin1String("close"))
        return close(request);
    if (command == QLatin1String("xpath"))
        return evaluateXPath(request);

    const auto found = m_sessions.find(request[QLatin1String("session")].toString());
    if (found == m_sessions.end())
        return invalid(QStringLiteral("there is no such session"));
    FormSession& session = *found->second;
    const auto done = [](const Status& status) -> Result<QJsonObject> {
        if (!status)
            return status.error();
        return QJsonObject();
    };
    if (command == QLatin1String("tree"))
        return tree(session, request);
    if (command == QLatin1String("answer"))
        return setAnswer(session, request);
    if (command == QLatin1String("evaluate"))
        return evaluateAt(session, request);
    if (command == QLatin1String("language"))
        return done(session.setLanguage(request[QLatin1String("name")].toString()));
    if (command == QLatin1String("validate"))
        return QJsonObject{{QStringLiteral("problems"), json(session.validate())}};
    if (command == QLatin1String("serialize"))
        return QJsonObject{{QStringLiteral("xml"), QString::fromUtf8(session.serialize(FormSession::Keep::RelevantOnly))}};
    if (command == QLatin1String("submission")) {
        const Submission submission = session.submission();
        QJsonArray names;
        for (const QString& name : submission.attachments)
            names.append(name);
        return QJsonObject{{QStringLiteral("xml"), QString::fromUtf8(submission.xml)},
                           {QStringLiteral("ready"), submission.ready},
                           {QStringLiteral("problems"), json(submission.problems)},
                           {QStringLiteral("attachments"), names}};
    }
    const NodeId node = nodeId(request[QLatin1String("node")]);
    const int count = request[QLatin1String("count")].toInt(1);
    if (command == QLatin1String("addRepeat")) {
        std::optional<int> after;
        if (request.contains(QLatin1String("after")))
            after = request[QLatin1String("after")].toInt();
        const auto added = session.addRepetition(node, after, count);
        return added ? Result<QJsonObject>(QJsonObject()) : added.error();
    }
    if (command == QLatin1String("removeRepeat"))
        return done(session.removeRepetition(node, request[QLatin1String("index")].toInt(), count));
    return invalid(QStringLiteral("there is no command “%1”").arg(command));
}

Result<QJsonObject> FormsDriver::load(const QJsonObject& request)
{
    const QJsonObject files = request[QLatin1String("files")].toObject();
    QString fault;
    LoadOptions options;
    options.missing =
        request[QLatin1String("missing")].toString() == QLatin1String("blank") ? LoadOptions::Missing::Blank : LoadOptions::Missing::Refuse;
    options.sources = [&](const QString& uri) -> std::shared_ptr<const ItemSource> {
        const QJsonObject file = files[uri].toObject();
        if (!files.contains(uri) || file[QLatin1String("status")].toInt(200) >= 400)
            return nullptr;
        const auto rows = readAttachment(nameWithKind(uri, file[QLatin1String("type")].toString()), file[QLatin1String("text")].toString().toUtf8());
        if (!rows)
            fault = QStringLiteral("%1: %2").arg(uri, rows.error().detail);
        return rows ? *rows : nullptr;
    };
    auto form = Form::load(request[QLatin1String("xml")].toString().toUtf8(), options);
    if (!fault.isEmpty())
        return invalid(fault);
    if (!form)
        return form.error();
    const QString name = QStringLiteral("f%1").arg(++m_numbers);
    const auto& settings = (*form)->submissionSettings();
    m_forms[name] = *form;
    return QJsonObject{{QStringLiteral("form"), name},
                       {QStringLiteral("title"), (*form)->title()},
                       {QStringLiteral("id"), (*form)->id()},
                       {QStringLiteral("version"), (*form)->version()},
                       {QStringLiteral("submission"), QJsonObject{{QStringLiteral("action"), settings.action},
                                                                  {QStringLiteral("method"), settings.method},
                                                                  {QStringLiteral("key"), settings.publicKey},
                                                                  {QStringLiteral("autoSend"), settings.autoSend},
                                                                  {QStringLiteral("autoDelete"), settings.autoDelete},
                                                                  {QStringLiteral("editable"), settings.editable}}}};
}

Result<QJsonObject> FormsDriver::open(const QJsonObject& request)
{
    const auto form = m_forms.find(request[QLatin1String("form")].toString());
    if (form == m_forms.end())
        return invalid(QStringLiteral("there is no such form"));
    const QString command = request[QLatin1String("cmd")].toString();
    const QByteArray instance = request[QLatin1String("instance")].toString().toUtf8();
    auto session = command == QLatin1String("start")     ? FormSession::start(form->second, environmentOf(request))
                   : command == QLatin1String("restore") ? FormSession::restore(form->second, instance, environmentOf(request))
                                                         : FormSession::edit(form->second, instance, environmentOf(request));
    if (!session)
        return session.error();
    const QString name = QStringLiteral("s%1").arg(++m_numbers);
    QJsonArray languages;
    for (const Language& language : (*session)->languages())
        languages.append(QJsonObject{{QStringLiteral("name"), language.name}, {QStringLiteral("default"), language.isDefault}});
    if (languages.isEmpty())
        languages.append(QJsonObject{{QStringLiteral("name"), QString()}, {QStringLiteral("default"), true}, {QStringLiteral("none"), true}});
    m_sessions[name] = std::move(*session);
    return QJsonObject{{QStringLiteral("session"), name}, {QStringLiteral("languages"), languages}};
}

Result<QJsonObject> FormsDriver::setAnswer(FormSession& session, const QJsonObject& request)
{
    const NodeId id = nodeId(request[QLatin1String("node")]);
    const Node node = session.node(id);
    const QJsonValue value = request[QLatin1String("value")];
    Status status = ok();
    if (value.isArray()) {
        QStringList values;
        const QJsonArray all = value.toArray();
        for (const QJsonValue& one : all)
            values.append(one.toString());
        status = session.answerMany(id, values);
    } else if (node.kind == NodeKind::Trigger) {
        const bool on = value.toBool() || value.toString() == QLatin1String("OK");
        status = session.answer(id, on ? QStringLiteral("OK") : QString());
    } else if (node.kind == NodeKind::Upload && request.contains(QLatin1String("content"))) {
        status = session.answerFile(
            id, {value.toString(), request[QLatin1String("contentType")].toString(), request[QLatin1String("content")].toString().toUtf8()});
    } else if (value.isDouble()) {
        status = session.answer(id, value.toVariant().toString());
    } else {
        status = session.answer(id, value.toString());
    }
    if (!status)
        return status.error();
    return QJsonObject();
}

Result<QJsonObject> FormsDriver::tree(const FormSession& session, const QJsonObject& request) const
{
    const auto since = static_cast<quint64>(request[QLatin1String("since")].toInteger(-1) + 1);
    std::vector<NodeId> removed;
    QJsonArray nodes;
    if (request.contains(QLatin1String("since"))) {
        for (const NodeId id : session.changedSince(since - 1, &removed))
            nodes.append(json(session, session.node(id)));
    } else {
        const std::function<void(NodeId)> visit = [&](NodeId id) {
            nodes.append(json(session, session.node(id)));
            for (const NodeId child : session.children(id))
                visit(child);
        };
        visit(session.root());
    }
    QJsonObject out{{QStringLiteral("rev"), static_cast<qint64>(session.revision())},
                    {QStringLiteral("language"), session.language()},
                    {QStringLiteral("nodes"), nodes},
                    {QStringLiteral("problems"), json(session.validate())},
                    {QStringLiteral("classes"), QJsonArray::fromStringList(session.form().styles())}};
    if (request.contains(QLatin1String("since"))) {
        QJsonArray gone;
        for (const NodeId id : removed)
            gone.append(QString::number(id.value));
        out[QLatin1String("removed")] = gone;
    }
    return out;
}

Result<QJsonObject> FormsDriver::evaluateAt(const FormSession& session, const QJsonObject& request) const
{
    const QString as = request[QLatin1String("as")].toString();
    const QString context = request[QLatin1String("context")].toString();
    const NodeId id = context.startsWith(QLatin1Char('/')) ? session.find(context).value_or(NodeId{})
                      : context.isEmpty()                  ? session.root()
                                                           : nodeId(context);
    using As = FormSession::As;
    const As kind = as == QLatin1String("number")    ? As::Number
                    : as == QLatin1String("boolean") ? As::Boolean
                    : as == QLatin1String("nodes")   ? As::Nodes
                                                     : As::String;
    const auto value = session.evaluate(id, request[QLatin1String("expr")].toString(), kind);
    if (!value)
        return value.error();
    switch (kind) {
    case As::Number:
        return QJsonObject{{QStringLiteral("value"), jsonNumber(value->number)}};
    case As::Boolean:
        return QJsonObject{{QStringLiteral("value"), value->boolean}};
    case As::String:
        return QJsonObject{{QStringLiteral("value"), value->string}};
    case As::Nodes:
        break;
    }
    QJsonArray nodes;
    for (const auto& [reference, text] : value->nodes)
        nodes.append(QJsonObject{{QStringLiteral("ref"), reference}, {QStringLiteral("value"), text}});
    return QJsonObject{{QStringLiteral("value"), nodes}};
}

Result<QJsonObject> FormsDriver::close(const QJsonObject& request)
{
    m_sessions.erase(request[QLatin1String("session")].toString());
    m_forms.erase(request[QLatin1String("form")].toString());
    return QJsonObject();
}

} // namespace rapport::tool

// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/handover.h"

#include "sync/wire/members.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace rapport::wire
{

namespace
{

constexpr qsizetype maxPeople = 10'000, maxFiles = 1'000, maxHandOvers = 1'000, maxBody = 8 * 1024 * 1024;
constexpr int maxQuestions = 1'000'000;

Error invalid(const char* sentence)
{
    return {Error::Kind::Invalid, QString::fromLatin1(sentence)};
}

QString timeText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

/// The array @p name of a body; Invalid where there is none or it is too long.
Result<QJsonArray> listed(const QByteArray& json, const char* name, qsizetype most)
{
    const QJsonValue value = json.size() > maxBody ? QJsonValue() : QJsonDocument::fromJson(json).object()[QLatin1String(name)];
    if (!value.isArray() || value.toArray().size() > most)
        return invalid("this is no list of the hub");
    return value.toArray();
}

QJsonObject objectOf(const HandOver& one)
{
    QJsonObject object{{QStringLiteral("id"), one.id},     {QStringLiteral("state"), word(one.state)},
                       {QStringLiteral("mine"), one.mine}, {QStringLiteral("from"), one.from},
                       {QStringLiteral("to"), one.to},     {QStringLiteral("given_at"), timeText(one.givenAt)}};
    if (one.conversationId.isEmpty())
        return object;
    QJsonArray files;
    for (const HandedFile& file : one.files)
        files.append(toObject(file));
    object[QLatin1String("conversation")] = QJsonObject{{QStringLiteral("id"), one.conversationId},
                                                        {QStringLiteral("instance_id"), one.instanceId},
                                                        {QStringLiteral("form_id"), one.formId},
                                                        {QStringLiteral("form_version"), one.formVersion},
                                                        {QStringLiteral("occasion_id"), one.occasionId},
                                                        {QStringLiteral("job_id"), one.jobId},
                                                        {QStringLiteral("title"), one.title},
                                                        {QStringLiteral("organisation"), one.organisation},
                                                        {QStringLiteral("lead_status"), one.leadStatus},
                                                        {QStringLiteral("section"), one.section},
                                                        {QStringLiteral("answered"), one.answered},
                                                        {QStringLiteral("questions"), one.questions},
                                                        {QStringLiteral("started_at"), timeText(one.startedAt)},
                                                        {QStringLiteral("files"), files}};
    return object;
}

Status readContent(const QJsonObject& object, HandOver& one)
{
    Members members(object);
    one.conversationId = members.uuid("id");
    one.instanceId = members.text("instance_id");
    one.formId = members.text("form_id");
    one.formVersion = members.textOrNone("form_version");
    one.occasionId = members.textOrNone("occasion_id");
    one.jobId = members.textOrNone("job_id");
    one.title = members.textOrNone("title");
    one.organisation = members.textOrNone("organisation");
    one.leadStatus = members.textOrNone("lead_status");
    one.section = members.textOrNone("section");
    one.answered = members.count("answered", maxQuestions);
    one.questions = members.count("questions", maxQuestions);
    one.startedAt = members.time("started_at").toUTC();
    const QJsonArray files = object[QLatin1String("files")].toArray();
    if (!members.isComplete() || files.size() > maxFiles)
        return invalid("the draft is not described");
    for (const QJsonValue file : files) {
        auto read = parseHandedFile(file.toObject());
        if (!read)
            return read.error();
        one.files.push_back(std::move(*read));
    }
    return ok();
}

Result<HandOver> handOverOf(const QJsonObject& object)
{
    static const QHash<QString, HandOver::State> states{{QStringLiteral("offered"), HandOver::State::Offered},
                                                        {QStringLiteral("taken"), HandOver::State::Taken},
                                                        {QStringLiteral("kept"), HandOver::State::Kept},
                                                        {QStringLiteral("withdrawn"), HandOver::State::Withdrawn}};
    Members members(object);
    HandOver one;
    one.id = members.uuid("id");
    const QString state = members.text("state");
    one.state = states.value(state);
    one.mine = object[QLatin1String("mine")].toBool();
    one.from = members.textOrNone("from");
    one.to = members.text("to");
    one.givenAt = members.time("given_at").toUTC();
    if (!members.isComplete() || !states.contains(state))
        return invalid("this is no hand-over");
    const QJsonValue content = object[QLatin1String("conversation")];
    if (content.isUndefined() && (one.state == HandOver::State::Kept || one.state == HandOver::State::Withdrawn))
        return one;
    if (auto read = readContent(content.toObject(), one); !read)
        return read.error();
    return one;
}

} // namespace

QJsonObject toObject(const HandedFile& file)
{
    return {{QStringLiteral("name"), file.name},
            {QStringLiteral("media_type"), file.mediaType},
            {QStringLiteral("sha256"), file.sha256},
            {QStringLiteral("size"), file.size}};
}

Result<HandedFile> parseHandedFile(const QJsonObject& object)
{
    static const QRegularExpression hash(QStringLiteral("^[0-9a-f]{64}$"));
    Members members(object);
    const HandedFile file{members.text("name"), members.text("media_type"), members.text("sha256"), object[QLatin1String("size")].toInteger(-1)};
    const bool plain = !file.name.contains(QLatin1Char('/')) && !file.name.contains(QLatin1Char('\\')) && !file.name.startsWith(QLatin1Char('.'));
    if (!members.isComplete() || !plain || file.size < 0 || !hash.match(file.sha256).hasMatch())
        return invalid("a file is not described");
    return file;
}

QString word(HandOver::State state)
{
    switch (state) {
    case HandOver::State::Offered:
        return QStringLiteral("offered");
    case HandOver::State::Taken:
        return QStringLiteral("taken");
    case HandOver::State::Kept:
        return QStringLiteral("kept");
    case HandOver::State::Withdrawn:
        break;
    }
    return QStringLiteral("withdrawn");
}

QByteArray toJson(const std::vector<Person>& people)
{
    QJsonArray all;
    for (const Person& person : people)
        all.append(QJsonObject{{QStringLiteral("id"), person.id}, {QStringLiteral("name"), person.name}, {QStringLiteral("role"), person.role}});
    return QJsonDocument(QJsonObject{{QStringLiteral("people"), all}}).toJson(QJsonDocument::Compact);
}

QByteArray toJson(const HandOver& handOver)
{
    return QJsonDocument(objectOf(handOver)).toJson(QJsonDocument::Compact);
}

QByteArray toJson(const std::vector<HandOver>& handOvers)
{
    QJsonArray all;
    for (const HandOver& one : handOvers)
        all.append(objectOf(one));
    return QJsonDocument(QJsonObject{{QStringLiteral("drafts"), all}}).toJson(QJsonDocument::Compact);
}

Result<std::vector<Person>> parsePeople(const QByteArray& json)
{
    const auto all = listed(json, "people", maxPeople);
    if (!all)
        return all.error();
    std::vector<Person> people;
    for (const QJsonValue one : *all) {
        Members members(one.toObject());
        people.push_back({members.text("id"), members.text("name"), members.textOrNone("role")});
        if (!members.isComplete())
            return invalid("somebody in the list has no name");
    }
    return people;
}

Result<HandOver> parseHandOver(const QByteArray& json)
{
    return handOverOf(json.size() > maxBody ? QJsonObject() : QJsonDocument::fromJson(json).object());
}

Result<std::vector<HandOver>> parseHandOvers(const QByteArray& json)
{
    const auto all = listed(json, "drafts", maxHandOvers);
    if (!all)
        return all.error();
    std::vector<HandOver> handOvers;
    for (const QJsonValue one : *all) {
        auto read = handOverOf(one.toObject());
        if (!read)
            return read.error();
        handOvers.push_back(std::move(*read));
    }
    return handOvers;
}

} // namespace rapport::wire

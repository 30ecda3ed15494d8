// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/lastanswers.h"

#include "forms/xform/readings.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>
#include <iterator>

namespace rapport::app
{

namespace
{

/// Whether questions that are saved to @p key ("contacts.email") say who or what the conversation is about.
bool isOfSomebody(const QString& key)
{
    constexpr const char* lists[] = {"contacts", "organisations", "consents", "attendees", "people", "machines", "measurements"};
    const QString list = key.section(QLatin1Char('.'), 0, 0);
    const bool personal = std::any_of(std::begin(lists), std::end(lists), [&](const char* one) { return list == QLatin1String(one); });
    return personal || key.endsWith(QLatin1String(".@id"));
}

LastAnswers readAnswers(const QByteArray& instance)
{
    LastAnswers answers;
    QXmlStreamReader xml(instance);
    QString path;
    bool isLeaf = false;
    QString text;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            path += QLatin1Char('/');
            path += xml.name();
            isLeaf = true;
            text.clear();
            break;
        case QXmlStreamReader::Characters:
            text += xml.text();
            break;
        case QXmlStreamReader::EndElement:
            if (isLeaf && !text.trimmed().isEmpty())
                answers[path] = text;
            isLeaf = false;
            path.truncate(path.lastIndexOf(QLatin1Char('/')));
            break;
        default:
            break;
        }
    }
    return answers;
}

} // namespace

std::set<QString> neverOffered(const forms::Form& form)
{
    std::set<QString> paths;
    for (const forms::PayloadTarget& target : form.payloadTargets()) {
        if (isOfSomebody(target.key))
            paths.insert(target.nodeset);
        if (target.key.startsWith(QLatin1String("contacts.consent_"))) { // nobody's yes is offered to the next person
            for (const QString& asked : forms::readBy(form, target.nodeset))
                paths.insert(asked);
        }
    }
    return paths;
}

Result<LastAnswers> lastAnswers(store::Store& store, const QString& formId, const QString& author, const std::set<QString>& never)
{
    const auto last = store.lastFinished(formId, author);
    if (!last)
        return last.error();
    if (!*last)
        return LastAnswers{};
    const auto instance = store.instance((*last)->id);
    if (!instance)
        return instance.error();
    LastAnswers answers = readAnswers(*instance);
    for (const QString& path : never)
        answers.erase(path);
    return answers;
}

QString lastAnswer(const LastAnswers& answers, const forms::Node& node)
{
    static const QRegularExpression positions(QStringLiteral("\\[\\d+\\]"));
    if (answers.empty() || !node.remembered || node.visibility == forms::Visibility::InternalPerson)
        return {};
    const auto found = answers.find(QString(node.ref).remove(positions));
    return found == answers.end() ? QString() : found->second;
}

} // namespace rapport::app

// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/gaps.h"

#include "forms/session/recordedquestions.h"

#include <QDateTime>
#include <QHash>
#include <QUuid>

#include <algorithm>

namespace rapport::wire
{

namespace
{

using forms::EntityAction;
using Properties = std::map<QString, QString>;

const QString briefingsList = QStringLiteral("briefings"), answeredAt = QStringLiteral("answered_at"), asOf = QStringLiteral("as_of"),
              contactId = QStringLiteral("contact_id"), organisationId = QStringLiteral("organisation_id"), questionPath = QStringLiteral("question");

QString value(const Properties& properties, const QString& name)
{
    const auto found = properties.find(name);
    return found == properties.end() ? QString() : found->second;
}

/// Whom a record is about.
struct Subject {
    QString contact, organisation;
    const QString& id() const { return contact.isEmpty() ? organisation : contact; }
};

Subject subjectOf(const std::vector<EntityAction>& actions)
{
    Subject subject;
    for (const EntityAction& action : actions) {
        const bool isContact = action.list == QLatin1String("contacts"), isFirm = action.list == QLatin1String("organisations");
        if (subject.contact.isEmpty())
            subject.contact = isContact ? action.id : value(action.properties, contactId);
        if (subject.organisation.isEmpty())
            subject.organisation = isFirm ? action.id : value(action.properties, organisationId);
    }
    return subject;
}

QDateTime timeOf(const QString& text)
{
    const QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
    return at.isValid() ? at : QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
}

EntityAction openGap(const SubmissionHead& head, const Subject& subject, const forms::RecordedQuestion& question)
{
    EntityAction gap;
    gap.create = true;
    gap.label = question.label;
    gap.properties = {{contactId, subject.contact},
                      {organisationId, subject.organisation},
                      {QStringLiteral("kind"), QStringLiteral("gap")},
                      {QStringLiteral("body"), question.label},
                      {QStringLiteral("author"), head.userId},
                      {asOf, head.finishedAt},
                      {answeredAt, QString()},
                      {QStringLiteral("form"), head.formId},
                      {questionPath, question.path}};
    return gap;
}

EntityAction closeGap(const SubmissionHead& head)
{
    EntityAction gap;
    gap.update = true;
    gap.properties = {{answeredAt, head.finishedAt}, {QStringLiteral("answered_by"), head.userId}};
    return gap;
}

bool isDerived(const EntityAction& action)
{
    return action.list == briefingsList && action.properties.contains(answeredAt);
}

/// Whether an action says something newer than the row does.
bool isNews(const EntityAction& action, const Properties& row)
{
    const QDateTime said = std::max(timeOf(value(row, asOf)), timeOf(value(row, answeredAt)));
    const QDateTime now = timeOf(value(action.properties, action.create ? asOf : answeredAt));
    const bool isOpen = value(row, answeredAt).isEmpty();
    return action.create ? now >= said : isOpen && now >= said;
}

} // namespace

Result<std::vector<EntityAction>> gapsOf(const forms::Form& form, const SubmissionHead& head, const QByteArray& record,
                                         const std::vector<EntityAction>& actions)
{
    std::vector<EntityAction> gaps;
    const Subject subject = subjectOf(actions);
    const QUuid whose = QUuid::fromString(subject.id());
    if (whose.isNull() || head.finishedAt.isEmpty())
        return gaps;
    const auto questions = forms::recordedQuestions(form, record);
    if (!questions)
        return questions.error();
    for (const forms::RecordedQuestion& question : *questions) {
        EntityAction gap = question.isUnknown ? openGap(head, subject, question) : closeGap(head);
        gap.list = briefingsList;
        gap.id = QUuid::createUuidV5(whose, head.formId + QLatin1Char('\n') + question.path).toString(QUuid::WithoutBraces);
        gap.path = question.path;
        gaps.push_back(std::move(gap));
    }
    return gaps;
}

Status settleGaps(std::vector<EntityAction>& actions, const KnownGaps& known)
{
    QStringList ids;
    for (const EntityAction& action : actions) {
        if (isDerived(action))
            ids.append(action.id);
    }
    if (ids.isEmpty())
        return ok();
    const auto rows = known(ids);
    if (!rows)
        return rows.error();
    QHash<QString, const Properties*> here;
    for (const KnownRow& row : *rows)
        here[row.id] = &row.properties;
    std::erase_if(actions, [&](const EntityAction& action) {
        if (!isDerived(action))
            return false;
        const Properties* row = here.value(action.id, nullptr);
        return row ? !isNews(action, *row) : !action.create;
    });
    return ok();
}

} // namespace rapport::wire

// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/changes.h"

#include <QUuid>

namespace rapport::wire
{

namespace
{

QString property(const forms::EntityAction& action, const char* name)
{
    const auto found = action.properties.find(QString::fromLatin1(name));
    return found == action.properties.end() ? QString() : found->second;
}

QUuid instanceUuid(const QString& instanceId)
{
    const QUuid id = QUuid::fromString(instanceId.mid(instanceId.lastIndexOf(QLatin1Char(':')) + 1));
    return id.isNull() ? QUuid::createUuidV5(QUuid(), instanceId) : id; // OpenRosa allows any text
}

} // namespace

std::vector<forms::EntityAction> consentsOf(const SubmissionHead& head, const std::vector<forms::EntityAction>& actions)
{
    std::vector<forms::EntityAction> consents;
    QString first; ///< id of the first contact that was asked
    for (const forms::EntityAction& contact : actions) {
        if (contact.list != QLatin1String("contacts"))
            continue;
        for (const char* purpose : {"contact", "newsletter"}) {
            const QString given = property(contact, QByteArray("consent_").append(purpose).constData());
            if (given.isEmpty())
                continue;
            if (first.isEmpty())
                first = contact.id;
            const QString name = QString::fromLatin1(purpose) + (contact.id == first ? QString() : QLatin1Char('\n') + contact.id);
            forms::EntityAction consent;
            consent.list = QStringLiteral("consents");
            consent.id = QUuid::createUuidV5(instanceUuid(head.firstId), name).toString(QUuid::WithoutBraces);
            consent.create = true;
            consent.label = QString::fromLatin1(purpose);
            consent.path = contact.path;
            consent.properties = {{QStringLiteral("contact_id"), contact.id},
                                  {QStringLiteral("purpose"), QString::fromLatin1(purpose)},
                                  {QStringLiteral("given"), given},
                                  {QStringLiteral("text_id"), property(contact, "consent_text_id")},
                                  {QStringLiteral("language"), property(contact, "language")},
                                  {QStringLiteral("at"), head.finishedAt},
                                  {QStringLiteral("device"), head.deviceId}};
            consents.push_back(std::move(consent));
        }
    }
    return consents;
}

Result<std::vector<forms::EntityAction>> changesOf(const forms::Form& form, const QByteArray& submission, QStringList* faults)
{
    const auto head = parseSubmissionHead(submission);
    return head ? changesOf(form, *head, submission, faults) : Result<std::vector<forms::EntityAction>>(head.error());
}

Result<std::vector<forms::EntityAction>> changesOf(const forms::Form& form, const SubmissionHead& head, const QByteArray& submission,
                                                   QStringList* faults)
{
    auto actions = forms::entityActions(form, submission, faults);
    if (!actions)
        return actions;
    const auto consents = consentsOf(head, *actions);
    actions->insert(actions->end(), consents.begin(), consents.end());
    return actions;
}

} // namespace rapport::wire

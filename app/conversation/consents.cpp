// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/consents.h"

#include "app/conversation/formshelf.h"
#include "app/conversation/revision.h"
#include "app/conversation/sentences.h"
#include "sync/store/held.h"
#include "sync/wire/consents.h"

#include <algorithm>
#include <set>

namespace rapport::app
{

namespace
{

constexpr std::size_t mostShown = 100;

QString property(const store::Entity& entity, const char* name)
{
    const auto found = entity.properties.find(QString::fromLatin1(name));
    return found == entity.properties.end() ? QString() : found->second;
}

QDateTime timeOf(const QString& text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs);
}

/// The text of the occasion, where it is the one that was shown.
QString textOf(const QJsonObject& consent, const QString& textId, const QString& language)
{
    if (textId.isEmpty() || consent[QLatin1String("text_id")].toString() != textId)
        return {};
    return consent[QLatin1String("texts")].toObject()[language].toString();
}

Consent consentOf(const store::Entity& entity, const QJsonObject& texts)
{
    Consent consent;
    consent.id = entity.id;
    consent.purpose = property(entity, "purpose");
    consent.given = wire::isGiven(property(entity, "given"));
    consent.at = timeOf(property(entity, "at"));
    consent.textId = property(entity, "text_id");
    consent.language = property(entity, "language");
    consent.text = textOf(texts, consent.textId, consent.language);
    consent.hasSignature = !property(entity, "signature").isEmpty();
    consent.withdrawnAt = timeOf(property(entity, "withdrawn_at"));
    consent.withdrawnBy = property(entity, "withdrawn_by");
    return consent;
}

/// What her record says without a row that would say when: a system of record knew it.
void addUndated(const store::Entity& contact, std::vector<Consent>& consents)
{
    std::set<QString> known;
    for (const Consent& consent : consents)
        known.insert(consent.purpose);
    for (const QString& purpose : wire::purposesOf(contact.properties)) {
        if (known.contains(purpose))
            continue;
        Consent undated;
        undated.purpose = purpose;
        undated.given = wire::isGiven(property(contact, ("consent_" + purpose.toLatin1()).constData()));
        consents.push_back(undated);
    }
}

} // namespace

Status settleConsents(store::Store& store, std::vector<forms::EntityAction>& actions)
{
    const wire::KnownConsents known{[&](const QString& list, const QString& contactId) -> Result<std::vector<wire::KnownRow>> {
                                        const auto found = store.findEntities(list, QStringLiteral("contact_id"), contactId);
                                        if (!found)
                                            return found.error();
                                        std::vector<wire::KnownRow> rows;
                                        for (const store::Entity& entity : *found)
                                            rows.push_back({entity.id, entity.properties});
                                        return rows;
                                    },
                                    [&](const QString& list, const QString& id) -> Result<std::optional<wire::KnownRow>> {
                                        const auto entity = store.entity(list, id);
                                        if (!entity)
                                            return entity.error();
                                        return *entity ? std::optional(wire::KnownRow{id, (*entity)->properties}) : std::optional<wire::KnownRow>();
                                    }};
    return wire::settleConsents(actions, known);
}

Result<std::vector<Consent>> readConsents(store::Store& store, const store::Entity& contact)
{
    const auto rows = store.findEntities(QStringLiteral("consents"), QStringLiteral("contact_id"), contact.id);
    const auto occasion = rows ? store.occasion() : rows.error();
    if (!occasion)
        return occasion.error();
    const QJsonObject texts = *occasion ? (**occasion)[QLatin1String("consent")].toObject() : QJsonObject();
    std::vector<Consent> consents;
    for (const store::Entity& row : *rows)
        consents.push_back(consentOf(row, texts));
    std::stable_sort(consents.begin(), consents.end(), [](const Consent& a, const Consent& b) { return a.at > b.at; });
    addUndated(contact, consents);
    if (consents.size() > mostShown)
        consents.resize(mostShown);
    return consents;
}

Result<store::ConversationId> withdraw(store::Store& store, const forms::Environment& environment, const QString& contactId, const QString& purpose)
{
    const auto contact = store.entity(QStringLiteral("contacts"), contactId);
    if (!contact)
        return contact.error();
    if (!*contact || (*contact)->deleted)
        return Error{Error::Kind::NotFound, QStringLiteral("contact %1 is not here").arg(contactId)};
    const auto form = loadForm(store, withdrawalForm, {});
    auto session = form ? forms::FormSession::start(*form, environment) : form.error();
    if (!session)
        return session.error();
    const std::pair<QString, QString> payload[] = {{QStringLiteral("contacts.@id"), contactId}, {QStringLiteral("withdrawals.purposes"), purpose}};
    (void)(*session)->applyPayload(payload); // what is not taken is missing below

    store::Conversation talk;
    talk.id = store::ConversationId::make();
    talk.instanceId = (*session)->instanceId();
    talk.formId = (*form)->id();
    talk.formVersion = (*form)->version();
    talk.author = environment.username;
    talk.title = (*contact)->label;
    talk.startedAt = environment.now();
    talk.finishedAt = talk.startedAt;
    if (const auto occasion = store.occasion(); occasion && *occasion)
        talk.occasionId = (**occasion)[QLatin1String("id")].toString();
    talk.organisation = Sentences::withdrawal();
    if (const auto firm = store.entity(QStringLiteral("organisations"), property(**contact, "organisation_id")); firm && *firm)
        talk.organisation += QStringLiteral(" · ") + (*firm)->label;

    const forms::Submission record = (*session)->submission();
    if (!record.ready)
        return Error{Error::Kind::Invalid, QStringLiteral("the form %1 asks for more than a person and a purpose").arg(withdrawalForm)};
    const auto changes = changesIn(store, **form, record.xml);
    if (!changes)
        return changes.error();
    const auto finished = store::finishHeld(store, talk, record.xml, *changes, environment.now().addSecs(withdrawalUndo.count()));
    return finished ? Result<store::ConversationId>(talk.id) : finished.error();
}

Status takeBackWithdrawal(store::Store& store, store::ConversationId id)
{
    if (auto reopened = store.reopen(id); !reopened)
        return reopened;
    if (auto discarded = store.discardDraft(id); !discarded)
        return discarded;
    return store.removeDeleted(id);
}

} // namespace rapport::app

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/entityactions.h"
#include "sync/wire/openrosa.h"

#include <functional>
#include <optional>

/// What people consented to, and what they withdrew. Device and hub derive both from the same records, so that they come to the same rows.
///
/// A form asks through the contact: any property `contacts.consent_PURPOSE` is a purpose of its own, answered or left empty. Three more of that
/// beginning say about all of them: `consent_text_id` which text was shown, `consent_language` in which language it was shown, `consent_signature`
/// the name of the picture that was signed. The language that the person prefers (`contacts.language`) says nothing about what she has read: without
/// `consent_language` the language stays empty.
///
/// A form withdraws by making a row of the list `withdrawals`: contact_id, purposes (blank-separated).
namespace rapport::wire
{

/// Whether the word of a consent's `given`, or of a contact's consent_PURPOSE, is a yes.
bool isGiven(const QString& word);

/// The purposes that the properties of a contact speak of, answered ones only.
QStringList purposesOf(const std::map<QString, QString>& contact);

/// One `consents` row a purpose for each contact in @p actions that was asked. Its id is UUIDv5(instanceID of the first record, purpose), so that a
/// correction updates it; followed by the contact's id from the second contact on. `record` names the record whose attachment `signature` is.
std::vector<forms::EntityAction> consentsOf(const SubmissionHead& head, const std::vector<forms::EntityAction>& actions);

/// Writes when, where and by whom into the `withdrawals` among @p actions, and gives what they do to the contacts they name: consent_PURPOSE = no.
std::vector<forms::EntityAction> withdrawalsOf(const SubmissionHead& head, std::vector<forms::EntityAction>& actions);

/// A row as it stands where the actions are going to be carried out.
struct KnownRow {
    QString id;
    std::map<QString, QString> properties;
};
struct KnownConsents {
    /// Of `consents` and `withdrawals`: the rows of one contact.
    std::function<Result<std::vector<KnownRow>>(const QString& list, const QString& contactId)> ofContact;
    std::function<Result<std::optional<KnownRow>>(const QString& list, const QString& id)> row;
};

/// Brings consents and withdrawals together by the time at which a person said them, not by the time at which a record arrives: a consent is
/// withdrawn by the first withdrawal that follows it, and `contacts.consent_PURPOSE` is what was said last. In whatever order records arrive, the
/// rows end alike. Appends what follows from @p actions, which changesOf() gave and which are not carried out yet. A consent that is corrected with
/// the same answer keeps its time, device and author; nothing is deleted, and only a corrected withdrawal gives a consent back.
Status settleConsents(std::vector<forms::EntityAction>& actions, const KnownConsents& known);

} // namespace rapport::wire

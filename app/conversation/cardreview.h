// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"

#include <QString>

#include <vector>

namespace rapport::app
{

/// One field of a card that a person looks through: `key` as in ContactDraft::evidence ("given_name", "emails.0").
struct CardField {
    QString key, value;
    QRectF box;            ///< where it was read, pixels of the picture; null: in a code, or nowhere
    bool doubtful = false; ///< read badly, or guessed: to be looked at
    friend bool operator==(const CardField&, const CardField&) = default;
};

/// What a card says, in the order of a contact; names first and also where nothing was read, for they are what is missed most.
std::vector<CardField> cardFields(const contact::ContactDraft& draft);

/// Puts right what was read; what a person writes is certain. Empty clears. A key that is none changes nothing.
void setCardField(contact::ContactDraft& draft, const QString& key, const QString& value);

/// Given and family name were taken for each other.
void swapNames(contact::ContactDraft& draft);

} // namespace rapport::app

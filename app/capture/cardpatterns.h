// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace rapport::capture
{

/// Something found in a line, and what is left of the line without it.
struct Found {
    QStringList values;
    QString rest;
};

/// E-mail addresses as reading leaves them: blanks around @ and dots, "(at)", a comma for a dot.
Found takeEmails(const QString& line);
/// Web addresses: with http or www, or a bare domain whose end is one. Run after takeEmails().
Found takeLinks(const QString& line);

struct FoundPhone {
    QString number;                           ///< as printed, letters that digits were taken for put right
    std::optional<contact::Phone::Kind> kind; ///< by the word before or behind it
    bool labelled = false;
};
/// Telephone numbers: six digits or more with what people write between them. Not postcodes, years, register and account numbers.
std::vector<FoundPhone> takePhones(const QString& line, QString& rest);

QString domainOf(const QString& address); ///< of an e-mail address or a link, without "www.", in lower case; empty: it has none
/// The part of a domain that names the firm: "karya-abadi" of "mail.karya-abadi.co.id".
QString coreOf(const QString& domain);

/// Puts right what reading lost in addresses of one card by the others: a dot that only one of them shows, a letter that @p letters (of the card's
/// other lines, as lettersOf() leaves them) speak for.
void agreeOnDomain(QStringList& emails, QStringList& links, const QString& letters);

} // namespace rapport::capture

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace rapport::contact
{

/// An e-mail address in the parts that tell people and firms apart.
struct Mailbox {
    QString local;       ///< lower case, without "+tag"
    QString domain;      ///< what was registered: "frischmarkt.example" of "mail.frischmarkt.example"
    bool shared = false; ///< info@, sales@ …: of the firm, not of one person
    bool open = false;   ///< of a provider for everybody: says nothing about the firm
    QString address() const { return local + QLatin1Char('@') + domain; }
};
Mailbox mailboxOf(const QString& email); ///< all empty where it is no address

/// "frischmarkt.example" of a web address or a host; empty where there is none.
QString domainOf(const QString& url);
QString nameInDomain(const QString& domain); ///< "frischmarkt"

} // namespace rapport::contact

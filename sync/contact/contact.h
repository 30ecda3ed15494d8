// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRectF>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace rapport::contact
{

struct Phone {
    enum class Kind { Work, Mobile, Home, Fax, Other };
    QString number; ///< as written; E.164 where libphonenumber could tell (normalised by the parser)
    Kind kind = Kind::Work;
    friend bool operator==(const Phone&, const Phone&) = default;
};

/// Who somebody is, as badges, cards and CRMs tell it. Property names follow vCard (RFC 6350) in our own words.
struct Contact {
    QString fullName, prefix, givenName, familyName, organisation, department, jobTitle;
    QStringList emails;
    std::vector<Phone> phones;
    QStringList urls;
    QString street, postcode, city, country, note;
    QString badgeId; ///< an identifier only: `unresolved` is a normal state

    bool isEmpty() const;
    friend bool operator==(const Contact&, const Contact&) = default;
};

/// A Contact with the evidence for it: where each field was read and how sure we are.
struct ContactDraft {
    enum class Origin { Badge, Card, Typed };
    struct Evidence {
        QString text;          ///< what stood there
        QRectF box;            ///< in the picture, pixels; empty for a code
        double confidence = 1; ///< 0 … 1
    };
    Contact contact;
    Origin origin = Origin::Badge;
    std::vector<std::pair<QString, QString>> more; ///< what an organiser's badge says beyond that: "list.property", value
    std::map<QString, Evidence> evidence;          ///< by property: "given_name", "emails.0" …
};

/// A telephone number as a set of them has it (DESIGN.md section 3): without the blanks that separate its members.
QString inSet(const QString& number);

/// The draft as payload for a form: "contacts.given_name" → …, "organisations.legal_name" → … (ENTITIES.md section 4); empty values left out.
std::vector<std::pair<QString, QString>> payload(const ContactDraft& draft);

} // namespace rapport::contact

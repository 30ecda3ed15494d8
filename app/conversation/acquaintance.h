// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"
#include "sync/store/store.h"

#include <QJsonObject>

#include <map>
#include <optional>

namespace rapport::app
{

/// What was read or typed of somebody, by the keys of a payload (ENTITIES.md section 4): "contacts.email", its value.
using Said = std::vector<std::pair<QString, QString>>;

/// Whom a person says that somebody is, of those on this tablet.
struct Choice {
    enum class Who { Apart, Person, Firm } who = Who::Apart;
    /// What becomes of an e-mail address or a telephone that is another one on file: it is left out, joins what is on file, or takes its place.
    enum class Other { Keep, Add, Replace } other = Other::Keep;
    QString contactId, organisationId; ///< the person, and her firm or, for Who::Firm, the firm alone; empty: none
    friend bool operator==(const Choice&, const Choice&) = default;
};

/// Somebody or a firm as the tablet has it, by the same keys.
struct OnFile {
    QString contactId, organisationId;
    std::map<QString, QString> values;
};
/// @p list: "contacts" (with the firm that the person belongs to) or "organisations".
Result<std::optional<OnFile>> onFile(store::Store& store, const QString& list, const QString& id);

/// One field of the two, side by side.
struct Compared {
    enum class Stays { Read, Known, Both };
    QString key, read, known;
    bool differs = false; ///< both are there, and are not ways to write the same
    Stays stays = Stays::Read;
    friend bool operator==(const Compared&, const Compared&) = default;
};

const QStringList& comparedKeys(); ///< of all fields that are compared, in the order in which they are shown

/// What becomes of each field under @p choice. The name and the firm's record on file stay; what was read of the position, and whatever is missing on
/// file, is taken; of e-mail and telephones the choice decides. Numbers without a country code are at home in @p country (ISO 3166).
std::vector<Compared> compare(const Said& read, const OnFile& known, const Choice& choice, const QString& country);

/// Which of e-mail and telephone are other ones on file, and would be added.
struct Others {
    bool email = false, phone = false;
    explicit operator bool() const { return email || phone; }
};
Others othersIn(const Said& read, const OnFile& known, const QString& country);

/// The payload for a form that begins with whom @p choice names: her id first, then what of @p read is taken.
Said payloadFor(const Said& read, const OnFile& known, const Choice& choice, const QString& country);

contact::Contact contactOf(const Said& said); ///< for looking her up

/// What a conversation knows of whom it is with: what was read before anybody was chosen, and the choice.
struct Acquaintance {
    Said read;
    Choice choice;
    bool decided = false; ///< a person has said so; also that it is nobody known
    friend bool operator==(const Acquaintance&, const Acquaintance&) = default;
};
QJsonObject toJson(const Acquaintance& acquaintance);
Acquaintance acquaintanceOf(const QJsonObject& json);

} // namespace rapport::app

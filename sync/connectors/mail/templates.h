// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"

#include <QStringList>

#include <map>
#include <vector>

namespace rapport::connectors::mail
{

// What templates.json says, read and checked. README.md in this folder describes the language.

struct Text {
    QString subject;
    QStringList lines;
};

/// Which follow-ups become a mail, and what it says.
struct MailTemplate {
    QString kind;
    QStringList channels;          ///< empty: any
    QStringList attachments;       ///< properties of the follow-up that name files, blank-separated
    bool needsAttachment = false;  ///< without one there is nothing to send
    std::map<QString, Text> texts; ///< language → text
};

struct Templates {
    QString language;                       ///< where the person's own has no text
    std::vector<MailTemplate> mails;        ///< the first that fits is taken
    std::map<QString, QStringList> closing; ///< language → lines under every mail: consent, and how to end it

    const MailTemplate* of(const Entity& followup) const; ///< nullptr: it is no mail
};

/// Invalid: names the place in the file.
Result<Templates> parseTemplates(const QByteArray& json);
Result<Templates> loadTemplates(const QString& path);

/// What a template may name beside the follow-up and its contact.
struct Facts {
    const Entity& followup;
    const Entity& contact;
    std::map<QString, QString> more; ///< "@sender" → text
};

/// The language of @p texts for somebody who prefers @p wanted ("de-AT", "id", empty).
template <typename Value>
QString languageFor(const std::map<QString, Value>& texts, const QString& wanted, const QString& otherwise)
{
    const QString base = wanted.section(u'-', 0, 0).section(u'_', 0, 0).toLower();
    return texts.count(base) > 0 ? base : otherwise;
}

/// @p line with its values; dates as that language writes them. Nothing where one is missing.
std::optional<QString> filledIn(const QString& line, const Facts& facts, const QString& language);

} // namespace rapport::connectors::mail

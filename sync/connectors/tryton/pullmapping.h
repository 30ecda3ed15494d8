// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <map>

namespace rapport::connectors::tryton
{

// What `pull` of mapping.json says, read and checked. README.md in this folder describes the language.

/// Where the value of one property comes from.
struct Source {
    enum class Kind {
        Field, ///< the first of fields that is filled
        Now,   ///< when it was read
        Title  ///< the connector's title
    };
    enum class Words {
        All,
        Leading, ///< without the last one
        Last
    };
    Kind kind = Kind::Field;
    Words words = Words::All;
    QStringList fields;                   ///< "name", "currency.code", "addresses.country.code"
    std::map<QString, QStringList> where; ///< of the rows of a one2many field: those whose field is one of these; an empty text: nothing stands there
    QString model;                        ///< the value is the id of one of these: "party.party,88"
    bool rest = false;                    ///< all rows but the first one, with blanks between
    bool foreign = false;                 ///< not for records that Rapport made itself, where it knows better
};

struct PullList {
    QString model;
    QString needs;                     ///< model without which the list is empty
    QString key;                       ///< field that holds our key in records that we made; may be empty
    QJsonArray domain;                 ///< Tryton's own: which records belong to the list
    QString domainNeeds;               ///< model without which the domain is left out
    QStringList children;              ///< one2many fields whose rows change alone
    QStringList label;                 ///< the first field that is filled
    std::map<QString, Source> sources; ///< property → where from
    QByteArray fingerprint;            ///< of all this: a cursor of another one starts from the beginning
};

/// Invalid: names the place, which begins with @p place.
Result<PullList> readPullList(const QJsonObject& json, const QString& place);

} // namespace rapport::connectors::tryton

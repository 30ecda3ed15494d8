// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/tryton/pullmapping.h"

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <map>
#include <utility>
#include <vector>

namespace rapport::connectors::tryton
{

// What mapping.json says, read and checked. README.md in this folder describes the language.

/// Where the value of one field comes from. Names are properties of the entity, "@id", "@label", or "contact_id.email" over a reference.
struct Value {
    enum class Kind {
        Constant,   ///< constant
        From,       ///< the first of names that is filled; blanks within a name join properties
        Decimal,    ///< names[0] as Tryton's Decimal
        Lines,      ///< "label: value", one line for each filled one of lines
        Item,       ///< the current one of a row's `each`
        Remote,     ///< the record that the first known one of names refers to
        Find,       ///< the record of model whose field is names[0], or constant
        First,      ///< the first record of model whose field is our own field names[0]
        Reference,  ///< as Remote, but as text with the model: "party.party,88"
        Preference, ///< names[0] in the user's preferences
    };
    enum class Augment {
        Own,     ///< written over when the record is one that we made, else kept
        Replace, ///< written over
        Keep,    ///< written only where nothing stands
        Append,  ///< lines that are missing are added
    };
    Kind kind = Kind::Constant;
    Augment augment = Augment::Own;
    bool required = false; ///< of a row: without this value there is no row
    QJsonValue constant;
    QStringList names;
    std::vector<std::pair<QString, QString>> lines; ///< label, name
    std::map<QString, QString> words;               ///< of From: what is said for a property's value: "call" → "Call"
    QString model, field;
};

/// Records of a one2many field.
struct Rows {
    QString field;
    QString needs;       ///< model without which these rows are left out
    QString each;        ///< property with a blank-separated set: one row for each; empty: one row
    QStringList same;    ///< fields that say whether a row is there already
    bool single = false; ///< our own record has one of it: it is changed, not added to
    QStringList update;  ///< texts of a row that is there already: our lines replace those with the same label, the others stay
    std::map<QString, Value> values;
};

struct ListMapping {
    QString model;
    QString key;                                      ///< field that holds our key
    bool keyWithin = false;                           ///< the key is the last line of that text, because the model has no field for it
    std::vector<std::pair<QString, QString>> matches; ///< field = property: finds a record that somebody else made, if it is just one
    QString numberField, numberText;                  ///< what a person knows the record by: "Opportunity %1"
    std::map<QString, Value> fields;
    std::vector<Rows> rows;
    std::vector<ListMapping> otherwise; ///< none or one: where this Tryton does not have the model
};

struct Mapping {
    std::map<QString, QString> references; ///< property → list it refers to
    std::map<QString, ListMapping> lists;
    std::map<QString, PullList> pull; ///< the other direction
};

/// Invalid: names the place in the file.
Result<Mapping> loadMapping(const QString& path);
Result<Mapping> parseMapping(const QByteArray& json);

} // namespace rapport::connectors::tryton

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

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
    QString model, field;
};

/// Records of a one2many field.
struct Rows {
    QString field;
    QString needs;       ///< model without which these rows are left out
    QString each;        ///< property with a blank-separated set: one row for each; empty: one row
    QStringList same;    ///< fields that say whether a row is there already
    bool single = false; ///< our own record has one of it: it is changed, not added to
    std::map<QString, Value> values;
};

struct ListMapping {
    QString model;
    QString key;                                      ///< field that holds our key
    std::vector<std::pair<QString, QString>> matches; ///< field = property: finds a record that somebody else made, if it is just one
    QString numberField, numberText;                  ///< what a person knows the record by: "Opportunity %1"
    std::map<QString, Value> fields;
    std::vector<Rows> rows;
};

struct Mapping {
    std::map<QString, QString> references; ///< property → list it refers to
    std::map<QString, ListMapping> lists;
};

/// Invalid: names the place in the file.
Result<Mapping> loadMapping(const QString& path);
Result<Mapping> parseMapping(const QByteArray& json);

} // namespace rapport::connectors::tryton

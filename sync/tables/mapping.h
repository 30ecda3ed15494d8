// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"
#include "sync/tables/table.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace rapport::tables
{

/// How one property comes of a row.
struct PropertyRule {
    enum class As { Text, Phone, Country, Email, Decimal, Date };

    QString property;
    QStringList from;             ///< titles; the first that the table has counts
    std::optional<QString> value; ///< a constant instead
    As as = As::Text;
    std::map<QString, QString> words;                    ///< what may stand there, folded → what it becomes; empty: anything
    std::optional<QString> otherwise;                    ///< for a word that is none of them; without it that is a fault
    bool required = false;                               ///< a row without it is a fault
    QString findList;                                    ///< the id of a row of that list instead, by…
    std::vector<std::pair<QString, QStringList>> findBy; ///< … a property of it (or its label) that a column has; the first that tells counts
};

/// How a table becomes rows of a list; docs/imports.md has the form of the file.
struct Mapping {
    enum class DateOrder { DayFirst, MonthFirst };

    QString list;
    TablePlace place;
    QString country;         ///< ISO 3166, where telephone numbers without a country code are at home; empty: they stay as they are
    QChar decimalMark{u'.'}; ///< the other one separates thousands
    DateOrder dates = DateOrder::DayFirst;
    QStringList key, label; ///< properties
    QStringList match;      ///< properties by each of which a row that is there already is recognised, whatever its key
    std::vector<PropertyRule> properties;
};

/// A fault is one sentence that names the place in the file: its line, or "properties.phone".
Result<Mapping> readMapping(const QByteArray& json);

/// The mapping that ships under that name ("attendees", "companies", "signals"); empty: there is none.
QByteArray shippedMapping(const QString& name);

/// How words are compared: without case and with single blanks.
QString folded(const QString& text);

} // namespace rapport::tables

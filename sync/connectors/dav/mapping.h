// SPDX-License-Identifier: Apache-2.0
// The mapping file of CardDAV and CalDAV; README.md in this folder describes it.
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace rapport::connectors::dav
{

/// Which lines of an object are meant: of this property, with all of `needs` among their types and none of `without`; those first that have all
/// of `types`. A new line is written with `needs` and `types`.
struct Selector {
    QString property;
    QStringList needs, types, without;
};

/// One line that we write, or several.
struct Field {
    enum class Kind {
        Constant, ///< `constant`
        From,     ///< the first of `names` that is filled
        Parts,    ///< structured: one of `parts` each
        Each,     ///< a line for each member of a set
        Lines,    ///< labelled lines of a text
        Remote,   ///< the name of the object that a reference leads to
        Time,     ///< a day or a moment
    };
    enum class Augment {
        Own,  ///< written over where we made the object, else only where nothing stands
        Keep, ///< only where nothing stands
        Add,  ///< as Own, but a line of its own where somebody else made the object
    };
    Selector where;
    Kind kind = Kind::From;
    Augment augment = Augment::Own;
    QString constant;
    QStringList names;
    std::vector<QStringList> parts;
    std::vector<std::pair<QString, QString>> lines; ///< label, name
    std::map<QString, QString> words;               ///< value → what is written for it
    int minutes = 0;                                ///< later than the time that the property says
    bool required = false;                          ///< without it the rule does not hold
};

/// What becomes of an entity.
struct Rule {
    std::map<QString, QStringList> when; ///< property → one of these; all must hold
    QString component;                   ///< "VCARD", "VEVENT", "VTODO"
    QString kind;                        ///< of a card: "org", "individual"
    QString number;                      ///< what a person is told, with %1 for the beginning of the entity's id
    std::vector<Field> fields;
};

/// Where a property is read from.
struct Source {
    std::vector<Selector> where; ///< the first that is filled
    int part = -1;               ///< of a structured line, from 0
    bool rest = false;           ///< all lines that no other source of the list has taken, as a set
    bool time = false;
    bool foreign = false; ///< only in objects that we did not make
    std::map<QString, QString> words;
};

struct PullList {
    QStringList components;
    QString kind;
    bool oursOnly = false; ///< objects of others are nobody's business
    Source label;
    std::map<QString, Source> properties;
};

struct Mapping {
    std::map<QString, QString> references;      ///< property → list
    std::map<QString, std::vector<Rule>> lists; ///< the first rule that holds
    std::map<QString, PullList> pull;
    QByteArray fingerprint; ///< of the file: with another one a pull begins anew
};

/// Invalid: names the place of the fault.
Result<Mapping> parseMapping(const QByteArray& json);
Result<Mapping> loadMapping(const QString& path);

} // namespace rapport::connectors::dav

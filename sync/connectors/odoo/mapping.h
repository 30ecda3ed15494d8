// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/odoo/domain.h"
#include "sync/connectors/rest/mapping.h"

namespace rapport::connectors::odoo
{

// What a mapping file says, read and checked. README.md in this folder describes it; values, texts, paths and conditions are those of
// docs/connectors.md.

/// What Odoo calls a thing: the id of the first record that is meant.
struct LookUp {
    QString model;
    Domain domain;
    bool optional = false; ///< what is not found, or not to be seen by us, is left out
};

/// Records that somebody else made.
struct Find {
    Domain domain;
    bool firstOfMany = false; ///< else several are as good as none
};

struct Push {
    std::vector<rest::Condition> when; ///< of the entity: else there is nothing to do
    std::vector<Find> find;
    std::vector<rest::Field> fields;
    QStringList files; ///< patterns of the record's files that go with it
    rest::Text number; ///< of the record, for a person: "Opportunity {id}"
};

struct Pull {
    Domain domain;
    std::map<QString, std::pair<QString, QStringList>> through; ///< field with a reference → its model, and what is read there
    rest::Text label;
    std::map<QString, rest::Source> properties;
    QByteArray fingerprint; ///< of the rules
};

struct List {
    QString model;
    std::optional<Push> push;
    std::optional<Pull> pull;
    QStringList pushed() const; ///< the fields that a push looks at
    QStringList pulled() const; ///< … and a pull
};

struct Mapping {
    std::map<QString, QString> references; ///< property → list that it refers to
    std::map<QString, LookUp> lookUps;
    std::map<QString, List> lists;
};

/// @p settings are what the configuration says for the names in "settings". Invalid: names line and place.
Result<Mapping> parseMapping(const QByteArray& json, const std::map<QString, QString>& settings);
Result<Mapping> loadMapping(const QString& path, const std::map<QString, QString>& settings);

} // namespace rapport::connectors::odoo

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/rest/condition.h"

#include <map>
#include <optional>

namespace rapport::connectors::rest
{

// What a mapping file says, read and checked. docs/connectors.md describes the language.

/// "get": "issues/{@remote}.json" and "query" beside it.
struct Request {
    QByteArray method; ///< empty: there is none
    Text path;
    std::vector<std::pair<QString, Text>> query; ///< what stays empty is left out
    explicit operator bool() const { return !method.isEmpty(); }
};

/// Asks for objects and takes those that meet the conditions.
struct Search {
    Request request;
    Path items;
    std::vector<Condition> where;
    bool firstOfMany = false; ///< else several are as good as none
    bool loose = false;       ///< of the key: the server may answer with what only looks like it
};

/// Asks the server for what it calls a thing.
struct LookUp {
    Search search;
    Path value;
    bool optional = false; ///< what is not found, or not to be seen by us, is left out
};

/// Where the value of one field comes from, and what happens where something stands there.
struct Value {
    enum class Kind {
        Constant,
        Text,
        Number,
        Boolean,
        Date,
        LookUp,
        Id,   ///< the number of another object
        Html, ///< lines, in a field of formatted text
    };
    enum class Augment {
        Own,     ///< written over where the object is one that we made, else kept
        Replace, ///< written over
        Keep,    ///< written only where nothing stands
        Append,  ///< lines that are missing are added
        Add,     ///< written where none of `is` says the same: a note
    };
    enum class On { Both, Create, Update };
    Kind kind = Kind::Text;
    Augment augment = Augment::Own;
    On on = On::Both;
    bool required = false; ///< without it the entry is refused
    Json constant;
    std::vector<Text> lines;          ///< those that stay empty are left out
    std::map<QString, QString> words; ///< of what is filled in: "done" → "Resolved"
    QString lookUp;
    std::vector<Path> is;         ///< where it stands in an answer
    std::vector<Condition> where; ///< of the object that is there: else it stays
};

struct Field {
    Path to;
    Value value;
};

/// Our key in an object.
struct KeyPlace {
    Path field;
    bool within = false; ///< as the last line of a text
    Search search;
};

/// Files of the record that go with the object.
struct Files {
    QStringList names; ///< patterns: "*.jpg"
    Request upload;
    QString form; ///< the form field of a multipart upload; empty: the bytes are the body
    Path token;   ///< empty: the upload goes to the object that is there already; else what it answers is written with the object
    Path add;     ///< where a file is written in the object, in two steps
    std::vector<std::pair<Path, Text>> item;
    Path thereItems; ///< in the object: the files that it has
    std::vector<Condition> there;
};

struct Push {
    std::vector<Condition> when; ///< of the entity: else there is nothing to do
    KeyPlace key;
    std::vector<Search> find; ///< objects that others made
    Request create, update;
    std::vector<std::pair<QString, Text>> headers; ///< of all that writes
    std::vector<Field> fields;
    std::optional<Files> files;
    Text number;         ///< of the object, for a person: "Ticket {id}"
    bool whole = false;  ///< an update carries the whole object
    bool etag = false;   ///< … under If-Match
    bool verify = false; ///< look whether the server took what it said it took
};

/// A property of a pulled entity.
struct Source {
    enum class Kind { Text, Day, Now, Title }; ///< Day: of a text that is a day or a time
    Kind kind = Kind::Text;
    Text text;                    ///< names are paths in the object
    std::vector<Condition> where; ///< of the object; else the property is left out
    std::map<QString, QString> words;
    QString reference; ///< list whose objects it names by id
};

struct Paging {
    enum class Kind { None, Offset, Page, Next };
    Kind kind = Kind::None;
    QString offset, limit; ///< names in the query; of Page, `offset` counts from 1
    int size = 100;
    Path next; ///< of Next: where the answer has the address of the next page
};

struct Since {
    QString query;
    Text value;        ///< with {@since}
    Path at;           ///< in an object: when it was changed
    int overlap = 120; ///< seconds
};

struct Pull {
    Request request;
    Path items, total;
    std::vector<Condition> where;
    std::optional<Since> since;
    Paging paging;
    Text label;
    std::map<QString, Source> properties;
    QByteArray fingerprint; ///< of the rules
};

struct List {
    QString object; ///< what its objects are called in a remoteId: "issue,88"
    Path id, wrap;  ///< wrap: the member in which an object goes out and comes back
    Request read;
    std::optional<Push> push;
    std::optional<Pull> pull;
};

struct Mapping {
    QString tokenHeader;                           ///< empty: Authorization: Bearer
    std::vector<std::pair<QString, Text>> headers; ///< of every request
    Request who;                                   ///< asked before anything else: who are we?
    Path whoId;
    std::map<QString, QString> references; ///< property → list it refers to
    std::map<QString, LookUp> lookUps;
    std::map<QString, List> lists;
};

/// @p settings are what the configuration says for the names in "settings". Invalid: names line and place.
Result<Mapping> parseMapping(const QByteArray& json, const std::map<QString, QString>& settings);
Result<Mapping> loadMapping(const QString& path, const std::map<QString, QString>& settings);

} // namespace rapport::connectors::rest

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace rapport::report
{

/// Who is going to read it. What is `internal-person` is in neither: it is about people, not about the work.
enum class Audience {
    Customer, ///< what is `shared`, and nothing else
    Internal, ///< also what is `internal`
};

struct Fact {
    QString label, value;
    friend bool operator==(const Fact&, const Fact&) = default;
};

/// A heading inside a section: of a group (1), of a repetition.
struct Heading {
    QString text;
    int depth = 1;
    friend bool operator==(const Heading&, const Heading&) = default;
};

/// What the form says to whoever fills it in.
struct Remark {
    QString text;
    friend bool operator==(const Remark&, const Remark&) = default;
};

/// One question and its answer, in words.
struct Line {
    QString label, value;
    bool open = false; ///< "not known yet"
    friend bool operator==(const Line&, const Line&) = default;
};

/// A photo, a drawing, a signature. `file` is filled in last: a JPEG that this device has just made, or blank, and then `missing` says why.
struct Picture {
    enum class Kind { Photo, Drawing, Signature };
    QString label;
    QString attachment; ///< its name with the conversation
    Kind kind = Kind::Photo;
    QString name, nameLabel; ///< below a signature: whose it is, and how the form asked for it
    QByteArray file;
    QSize size; ///< of the JPEG, in pixels
    QString missing;
    friend bool operator==(const Picture&, const Picture&) = default;
};

/// One measured value beside its limits, and what was said of it (reason, repair).
struct Measured {
    enum class Outcome { Open, Within, Outside };
    QString what, value, unit, limits, verdict;
    Outcome outcome = Outcome::Open; ///< Open: nothing was measured, or nothing limits it
    std::vector<Fact> notes;
    friend bool operator==(const Measured&, const Measured&) = default;
};
struct Measurements {
    QString what; ///< heads the first column
    std::vector<Measured> rows;
    friend bool operator==(const Measurements&, const Measurements&) = default;
};

/// A series of short answers: a question each column, a repetition each row.
struct Table {
    QStringList columns;
    std::vector<QStringList> rows;
    friend bool operator==(const Table&, const Table&) = default;
};

using Block = std::variant<Heading, Remark, Line, Picture, Measurements, Table>;

struct Part {
    QString title;
    std::vector<Block> blocks;
};

/// All that a report says, in its reader's language: what stands on the pages, without where.
struct Content {
    QString title;    ///< of the form
    QString issuer;   ///< the exhibitor, or empty
    QString accent;   ///< the exhibitor's colour ("#0b5a60"), or empty
    QString customer; ///< also at the head of each page
    QString language; ///< code: "de"
    Audience audience = Audience::Customer;
    std::vector<Fact> facts;
    std::vector<Part> parts;
    QString form;         ///< "maintenance_checklist, version 2027112402"
    QString conversation; ///< id of the record
    QString sha256;       ///< of the record's XML, in hex
    QString fileName;     ///< without path
    bool isEmpty() const { return parts.empty(); }
};

} // namespace rapport::report

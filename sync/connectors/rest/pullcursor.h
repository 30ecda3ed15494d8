// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>

#include <optional>
#include <set>

namespace rapport::connectors::rest
{

/// A time as a server writes it: ISO 8601, or seconds or milliseconds since 1970. Compared and written by whole seconds.
class Stamp
{
public:
    static std::optional<Stamp> parse(const QString& text);
    QString text() const; ///< in the form that it was read in, rounded down
    Stamp earlier(int seconds) const;
    qint64 seconds() const { return m_seconds; }

private:
    enum class Form { Iso, Seconds, Milliseconds };
    Stamp(qint64 seconds, Form form) : m_seconds(seconds), m_form(form) {}
    qint64 m_seconds;
    Form m_form;
};

/// Where a pull of one list stands. A round reads what changed since the round before (Rows); where that leaves another number of objects than there
/// are, it goes through all of them (All) and asks for each that is missing (Gone).
///
/// As bytes: JSON {"v":1, "mapping", "stage", "since", "top", "position", "next", "known", "seen", "doubted"}; the last three are ids, each on a
/// line, deflated, in Base64.
struct PullCursor {
    enum class Stage { Rows, All, Gone };
    QByteArray mapping; ///< fingerprint of the rules
    Stage stage = Stage::Rows;
    QString since;             ///< changes from here on are to be read; empty: all
    QString top;               ///< the newest change of this round
    int position = 0;          ///< objects of this stage that are done
    QString next;              ///< address of the next page, where the server says it
    std::set<QString> known;   ///< ids that the hub has been told of
    std::set<QString> seen;    ///< of this round's All
    std::set<QString> doubted; ///< that a list left out although they are there: the second time they no longer belong to it

    QByteArray bytes() const;
    static Result<PullCursor> parse(const QByteArray& bytes); ///< Corrupt: not one of ours
};

} // namespace rapport::connectors::rest

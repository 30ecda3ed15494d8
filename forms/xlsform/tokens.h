// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace rapport::xlsform
{

/// An XML name, with a prefix or without: what may stand in the name column.
bool isXmlName(QStringView text);

/// "${name}" or "${last-saved#name}" in a cell.
struct Reference {
    qsizetype start = 0, end = 0; ///< of the whole, in the text; end is behind the brace
    QString name;
    bool lastSaved = false;
};

/// The references of a text, in order. @p broken (optional) tells whether a "${" is there that begins none.
std::vector<Reference> references(QStringView text, bool* broken = nullptr);

/// True where the whole text is one reference, blanks around it aside.
bool isReference(QStringView text);

/// The pieces of a cell that may hold an XPath expression. Not a parser: a cell may hold prose, and then the rest is Other.
struct Token {
    enum class Kind {
        DateTime,
        Date,
        Time,
        Number,
        Operator,
        Comparison,
        Logic,
        Union,
        Open,
        Close,
        Parent,
        Self,
        Slash,
        Literal,
        Comma,
        Blank,
        Reference,
        Call,
        PredicateStart,
        PredicateEnd,
        Scheme,
        Name,
        Other,
    };
    Kind kind = Kind::Other;
    qsizetype start = 0, end = 0;
};
std::vector<Token> tokens(QStringView text);

/// Whether a default is an expression, to be worked out when the form opens, rather than a literal. In a date or a place a hyphen is none.
bool isDynamicDefault(const QString& text, const QString& type);

/// Where "instance('x')/…" expressions stand in a label: start and end of each.
std::vector<std::pair<qsizetype, qsizetype>> instanceExpressions(QStringView text);

} // namespace rapport::xlsform

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xlsform/survey.h"
#include "forms/xlsform/tokens.h"

namespace rapport::xlsform
{

/// A text of a label or a message, cut where a value is shown: prose and expressions in turn.
struct TextPiece {
    bool isOutput = false;
    QString text; ///< prose, or the expression
};

/// "${name}" → path: absolute, or relative where both ends lie in one repeat, so that each repetition sees its own (FORMS-SPEC section 1.5).
class PathWriter
{
public:
    PathWriter(const Survey& survey, Remarks& remarks);

    /// Where a text stands: the question that relative paths start from (null: only absolute ones), and what a fault names.
    struct Place {
        const Element* context = nullptr;
        QString sheet;
        int row = 0;
        QStringList column; ///< {"label", "English (en)"}, {"bind", "calculate"}
        static Place of(const Element& element, QStringList column) { return {&element, element.sheet, element.row, std::move(column)}; }
        Place in(const QString& language) const { return {context, sheet, row, column + QStringList{language}}; }
    };
    enum class Style {
        Plain,
        Current,       ///< a choice filter: "current()/../q"
        CurrentParent, ///< a choice filter over a repeat of this form
        Parent,        ///< the repeat itself, as the source of choices
    };
    QString expand(const QString& text, const Place& place, Style style = Style::Plain) const;
    /// The same for what must be an expression: a warning names the row where no engine could read it.
    QString expression(const QString& text, const Place& place, Style style = Style::Plain) const;
    std::vector<TextPiece> pieces(const QString& text, const Place& place) const;

    /// The question or section of that name; a fault, and null, where there is none or more than one.
    const Element* find(const QString& name, const Place& place) const;

private:
    QString path(const Reference& reference, QStringView text, const Place& place, Style style) const;
    QString heading(const Place& place) const;
    QString relativePath(const Element& source, const Element& target, Style style, bool current) const;

    const Survey& m_survey;
    Remarks& m_remarks;
    QHash<QString, const Element*> m_elements; ///< null: several have the name
};

} // namespace rapport::xlsform

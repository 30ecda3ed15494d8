// SPDX-License-Identifier: Apache-2.0
// Formatted text of Odoo as far as we have to do with it: its lines, and lines of ours in it. What people have formatted stays as it is.
#pragma once

#include <QStringList>

namespace rapport::connectors::odoo
{

/// Without blanks at their ends; empty ones are left out.
QStringList linesOf(const QString& html);
QString asHtml(const QStringList& lines); ///< one paragraph

/// What becomes of a line "Consent: yes" where "Consent: no" is to stand.
enum class SameLabel { Stays, GivesWay };
/// @p html with those of @p lines that it does not have.
QString withLines(QString html, const QStringList& lines, SameLabel same);

} // namespace rapport::connectors::odoo

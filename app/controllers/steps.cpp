// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/steps.h"

#include "app/controllers/questionrows.h"
#include "app/controllers/states.h"

namespace rapport::app
{

std::vector<Step> stepsOf(const std::vector<RowModel::Row>& rows)
{
    static const qsizetype kindAt = questionRoles().indexOf("kind"), extraAt = questionRoles().indexOf("extra");
    std::vector<Step> steps;
    Step open;
    for (const RowModel::Row& row : rows) {
        ++open.count;
        if (row.values[extraAt].toMap()[QStringLiteral("layout")].toString() == QLatin1String("header"))
            continue; // the headings of a table ask nothing
        switch (row.values[kindAt].value<Question::Kind>()) {
        case Question::Kind::Note:
        case Question::Kind::Group:
        case Question::Kind::RepetitionHead:
            break;
        default:
            steps.push_back(open);
            open = {open.first + open.count, 0};
        }
    }
    if (open.count > 0)
        steps.push_back(open);
    return steps;
}

} // namespace rapport::app

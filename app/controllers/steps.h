// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"

#include <vector>

namespace rapport::app
{

/// How much of a form is on the screen at a time.
enum class Pace {
    Sections, ///< for staff: a talk jumps about
    OneByOne, ///< for visitors: one question, also of a group that the form wants on one screen ("field-list")
};

/// Rows of a section that are shown together where one question is asked at a time.
struct Step {
    int first = 0, count = 0;
    friend bool operator==(const Step&, const Step&) = default;
};

/// The steps of @p rows (as questionRows() makes them): each question is one, with the headings and notes in front of it; notes behind the last
/// question are one of their own, as is the button that adds a repetition. Every row is in exactly one step.
std::vector<Step> stepsOf(const std::vector<RowModel::Row>& rows);

} // namespace rapport::app

// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/questionrows.h"
#include "app/controllers/states.h"
#include "app/controllers/steps.h"

#include <catch2/catch.hpp>

using namespace rapport::app;

namespace
{

RowModel::Row row(Question::Kind kind)
{
    QVariantList values(questionRoles().size());
    values[questionRoles().indexOf("kind")] = QVariant::fromValue(kind);
    return {QString(), values};
}

} // namespace

TEST_CASE("A question is a step, with the headings and notes in front of it", "[steps]")
{
    using K = Question::Kind;
    struct Case {
        const char* note;
        std::vector<Question::Kind> kinds;
        std::vector<Step> steps;
    };
    const auto one = GENERATE(values<Case>({
        {"nothing", {}, {}},
        {"two questions", {K::Text, K::ChoiceOne}, {{0, 1}, {1, 1}}},
        {"a note before the first, another behind the last", {K::Note, K::Text, K::Note}, {{0, 2}, {2, 1}}},
        {"the head of a group and of a repetition", {K::Group, K::Text, K::RepetitionHead, K::Date}, {{0, 2}, {2, 2}}},
        {"one more repetition is asked for by itself", {K::RepetitionHead, K::Text, K::AddRepetition}, {{0, 2}, {2, 1}}},
    }));
    INFO(one.note);
    std::vector<RowModel::Row> rows;
    for (const Question::Kind kind : one.kinds)
        rows.push_back(row(kind));
    CHECK(stepsOf(rows) == one.steps);
}

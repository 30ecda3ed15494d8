// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/rowmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <catch2/catch.hpp>

using rapport::app::RowModel;

namespace
{

/// "a b c": a row of each key, with its key and its length as values.
std::vector<RowModel::Row> rowsOf(const char* keys)
{
    std::vector<RowModel::Row> rows;
    const QStringList words = QString::fromLatin1(keys).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& key : words)
        rows.push_back({key, {key, key.size()}});
    return rows;
}

QString keysOf(const RowModel& model)
{
    QStringList keys;
    for (int row = 0; row < model.rowCount(); ++row)
        keys.append(model.value(row, "word").toString());
    return keys.join(QLatin1Char(' '));
}

} // namespace

TEST_CASE("From any list to any other the model tells its views exactly how", "[rows]")
{
    struct Change {
        const char *from, *to;
    };
    const auto change = GENERATE(values<Change>({{"", "a b c"},
                                                 {"a b c", ""},
                                                 {"a b c", "a b c"},
                                                 {"a b c", "c b a"},
                                                 {"a b c d e", "b d"},
                                                 {"b d", "a b c d e"},
                                                 {"a b c d", "d x a y b"},
                                                 {"a b", "c d"}}));
    INFO(change.from << " -> " << change.to);
    RowModel model({"word", "length"});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.show(rowsOf(change.from));
    CHECK(keysOf(model) == QString::fromLatin1(change.from));
    model.show(rowsOf(change.to));
    CHECK(keysOf(model) == QString::fromLatin1(change.to));
}

TEST_CASE("A changed value is one change of that row and that role", "[rows]")
{
    RowModel model({"word", "length"});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.show(rowsOf("a b c"));
    QSignalSpy changed(&model, &RowModel::dataChanged), reset(&model, &RowModel::modelReset), moved(&model, &RowModel::rowsMoved);
    auto rows = rowsOf("a b c");
    rows[1].values[1] = 9;
    model.show(rows);
    REQUIRE(changed.size() == 1);
    CHECK(changed[0][0].toModelIndex().row() == 1);
    CHECK(changed[0][2].value<QList<int>>() == QList<int>{model.roleNames().key("length")});
    CHECK(reset.isEmpty());
    CHECK(moved.isEmpty());

    model.show(rows);
    CHECK(changed.size() == 1); // the same again is no change
}

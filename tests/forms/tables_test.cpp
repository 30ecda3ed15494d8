// SPDX-License-Identifier: Apache-2.0
#include "forms/xform/tables.h"
#include "forms/xpath/evaluator.h"
#include "forms/xpath/xmltree.h"

#include <catch2/catch.hpp>

using namespace rapport::forms;

namespace
{

const QByteArray csv = "name,label,grp,price\n"
                       "k1,One,a,5\n"
                       "k2,Two,a,5.0\n"
                       "k3,Three,b,05\n"
                       "k4,Four,,7\n"
                       "k5,Five,a,7\n"
                       "k6,Six\n";
const QByteArray xml = "<root><item><name>k1</name><label>One</label><grp>a</grp><price>5</price></item>"
                       "<item><name>k2</name><label>Two</label><grp>a</grp><price>5.0</price></item>"
                       "<item><name>k3</name><label>Three</label><grp>b</grp><price>05</price></item>"
                       "<item><name>k4</name><label>Four</label><grp/><price>7</price></item>"
                       "<item><name>k5</name><label>Five</label><grp>a</grp><grp>a</grp><price>7</price></item>"
                       "<item><name>k6</name><label>Six</label></item></root>";

/// Passes everything on but what an index would answer.
class WithoutIndex : public NodeSource
{
public:
    explicit WithoutIndex(std::shared_ptr<const NodeSource> source) : m_source(std::move(source)) {}
    Kind kind(qint64 handle) const override { return m_source->kind(handle); }
    QString localName(qint64 handle) const override { return m_source->localName(handle); }
    QString stringValue(qint64 handle) const override { return m_source->stringValue(handle); }
    qint64 parent(qint64 handle) const override { return m_source->parent(handle); }
    std::vector<qint64> children(qint64 handle) const override { return m_source->children(handle); }

private:
    std::shared_ptr<const NodeSource> m_source;
};

/// Names of the items that @p predicate keeps, in order, joined. $a is the text "a", $blank a blank answer, $five the answer "5".
QString kept(const std::shared_ptr<const NodeSource>& source, const QString& predicate)
{
    static const auto answers = *XmlTree::parse("<data><a>a</a><blank/><five>5</five><two>k1</two><two>k2</two></data>");
    Surroundings surroundings;
    surroundings.instance = [&](const QString&) { return std::optional(NodeRef{source.get(), 0}); };
    Context context;
    context.node = context.current = context.root = {answers.get(), 0};
    context.surroundings = &surroundings;
    const auto expression = parseExpression(QStringLiteral("instance('x')/root/item[%1]/name").arg(predicate));
    REQUIRE(expression);
    QStringList names;
    const Value value = evaluate(**expression, context);
    for (const NodeRef& node : value.nodes())
        names.append(stringOf(node));
    return names.join(QLatin1Char(' '));
}

} // namespace

TEST_CASE("An index of a column changes how long a look-up takes, not what it finds", "[forms]")
{
    struct Row {
        const char* note;
        const char* predicate;
        const char* names; ///< of a table
    };
    const auto row = GENERATE(values<Row>({
        {"text with text", "grp = /data/a", "k1 k2 k5"},
        {"the other way round", "'a' = grp", "k1 k2 k5"},
        {"two columns", "grp = /data/a and price = /data/five", "k1"},
        {"three, nested", "(grp = 'a' and price = '7') and name = 'k5'", "k5"},
        {"columns that no row matches together", "grp = 'b' and price = '7'", ""},
        {"a number compares as one, whatever it is written like", "price = 5", "k1 k2 k3"},
        {"an answer is text, though it looks like a number", "price = /data/five", "k1"},
        {"text and a number", "grp = 'a' and price = 5", "k1 k2"},
        {"a blank answer", "grp = /data/blank", "k4 k6"},
        {"blank text", "grp = ''", "k4 k6"},
        {"an answer that is not there", "grp = /data/nowhere", ""},
        {"any of several answers", "name = /data/two", "k1 k2"},
        {"a column that is not there and text", "size = 'a'", ""},
        {"a column that is not there and blank text", "size = ''", "k1 k2 k3 k4 k5 k6"},
        {"a column that is not there and a blank answer", "size = /data/blank", ""},
        {"a comparison and something else", "grp = 'a' and price > 6", "k5"},
        {"a comparison or another", "grp = 'b' or name = 'k1'", "k1 k3"},
        {"the first of those that match", "grp = 'a'][1", "k1"},
        {"the first, if it matches", "position() = 1 and grp = 'a'", "k1"},
        {"the second of all, if it matches", "grp = 'a' and position() = 2", "k2"},
        {"the third of all, if it matches", "grp = 'a' and position() = 3", ""},
        {"the last of all, if it matches", "grp = 'a' and position() = last()", ""},
        {"two columns of one row", "name = label", ""},
        {"a boolean", "grp = true()", "k1 k2 k3 k4 k5 k6"},
    }));
    INFO(row.note);
    const std::shared_ptr<const NodeSource> table = std::make_shared<ItemTree>(*readCsv(csv));
    const QString predicate = QString::fromUtf8(row.predicate);
    CHECK(kept(table, predicate) == QString::fromUtf8(row.names));
    CHECK(kept(std::make_shared<WithoutIndex>(table), predicate) == kept(table, predicate));
    const std::shared_ptr<const NodeSource> document = *XmlTree::parse(xml);
    CHECK(kept(std::make_shared<WithoutIndex>(document), predicate) == kept(document, predicate));
}

TEST_CASE("A table keeps the letters of its cells", "[forms]")
{
    const auto rows = *readCsv("name; label ;x\r\n\"a;\"\"b\"\"\";Straße\rc;\"two\nlines\"\r\n\r\nd;\xff;\xc3\xa9\n");
    CHECK(rows->columns() == QStringList{QStringLiteral("name"), QStringLiteral("label"), QStringLiteral("x")});
    REQUIRE(rows->rows().size() == 3);
    CHECK(rows->value(0, QStringLiteral("name")) == QStringLiteral("a;\"b\""));
    CHECK(rows->value(0, QStringLiteral("label")) == QStringLiteral("Straße"));
    CHECK(rows->value(0, QStringLiteral("x")).isEmpty());
    CHECK(rows->value(1, QStringLiteral("label")) == QStringLiteral("two\nlines"));
    CHECK(rows->value(2, QStringLiteral("label")) == QString(QChar::ReplacementCharacter)); // what is no letter
    CHECK(rows->value(2, QStringLiteral("nowhere")).isEmpty());
    CHECK(rows->find(QStringLiteral("x"), QStringLiteral("é")) == std::vector<ItemSource::Row>{2});
    CHECK(rows->find(QStringLiteral("x"), QString()) == std::vector<ItemSource::Row>{0, 1});
    CHECK(rows->find(QStringLiteral("label"), QString(QChar::ReplacementCharacter)) == std::vector<ItemSource::Row>{2});
    CHECK((*readCsv({}))->rows().empty());
    CHECK((*readCsv("name\n"))->find(QStringLiteral("name"), QString()).empty());
}

TEST_CASE("Cells are parted by what the first line has most of", "[forms]")
{
    const char separator = GENERATE(',', ';', '\t', '|');
    const auto rows = *readCsv(QByteArray("name,label,x\na,A,1\n").replace(',', separator));
    CHECK(rows->columns() == QStringList{QStringLiteral("name"), QStringLiteral("label"), QStringLiteral("x")});
    CHECK(rows->value(0, QStringLiteral("label")) == QStringLiteral("A"));
}

TEST_CASE("Rows may be shorter or longer than the table is wide", "[forms]")
{
    const auto rows = makeRows(
        {QStringLiteral("a"), QStringLiteral("b")},
        {{QStringLiteral("1")}, {QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")}, {QStringLiteral("5"), QStringLiteral("6")}});
    CHECK(rows->value(0, QStringLiteral("b")).isEmpty());
    CHECK(rows->value(1, QStringLiteral("b")) == QStringLiteral("3"));
    CHECK(rows->value(2, QStringLiteral("a")) == QStringLiteral("5"));
}

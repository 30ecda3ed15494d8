// SPDX-License-Identifier: Apache-2.0
#include "forms/xform/tables.h"

#include <bit>
#include <deque>
#include <map>
#include <numeric>

namespace rapport::forms
{

namespace
{

constexpr qsizetype maxCells = 5'000'000, maxBytes = 1 << 30; // offsets into the text have 32 bits

/// The cells of a table, row after row, as UTF-8 in one buffer: a hundred thousand rows cost little more than their text.
class TableRows : public ItemSource
{
public:
    explicit TableRows(QStringList columns) : m_columns(std::move(columns)) {}

    void reserve(qsizetype bytes) { m_text.reserve(bytes); }
    void append(QByteArrayView cell)
    {
        m_text.append(cell.data(), cell.size());
        m_ends.push_back(static_cast<quint32>(m_text.size()));
    }
    /// Fills up the row that was begun.
    void endRow()
    {
        m_rows += 1;
        m_ends.resize(static_cast<std::size_t>(m_rows * m_columns.size()), static_cast<quint32>(m_text.size()));
    }
    void squeeze()
    {
        m_text.squeeze();
        m_ends.shrink_to_fit();
    }

    QStringList columns() const override { return m_columns; }
    std::vector<Row> rows() const override
    {
        std::vector<Row> all(static_cast<std::size_t>(m_rows));
        std::iota(all.begin(), all.end(), 0);
        return all;
    }
    std::size_t count(std::size_t atMost) const override { return std::min(static_cast<std::size_t>(m_rows), atMost); }
    std::vector<Row> find(const QString& column, const QString& value) const override
    {
        const qsizetype at = m_columns.indexOf(column);
        std::vector<Row> found;
        if (at < 0 || m_rows == 0)
            return found;
        const QByteArray text = value.toUtf8();
        const Index& index = indexOf(at);
        for (qint32 row = index.first[bucketOf(text, index)]; row >= 0; row = index.next[static_cast<std::size_t>(row)]) {
            if (cell(row, at) == text)
                found.push_back(row);
        }
        return found;
    }
    void prepare(const QString& column) const override
    {
        if (const qsizetype at = m_columns.indexOf(column); at >= 0 && m_rows > 0)
            (void)indexOf(at);
    }
    QString value(Row row, const QString& column) const override
    {
        const qsizetype at = m_columns.indexOf(column);
        return at < 0 ? QString() : QString::fromUtf8(cell(row, at));
    }

private:
    /// Rows whose cells fall into one bucket hang together, in their order.
    struct Index {
        std::vector<qint32> first, next; ///< -1: none
    };

    QByteArrayView cell(Row row, qsizetype column) const
    {
        const auto at = static_cast<std::size_t>(row * m_columns.size() + column);
        const quint32 from = at == 0 ? 0 : m_ends[at - 1];
        return QByteArrayView(m_text).sliced(from, m_ends[at] - from);
    }
    static std::size_t bucketOf(QByteArrayView text, const Index& index) { return qHash(text, 1) & (index.first.size() - 1); }
    /// Made when a column is first asked for: most never are.
    const Index& indexOf(qsizetype column) const
    {
        if (const auto known = m_indexes.find(column); known != m_indexes.end())
            return known->second;
        Index index;
        index.first.resize(std::bit_ceil(static_cast<std::size_t>(m_rows)), -1);
        index.next.resize(static_cast<std::size_t>(m_rows));
        for (qsizetype row = m_rows - 1; row >= 0; --row) {
            qint32& head = index.first[bucketOf(cell(row, column), index)];
            index.next[static_cast<std::size_t>(row)] = std::exchange(head, static_cast<qint32>(row));
        }
        return m_indexes.emplace(column, std::move(index)).first->second;
    }

    QStringList m_columns;
    QByteArray m_text;
    std::vector<quint32> m_ends; ///< where each cell ends in the text
    qsizetype m_rows = 0;
    mutable std::map<qsizetype, Index> m_indexes;
};

/// One pass over the bytes; the separator is what the first line has most of: comma, semicolon, tab or bar.
class CsvReader
{
public:
    explicit CsvReader(QByteArrayView text) : m_text(text)
    {
        const qsizetype line = text.indexOf('\n');
        const QByteArrayView header = line < 0 ? text : text.first(line);
        qsizetype most = std::count(header.begin(), header.end(), m_separator);
        for (const char candidate : {';', '\t', '|'}) {
            if (const qsizetype found = std::count(header.begin(), header.end(), candidate); found > most) {
                most = found;
                m_separator = candidate;
            }
        }
    }

    bool atEnd() const { return m_at >= m_text.size(); }
    /// The cells of the next row; they hold until the next call.
    Status row(std::vector<QByteArrayView>& cells)
    {
        cells.clear();
        m_unquoted.clear();
        for (;;) {
            auto one = cell();
            if (!one)
                return one.error();
            cells.push_back(*one);
            if (atEnd())
                return ok();
            const char c = m_text[m_at++];
            if (c == '\r' && !atEnd() && m_text[m_at] == '\n')
                ++m_at;
            if (c != m_separator)
                return ok();
        }
    }

private:
    bool endsCell(char c) const { return c == m_separator || c == '\n' || c == '\r'; }

    Result<QByteArrayView> cell()
    {
        if (!atEnd() && m_text[m_at] == '"')
            return quotedCell();
        const qsizetype start = m_at;
        while (!atEnd() && !endsCell(m_text[m_at]))
            ++m_at;
        return m_text.sliced(start, m_at - start);
    }
    Result<QByteArrayView> quotedCell()
    {
        QByteArray& out = m_unquoted.emplace_back();
        for (++m_at; !atEnd(); ++m_at) {
            if (m_text[m_at] != '"') {
                out += m_text[m_at];
                continue;
            }
            ++m_at;
            if (atEnd() || endsCell(m_text[m_at]))
                return QByteArrayView(out);
            if (m_text[m_at] != '"')
                return Error{Error::Kind::Invalid, QStringLiteral("text stands after a closing quotation mark")};
            out += '"';
        }
        return Error{Error::Kind::Invalid, QStringLiteral("a quotation mark is never closed")};
    }

    QByteArrayView m_text;
    std::deque<QByteArray> m_unquoted; ///< of this row; a deque, since views into it are out
    char m_separator = ',';
    qsizetype m_at = 0;
};

} // namespace

std::shared_ptr<const ItemSource> makeRows(QStringList columns, const std::vector<QStringList>& rows)
{
    const qsizetype width = columns.size();
    auto table = std::make_shared<TableRows>(std::move(columns));
    for (const QStringList& row : rows) {
        for (const QString& cell : row.first(qMin(width, row.size())))
            table->append(cell.toUtf8());
        table->endRow();
    }
    table->squeeze();
    return table;
}

Result<std::shared_ptr<const ItemSource>> readCsv(const QByteArray& csv)
{
    if (csv.size() > maxBytes)
        return Error{Error::Kind::Invalid, QStringLiteral("the table is larger than %1 MiB").arg(maxBytes / (1024 * 1024))};
    const QByteArray text = csv.isValidUtf8() ? csv : QString::fromUtf8(csv).toUtf8(); // a broken letter reads as the sign for one
    CsvReader reader(text.startsWith("\xef\xbb\xbf") ? QByteArrayView(text).sliced(3) : QByteArrayView(text));
    std::shared_ptr<TableRows> table;
    std::vector<QByteArrayView> cells;
    qsizetype columns = 0, all = 0;
    for (int number = 1; !reader.atEnd(); ++number) {
        if (auto row = reader.row(cells); !row)
            return Error{Error::Kind::Invalid, QStringLiteral("row %1: %2").arg(number).arg(row.error().detail)};
        if (number == 1) {
            QStringList names;
            for (const QByteArrayView& column : cells)
                names.append(QString::fromUtf8(column).trimmed());
            columns = names.size();
            table = std::make_shared<TableRows>(std::move(names));
            table->reserve(text.size());
            continue;
        }
        if (cells.size() == 1 && cells.front().isEmpty())
            continue;
        if (static_cast<qsizetype>(cells.size()) > columns)
            return Error{Error::Kind::Invalid, QStringLiteral("row %1 has more cells than the header").arg(number)};
        all += columns;
        if (all > maxCells)
            return Error{Error::Kind::Invalid, QStringLiteral("row %1: the table has more than %2 cells").arg(number).arg(maxCells)};
        for (const QByteArrayView& cell : cells)
            table->append(cell);
        table->endRow();
    }
    if (!table)
        table = std::make_shared<TableRows>(QStringList());
    table->squeeze();
    return std::shared_ptr<const ItemSource>(std::move(table));
}

std::vector<ItemSource::Row> ItemSource::findAll(const std::vector<ColumnKey>& keys) const
{
    std::vector<Row> found;
    for (const ColumnKey& key : keys) {
        const bool first = &key == &keys.front();
        std::vector<Row> here = find(key.column, key.value);
        if (first) {
            found = std::move(here);
            continue;
        }
        std::sort(here.begin(), here.end());
        std::erase_if(found, [&](Row row) { return !std::binary_search(here.begin(), here.end(), row); });
    }
    return found;
}

ItemTree::ItemTree(std::shared_ptr<const ItemSource> rows) : m_source(std::move(rows))
{
    if (m_source)
        m_columns = m_source->columns();
}

NodeSource::Kind ItemTree::kind(qint64) const
{
    return Kind::Element;
}

QString ItemTree::localName(qint64 handle) const
{
    if (handle <= root)
        return handle == root ? QStringLiteral("root") : QStringLiteral("instance");
    return isRow(handle) ? QStringLiteral("item") : m_columns[(handle - firstRow) % stride() - 1];
}

QString ItemTree::stringValue(qint64 handle) const
{
    if (handle <= root || isRow(handle))
        return {};
    return m_source->value(rowOf(handle), localName(handle));
}

qint64 ItemTree::parent(qint64 handle) const
{
    if (handle <= root)
        return handle - 1;
    return isRow(handle) ? root : handle - (handle - firstRow) % stride();
}

std::vector<qint64> ItemTree::children(qint64 handle) const
{
    if (handle == 0)
        return {root};
    std::vector<qint64> all;
    if (handle == root && m_source) {
        for (const ItemSource::Row row : m_source->rows())
            all.push_back(rowHandle(row));
    } else if (handle > root && isRow(handle)) {
        for (qint64 column = 1; column < stride(); ++column)
            all.push_back(handle + column);
    }
    return all;
}

std::vector<qint64> ItemTree::childrenNamed(qint64 handle, const QString& name) const
{
    if (handle > root && isRow(handle)) {
        const qsizetype column = m_columns.indexOf(name);
        return column < 0 ? std::vector<qint64>{} : std::vector<qint64>{handle + column + 1};
    }
    if (handle == root && name != QLatin1String("item"))
        return {};
    return NodeSource::childrenNamed(handle, name);
}

std::optional<std::vector<qint64>> ItemTree::find(qint64 handle, const QString& name, const std::vector<ColumnKey>& keys) const
{
    if (handle != root || name != QLatin1String("item"))
        return {};
    std::vector<qint64> found;
    if (!m_source)
        return found;
    for (const ColumnKey& key : keys) {
        if (m_columns.contains(key.column))
            continue;
        if (key.absentIsBlank && key.value.isEmpty())
            return {}; // each row has it, so to say
        return found;
    }
    for (const ItemSource::Row row : m_source->findAll(keys))
        found.push_back(rowHandle(row));
    return found;
}

} // namespace rapport::forms

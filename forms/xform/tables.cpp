// SPDX-License-Identifier: Apache-2.0
#include "forms/xform/tables.h"

namespace rapport::forms
{

namespace
{

constexpr qsizetype maxCells = 5'000'000;

class TableRows : public ItemSource
{
public:
    TableRows(QStringList columns, std::vector<QStringList> rows) : m_columns(std::move(columns)), m_rows(std::move(rows)) {}

    QStringList columns() const override { return m_columns; }
    std::vector<Row> rows() const override
    {
        std::vector<Row> all(m_rows.size());
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = static_cast<Row>(i);
        return all;
    }
    std::vector<Row> find(const QString& column, const QString& value) const override
    {
        const qsizetype at = m_columns.indexOf(column);
        if (at < 0)
            return {};
        auto index = m_indexes.find(at);
        if (index == m_indexes.end()) {
            index = m_indexes.insert(at, {});
            for (std::size_t i = 0; i < m_rows.size(); ++i)
                (*index)[m_rows[i].value(at)].push_back(static_cast<Row>(i));
        }
        return index->value(value);
    }
    QString value(Row row, const QString& column) const override
    {
        const qsizetype at = m_columns.indexOf(column);
        return at < 0 ? QString() : m_rows[static_cast<std::size_t>(row)].value(at);
    }

private:
    QStringList m_columns;
    std::vector<QStringList> m_rows;
    mutable QHash<qsizetype, QHash<QString, std::vector<Row>>> m_indexes;
};

/// One pass over the text; the separator is the more frequent of comma and semicolon in the first line.
class CsvReader
{
public:
    explicit CsvReader(QString text) : m_text(std::move(text))
    {
        const QStringView header = QStringView(m_text).left(m_text.indexOf(QLatin1Char('\n')));
        m_separator = header.count(QLatin1Char(';')) > header.count(QLatin1Char(',')) ? QLatin1Char(';') : QLatin1Char(',');
    }

    bool atEnd() const { return m_at >= m_text.size(); }
    Result<QStringList> row()
    {
        QStringList cells;
        for (;;) {
            auto one = cell();
            if (!one)
                return one.error();
            cells.append(*one);
            if (atEnd())
                return cells;
            const QChar c = m_text[m_at++];
            if (c == QLatin1Char('\r') && !atEnd() && m_text[m_at] == QLatin1Char('\n'))
                ++m_at;
            if (c != m_separator)
                return cells;
        }
    }

private:
    bool endsCell(QChar c) const { return c == m_separator || c == QLatin1Char('\n') || c == QLatin1Char('\r'); }

    Result<QString> cell()
    {
        if (atEnd() || m_text[m_at] != QLatin1Char('"')) {
            const qsizetype start = m_at;
            while (!atEnd() && !endsCell(m_text[m_at]))
                ++m_at;
            return m_text.mid(start, m_at - start);
        }
        QString out;
        for (++m_at; !atEnd(); ++m_at) {
            if (m_text[m_at] != QLatin1Char('"')) {
                out += m_text[m_at];
                continue;
            }
            ++m_at;
            if (atEnd() || endsCell(m_text[m_at]))
                return out;
            if (m_text[m_at] != QLatin1Char('"'))
                return Error{Error::Kind::Invalid, QStringLiteral("text stands after a closing quotation mark")};
            out += QLatin1Char('"');
        }
        return Error{Error::Kind::Invalid, QStringLiteral("a quotation mark is never closed")};
    }

    QString m_text;
    QChar m_separator;
    qsizetype m_at = 0;
};

} // namespace

std::shared_ptr<const ItemSource> makeRows(QStringList columns, std::vector<QStringList> rows)
{
    return std::make_shared<TableRows>(std::move(columns), std::move(rows));
}

Result<std::shared_ptr<const ItemSource>> readCsv(const QByteArray& csv)
{
    CsvReader reader(QString::fromUtf8(csv.startsWith("\xef\xbb\xbf") ? csv.mid(3) : csv));
    QStringList columns;
    std::vector<QStringList> rows;
    qsizetype cells = 0;
    for (int number = 1; !reader.atEnd(); ++number) {
        auto row = reader.row();
        if (!row)
            return Error{Error::Kind::Invalid, QStringLiteral("row %1: %2").arg(number).arg(row.error().detail)};
        if (number == 1) {
            for (const QString& column : *row)
                columns.append(column.trimmed());
            continue;
        }
        if (row->size() == 1 && row->first().isEmpty())
            continue;
        if (row->size() > columns.size())
            return Error{Error::Kind::Invalid, QStringLiteral("row %1 has more cells than the header").arg(number)};
        cells += columns.size();
        if (cells > maxCells)
            return Error{Error::Kind::Invalid, QStringLiteral("row %1: the table has more than %2 cells").arg(number).arg(maxCells)};
        rows.push_back(std::move(*row));
    }
    return makeRows(std::move(columns), std::move(rows));
}

ItemTree::ItemTree(std::shared_ptr<const ItemSource> rows) : m_source(std::move(rows))
{
    if (m_source)
        m_columns = m_source->columns();
}

qint64 ItemTree::rowHandle(ItemSource::Row row) const
{
    auto known = m_handles.constFind(row);
    if (known == m_handles.constEnd()) {
        known = m_handles.insert(row, firstRow + static_cast<qint64>(m_rows.size()) * stride());
        m_rows.push_back(row);
    }
    return *known;
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

std::optional<std::vector<qint64>> ItemTree::find(qint64 handle, const QString& name, const QString& column, const QString& value) const
{
    if (handle != root || name != QLatin1String("item"))
        return {};
    std::vector<qint64> found;
    if (m_source) {
        for (const ItemSource::Row row : m_source->find(column, value))
            found.push_back(rowHandle(row));
    }
    return found;
}

} // namespace rapport::forms

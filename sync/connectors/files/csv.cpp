// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/files/csv.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace rapport::connectors::files
{
namespace
{

constexpr char16_t byteOrderMark = 0xFEFF;

QString quoted(const QString& field)
{
    static const QRegularExpression special(u"[\",\r\n]"_s);
    if (!field.contains(special))
        return field;
    return u'"' + QString(field).replace(u'"', "\"\""_L1) + u'"';
}

/// Splits text into records; false where a quotation mark is never closed.
bool split(const QString& text, std::vector<QStringList>& records)
{
    QStringList record;
    QString field;
    bool inside = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (inside && c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
            field += text[++i];
        } else if (c == u'"') {
            inside = !inside;
        } else if (inside || (c != u',' && c != u'\n' && c != u'\r')) {
            field += c;
        } else if (c != u'\r') {
            record += std::exchange(field, {});
            if (c == u'\n')
                records.push_back(std::exchange(record, {}));
        }
    }
    if (!field.isEmpty() || !record.isEmpty())
        records.push_back(record << field); // the last line has no end
    return !inside;
}

} // namespace

QString Csv::line(const QStringList& fields)
{
    QStringList out;
    for (const QString& field : fields)
        out += quoted(field);
    return out.join(u',') + "\r\n"_L1;
}

Result<Csv> Csv::parse(const QByteArray& bytes)
{
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar(byteOrderMark)))
        text.remove(0, 1);
    std::vector<QStringList> records;
    if (!split(text, records))
        return Error{Error::Kind::Corrupt, u"a quotation mark is never closed"_s};
    Csv csv;
    if (records.empty())
        return csv;
    csv.header = records.front();
    for (size_t i = 1; i < records.size(); ++i) {
        QStringList& row = records[i];
        if (row.size() > csv.header.size())
            return Error{Error::Kind::Corrupt, u"row %1 is longer than the header"_s.arg(i + 1)};
        row.resize(csv.header.size());
        csv.rows.push_back(std::move(row));
    }
    return csv;
}

QByteArray Csv::bytes() const
{
    QString text = QChar(byteOrderMark) + line(header);
    for (const QStringList& row : rows)
        text += line(row);
    return text.toUtf8();
}

int Csv::columnOf(const QString& name)
{
    if (const qsizetype found = header.indexOf(name); found >= 0)
        return int(found);
    header += name;
    for (QStringList& row : rows)
        row += QString();
    return int(header.size()) - 1;
}

int Csv::rowOf(const QString& key) const
{
    for (size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].value(0) == key)
            return int(i);
    }
    return -1;
}

QString harmless(const QString& value)
{
    static const QRegularExpression computes(u"^[=@\t\r]|^[+-](?![0-9 ()/.-]*$)"_s);
    return value.contains(computes) ? u'\'' + value : value;
}

} // namespace rapport::connectors::files

// SPDX-License-Identifier: Apache-2.0
// A table that somebody imports and the mapping beside it. What begins with "{" is a mapping, tried on a small table; "<" the XML of a sheet, so that
// the fuzzer finds its way past the packing; anything else a file as it is. Whatever comes of it fills no property with nothing, and names no row
// that is not there.
#include "forms/xlsform/ziparchive.h"
#include "sync/tables/mappedrows.h"

#include <cstdlib>

using namespace rapport;

namespace
{

QByteArray workbookOf(const QByteArray& sheet)
{
    return xlsform::writeZip(
        {{QStringLiteral("xl/workbook.xml"), "<workbook xmlns:r='r'><sheets><sheet name='a' r:id='a'/></sheets></workbook>"},
         {QStringLiteral("xl/_rels/workbook.xml.rels"), "<Relationships><Relationship Id='a' Target='worksheets/a.xml'/></Relationships>"},
         {QStringLiteral("xl/worksheets/a.xml"), sheet}});
}

Result<QStringList> lookUp(const QString&, const QString&, const QString& value)
{
    return value.size() % 2 ? QStringList{value} : QStringList();
}

void map(const tables::Table& table, const tables::Mapping& mapping)
{
    const auto mapped = tables::mapRows(table, mapping, lookUp);
    if (!mapped)
        return;
    if (mapped->rows.size() + mapped->faults.size() > table.rows.size())
        std::abort();
    for (const tables::MappedRow& row : mapped->rows) {
        if (row.key.trimmed().isEmpty())
            std::abort();
        for (const auto& [name, value] : row.properties) {
            if (value.isEmpty())
                std::abort();
        }
    }
}

const std::vector<tables::Mapping>& shipped()
{
    static const std::vector<tables::Mapping> all = [] {
        std::vector<tables::Mapping> out;
        for (const char* name : {"attendees", "companies", "signals"})
            out.push_back(*tables::readMapping(tables::shippedMapping(QLatin1String(name))));
        return out;
    }();
    return all;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (bytes.startsWith('{')) {
        const auto mapping = tables::readMapping(bytes);
        const auto table = tables::readTable("Badge-ID;A;B\r\nK1;1.000,50;30.11.2027\r\nK2;a@x.example;+49 89 1\r\n");
        if (mapping && table)
            map(*table, *mapping);
        return 0;
    }
    const auto table = tables::readTable(bytes.startsWith('<') ? workbookOf(bytes) : bytes, {{}, 1 + static_cast<int>(size % 2)});
    if (!table)
        return 0;
    for (const tables::Mapping& mapping : shipped())
        map(*table, mapping);
    return 0;
}

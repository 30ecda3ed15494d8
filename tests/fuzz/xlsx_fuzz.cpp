// SPDX-License-Identifier: Apache-2.0
// A workbook that somebody uploads: converted, and what comes of it opened. An input that is no zip file is the XML of its survey sheet, so that the
// fuzzer finds its way past the packing.
#include "forms/xform/form.h"
#include "forms/xlsform/xlsform.h"
#include "forms/xlsform/ziparchive.h"

using namespace rapport;

namespace
{

QByteArray workbookOf(const QByteArray& sheet)
{
    return xlsform::writeZip(
        {{QStringLiteral("xl/workbook.xml"),
          "<workbook xmlns:r='r'><sheets><sheet name='survey' r:id='a'/><sheet name='choices' r:id='b'/></sheets></workbook>"},
         {QStringLiteral("xl/_rels/workbook.xml.rels"),
          "<Relationships><Relationship Id='a' Target='worksheets/a.xml'/><Relationship Id='b' Target='worksheets/b.xml'/></Relationships>"},
         {QStringLiteral("xl/worksheets/a.xml"), sheet},
         {QStringLiteral("xl/worksheets/b.xml"),
          "<worksheet><sheetData><row r='1'><c t='str'><v>list_name</v></c><c t='str'><v>name</v></c><c t='str'><v>label</v></c></row>"
          "<row r='2'><c t='str'><v>yn</v></c><c t='str'><v>y</v></c><c t='str'><v>Yes ${q}</v></c></row></sheetData></worksheet>"}});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto form = xlsform::convert(bytes.startsWith("PK") ? bytes : workbookOf(bytes));
    if (!form)
        return 0;
    (void)forms::Form::load(form.xml, {{}, forms::LoadOptions::Missing::Blank}); // a form that no engine opens is warned of, not refused
    return 0;
}

// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/chainform.h"

#include "forms/xlsform/ziparchive.h"

#include <vector>

namespace rapport::tool
{

namespace
{

using Rows = std::vector<std::vector<QByteArray>>;

QByteArray sheetXml(const Rows& rows)
{
    QByteArray xml = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>";
    int number = 0;
    for (const auto& row : rows) {
        const QByteArray at = QByteArray::number(++number);
        xml += "<row r='" + at + "'>";
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (!row[i].isEmpty())
                xml += "<c r='" + QByteArray(1, static_cast<char>('A' + i)) + at + "' t='inlineStr'><is><t>" + row[i] + "</t></is></c>";
        }
        xml += "</row>";
    }
    return xml + "</sheetData></worksheet>";
}

Rows chainRows(int questions)
{
    Rows rows{{"type", "name", "label", "relevant", "calculation", "constraint", "required"}};
    for (int i = 0; static_cast<int>(rows.size()) <= questions; ++i) {
        const QByteArray n = QByteArray::number(i), before = i ? "${c" + QByteArray::number(i - 1) + "}" : QByteArray("0");
        rows.push_back({"integer", "n" + n, "Number " + n, "", "", ". &gt;= 0 and . &lt; 1000", ""});
        rows.push_back({"calculate", "c" + n, "", "", before + " + coalesce(${n" + n + "}, 0)", "", ""});
        rows.push_back({"text", "t" + n, "Text " + n + ", so far ${c" + n + "}", "${c" + n + "} &gt; 0", "", "", ""});
        rows.push_back({"select_one yn", "s" + n, "Choice " + n, "${n" + n + "} &gt; 5", "", "", "yes"});
        rows.push_back({"note", "o" + n, "Note " + n, "${s" + n + "} = 'y'", "", "", ""});
    }
    rows.resize(static_cast<std::size_t>(questions) + 1);
    return rows;
}

} // namespace

QByteArray chainSheet(int questions)
{
    return sheetXml(chainRows(questions));
}

QByteArray chainWorkbook(int questions)
{
    return xlsform::writeZip(
        {{QStringLiteral("xl/workbook.xml"),
          "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
          "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='survey' r:id='a'/>"
          "<sheet name='choices' r:id='b'/></sheets></workbook>"},
         {QStringLiteral("xl/_rels/workbook.xml.rels"), "<Relationships><Relationship Id='a' Target='worksheets/sheet1.xml'/><Relationship Id='b' "
                                                        "Target='worksheets/sheet2.xml'/></Relationships>"},
         {QStringLiteral("xl/worksheets/sheet1.xml"), chainSheet(questions)},
         {QStringLiteral("xl/worksheets/sheet2.xml"), sheetXml({{"list_name", "name", "label"}, {"yn", "y", "Yes"}, {"yn", "n", "No"}})}});
}

QByteArray filterForm()
{
    return R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
<h:head><h:title>Filter</h:title><model><instance><data id="filter"><g/><it/><price/><meta><instanceID/></meta></data></instance>
<instance id="items" src="jr://file-csv/items.csv"/>
<bind nodeset="/data/g" type="string"/><bind nodeset="/data/it" type="string"/>
<bind nodeset="/data/price" type="string" calculate="instance('items')/root/item[name =  /data/it ]/price"/>
<bind nodeset="/data/meta/instanceID" type="string" jr:preload="uid"/></model></h:head>
<h:body><input ref="/data/g"><label>Group</label></input><select1 ref="/data/it"><label>Item</label>
<itemset nodeset="instance('items')/root/item[grp =  /data/g ]"><value ref="name"/><label ref="label"/></itemset></select1></h:body></h:html>)";
}

QByteArray filterCsv(int rows)
{
    QByteArray csv = "name,label,grp,price\n";
    for (int i = 0; i < rows; ++i) {
        const QByteArray n = QByteArray::number(i);
        csv += "k" + n + ",Item number " + n + ",g" + QByteArray::number(i % 100) + ',' + QByteArray::number(i % 977) + ".5\n";
    }
    return csv;
}

} // namespace rapport::tool

// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/files/format.h"

#include "sync/connectors/files/csvline.h"
#include "sync/connectors/files/recordfile.h"
#include "sync/connectors/files/spreadsheetfile.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace rapport::connectors::files
{
namespace
{

/// "%1, row %2", translated where the other texts of this connector are.
QString placed(const char* text, const QString& file, int number)
{
    return QCoreApplication::translate("rapport::connectors::files::FilesConnector", text).arg(file).arg(number);
}

QString row(const QString& file, int number)
{
    return placed(QT_TRANSLATE_NOOP("rapport::connectors::files::FilesConnector", "%1, row %2"), file, number);
}

QString line(const QString& file, int number)
{
    return placed(QT_TRANSLATE_NOOP("rapport::connectors::files::FilesConnector", "%1, line %2"), file, number);
}

QString card(const QString& file, int number)
{
    return placed(QT_TRANSLATE_NOOP("rapport::connectors::files::FilesConnector", "%1, card %2"), file, number);
}

Result<Place> putCsv(const QString& folder, const QString& file, const Delivery& delivery)
{
    std::map<QString, QString> values = valuesOf(delivery);
    for (auto& [name, value] : values)
        value = harmless(value);
    return CsvFile(folder, file).put(columnsOf(delivery), values);
}

Result<Place> putSpreadsheet(const QString& folder, const QString& file, const Delivery& delivery)
{
    return SpreadsheetFile(folder, file).put(columnsOf(delivery), valuesOf(delivery));
}

Result<Place> putJson(const QString& folder, const QString& file, const Delivery& delivery)
{
    return RecordFile(folder, file, jsonLines).put(jsonLineOf(delivery));
}

Result<Place> putCard(const QString& folder, const QString& file, const Delivery& delivery)
{
    return RecordFile(folder, file, cards).put(cardOf(delivery));
}

} // namespace

const std::vector<Format>& formats()
{
    static const std::vector<Format> all{
        {u"csv"_s, u".csv"_s, false, putCsv, row},
        {u"xlsx"_s, u".xlsx"_s, false, putSpreadsheet, row},
        {u"vcard"_s, u".vcf"_s, true, putCard, card},
        {u"json"_s, u".jsonl"_s, false, putJson, line},
    };
    return all;
}

} // namespace rapport::connectors::files

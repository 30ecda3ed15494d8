// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/cellformat.h"

#include <QDateTime>
#include <QHash>
#include <QTimeZone>
#include <QXmlStreamReader>

#include <cmath>

namespace rapport::xlsform
{

using namespace Qt::StringLiterals;

namespace
{

/// True where the format's own letters, outside of quotes and brackets, are those of a date or a time.
bool isDateFormat(const QString& code)
{
    bool quoted = false, bracketed = false;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code[i].toLower();
        if (c == u'"')
            quoted = !quoted;
        else if (quoted || c == u'\\' || c == u'_' || c == u'*')
            i += quoted ? 0 : 1;
        else if (c == u'[')
            bracketed = true;
        else if (c == u']')
            bracketed = false;
        else if (!bracketed && QStringView(u"ymdhs").contains(c))
            return true;
    }
    return false;
}

bool isBuiltInDate(int id)
{
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

} // namespace

std::vector<NumberKind> cellStyles(const QByteArray& styles)
{
    QHash<int, bool> ownFormats;
    std::vector<NumberKind> kinds;
    QXmlStreamReader xml(styles);
    bool inCellFormats = false;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement && xml.name() == u"cellXfs")
            inCellFormats = false;
        if (token != QXmlStreamReader::StartElement)
            continue;
        const auto attributes = xml.attributes();
        const int id = attributes.value("numFmtId"_L1).toInt();
        if (xml.name() == u"numFmt")
            ownFormats[id] = isDateFormat(attributes.value("formatCode"_L1).toString());
        else if (xml.name() == u"cellXfs")
            inCellFormats = true;
        else if (xml.name() == u"xf" && inCellFormats)
            kinds.push_back(ownFormats.value(id, isBuiltInDate(id)) ? NumberKind::Date : NumberKind::Number);
    }
    return kinds;
}

QString numberText(const QString& text)
{
    bool good = false;
    const double number = text.toDouble(&good);
    if (!good || !std::isfinite(number))
        return text;
    if (number == std::floor(number) && std::abs(number) < 1e15)
        return QString::number(static_cast<qint64>(number));
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

QString dateText(double serial, bool from1904)
{
    const qint64 milliseconds = std::llround(serial * 86'400'000.0);
    if (serial >= 0 && serial < 1)
        return QTime::fromMSecsSinceStartOfDay(static_cast<int>(milliseconds % 86'400'000)).toString(u"HH:mm:ss"_s);
    // The spreadsheet counts a 29th of February 1900 that never was; dates before it are one day later.
    QDate zero = from1904 ? QDate(1904, 1, 1) : QDate(1899, 12, 30);
    if (!from1904 && serial < 60)
        zero = zero.addDays(1);
    const QDateTime moment = QDateTime(zero, QTime(0, 0), Qt::UTC).addMSecs(milliseconds);
    return moment.isValid() ? moment.toString(u"yyyy-MM-dd HH:mm:ss"_s) : QString::number(serial);
}

} // namespace rapport::xlsform

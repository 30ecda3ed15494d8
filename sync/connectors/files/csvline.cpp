// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/files/csvline.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace rapport::connectors::files
{
namespace
{

QString quoted(const QString& field)
{
    static const QRegularExpression special(u"[\",\r\n]"_s);
    if (!field.contains(special))
        return field;
    return u'"' + QString(field).replace(u'"', "\"\""_L1) + u'"';
}

} // namespace

QByteArray csvLine(const QStringList& fields)
{
    QStringList out;
    for (const QString& field : fields)
        out += quoted(field);
    return out.join(u',').toUtf8() + "\r\n";
}

QString harmless(const QString& value)
{
    static const QRegularExpression computes(u"^[=@\t\r]|^[+-](?![0-9 ()/.-]*$)"_s);
    return value.contains(computes) ? u'\'' + value : value;
}

} // namespace rapport::connectors::files

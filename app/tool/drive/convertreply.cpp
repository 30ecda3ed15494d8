// SPDX-License-Identifier: Apache-2.0
#include "app/tool/drive/convertreply.h"

namespace rapport::tool
{

QJsonArray faultsJson(const std::vector<xlsform::Fault>& faults)
{
    QJsonArray out;
    for (const xlsform::Fault& fault : faults) {
        out.append(QJsonObject{{QStringLiteral("sheet"), fault.sheet.isEmpty() ? QJsonValue::Null : QJsonValue(fault.sheet)},
                               {QStringLiteral("row"), fault.row > 0 ? QJsonValue(fault.row) : QJsonValue::Null},
                               {QStringLiteral("column"), fault.column.isEmpty() ? QJsonValue::Null : QJsonValue(fault.column)},
                               {QStringLiteral("message"), fault.message}});
    }
    return out;
}

QJsonObject convertReply(const QJsonObject& request, QJsonObject reply)
{
    const auto text = [&](QLatin1String member) { return request[member].toString(); };
    const auto form =
        xlsform::convert(QByteArray::fromBase64(text(QLatin1String("xlsx")).toLatin1()), {text(QLatin1String("name")), text(QLatin1String("stem"))});
    reply[QLatin1String("ok")] = bool(form);
    if (!form) {
        reply[QLatin1String("error")] =
            QJsonObject{{QStringLiteral("message"), form.faults.front().message}, {QStringLiteral("faults"), faultsJson(form.faults)}};
        return reply;
    }
    QJsonArray warnings;
    for (const xlsform::Fault& warning : form.warnings)
        warnings.append(warning.message);
    reply[QLatin1String("result")] =
        QJsonObject{{QStringLiteral("xml"), QString::fromUtf8(form.xml)},
                    {QStringLiteral("warnings"), warnings},
                    {QStringLiteral("itemsets"), form.itemsets ? QJsonValue(QString::fromUtf8(*form.itemsets)) : QJsonValue::Null}};
    return reply;
}

} // namespace rapport::tool

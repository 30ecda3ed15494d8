// SPDX-License-Identifier: Apache-2.0
#include "app/tool/command.h"
#include "app/tool/convert.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <iostream>

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

namespace
{

int convertFile(const QStringList& arguments)
{
    QString input, output;
    xlsform::ConvertOptions options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const bool hasValue = i + 1 < arguments.size();
        if (arguments[i] == QLatin1String("--name") && hasValue)
            options.name = arguments[++i];
        else if (arguments[i] == QLatin1String("-o") && hasValue)
            output = arguments[++i];
        else if (input.isEmpty() && !arguments[i].startsWith(QLatin1Char('-')))
            input = arguments[i];
        else
            return fail(QStringLiteral("forms convert: “%1” is not understood").arg(arguments[i]));
    }
    QFile file(input);
    if (input.isEmpty() || !file.open(QIODevice::ReadOnly))
        return fail(input.isEmpty() ? QStringLiteral("forms convert needs an IN.xlsx")
                                    : QStringLiteral("%1 cannot be read: %2").arg(input, file.errorString()));
    const auto form = xlsform::convert(file.readAll(), options);
    const auto remarks = faultsJson(form ? form.warnings : form.faults);
    if (!remarks.isEmpty())
        std::cerr << QJsonDocument(remarks).toJson(QJsonDocument::Compact).constData() << '\n';
    if (!form)
        return 1;
    if (output.isEmpty()) {
        print(form.xml);
        return 0;
    }
    QSaveFile out(output);
    if (!out.open(QIODevice::WriteOnly) || out.write(form.xml) != form.xml.size() || !out.commit())
        return fail(QStringLiteral("%1 cannot be written: %2").arg(output, out.errorString()));
    if (!form.itemsets)
        return 0;
    QSaveFile lists(QFileInfo(output).absolutePath() + QStringLiteral("/itemsets.csv"));
    if (!lists.open(QIODevice::WriteOnly) || lists.write(*form.itemsets) != form.itemsets->size() || !lists.commit())
        return fail(QStringLiteral("itemsets.csv cannot be written beside it: %1").arg(lists.errorString()));
    return 0;
}

} // namespace

Command convertCommand()
{
    return {QStringLiteral("forms convert"), QStringLiteral("IN.xlsx [--name ROOT] [-o OUT.xml]"),
            QStringLiteral("An XLSForm as an XForm; faults and warnings as JSON on stderr."), convertFile};
}

} // namespace rapport::tool

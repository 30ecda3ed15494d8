// SPDX-License-Identifier: Apache-2.0
#include "app/tool/command.h"
#include "app/tool/drive/convertreply.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <iostream>

namespace rapport::tool
{

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

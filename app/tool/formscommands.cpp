// SPDX-License-Identifier: Apache-2.0
#include "app/tool/command.h"
#include "app/tool/drive/convertreply.h"
#include "app/tool/drive/formsdriver.h"
#include "forms/session/formsession.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <iostream>

namespace rapport::tool
{

namespace
{

int check(const QStringList& arguments)
{
    if (arguments.isEmpty())
        return fail(QStringLiteral("forms check needs a FORM.xml or a FORM.xlsx"));
    bool good = true;
    for (const QString& path : arguments) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
        QByteArray xml = file.readAll();
        QJsonObject report{{QStringLiteral("file"), path}};
        QJsonArray faults, warnings;
        if (path.endsWith(QLatin1String(".xlsx")) || path.endsWith(QLatin1String(".xlsm"))) {
            const auto converted = xlsform::convert(xml, {{}, QFileInfo(path).completeBaseName()});
            warnings = faultsJson(converted.warnings);
            faults = faultsJson(converted.faults);
            xml = converted.xml;
        }
        const auto form = forms::Form::load(xml, {{}, forms::LoadOptions::Missing::Blank});
        if (!faults.isEmpty()) {
            good = false;
        } else if (form) {
            report[QLatin1String("form")] = QJsonObject{
                {QStringLiteral("id"), (*form)->id()}, {QStringLiteral("version"), (*form)->version()}, {QStringLiteral("title"), (*form)->title()}};
            for (const QString& warning : (*form)->warnings())
                warnings.append(warning);
        } else {
            faults.append(form.error().detail);
            good = false;
        }
        report[QLatin1String("faults")] = faults;
        report[QLatin1String("warnings")] = warnings;
        print(QJsonDocument(report).toJson(QJsonDocument::Compact));
    }
    return good ? 0 : 1;
}

int drive(const QStringList&)
{
    FormsDriver driver;
    for (std::string line; std::getline(std::cin, line);) {
        if (!line.empty())
            print(driver.answer(QByteArray::fromStdString(line)));
    }
    return 0;
}

} // namespace

std::vector<Command> formsCommands()
{
    return {
        convertCommand(),
        {QStringLiteral("forms check"), QStringLiteral("FORM.xml|FORM.xlsx…"), QStringLiteral("Loads forms and reports faults and warnings."), check},
        {QStringLiteral("forms drive"), QString(), QStringLiteral("The form engine as a process: one JSON request a line in, one reply a line out."),
         drive},
    };
}

} // namespace rapport::tool

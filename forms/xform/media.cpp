// SPDX-License-Identifier: Apache-2.0
#include "forms/xform/media.h"

#include "forms/xform/formmodel.h"

#include <QRegularExpression>

#include <set>

namespace rapport::forms
{

namespace
{

/// Of a text without live parts.
QString literalOf(const TextTemplate& text)
{
    QString all;
    for (const auto& part : text.parts) {
        if (part.output)
            return {};
        all += part.literal;
    }
    return all.trimmed();
}

QStringList sorted(const std::set<QString>& names)
{
    return {names.begin(), names.end()};
}

} // namespace

QString fileNameOf(const QString& uri)
{
    static const QRegularExpression shape(
        QStringLiteral("^jr://(?:images|audio|video|file|file-csv)/(?!\\.{1,2}$)([^/\\\\?#%\\x{0}-\\x{1f}\\x{7f}]{1,200})$"));
    return shape.match(uri).captured(1);
}

NamedFiles namedFiles(const Form& form)
{
    std::set<QString> shown, read, lists;
    for (const auto& texts : form.d().itext) {
        for (const ItextForms& forms : texts) {
            for (const TextTemplate& text : forms) {
                if (const QString name = fileNameOf(literalOf(text)); !name.isEmpty())
                    shown.insert(name);
            }
        }
    }
    for (const auto& [instance, uri] : form.externalInstances()) {
        const QString name = fileNameOf(uri);
        if (name.isEmpty())
            continue;
        read.insert(name);
        if (name.endsWith(QLatin1String(".csv")))
            lists.insert(name);
    }
    return {sorted(shown), sorted(read), sorted(lists)};
}

} // namespace rapport::forms

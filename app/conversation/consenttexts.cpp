// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/consenttexts.h"

#include "forms/xform/tables.h"

namespace rapport::app
{

namespace
{

QString cell(QString text)
{
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

} // namespace

std::shared_ptr<const forms::ItemSource> consentTexts(store::Store& store, const QString& formId)
{
    const auto occasion = store.occasionOf(formId);
    const QJsonObject consent = occasion && *occasion ? (**occasion)[QLatin1String("consent")].toObject() : QJsonObject();
    const QString textId = consent[QLatin1String("text_id")].toString();
    const QJsonObject texts = consent[QLatin1String("texts")].toObject();
    QString csv = QStringLiteral("name,label,text_id,language,text\n");
    for (auto text = texts.constBegin(); text != texts.constEnd(); ++text) {
        const QString words = cell(text.value().toString());
        csv += QStringList{cell(textId + QLatin1Char(':') + text.key()), words, cell(textId), cell(text.key()), words}.join(QLatin1Char(',')) +
               QLatin1Char('\n');
    }
    const auto rows = forms::readCsv(csv.toUtf8());
    return rows ? *rows : nullptr;
}

} // namespace rapport::app

// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/translations.h"

#include <QLocale>
#include <QRegularExpression>

#include <map>
#include <set>

namespace rapport::xlsform
{

using namespace Qt::StringLiterals;

namespace
{

/// What each language of a sheet has: "default" for columns without one.
struct Translations {
    std::map<QString, std::set<QString>> columnsOfLanguage;
    std::set<QString> columns;

    bool onlyDefault() const
    {
        return columnsOfLanguage.empty() || (columnsOfLanguage.size() == 1 && columnsOfLanguage.begin()->first == u"default");
    }
};

Translations translationsOf(const std::vector<QStringList>& columns, bool ofSurvey)
{
    static const QHash<QString, QString> names{{u"label"_s, u"label"_s},
                                               {u"hint"_s, u"hint"_s},
                                               {u"guidance_hint"_s, u"guidance_hint"_s},
                                               {u"image"_s, u"image"_s},
                                               {u"big-image"_s, u"big-image"_s},
                                               {u"audio"_s, u"audio"_s},
                                               {u"video"_s, u"video"_s},
                                               {u"jr:constraintMsg"_s, u"constraint_message"_s},
                                               {u"jr:requiredMsg"_s, u"required_message"_s}};
    static const QStringList surveyOnly{u"hint"_s, u"guidance_hint"_s, u"jr:constraintMsg"_s, u"jr:requiredMsg"_s};
    Translations out;
    for (const QStringList& column : columns) {
        const QStringList head = column.size() > 1 && (column.front() == u"media" || column.front() == u"bind") ? column.mid(1) : column;
        const QString name = names.value(head.front());
        if (name.isEmpty() || (!ofSurvey && surveyOnly.contains(head.front())) || head.size() > 2)
            continue;
        out.columnsOfLanguage[head.size() == 1 ? u"default"_s : head.back()].insert(name);
        out.columns.insert(name);
    }
    return out;
}

QStringList missing(const Translations& translations, const QString& sheet)
{
    QStringList sentences;
    if (translations.onlyDefault())
        return sentences;
    for (const auto& [language, has] : translations.columnsOfLanguage) {
        QStringList lacks;
        for (const QString& column : translations.columns) {
            if (!has.contains(column))
                lacks.append(column);
        }
        if (lacks.size() == 1)
            sentences.append(u"Language '%1' is missing the %2 %3 column."_s.arg(language, sheet, lacks.front()));
        else if (!lacks.isEmpty())
            sentences.append(u"Language '%1' is missing the %2 columns %3."_s.arg(language, sheet, lacks.join(u", "_s)));
    }
    return sentences;
}

} // namespace

void warnOfTranslations(const std::vector<QStringList>& surveyColumns, const std::vector<QStringList>& choiceColumns, bool orOther, Remarks& remarks)
{
    const Translations survey = translationsOf(surveyColumns, true), choices = translationsOf(choiceColumns, false);
    const QStringList sentences = missing(survey, u"survey"_s) + missing(choices, u"choices"_s);
    if (!sentences.isEmpty())
        remarks.warn({}, 1, {}, sentences.join(u'\n'));
    if (orOther && (!survey.onlyDefault() || !choices.onlyDefault()))
        remarks.warn({}, 0, {},
                     u"This form uses or_other and translations, which is not recommended. An untranslated input question label and choice label is "
                     "generated for 'other'. Learn more: https://xlsform.org/en/#specify-other)."_s);
}

namespace
{

/// True for a code of the IANA registry: of two letters where the language has one, else of three. "eng" is none, since English is "en".
bool isLanguageCode(const QString& code)
{
    static const QRegularExpression letters(u"^[a-zA-Z]{2,3}$"_s);
    if (!letters.match(code).hasMatch())
        return false;
    const QLocale::Language language = QLocale::codeToLanguage(code);
    if (language == QLocale::AnyLanguage)
        return code.size() == 3; // far more languages than Qt knows have one
    return QLocale::languageToCode(language).compare(code, Qt::CaseInsensitive) == 0;
}

} // namespace

void warnOfLanguages(const QStringList& languages, Remarks& remarks)
{
    static const QRegularExpression code(u"\\(([^()\\s]+)\\)\\s*$"_s);
    QStringList bad;
    for (const QString& language : languages) {
        const auto match = code.match(language);
        const QString subtag = (match.hasMatch() ? match.captured(1) : language).section(u'-', 0, 0);
        if (language != u"default" && !isLanguageCode(subtag))
            bad.append(language);
    }
    if (!bad.isEmpty())
        remarks.warn({}, 0, {},
                     u"The following language declarations do not contain valid machine-readable codes: %1. Learn more: "
                     "http://xlsform.org#multiple-language-support"_s.arg(bad.join(u", "_s)));
}

} // namespace rapport::xlsform

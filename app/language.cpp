// SPDX-License-Identifier: Apache-2.0
#include "app/language.h"

#include <QCoreApplication>
#include <QLocale>

namespace rapport::app
{

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_translator);
}

void Language::speak(const QString& language)
{
    QCoreApplication::removeTranslator(&m_translator);
    QLocale::setDefault(QLocale(language));
    if (m_translator.load(QStringLiteral(":/i18n/rapport_") + language))
        QCoreApplication::installTranslator(&m_translator);
}

} // namespace rapport::app

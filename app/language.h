// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTranslator>

namespace rapport::app
{

/// The language of the app's own texts, numbers and dates. One object for the life of the app, on the UI thread.
class Language
{
public:
    Language() = default;
    ~Language();
    Language(const Language&) = delete;
    Language& operator=(const Language&) = delete;

    /// "en", "de" or "id". What has been said already stays until it is asked for again.
    void speak(const QString& language);

private:
    QTranslator m_translator;
};

} // namespace rapport::app

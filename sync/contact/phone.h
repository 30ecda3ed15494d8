// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace rapport::contact
{

/// What libphonenumber knows of a number as it was written.
struct PhoneLook {
    enum class Line { Fixed, Mobile, Unknown };
    bool valid = false; ///< assigned to somebody, as far as its country's plan says; else only possible by its length
    Line line = Line::Unknown;
    QString region; ///< ISO 3166; empty where the number does not say
};

/// None where @p number cannot be one. @p region (ISO 3166, may be empty) is where numbers without a country code are at home.
std::optional<PhoneLook> lookAtPhone(const QString& number, const QString& region);

/// As the world dials it, "+49 911 5550121 ext. 12", where libphonenumber understands it; as it was otherwise. @p country (ISO 3166): where
/// numbers without a country code are at home.
QString normalisedPhone(const QString& number, const QString& country);

/// The number in what may be a "tel:" link (RFC 3966): its extension stays, its other parameters go.
QString numberOfLink(const QString& text);

/// The beginning of a number as it was typed, in digits as somebody may have stored it: with the country code and without, with the 0 in front and
/// without. Empty below four digits.
QStringList dialledForms(const QString& typed, const QString& country);

} // namespace rapport::contact

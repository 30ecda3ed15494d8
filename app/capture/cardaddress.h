// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace rapport::capture
{

/// What one line says of a postal address.
struct AddressParts {
    QString street, postcode, city, country;
    bool isEmpty() const { return street.isEmpty() && postcode.isEmpty() && city.isEmpty() && country.isEmpty(); }
};

/// Takes a line apart at commas, dots in the middle and dashes: "Gran Vía 142, 3º B, 15003 A Coruña · España". @p language as Tesseract calls it
/// tells on which side of the postcode the city stands and what a street looks like. Empty where nothing in the line speaks for an address.
AddressParts addressOf(const QString& line, const QString& language);

/// Whether a line by itself is a street with its number, also one without a word for street: "Am Mühlbach 85". Only near a postcode is that sure.
bool mayBeStreet(const QString& line);

} // namespace rapport::capture

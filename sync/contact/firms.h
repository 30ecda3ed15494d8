// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace rapport::contact
{

/// The words of a firm's name, folded (names.h); legal forms of many countries at its ends, and every "&", "und", "and", "et", "y", "dan" are left
/// out: "Müller & Söhne GmbH & Co. KG" is {"muller", "sohne"}.
struct FirmName {
    QStringList words;
    QString key() const { return words.join(QString()); } ///< "Frisch-Markt" and "Frischmarkt" are one
    bool isEmpty() const { return words.isEmpty(); }
};
FirmName firmOf(const QString& name);

enum class FirmAgreement {
    Unknown, ///< one of them is empty
    Other,
    Similar, ///< one leaves out words of the other, is its acronym, or has a typing error
    Same
};
FirmAgreement compareFirms(const FirmName& a, const FirmName& b);

bool tellsFirmsApart(const QString& word); ///< not "service", "international", "handels" …

} // namespace rapport::contact

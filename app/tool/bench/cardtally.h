// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"

namespace rapport::tool
{

/// How many fields of cards came out as they were printed, but for capitals and punctuation: twelve a card, each number and address by itself.
class CardTally
{
public:
    void add(const contact::Contact& want, const contact::Contact& got);
    double f1() const { return m_wanted + m_told == 0 ? 0 : 2.0 * m_right / (m_wanted + m_told); }
    int wanted() const { return m_wanted; }

private:
    void add(const QStringList& want, const QStringList& got);
    int m_right = 0, m_wanted = 0, m_told = 0;
};

} // namespace rapport::tool

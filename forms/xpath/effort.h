// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace rapport::forms
{

/// How much work one evaluation may be. "//*[//*[//*]]" is short to write and takes a lifetime; a form comes from strangers. Counted in nodes looked
/// at and expressions evaluated, not in time, so that an expression means the same on every machine.
///
/// A text that names itself (jr:itext) or doubles from question to question is cut by the same means: `deepest` evaluations within each other,
/// `longest` characters of one value.
///
/// The outermost Effort on a thread begins to count, those within it go on counting. Once spent, every evaluation within is blank, so that the whole
/// comes back at once.
class Effort
{
public:
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
    static constexpr qint64 most = 100'000; // sanitisers take ten times as long
#else
    static constexpr qint64 most = 50'000'000; // some seconds; a look-up in a list of a million rows without an index is a tenth of it
#endif

    static constexpr int deepest = 1'300;           // more than a chain of all operators that the parser lets through
    static constexpr qsizetype longest = 4'000'000; // a doubled text has a million characters after twenty questions

    Effort() : m_outermost(s_open++ == 0)
    {
        if (m_outermost)
            s_left = most;
        if (s_open > deepest)
            s_left = 0;
    }
    ~Effort()
    {
        --s_open;
    }
    Effort(const Effort&) = delete;
    Effort& operator=(const Effort&) = delete;

    bool outermost() const
    {
        return m_outermost;
    }
    /// For reading a text.
    static bool spendOn(qsizetype characters)
    {
        return spend(characters > longest ? most : characters / 4);
    }
    /// False when all is spent. Outside of any evaluation nothing is counted.
    static bool spend(qint64 steps = 1)
    {
        return s_open == 0 || (s_left -= steps) > 0;
    }
    static bool spent()
    {
        return s_open > 0 && s_left <= 0;
    }

private:
    inline static thread_local int s_open = 0;
    inline static thread_local qint64 s_left = 0;
    bool m_outermost;
};

} // namespace rapport::forms

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/formsession.h"

#include <optional>
#include <unordered_map>

namespace rapport::app
{

/// What a list of repetitions needs to know of each one, worked out once and again only where something inside has changed: an answer in one of a
/// thousand looks at one. Also says which are unfolded: all of a few; of many only the one that is worked on.
class Repetitions
{
public:
    struct Tally {
        int questions = 0, answered = 0, requiredLeft = 0, faults = 0; ///< as a Section counts them
    };

    void follow(const forms::FormSession& session); ///< forgets what is no longer so; before the others are asked
    void forget();

    const Tally& tally(const forms::FormSession& session, forms::NodeId instance); ///< nothing where it is not relevant
    bool isRelevant(const forms::FormSession& session, forms::NodeId instance);
    /// Its first answers in words, once somebody has put them there.
    std::optional<QString>& words(forms::NodeId instance) { return m_known[instance.value].words; }

    bool isOpen(forms::NodeId instance, const std::vector<forms::NodeId>& all) const; ///< @p all of its series
    void fold(const forms::FormSession& session, forms::NodeId instance, bool open);
    void reveal(const forms::FormSession& session, forms::NodeId node); ///< unfolds whatever @p node is in
    void setUnfolded(bool all) { m_unfolded = all; }                    ///< where questions come one by one, none may hide

    int worked() const { return m_worked; } ///< how many repetitions were looked at so far

private:
    struct Known {
        std::optional<Tally> tally;
        std::optional<bool> relevant;
        std::optional<QString> words;
    };

    std::unordered_map<quint32, Known> m_known;
    std::unordered_map<quint32, bool> m_folds; ///< what a person folded or unfolded
    quint64 m_seen = 0;                        ///< the revision that is known
    bool m_unfolded = false;
    int m_worked = 0;
};

} // namespace rapport::app

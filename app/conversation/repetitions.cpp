// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/repetitions.h"

#include "app/conversation/sections.h"

#include <algorithm>

namespace rapport::app
{

using forms::FormSession;
using forms::Node;
using forms::NodeId;
using forms::NodeKind;

namespace
{

constexpr std::size_t openAtMost = 3; ///< more repetitions than that are folded, but for one

void count(const FormSession& session, NodeId id, Repetitions::Tally& tally)
{
    const Node node = session.node(id);
    if (!node.relevant)
        return;
    if (!node.hasControl || node.kind == NodeKind::Group || node.kind == NodeKind::Repeat || node.kind == NodeKind::Instance) {
        for (const NodeId child : session.children(id))
            count(session, child, tally);
        return;
    }
    if (!isQuestion(node))
        return;
    ++tally.questions;
    if (isAnswered(node))
        ++tally.answered;
    else if (node.required)
        ++tally.requiredLeft;
    if (!node.constraintOk)
        ++tally.faults;
}

} // namespace

void Repetitions::forget()
{
    *this = {};
}

void Repetitions::follow(const FormSession& session)
{
    std::vector<NodeId> gone;
    const auto changed = session.changedSince(m_seen, &gone);
    for (const NodeId node : changed) {
        // What is around a node that is forgotten already was forgotten with it.
        for (NodeId at = node; at && !m_known.empty(); at = session.parent(at))
            m_known.erase(at.value);
    }
    for (const NodeId node : gone) {
        m_known.erase(node.value);
        m_folds.erase(node.value);
    }
    m_seen = session.revision();
}

const Repetitions::Tally& Repetitions::tally(const FormSession& session, NodeId instance)
{
    auto& tally = m_known[instance.value].tally;
    if (!tally) {
        ++m_worked;
        tally.emplace();
        count(session, instance, *tally);
    }
    return *tally;
}

bool Repetitions::isRelevant(const FormSession& session, NodeId instance)
{
    auto& relevant = m_known[instance.value].relevant;
    if (!relevant)
        relevant = session.node(instance).relevant;
    return *relevant;
}

bool Repetitions::isOpen(NodeId instance, const std::vector<NodeId>& all) const
{
    if (m_unfolded)
        return true;
    if (const auto told = m_folds.find(instance.value); told != m_folds.end())
        return told->second;
    if (all.size() <= openAtMost)
        return true;
    const auto isTold = [this](NodeId one) { return m_folds.contains(one.value); };
    return instance == all.back() && std::none_of(all.begin(), all.end(), isTold);
}

void Repetitions::fold(const FormSession& session, NodeId instance, bool open)
{
    const auto all = session.children(session.parent(instance));
    if (open && all.size() > openAtMost) {
        for (const NodeId other : all)
            m_folds.erase(other.value);
    }
    m_folds[instance.value] = open;
}

void Repetitions::reveal(const FormSession& session, NodeId node)
{
    for (NodeId at = node; at; at = session.parent(at)) {
        if (session.node(at).kind == NodeKind::Instance && !isOpen(at, session.children(session.parent(at))))
            fold(session, at, true);
    }
}

} // namespace rapport::app

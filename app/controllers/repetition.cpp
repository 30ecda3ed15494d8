// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/repetition.h"

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

std::vector<Repetition::Branch> branchesOf(const FormSession& session, NodeId id)
{
    std::vector<Repetition::Branch> branches;
    for (const NodeId childId : session.children(id)) {
        const Node child = session.node(childId);
        if (isQuestion(child) && !child.readonly)
            branches.push_back({child.name, child.value, child.unknown, child.formAsksReason ? QString() : child.reason, {}});
        else if (child.kind == NodeKind::Group || child.kind == NodeKind::Repeat || child.kind == NodeKind::Instance)
            branches.push_back({child.name, {}, false, {}, branchesOf(session, childId)});
    }
    return branches;
}

Status fill(FormSession& session, NodeId id, const std::vector<Repetition::Branch>& branches)
{
    const bool series = session.node(id).kind == NodeKind::Repeat;
    std::vector<NodeId> children = session.children(id);
    for (std::size_t at = children.size(); series && at < branches.size(); ++at) {
        if (auto added = session.addRepetition(id); !added)
            return added.error();
    }
    children = session.children(id);
    for (std::size_t at = 0; at < branches.size(); ++at) {
        const Repetition::Branch& branch = branches[at];
        const auto place = series ? children.begin() + static_cast<std::ptrdiff_t>(at)
                                  : std::find_if(children.begin(), children.end(), [&](NodeId one) { return session.node(one).name == branch.name; });
        if (place == children.end())
            continue;
        Status done = ok();
        if (!branch.children.empty())
            done = fill(session, *place, branch.children);
        else if (branch.unknown)
            done = session.setUnknown(*place, true);
        else if (!branch.value.isEmpty())
            done = session.answer(*place, branch.value);
        if (done && !branch.reason.isEmpty())
            done = session.giveReason(*place, branch.reason);
        if (!done)
            return done;
    }
    return ok();
}

} // namespace

Repetition repetitionOf(const FormSession& session, NodeId instance)
{
    Repetition taken;
    taken.repeat = session.node(instance).parent;
    const auto siblings = session.children(taken.repeat);
    taken.index = static_cast<int>(std::find(siblings.begin(), siblings.end(), instance) - siblings.begin());
    taken.branches = branchesOf(session, instance);
    return taken;
}

Status putBack(FormSession& session, const Repetition& repetition)
{
    const auto added = session.addRepetition(repetition.repeat, repetition.index - 1);
    if (!added)
        return added.error();
    return fill(session, *added, repetition.branches);
}

} // namespace rapport::app

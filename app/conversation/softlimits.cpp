// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/softlimits.h"

namespace rapport::app
{

using forms::FormSession;
using forms::Node;
using forms::NodeId;

namespace
{

void collect(const FormSession& session, NodeId id, std::vector<NodeId>& found)
{
    const Node node = session.node(id);
    if (!node.relevant)
        return;
    if (wantsReason(node))
        found.push_back(id);
    for (const NodeId child : session.children(id))
        collect(session, child, found);
}

} // namespace

Measurement measurementOf(const Node& node)
{
    Measurement measurement{{}, node.softMin, node.softMax, node.unit};
    bool measured = false;
    const double value = node.value.toDouble(&measured);
    if (measured)
        measurement.value = value;
    return measurement;
}

bool isBeyond(const Node& node)
{
    if (!node.hasControl || node.value.isEmpty() || (!node.softMin && !node.softMax))
        return false;
    return measurementOf(node).isBeyond();
}

bool wantsReason(const Node& node)
{
    return isBeyond(node) && !node.readonly && !node.formAsksReason && node.reason.isEmpty();
}

std::vector<NodeId> unexplained(const FormSession& session)
{
    std::vector<NodeId> found;
    collect(session, session.root(), found);
    return found;
}

} // namespace rapport::app

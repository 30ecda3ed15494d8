// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/commonanswer.h"

namespace rapport::app
{

using forms::Node;

std::optional<CommonAnswer> commonAnswerOf(const forms::FormSession& session, const Section& section)
{
    std::optional<CommonAnswer> common;
    for (const forms::NodeId id : section.nodes) {
        const Node node = session.node(id);
        const QString value = node.kind == forms::NodeKind::SelectOne ? session.node(node.parent).allOk : QString();
        if (value.isEmpty() || (common && common->value != value))
            continue;
        const auto choice = session.choice(id, value);
        if (!choice)
            continue;
        if (!common)
            common = CommonAnswer{value, choice->label.text, {}};
        if (!isAnswered(node) && !node.readonly)
            common->open.push_back(id);
    }
    return common;
}

} // namespace rapport::app

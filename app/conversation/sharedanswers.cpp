// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/sharedanswers.h"

#include "app/conversation/sections.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace rapport::app
{

using forms::FormSession;
using forms::Node;
using forms::NodeId;
using forms::NodeKind;

namespace
{

constexpr int passes = 3; ///< an answer may decide what another question before it offers or recalculates

class Copying
{
public:
    Copying(const FormSession& from, FormSession& to, Session is, QStringList taken)
        : m_from(from), m_to(to), m_is(is), m_taken(std::move(taken)), m_own(questionsOfOne(from))
    {
    }

    SharedAnswers copy()
    {
        pair(m_from.root(), m_to.root());
        for (int pass = 1; pass <= passes; ++pass) {
            m_shared.refused.clear();
            for (const auto& [from, to] : m_pairs)
                answer(m_from.node(from), to);
        }
        return std::move(m_shared);
    }

private:
    /// Finds the questions of @p to that those below @p from answer; makes the repetitions that they need.
    void pair(NodeId from, NodeId to)
    {
        const std::vector<NodeId> theirs = m_from.children(from), ours = m_to.children(to);
        for (std::size_t at = 0; at < std::min(theirs.size(), ours.size()); ++at) {
            const Node node = m_from.node(theirs[at]);
            if (node.name != m_to.node(ours[at]).name || !node.relevant)
                continue;
            if (node.kind == NodeKind::Repeat)
                pairSeries(theirs[at], ours[at]);
            else if (!isQuestion(node))
                pair(theirs[at], ours[at]);
            else if (!node.readonly && !m_own.contains(node.id) && isCopied(node, m_to.node(ours[at])))
                m_pairs.emplace_back(theirs[at], ours[at]);
        }
    }

    bool isCopied(const Node& from, const Node& to) const
    {
        return isAnswered(from) ? m_is != Session::InUse || !isAnswered(to) : m_is == Session::Fresh && isAnswered(to);
    }

    void pairSeries(NodeId from, NodeId to)
    {
        const bool same = m_is != Session::InUse || m_to.node(to).fixed;
        std::size_t place = same ? 0 : usedIn(to);
        for (const NodeId instance : m_from.children(from)) {
            if (!same && isBlank(m_from, instance))
                continue;
            if (m_to.children(to).size() <= place && (m_to.node(to).fixed || !m_to.addRepetition(to)))
                return;
            pair(instance, m_to.children(to)[place++]);
        }
        const auto more = static_cast<int>(m_to.children(to).size() - std::min(place, m_to.children(to).size()));
        if (m_is == Session::Fresh && more > 0 && !m_to.node(to).fixed)
            (void)m_to.removeRepetition(to, static_cast<int>(place), more); // they are there
    }

    /// Behind the last repetition that holds an answer.
    std::size_t usedIn(NodeId series) const
    {
        const std::vector<NodeId> instances = m_to.children(series);
        std::size_t used = instances.size();
        while (used > 0 && isBlank(m_to, instances[used - 1]))
            --used;
        return used;
    }

    static bool isBlank(const FormSession& session, NodeId id)
    {
        const Node node = session.node(id);
        if (isQuestion(node))
            return !node.relevant || node.readonly || !isAnswered(node);
        const std::vector<NodeId> children = session.children(id);
        return std::all_of(children.begin(), children.end(), [&](NodeId child) { return isBlank(session, child); });
    }

    void answer(const Node& from, NodeId to)
    {
        const Node there = m_to.node(to);
        if (!there.relevant) // not asked of this person
            return;
        if (from.unknown) {
            (void)m_to.setUnknown(to, true); // it is a question there, too
            return;
        }
        const QString value = from.kind == NodeKind::Upload && !from.value.isEmpty() ? fileOf(from.value) : from.value;
        if (there.value != value && !m_to.answer(to, value))
            m_shared.refused.append(from.label && !from.label->text.isEmpty() ? from.label->text : from.name);
        else if (!from.reason.isEmpty() && !from.formAsksReason)
            (void)m_to.giveReason(to, from.reason); // it is answered
    }

    /// The file's name there, where another one may be called so.
    QString fileOf(const QString& name)
    {
        const auto known = std::find_if(m_shared.files.begin(), m_shared.files.end(), [&](const auto& one) { return one.first == name; });
        if (known != m_shared.files.end())
            return known->second;
        const QFileInfo file(name);
        QString free = name;
        for (int number = 2; m_taken.contains(free); ++number)
            free = file.suffix().isEmpty() ? QStringLiteral("%1-%2").arg(name).arg(number)
                                           : QStringLiteral("%1-%2.%3").arg(file.completeBaseName()).arg(number).arg(file.suffix());
        m_taken.append(free);
        m_shared.files.emplace_back(name, free);
        return free;
    }

    const FormSession& m_from;
    FormSession& m_to;
    const Session m_is;
    QStringList m_taken;
    const std::set<NodeId> m_own;
    std::vector<std::pair<NodeId, NodeId>> m_pairs;
    SharedAnswers m_shared;
};

void collect(const FormSession& session, NodeId id, const std::set<QString>& paths, std::set<NodeId>& found)
{
    static const QRegularExpression position(QStringLiteral("\\[\\d+\\]"));
    const Node node = session.node(id);
    // Nobody signs for another one.
    const bool signature = node.kind == NodeKind::Upload && node.appearances.contains(QLatin1String("signature"));
    if (signature || paths.contains(QString(node.ref).remove(position)))
        found.insert(id);
    for (const NodeId child : session.children(id))
        collect(session, child, paths, found);
}

} // namespace

bool asksWho(const QString& key)
{
    static const QStringList lists{QStringLiteral("contacts"), QStringLiteral("organisations"), QStringLiteral("attendees")};
    static const QStringList ofTheTalk{QStringLiteral("lead_status"), QStringLiteral("remark"), QStringLiteral("consent_contact"),
                                       QStringLiteral("consent_newsletter"), QStringLiteral("consent_text_id")};
    const QString property = key.section(QLatin1Char('.'), 1);
    return property == QLatin1String("@id") || (lists.contains(key.section(QLatin1Char('.'), 0, 0)) && !ofTheTalk.contains(property));
}

std::set<NodeId> questionsOfOne(const FormSession& session)
{
    std::set<QString> paths;
    for (const forms::PayloadTarget& target : session.form().payloadTargets()) {
        if (asksWho(target.key))
            paths.insert(target.nodeset);
    }
    std::set<NodeId> found;
    collect(session, session.root(), paths, found);
    return found;
}

SharedAnswers copyAnswers(const FormSession& from, FormSession& to, Session is, const QStringList& taken)
{
    return Copying(from, to, is, taken).copy();
}

} // namespace rapport::app

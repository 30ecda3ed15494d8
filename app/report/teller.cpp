// SPDX-License-Identifier: Apache-2.0
#include "app/report/teller.h"

#include <QCoreApplication>

namespace rapport::report
{

using forms::Node;
using forms::NodeId;
using forms::NodeKind;
using forms::Visibility;

namespace
{

constexpr qsizetype longestName = 80; ///< of a person; what is longer tells something else

/// "photo.jpg" of a recording or a document, which paper cannot hold.
QString fileText(const Node& node, const Speech& speech)
{
    return speech.say(QT_TRANSLATE_NOOP("Report", "%1 (kept with the conversation)")).arg(printable(node.value));
}

} // namespace

QString labelOf(const Node& node)
{
    const QString label = node.label ? printable(node.label->text) : QString();
    return label.isEmpty() ? node.name : label;
}

Teller::Teller(const forms::FormSession& session, const Record& record, Audience audience, const Speech& speech, RowLabel rowLabel, QString person)
    : m_session(session), m_record(record), m_audience(audience), m_speech(speech), m_rowLabel(std::move(rowLabel)), m_person(std::move(person))
{
}

QString Teller::textOf(const Node& node) const
{
    return answerText(m_session, node, m_speech, m_rowLabel);
}

bool Teller::tells(const Node& node) const
{
    if (!node.relevant || node.visibility == Visibility::InternalPerson)
        return false;
    return m_audience == Audience::Internal || node.visibility == Visibility::Shared;
}

std::vector<Block> Teller::take()
{
    return std::exchange(m_blocks, {});
}

void Teller::add(NodeId id)
{
    const Node node = m_record.node(m_session, id);
    switch (node.kind) {
    case NodeKind::Group:
        return group(node); // what stands inside may be for other readers than the group itself
    case NodeKind::Repeat: {
        const std::size_t before = m_blocks.size();
        addSeries(node);
        const auto* const first = m_blocks.size() > before ? std::get_if<Line>(&m_blocks[before]) : nullptr;
        const bool said = first && first->label == labelOf(node); // "Part" above "Part"
        if (m_blocks.size() > before && !said && tells(node) && node.label && !node.label->text.isEmpty())
            m_blocks.insert(m_blocks.begin() + static_cast<std::ptrdiff_t>(before), Heading{labelOf(node), m_depth});
        return;
    }
    default:
        if (node.hasControl && tells(node))
            question(node);
    }
}

void Teller::group(const Node& node)
{
    const bool titled = tells(node) && node.label && !node.label->text.isEmpty();
    const std::size_t before = m_blocks.size();
    m_depth += titled ? 1 : 0;
    for (const NodeId child : m_session.children(node.id))
        add(child);
    m_depth -= titled ? 1 : 0;
    if (titled && m_blocks.size() > before)
        m_blocks.insert(m_blocks.begin() + static_cast<std::ptrdiff_t>(before), Heading{labelOf(node), m_depth});
}

void Teller::question(const Node& node)
{
    if (node.kind == NodeKind::Note) {
        if (node.label && !node.label->text.isEmpty())
            m_blocks.push_back(Remark{printable(node.label->text)});
        return;
    }
    if (node.value.isEmpty() && !node.unknown)
        return;
    if (node.kind == NodeKind::Upload && !node.unknown)
        return picture(node);
    if (isMeasured(node))
        return measured(node);
    m_blocks.push_back(Line{labelOf(node), textOf(node), node.unknown});
}

Measured Teller::measuredOf(const Node& node) const
{
    Measured row = report::measuredOf(node, m_speech);
    if (const QString reason = printable(m_record.reasonFor(node)); !reason.isEmpty())
        row.notes.push_back({m_speech.say(QT_TRANSLATE_NOOP("Report", "Reason")), reason});
    return row;
}

void Teller::measured(const Node& node)
{
    Measured row = measuredOf(node);
    row.what = labelOf(node);
    auto* const table = m_blocks.empty() ? nullptr : std::get_if<Measurements>(&m_blocks.back());
    if (table)
        table->rows.push_back(std::move(row));
    else
        m_blocks.push_back(Measurements{m_speech.say(QT_TRANSLATE_NOOP("Report", "Measured")), {std::move(row)}});
}

void Teller::picture(const Node& node)
{
    if (!node.accept.startsWith(QLatin1String("image"))) {
        m_blocks.push_back(Line{labelOf(node), fileText(node, m_speech), false});
        return;
    }
    Picture picture;
    picture.label = labelOf(node);
    picture.attachment = node.value;
    if (node.appearances.contains(QLatin1String("signature"))) {
        picture.kind = Picture::Kind::Signature;
        const Fact signer = signerOf(node);
        picture.name = signer.value;
        const auto* const line = m_blocks.empty() ? nullptr : std::get_if<Line>(&m_blocks.back());
        if (line && !signer.label.isEmpty() && line->label == signer.label && line->value == signer.value) {
            picture.nameLabel = signer.label; // the name stands below the signature instead
            m_blocks.pop_back();
        }
    } else if (node.appearances.contains(QLatin1String("draw"))) {
        picture.kind = Picture::Kind::Drawing;
    }
    m_blocks.push_back(std::move(picture));
}

/// The form asks for the name right before the signature, in a field of one line; else it is the person that the conversation is with.
Fact Teller::signerOf(const Node& signature) const
{
    const std::vector<NodeId> siblings = m_session.children(signature.parent);
    const auto here = std::find(siblings.begin(), siblings.end(), signature.id);
    if (here == siblings.begin() || here == siblings.end())
        return {{}, m_person};
    const Node before = m_record.node(m_session, *std::prev(here));
    const bool asksName = before.kind == NodeKind::Input && before.type == forms::DataType::String && tells(before) &&
                          !before.appearances.contains(QLatin1String("multiline"));
    if (!asksName)
        return {{}, m_person};
    const QString name = textOf(before);
    return before.value.isEmpty() || name.size() > longestName ? Fact{} : Fact{labelOf(before), name};
}

} // namespace rapport::report

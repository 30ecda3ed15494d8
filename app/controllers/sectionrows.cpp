// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/sectionrows.h"

#include <QCoreApplication>

#include <algorithm>

namespace rapport::app
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Section)
};

constexpr std::size_t namedAtMost = 4; ///< of the first repetitions

/// "Brochure, Appointment": what the first choice of each repetition says.
QString repetitionsInWords(const forms::FormSession& session, const Section& section)
{
    QStringList words;
    auto instances = session.children(section.nodes.front());
    const bool more = instances.size() > namedAtMost;
    instances.resize(std::min(instances.size(), namedAtMost));
    for (const forms::NodeId instance : instances) {
        for (const forms::NodeId id : session.children(instance)) {
            const forms::Node node = session.node(id);
            if (node.kind != forms::NodeKind::SelectOne || !node.relevant)
                continue;
            if (const auto chosen = session.choice(id, node.value))
                words.append(chosen->label.text);
            break;
        }
    }
    if (more && !words.isEmpty())
        words.append(QStringLiteral("…"));
    return words.join(QStringLiteral(", "));
}

QString progressOf(const Section& section)
{
    return section.points > 0 ? QStringLiteral("%1/%2").arg(section.pointsAnswered).arg(section.points) : QString();
}

QString detailOf(const forms::FormSession& session, const Section& section, const ScannedAnswers& scanned)
{
    const int points = section.points - section.pointsAnswered;
    if (section.points > 0 && section.requiredLeft <= points && section.faults == 0 && section.beyond == 0)
        return pointsText(section.pointsAnswered, section.points);
    if (section.requiredLeft > 0)
        return Words::tr("%n required left", "", section.requiredLeft);
    if (section.faults > 0)
        return Words::tr("%n to correct", "", section.faults);
    if (section.unexplained > 0)
        return Words::tr("%n to explain", "values outside their limits", section.unexplained);
    if (section.beyond > 0)
        return Words::tr("%n outside the limits", "", section.beyond);
    if (section.repeated) {
        const QString words = repetitionsInWords(session, section);
        if (!words.isEmpty())
            return words;
    }
    if (std::any_of(section.nodes.begin(), section.nodes.end(), [&](forms::NodeId id) { return scanned.values.contains(id); }))
        return scanned.text();
    if (section.answered > 0)
        return Words::tr("%n answer(s)", "", section.answered);
    return section.questions > 0 ? Words::tr("optional") : Words::tr("to read");
}

} // namespace

QString pointsText(int answered, int asked)
{
    return Words::tr("%1/%2 points", "check points: answered, asked").arg(answered).arg(asked);
}

QString titleOf(const Section& section)
{
    if (section.parts < 2)
        return section.title;
    return Words::tr("%1 (%2 of %3)", "a long section in parts: title, which part, how many")
        .arg(section.title)
        .arg(section.part + 1)
        .arg(section.parts);
}

QString ScannedAnswers::text() const
{
    if (from == From::Organiser)
        return Words::tr("from the organiser");
    return from == From::Card ? Words::tr("from the card") : Words::tr("from the badge");
}

QList<QByteArray> sectionRoles()
{
    return {"number", "title", "detail", "complete", "current", "progress"};
}

std::vector<RowModel::Row> sectionRows(const forms::FormSession& session, const std::vector<Section>& sections, int current,
                                       const ScannedAnswers& scanned)
{
    std::vector<RowModel::Row> rows;
    for (const Section& section : sections) {
        const int number = static_cast<int>(rows.size()) + 1;
        rows.push_back(
            {section.key,
             {number, titleOf(section), detailOf(session, section, scanned), section.isComplete(), number == current + 1, progressOf(section)}});
    }
    return rows;
}

} // namespace rapport::app

// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/resolutioncontroller.h"

#include "app/controllers/fieldwords.h"
#include "app/conversation/resolution.h"
#include "app/conversation/whendone.h"
#include "app/conversation/words.h"
#include "sync/store/notes.h"

#include <QLoggingCategory>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(resolutionLog, "rapport.conversation")

using Became = MergeReport::Line::Became;

QString stateText(Became became)
{
    switch (became) {
    case Became::FilledIn:
        return ResolutionController::tr("filled in from the list");
    case Became::Same:
        return ResolutionController::tr("the list says the same");
    case Became::Kept:
        return ResolutionController::tr("your entry stays");
    case Became::NotTaken:
        break;
    }
    return ResolutionController::tr("not taken: this form has no place for it");
}

} // namespace

ResolutionController::ResolutionController(ConversationParts parts, QObject* parent)
    : QObject(parent), m_parts(std::move(parts)), m_lines({"label", "value", "listed", "became", "kept"})
{
}

void ResolutionController::resolve()
{
    if (m_busy) {
        m_again = true; // something may have come since that one looked
        return;
    }
    m_busy = true;
    auto done = m_parts.thread.run([environment = environmentOf(m_parts)](store::Store& store) { return resolveFinished(store, environment); });
    whenDone(done, this, [this](const Result<Resolved>& result) {
        m_busy = false;
        if (!result)
            qCWarning(resolutionLog) << "badge numbers are not resolved:" << result.error().detail;
        if (result && *result) {
            qCInfo(resolutionLog) << result->amended << "conversations amended," << result->corrected << "corrected from the organiser's list";
            refresh();
            Q_EMIT resolved();
            m_parts.wake();
        }
        if (std::exchange(m_again, false))
            resolve();
    });
}

void ResolutionController::follow(const QString& conversationId)
{
    m_followed = store::ConversationId::parse(conversationId);
    refresh();
}

void ResolutionController::refresh()
{
    const auto note = store::note(m_parts.store, m_followed, mergeNote);
    m_report = note && *note ? std::optional(mergeReportOf(**note)) : std::nullopt;
    show();
}

void ResolutionController::show()
{
    std::vector<RowModel::Row> rows;
    const std::vector<MergeReport::Line> lines = m_report ? m_report->lines : std::vector<MergeReport::Line>();
    for (const MergeReport::Line& line : lines) {
        const bool kept = line.became == Became::Kept;
        rows.push_back(
            {line.key, {fieldLabel(line.key), kept ? line.own : line.listed, kept ? line.listed : QString(), stateText(line.became), kept}});
    }
    m_lines.show(std::move(rows));
    Q_EMIT changed();
}

QString ResolutionController::badge() const
{
    return m_report ? m_report->badgeId : QString();
}

QString ResolutionController::note() const
{
    if (!m_report)
        return {};
    const int filled = m_report->count(Became::FilledIn), kept = m_report->count(Became::Kept);
    const QString when = momentText(m_report->at, m_parts.clock());
    const QString text = tr("From the organiser's list, %1: %n field(s) filled in.", "", filled).arg(when);
    return kept > 0 ? text + QLatin1Char(' ') + tr("%n entry(ies) of yours stay(s).", "", kept) : text;
}

} // namespace rapport::app

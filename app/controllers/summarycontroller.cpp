// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/summarycontroller.h"

#include "app/controllers/daysummary.h"
#include "app/controllers/reportcontroller.h"
#include "app/conversation/dayboard.h"
#include "app/conversation/whendone.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QtConcurrent>

namespace rapport::app
{

SummaryController::SummaryController(Parts parts, QObject* parent) : QObject(parent), m_parts(std::move(parts))
{
    if (!m_parts.documents)
        m_parts.documents = [] { return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation); };
}

void SummaryController::refresh()
{
    say(false, {});
    std::vector<store::ConversationId> conversations;
    for (const DayEntry& entry : m_parts.day.day().entries)
        conversations.push_back(entry.conversation.id);
    auto sizes = m_parts.reading.run([conversations](store::Store& store) { return outgoingSizes(store, conversations); });
    whenDone(sizes, this, [this](const Result<QHash<QString, OutgoingSize>>& found) {
        if (found)
            m_text = daySummary(m_parts.day.day(), *found, m_parts.courier.state(), m_parts.device());
        say(false, found ? QString() : tr("The conversations cannot be read at the moment. Please try again."));
    });
}

void SummaryController::say(bool done, const QString& sentence)
{
    m_done = done;
    m_doneText = sentence;
    Q_EMIT changed();
}

void SummaryController::copy()
{
    if (m_text.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(m_text);
    say(true, tr("Copied. Paste it into a message."));
}

void SummaryController::save()
{
    if (m_text.isEmpty())
        return;
    const QString name = tr("Outbox %1.txt", "a file name").arg(m_parts.day.day().now.date().toString(Qt::ISODate));
    const auto work = [folder = m_parts.documents(), name, text = m_text.toUtf8()] { return saveBeside(folder, name, text); };
    whenDone(QtConcurrent::run(work), this, [this](const Result<QString>& saved) {
        if (saved)
            say(true, tr("Saved in Documents as “%1”.").arg(*saved));
        else
            say(false, saved.error().kind == Error::Kind::Full ? tr("There is no room left on this tablet, so nothing was saved.")
                                                               : tr("It could not be saved in Documents."));
    });
}

} // namespace rapport::app

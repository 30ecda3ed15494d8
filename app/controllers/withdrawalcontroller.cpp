// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/withdrawalcontroller.h"

#include "app/conversation/consents.h"
#include "app/conversation/sentences.h"
#include "app/conversation/whendone.h"

#include <QLoggingCategory>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(withdrawalLog, "rapport.consent")

} // namespace

QString purposeText(const QString& purpose)
{
    if (purpose == QLatin1String("contact"))
        return WithdrawalController::tr("To be contacted");
    if (purpose == QLatin1String("newsletter"))
        return WithdrawalController::tr("Newsletter");
    QString word = purpose;
    word.replace(QLatin1Char('_'), QLatin1Char(' '));
    return word.left(1).toUpper() + word.mid(1);
}

WithdrawalController::WithdrawalController(ConversationParts parts, QObject* parent) : QObject(parent), m_parts(std::move(parts))
{
    m_undo.setSingleShot(true);
    m_undo.setInterval(withdrawalUndo);
    connect(&m_undo, &QTimer::timeout, this, &WithdrawalController::release);
}

void WithdrawalController::withdraw(const QString& contactId, const QString& purpose)
{
    if (m_last)
        release(); // the one before stands
    auto written = m_parts.thread.run([environment = environmentOf(m_parts), contactId, purpose](store::Store& store) {
        return app::withdraw(store, environment, contactId, purpose);
    });
    whenDone(written, this, [this, purpose](const Result<store::ConversationId>& id) {
        if (!id) {
            qCWarning(withdrawalLog) << "a consent is not withdrawn:" << id.error().detail;
            return say(tr("The withdrawal could not be saved. Nothing has changed. Please try again."));
        }
        qCInfo(withdrawalLog) << "withdrawal" << id->text() << "waits to be sent";
        m_last = *id;
        m_undoText = tr("Consent withdrawn: %1.").arg(purposeText(purpose));
        m_undo.start();
        say({});
        Q_EMIT stored();
    });
}

void WithdrawalController::undo()
{
    if (!m_last)
        return;
    m_undo.stop();
    auto taken = m_parts.thread.run([id = *std::exchange(m_last, std::nullopt)](store::Store& store) { return takeBackWithdrawal(store, id); });
    whenDone(taken, this, [this](const Status& status) {
        say(status                                         ? QString()
            : status.error().kind == Error::Kind::Conflict ? tr("The withdrawal is on its way already. Ask for consent anew in a conversation.")
                                                           : Sentences::failed(Sentences::Doing::Saving, status.error()));
        Q_EMIT stored();
    });
}

void WithdrawalController::dismiss()
{
    say({});
}

/// The time to take it back is over: it goes out.
void WithdrawalController::release()
{
    m_undo.stop();
    m_last.reset();
    m_parts.wake();
    Q_EMIT changed();
}

void WithdrawalController::say(const QString& trouble)
{
    m_trouble = trouble;
    Q_EMIT changed();
}

} // namespace rapport::app

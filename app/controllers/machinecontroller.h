// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"
#include "app/conversation/machine.h"
#include "forms/base/clock.h"

#include <QObject>

#include <functional>
#include <optional>

namespace rapport::app
{

/// The machine whose plate was scanned: what is known of it, and the jobs that are to be done on it.
class MachineController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(QString title READ title NOTIFY changed) ///< "Nordfrost PX-450 no. 00817", or the serial number
    Q_PROPERTY(QString owner READ owner NOTIFY changed)
    Q_PROPERTY(bool known READ known NOTIFY changed)                ///< it is on this tablet
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)       ///< "No open job for this machine."; empty where there is one
    Q_PROPERTY(rapport::app::RowModel* fields READ fields CONSTANT) ///< icon (MDI name), label, value
    Q_PROPERTY(rapport::app::RowModel* jobs READ jobs CONSTANT)     ///< jobId, subject, detail; three at most
    Q_PROPERTY(bool canStart READ canStart NOTIFY changed)          ///< there is a form for a machine without a job

public:
    using User = std::function<QString()>;

    /// @p user is who works here.
    MachineController(store::Store& store, User user, Clock clock, QObject* parent = nullptr);

    /// Whether @p code names a machine; then it is shown from now on.
    bool take(const QString& code);
    void forget();

    QString title() const;
    QString owner() const { return m_machine ? m_machine->owner : QString(); }
    bool known() const { return m_machine && m_machine->isKnown(); }
    QString sentence() const;
    RowModel* fields() { return &m_fields; }
    RowModel* jobs() { return &m_jobs; }
    bool canStart() const { return m_canStart; }

    Q_INVOKABLE void openJob(const QString& jobId);
    Q_INVOKABLE void start(); ///< without a job

Q_SIGNALS:
    void changed();
    void left(); ///< something is opened: the scan is over
    void jobRequested(const QString& jobId, const std::vector<std::pair<QString, QString>>& payload);
    void conversationRequested(const std::vector<std::pair<QString, QString>>& payload);

private:
    void showFields();
    void showJobs();

    store::Store& m_store;
    User m_user;
    Clock m_clock;
    std::optional<Machine> m_machine;
    bool m_canStart = false;
    RowModel m_fields, m_jobs;
};

} // namespace rapport::app

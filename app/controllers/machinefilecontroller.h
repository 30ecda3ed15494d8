// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"
#include "app/conversation/machinefile.h"
#include "app/conversation/storethread.h"
#include "forms/base/clock.h"

#include <QObject>

#include <functional>
#include <optional>

namespace rapport::app
{

/// All that this tablet knows of one machine, and the way to its next service.
class MachineFileController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)       ///< "Nordfrost PX-450 no. 00817", or the serial number
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed) ///< "Pasar Segar Semarang · PX450-22-00817"
    Q_PROPERTY(QString owner READ owner NOTIFY changed)       ///< the customer; empty: not known here
    Q_PROPERTY(QString origin READ origin NOTIFY changed)     ///< of what is told of the machine itself
    Q_PROPERTY(bool stale READ isStale NOTIFY changed)
    Q_PROPERTY(rapport::app::RowModel* fields READ fields CONSTANT)   ///< machineFields()
    Q_PROPERTY(rapport::app::RowModel* tickets READ tickets CONSTANT) ///< jobRoles(): open ones
    /// quantity, value ("3 bar"), verdict ("Too high"; empty: no limits), out, limits ("1.2 to 3.5 bar"), moment ("12 May"), chart (as MeasuredBefore
    /// has it), spoken
    Q_PROPERTY(rapport::app::RowModel* series READ series CONSTANT)
    Q_PROPERTY(rapport::app::RowModel* services READ services CONSTANT)   ///< happeningRoles()
    Q_PROPERTY(rapport::app::RowModel* documents READ documents CONSTANT) ///< conversationId, title, detail: reports of this tablet
    Q_PROPERTY(bool canStart READ canStart NOTIFY changed)                ///< there is a form for it
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)             ///< why nothing is shown, or that there is no history; else empty

public:
    using User = std::function<QString()>;

    /// Borrows @p thread; @p user is who works here.
    MachineFileController(StoreThread& thread, User user, Clock clock, QObject* parent = nullptr);

    bool isOpen() const { return m_file.has_value(); }
    QString title() const;
    QString subtitle() const;
    QString owner() const { return m_file ? m_file->machine.owner : QString(); }
    QString origin() const;
    bool isStale() const;
    RowModel* fields() { return &m_fields; }
    RowModel* tickets() { return &m_tickets; }
    RowModel* series() { return &m_series; }
    RowModel* services() { return &m_services; }
    RowModel* documents() { return &m_documents; }
    bool canStart() const { return m_file && (m_file->canStart || ownTicket() >= 0); }
    QString sentence() const;

    void open(const QString& machineId);
    void openScanned(const Machine& machine); ///< what its plate said goes before what its row says
    Q_INVOKABLE void openTicket(int row);
    Q_INVOKABLE void openService(int row); ///< of `services`, where it was done with this tablet
    Q_INVOKABLE void openDocument(int row);
    Q_INVOKABLE void openOwner();
    Q_INVOKABLE void openBriefing(); ///< of the owner
    Q_INVOKABLE void startService(); ///< the most pressing job that is nobody else's, else the form for machines; with this machine in it
    void refresh();                  ///< the lists have changed, or the language

Q_SIGNALS:
    void changed();
    void opened();
    void jobRequested(const QString& jobId, const std::vector<std::pair<QString, QString>>& payload);
    void serviceRequested(const std::vector<std::pair<QString, QString>>& payload); ///< without a job
    void conversationRequested(const QString& conversationId);
    void reportRequested(const QString& conversationId);
    void customerRequested(const QString& list, const QString& id);
    void briefingRequested(const QString& list, const QString& id);

private:
    void read();
    void show();
    void showSeries(const QDateTime& now);
    int ownTicket() const; ///< the first that is nobody else's; -1: there is none
    std::vector<std::pair<QString, QString>> payload() const;

    StoreThread& m_thread;
    User m_user;
    Clock m_clock;
    QString m_id;
    Machine m_plate; ///< empty: not scanned
    int m_asked = 0; ///< number of the newest reading
    bool m_announce = false, m_failed = false;
    std::optional<MachineFile> m_file;
    RowModel m_fields, m_tickets, m_series, m_services, m_documents;
};

} // namespace rapport::app

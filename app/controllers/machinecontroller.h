// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"
#include "app/conversation/machine.h"
#include "forms/base/clock.h"

#include <QObject>

#include <optional>

namespace rapport::app
{

/// Icon (MDI name), label, value: what is known of a machine, as rows of a RowModel.
std::vector<RowModel::Row> machineFields(const Machine& machine, const QDate& today);
/// "Nordfrost PX-450 no. 00817", or its serial number.
QString machineTitle(const Machine& machine);

/// The machine whose plate was scanned. One that is known here leads to its file (MachineFileController).
class MachineController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(bool known READ known NOTIFY changed)                ///< it is on this tablet
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)       ///< "This machine is not on this tablet."; empty where it is
    Q_PROPERTY(rapport::app::RowModel* fields READ fields CONSTANT) ///< machineFields()

public:
    MachineController(store::Store& store, Clock clock, QObject* parent = nullptr); ///< borrows @p store

    /// Whether @p code names a machine; then it is shown from now on.
    bool take(const QString& code);
    void forget();

    QString title() const;
    bool known() const { return m_machine && m_machine->isKnown(); }
    QString sentence() const;
    RowModel* fields() { return &m_fields; }

    Q_INVOKABLE void openFile(); ///< of a known machine

Q_SIGNALS:
    void changed();
    void left();                                              ///< something is opened: the scan is over
    void fileRequested(const rapport::app::Machine& machine); ///< with what its plate said

private:
    store::Store& m_store;
    Clock m_clock;
    std::optional<Machine> m_machine;
    RowModel m_fields;
};

} // namespace rapport::app

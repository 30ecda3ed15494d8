// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"
#include "app/conversation/readiness.h"
#include "app/conversation/storethread.h"
#include "forms/base/clock.h"

#include <QObject>

namespace rapport::app
{

/// "Ready for the fair?": everything the day needs, each in one line, and one light with words.
class ReadinessController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(bool checked READ checked NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(QString headline READ headline NOTIFY changed)       ///< "Ready for the fair", "2 things are missing"
    Q_PROPERTY(QString checkedText READ checkedText NOTIFY changed) ///< "Checked today 08:30"
    Q_PROPERTY(rapport::app::RowModel* facts READ facts CONSTANT)   ///< title, detail, ok

public:
    enum class Camera { Absent, Present };
    ReadinessController(StoreThread& thread, QString dataDir, Camera camera, Clock clock, QObject* parent = nullptr); ///< borrows @p thread

    bool checked() const { return m_checkedAt.isValid(); }
    bool ready() const;
    QString headline() const;
    QString checkedText() const;
    RowModel* facts() { return &m_facts; }

    Q_INVOKABLE void check();

Q_SIGNALS:
    void changed();

private:
    RowModel::Row rowOf(const ReadinessFact& fact) const;
    void show(const std::vector<ReadinessFact>& facts);

    StoreThread& m_thread;
    QString m_dataDir;
    Camera m_camera;
    Clock m_clock;
    QDateTime m_checkedAt;
    RowModel m_facts;
};

} // namespace rapport::app

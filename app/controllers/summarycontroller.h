// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/storethread.h"
#include "sync/device/device.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace rapport::app
{

class DayBoard;

/// The outbox at the end of the day as text that can be handed on (daysummary.h).
class SummaryController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(QString text READ text NOTIFY changed)         ///< empty until it has been made
    Q_PROPERTY(QString doneText READ doneText NOTIFY changed) ///< how copying or saving went; empty before
    Q_PROPERTY(bool done READ isDone NOTIFY changed)          ///< it worked

public:
    struct Parts {
        DayBoard& day;
        StoreThread& reading;
        device::Courier& courier;
        std::function<QString()> device;    ///< what this tablet is called
        std::function<QString()> documents; ///< where files are saved; empty: the person's folder for documents
    };
    explicit SummaryController(Parts parts, QObject* parent = nullptr);

    QString text() const { return m_text; }
    QString doneText() const { return m_doneText; }
    bool isDone() const { return m_done; }

    Q_INVOKABLE void refresh(); ///< as things stand now
    Q_INVOKABLE void copy();
    Q_INVOKABLE void save();

Q_SIGNALS:
    void changed();

private:
    void say(bool done, const QString& sentence);

    Parts m_parts;
    QString m_text, m_doneText;
    bool m_done = false;
};

} // namespace rapport::app

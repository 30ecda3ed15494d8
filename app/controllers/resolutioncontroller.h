// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/conversationparts.h"
#include "app/controllers/rowmodel.h"
#include "app/conversation/mergereport.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace rapport::app
{

/// Who badge numbers are, once the organiser's list says it: resolves what was finished, and tells what the list has done for the conversation on the
/// screen, so that nobody has to guess who wrote what.
class ResolutionController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(QString note READ note NOTIFY changed)   ///< "From the organiser's list, 12:20: 5 fields filled in."; empty: it has done nothing
    Q_PROPERTY(QString badge READ badge NOTIFY changed) ///< the number that she was found by
    Q_PROPERTY(rapport::app::RowModel* lines READ lines CONSTANT) ///< label, value (what stands there), listed (what the list says, where it is
                                                                  ///< another), became ("filled in from the list"), kept (a person's own stays)

public:
    explicit ResolutionController(ConversationParts parts, QObject* parent = nullptr);

    QString note() const;
    QString badge() const;
    RowModel* lines() { return &m_lines; }

    void resolve();                             ///< what is finished, off this thread; resolved() follows where there was something to do
    void follow(const QString& conversationId); ///< null id: none
    void refresh();

Q_SIGNALS:
    void changed();
    void resolved();

private:
    void show();

    ConversationParts m_parts;
    store::ConversationId m_followed;
    std::optional<MergeReport> m_report;
    RowModel m_lines;
    bool m_busy = false, m_again = false;
};

} // namespace rapport::app

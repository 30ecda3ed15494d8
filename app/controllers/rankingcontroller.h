// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"
#include "app/conversation/ranking.h"
#include "app/conversation/storethread.h"
#include "forms/base/clock.h"

#include <QObject>

#include <utility>

namespace rapport::app
{

/// The accounts of this tablet, ranked by their ratings and cut into three bands. For staff only: nothing of it is ever shown to a customer.
class RankingController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    /// organisationId, place, name, detail, total ("7.1"), move (Move), moveText, band (title), bandDetail
    Q_PROPERTY(rapport::app::RowModel* accounts READ accounts CONSTANT)
    Q_PROPERTY(QString heading READ heading NOTIFY changed)   ///< "9 accounts rated · 3 not yet"; empty: none
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed) ///< why there is no list; else empty
    Q_PROPERTY(bool canRate READ canRate NOTIFY changed)      ///< a form that rates accounts is here

public:
    enum class Move { New, Down, Same, Up };
    Q_ENUM(Move)

    RankingController(StoreThread& thread, Clock clock, QObject* parent = nullptr); ///< borrows @p thread

    RowModel* accounts() { return &m_accounts; }
    QString heading() const;
    QString sentence() const;
    bool canRate() const { return !m_ranking.form.isEmpty(); }

    Q_INVOKABLE void refresh();
    void refreshIfRead(); ///< the lists have changed, or the language
    Q_INVOKABLE void open(int row);
    Q_INVOKABLE void rate(); ///< an account that is chosen in the form

Q_SIGNALS:
    void changed();
    void customerRequested(const QString& list, const QString& id);
    void formRequested(const QString& formId, const std::vector<std::pair<QString, QString>>& payload); ///< for the ConversationController

private:
    void show(Ranking ranking);
    RowModel::Row rowOf(const RankedAccount& account) const;

    StoreThread& m_thread;
    Clock m_clock;
    RowModel m_accounts;
    Ranking m_ranking;
    int m_asked = 0; ///< number of the newest reading
    bool m_read = false, m_failed = false;
};

} // namespace rapport::app

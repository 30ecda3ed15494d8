// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/customerrows.h"
#include "app/conversation/storethread.h"
#include "forms/base/clock.h"

#include <QObject>

#include <utility>

namespace rapport::app
{

/// What is to be known before a talk, short enough to be read in the car: what to bring across, to ask and to avoid, what is still open, the last
/// contacts and what lies on the table. From what is on this tablet.
class BriefingController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)       ///< who is met: the person, else the firm
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed) ///< "Strategic purchasing · Frischmarkt Handels AG · Mannheim"
    Q_PROPERTY(QString initials READ initials NOTIFY changed)
    Q_PROPERTY(QString appointment READ appointment NOTIFY changed)               ///< "Appointment today"; empty: none was agreed
    Q_PROPERTY(rapport::app::RowModel* messages READ messages CONSTANT)           ///< text, detail ("m.hansen · 4 Nov"); three at most
    Q_PROPERTY(rapport::app::RowModel* questions READ questions CONSTANT)         ///< the same
    Q_PROPERTY(rapport::app::RowModel* avoid READ avoid CONSTANT)                 ///< the same
    Q_PROPERTY(rapport::app::RowModel* gaps READ gaps CONSTANT)                   ///< the same
    Q_PROPERTY(rapport::app::RowModel* contacts READ contacts CONSTANT)           ///< happeningRoles(): the last three
    Q_PROPERTY(rapport::app::RowModel* offers READ offers CONSTANT)               ///< dealRoles(): two at most
    Q_PROPERTY(rapport::app::RowModel* opportunities READ opportunities CONSTANT) ///< dealRoles(): one at most
    Q_PROPERTY(QString more READ more NOTIFY changed)         ///< "2 more lines, older ones, are left out here."; empty: this is all
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed) ///< why nothing is shown; else empty

public:
    BriefingController(StoreThread& thread, Clock clock, QObject* parent = nullptr); ///< borrows @p thread

    bool isOpen() const { return m_customer.has_value(); }
    QString title() const;
    QString subtitle() const;
    QString initials() const;
    QString appointment() const;
    RowModel* messages() { return &m_messages; }
    RowModel* questions() { return &m_questions; }
    RowModel* avoid() { return &m_avoid; }
    RowModel* gaps() { return &m_gaps; }
    RowModel* contacts() { return &m_contacts; }
    RowModel* offers() { return &m_offers; }
    RowModel* opportunities() { return &m_opportunities; }
    QString more() const;
    QString sentence() const;

    void open(const QString& list, const QString& id);
    Q_INVOKABLE void openContact(int row); ///< of `contacts`: the conversation, where it was held on this tablet; else whom it was with
    Q_INVOKABLE void openCustomer();
    Q_INVOKABLE void startConversation();
    void refresh(); ///< the lists have changed, or the language

Q_SIGNALS:
    void changed();
    void opened();
    void conversationRequested(const std::vector<std::pair<QString, QString>>& payload); ///< keys "list.property"
    void meetingRequested(const QString& conversationId);
    void customerRequested(const QString& list, const QString& id);

private:
    void read();
    void show();
    void showNotes(RowModel& model, const std::vector<BriefingNote>& notes);

    StoreThread& m_thread;
    Clock m_clock;
    QString m_list, m_id;
    int m_asked = 0; ///< number of the newest reading
    int m_more = 0;  ///< lines that are not shown
    bool m_announce = false, m_failed = false;
    std::optional<Customer> m_customer;
    std::vector<Happening> m_last; ///< the rows of `contacts`
    RowModel m_messages, m_questions, m_avoid, m_gaps, m_contacts, m_offers, m_opportunities;
};

} // namespace rapport::app

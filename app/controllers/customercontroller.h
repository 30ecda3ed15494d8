// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"
#include "app/conversation/customer.h"
#include "app/conversation/storethread.h"
#include "forms/base/clock.h"

#include <QObject>

#include <utility>

namespace rapport::app
{

/// One customer at a glance, from what is on this tablet; every foreign figure with its source and time. Used for a page of its own and for the
/// pane beside a conversation.
class CustomerController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)       ///< the firm; the person where she has none
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed) ///< "Mannheim · customer 104711 · key"
    Q_PROPERTY(QString initials READ initials NOTIFY changed)
    Q_PROPERTY(QString person READ person NOTIFY changed) ///< who was asked for; empty: the firm was
    Q_PROPERTY(QString owner READ owner NOTIFY changed)   ///< "Looked after by m.hansen"; may be empty
    Q_PROPERTY(bool hasRevenue READ hasRevenue NOTIFY changed)
    Q_PROPERTY(QString revenueTitle READ revenueTitle NOTIFY changed)   ///< "Revenue 2027 to date"
    Q_PROPERTY(QString revenue READ revenue NOTIFY changed)             ///< "€ 1,284,300"
    Q_PROPERTY(QString revenueBefore READ revenueBefore NOTIFY changed) ///< "2026: € 1,102,750"
    Q_PROPERTY(QString revenueOrigin READ revenueOrigin NOTIFY changed) ///< "ERP · as of 9 Nov 23:00"
    Q_PROPERTY(bool revenueStale READ revenueStale NOTIFY changed)
    /// title, amount, detail ("valid to 30 Nov"), stage, origin, stale (older than 24 h)
    Q_PROPERTY(rapport::app::RowModel* offers READ offers CONSTANT)
    Q_PROPERTY(rapport::app::RowModel* opportunities READ opportunities CONSTANT) ///< the same roles; detail: "next: visit the first shop"
    Q_PROPERTY(rapport::app::RowModel* people READ people CONSTANT)               ///< entityId, name, detail, phone, initials; the first six
    Q_PROPERTY(QString morePeople READ morePeople NOTIFY changed)                 ///< "More people"; empty: all are shown
    Q_PROPERTY(rapport::app::RowModel* meetings READ meetings CONSTANT)           ///< conversationId, moment, title
    /// purpose, answer ("Yes"), answerKind ("given", "refused", "withdrawn"), detail ("10 Nov 09:16 · CT-2027-2 · Deutsch"), withdrawn ("Withdrawn
    /// 12 Nov 10:02"), text (the words that were shown; may be empty), withdrawable (once a purpose)
    Q_PROPERTY(rapport::app::RowModel* consents READ consents CONSTANT)
    Q_PROPERTY(QString consentNote READ consentNote NOTIFY changed) ///< why nothing can be withdrawn here; else empty
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)       ///< why nothing is shown; else empty

public:
    CustomerController(StoreThread& thread, Clock clock, QObject* parent = nullptr); ///< borrows @p thread

    bool isOpen() const { return m_customer.has_value(); }
    QString title() const;
    QString subtitle() const;
    QString initials() const;
    QString person() const;
    QString owner() const;
    bool hasRevenue() const { return m_customer && m_customer->revenue; }
    QString revenueTitle() const;
    QString revenue() const;
    QString revenueBefore() const;
    QString revenueOrigin() const;
    bool revenueStale() const;
    RowModel* offers() { return &m_offers; }
    RowModel* opportunities() { return &m_opportunities; }
    RowModel* people() { return &m_people; }
    RowModel* meetings() { return &m_meetings; }
    RowModel* consents() { return &m_consents; }
    QString consentNote() const;
    QString morePeople() const;
    QString sentence() const { return m_sentence; }

    Q_INVOKABLE void open(const QString& list, const QString& id);
    Q_INVOKABLE void openPerson(int row);
    Q_INVOKABLE void showAllPeople();
    Q_INVOKABLE void openMeeting(int row);
    Q_INVOKABLE void startConversation();              ///< with this person, or with somebody of this firm
    Q_INVOKABLE void startForm(const QString& formId); ///< with this firm and person in it, where it asks for them
    Q_INVOKABLE void withdraw(int row);                ///< of `consents`, for its purpose
    Q_INVOKABLE void close();
    /// Whom the conversation @p beside is with; both ids empty: nobody known. That conversation is none of the earlier ones.
    void follow(const QString& contactId, const QString& organisationId, const QString& beside);
    void refresh(); ///< the lists have changed, or the language

Q_SIGNALS:
    void changed();
    void opened();
    void conversationRequested(const std::vector<std::pair<QString, QString>>& payload); ///< keys "list.property"
    void formRequested(const QString& formId, const std::vector<std::pair<QString, QString>>& payload);
    void withdrawalRequested(const QString& contactId, const QString& purpose);
    void meetingRequested(const QString& conversationId);

private:
    void read();
    void show();
    QString originText(const Origin& origin) const;
    bool isStale(const Origin& origin) const;
    std::vector<RowModel::Row> consentRows() const;
    RowModel::Row dealRow(const OpenDeal& deal, const QString& detail) const;

    StoreThread& m_thread;
    Clock m_clock;
    QString m_list, m_id, m_beside, m_sentence;
    int m_asked = 0; ///< number of the newest reading
    bool m_announce = false, m_allPeople = false;
    std::optional<Customer> m_customer;
    RowModel m_offers, m_opportunities, m_people, m_meetings, m_consents;
};

} // namespace rapport::app

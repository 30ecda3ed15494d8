// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/customerrows.h"
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
    Q_PROPERTY(QString revenueTrend READ revenueTrend NOTIFY changed)   ///< "16.5 % more than by 10 Nov 2026"; empty: nothing to compare with
    Q_PROPERTY(bool revenueGrows READ revenueGrows NOTIFY changed)
    /// current, previous (each [{x, y}], 0 to 1 to the right and upwards), year, yearBefore, months (first, middle and last, in words), level
    /// ("€ 500,000"), height (where that lies; 0: nowhere); empty where there is nothing to draw
    Q_PROPERTY(QVariantMap revenueCourse READ revenueCourse NOTIFY changed)
    Q_PROPERTY(QString revenueOrigin READ revenueOrigin NOTIFY changed) ///< "ERP · as of 9 Nov 23:00"
    Q_PROPERTY(bool revenueStale READ revenueStale NOTIFY changed)
    Q_PROPERTY(QString briefingText READ briefingText NOTIFY changed)             ///< "3 messages, 2 questions"; empty: nothing is noted
    Q_PROPERTY(QString appointmentText READ appointmentText NOTIFY changed)       ///< "Appointment today", "Appointment on 2 Dec"; empty: none
    Q_PROPERTY(rapport::app::RowModel* offers READ offers CONSTANT)               ///< dealRoles()
    Q_PROPERTY(rapport::app::RowModel* opportunities READ opportunities CONSTANT) ///< dealRoles()
    Q_PROPERTY(rapport::app::RowModel* people READ people CONSTANT)               ///< entityId, name, detail, phone, initials; the first six
    Q_PROPERTY(QString morePeople READ morePeople NOTIFY changed)                 ///< "More people"; empty: all are shown
    Q_PROPERTY(rapport::app::RowModel* reach READ reach CONSTANT)                 ///< icon (MDI name), label, value: of `person`
    Q_PROPERTY(QString peopleOrigin READ peopleOrigin NOTIFY changed)
    Q_PROPERTY(rapport::app::RowModel* tickets READ tickets CONSTANT) ///< jobRoles(): open ones; the first four
    Q_PROPERTY(QString ticketsOrigin READ ticketsOrigin NOTIFY changed)
    Q_PROPERTY(rapport::app::RowModel* machines READ machines CONSTANT) ///< machineId, name, detail, state ("1 open ticket"); the first four
    Q_PROPERTY(QString moreMachines READ moreMachines NOTIFY changed)   ///< "More machines"; empty: all are shown
    Q_PROPERTY(QString machinesOrigin READ machinesOrigin NOTIFY changed)
    Q_PROPERTY(rapport::app::RowModel* timeline READ timeline CONSTANT)             ///< happeningRoles(), newest first
    Q_PROPERTY(rapport::app::RowModel* timelineGroups READ timelineGroups CONSTANT) ///< text, chosen; empty where there is one kind only
    Q_PROPERTY(QString older READ older NOTIFY changed)                             ///< "Show older"; empty: all is shown
    Q_PROPERTY(rapport::app::RowModel* meetings READ meetings CONSTANT)             ///< conversationId, moment, title: those of this tablet
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
    QString revenueTrend() const;
    bool revenueGrows() const;
    QVariantMap revenueCourse() const;
    QString revenueOrigin() const;
    bool revenueStale() const;
    QString briefingText() const;
    QString appointmentText() const;
    RowModel* offers() { return &m_offers; }
    RowModel* opportunities() { return &m_opportunities; }
    RowModel* people() { return &m_people; }
    RowModel* reach() { return &m_reach; }
    QString peopleOrigin() const;
    RowModel* tickets() { return &m_tickets; }
    QString ticketsOrigin() const;
    RowModel* machines() { return &m_machines; }
    QString moreMachines() const;
    QString machinesOrigin() const;
    RowModel* timeline() { return &m_timeline; }
    RowModel* timelineGroups() { return &m_groups; }
    QString older() const;
    RowModel* meetings() { return &m_meetings; }
    RowModel* consents() { return &m_consents; }
    QString consentNote() const;
    QString morePeople() const;
    QString sentence() const;

    Q_INVOKABLE void open(const QString& list, const QString& id);
    Q_INVOKABLE void openPerson(int row);
    Q_INVOKABLE void showAllPeople();
    Q_INVOKABLE void openTicket(int row); ///< the machine it is about, where that is known; else the job itself
    Q_INVOKABLE void openMachine(int row);
    Q_INVOKABLE void showAllMachines();
    Q_INVOKABLE void openHappening(int row); ///< of `timeline`, where it leads somewhere
    Q_INVOKABLE void chooseGroup(int row);   ///< of `timelineGroups`
    Q_INVOKABLE void showOlder();
    Q_INVOKABLE void openBriefing();
    Q_INVOKABLE bool back();                           ///< to whom this page was reached from, of the same firm; false: from elsewhere
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
    void machineRequested(const QString& machineId);
    void jobRequested(const QString& jobId);
    void briefingRequested(const QString& list, const QString& id);

private:
    struct Place {
        QString list, id;
    };
    void go(const Place& place);
    void read();
    void show();
    void showPeople(const Customer& customer);
    void showMachines(const Customer& customer, const QDateTime& now);
    void showTimeline(const Customer& customer, const QDateTime& now);
    std::vector<RowModel::Row> consentRows() const;
    static QString groupText(const std::optional<Happening::Group>& group);

    StoreThread& m_thread;
    Clock m_clock;
    QString m_list, m_id, m_beside, m_sentence;
    int m_asked = 0; ///< number of the newest reading
    bool m_announce = false, m_allPeople = false, m_allMachines = false;
    std::vector<Place> m_trail; ///< whom one came from, of the same firm
    std::optional<Customer> m_customer;
    std::optional<Happening::Group> m_group;                ///< what of the timeline is shown; nothing: all
    std::size_t m_happenings = 0;                           ///< how many at most
    std::vector<std::optional<Happening::Group>> m_offered; ///< the rows of `timelineGroups`
    std::vector<Happening> m_shown;                         ///< the rows of `timeline`
    RowModel m_offers, m_opportunities, m_people, m_reach, m_tickets, m_machines, m_timeline, m_groups, m_meetings, m_consents;
};

} // namespace rapport::app

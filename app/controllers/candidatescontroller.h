// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"
#include "app/conversation/acquaintance.h"
#include "app/conversation/candidate.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace rapport::app
{

class StoreThread;

/// Whom somebody who was read or typed may be: up to five of this tablet, one of them beside her, field by field, and what a person says of it. On
/// the scan page that is a toggle until the conversation begins; inside a conversation decided() says it, and it can be said otherwise at any time.
class CandidatesController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(bool offered READ offered NOTIFY changed) ///< there is somebody to be looked at
    Q_PROPERTY(QString note READ note NOTIFY changed)    ///< "This may be Jonas Weber, Frischmarkt (same name · …)."; what was decided
    Q_PROPERTY(QString decisionText READ decisionText NOTIFY changed)       ///< "Same person, add e-mail"; empty: nobody was chosen
    Q_PROPERTY(bool settled READ isSettled NOTIFY changed)                  ///< a person has said so, or an e-mail address or badge number did
    Q_PROPERTY(rapport::app::RowModel* candidates READ candidates CONSTANT) ///< person, label, detail, because, chosen, shown
    Q_PROPERTY(QString readTitle READ readTitle NOTIFY changed)             ///< "On the badge", "On the card", "What was typed"
    Q_PROPERTY(QString knownTitle READ knownTitle NOTIFY changed)           ///< "Jonas Weber in your customers"
    Q_PROPERTY(rapport::app::RowModel* fields READ fields CONSTANT)   ///< label, read, known, differs, takesRead, takesKnown (where it is decided)
    Q_PROPERTY(rapport::app::RowModel* actions READ actions CONSTANT) ///< deed (Action), actionText, chosen

public:
    enum Action { SamePerson, AddOther, ReplaceOther, AddToFirm, KeepApart };
    Q_ENUM(Action)
    enum class From { Badge, Card, Typed };

    /// @p store: for small reads on this thread; @p reading: for looking among everybody while somebody types. Both borrowed.
    explicit CandidatesController(store::Store& store, StoreThread* reading = nullptr, QObject* parent = nullptr);

    bool offered() const { return !m_found.empty(); }
    QString note() const;
    QString decisionText() const { return chosen() ? actionText() : QString(); }
    bool isSettled() const { return m_who.decided || m_who.choice.who != Choice::Who::Apart; }
    bool isDecided() const { return m_who.decided; }
    RowModel* candidates() { return &m_rows; }
    QString readTitle() const;
    QString knownTitle() const;
    RowModel* fields() { return &m_fields; }
    RowModel* actions() { return &m_actions; }

    const Candidate* best() const { return m_found.empty() ? nullptr : &m_found.front(); }
    const Candidate* chosen() const; ///< whom the choice is about; null: nobody
    QString actionText() const;      ///< of what is chosen, else of what is most likely meant of the best one
    const Acquaintance& acquaintance() const { return m_who; }
    Said payload() const; ///< of a conversation that begins now

    void clear();
    void look(const Said& read, const contact::Contact& who, From from); ///< at once; who is surely somebody is chosen by that
    void toggleBest();                                                   ///< the best one is meant as actionText() says; or after all not
    /// What a conversation says of whom it is with: looks again where that is new and nobody has decided. @p mayAsk: not of who was picked from the
    /// lists.
    void follow(const QString& conversationId, const Acquaintance& who, const Said& said, bool mayAsk);
    void speak(); ///< in the language that is spoken now

    Q_INVOKABLE void show(int row);      ///< this candidate stands beside what was read
    Q_INVOKABLE void decide(int action); ///< of the candidate shown; what is chosen already is taken back
    Q_INVOKABLE void open();             ///< the page is shown: whoever fits what was read is looked for again

Q_SIGNALS:
    void changed();
    void decided(const rapport::app::Acquaintance& who);

private:
    struct Shown {
        Candidate candidate;
        OnFile file;
        Others others;
    };
    std::optional<Shown> shownOf(const Candidate& candidate) const;
    Choice choiceOf(const Shown& shown, Action action) const;
    Action likely(const Shown& shown) const;
    QString textOf(const Shown& shown, Action action) const;
    std::vector<Action> actionsOf(const Shown& shown) const;
    void take(std::vector<Candidate> found);
    void ask();
    void showAll();

    store::Store& m_store;
    StoreThread* m_reading;
    From m_from = From::Badge;
    QString m_country, m_conversation;
    Acquaintance m_who;
    contact::Contact m_contact;
    std::vector<Candidate> m_found;
    std::optional<Shown> m_shown;
    RowModel m_rows, m_fields, m_actions;
    quint64 m_asked = 0;
    bool m_asking = false, m_askAgain = false;
};

} // namespace rapport::app

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"
#include "app/conversation/storethread.h"
#include "assets/tray.h"
#include "forms/base/clock.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>

namespace rapport::app
{

/// What is to be shown in a meeting, in its order: of the conversation that is open, else what is prepared for the next one. Each change is on the
/// disk at once and can be undone for 8 s. What is for us alone, over or recalled stays in its place and is left out of what is shown.
class TrayController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(QString title READ title NOTIFY changed)               ///< whose it is
    Q_PROPERTY(rapport::app::RowModel* entries READ entries CONSTANT) ///< TrayWords::roles()
    Q_PROPERTY(QStringList held READ held NOTIFY changed)             ///< ids of the assets in it
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY changed)               ///< "5 pages and films to show · 1 left out"
    Q_PROPERTY(bool canShow READ canShow NOTIFY changed)                  ///< something of it is for customers and can be shown
    Q_PROPERTY(QString preparedText READ preparedText NOTIFY changed)     ///< what was prepared and can be taken into this meeting; empty: nothing
    Q_PROPERTY(rapport::app::RowModel* sequences READ sequences CONSTANT) ///< sequenceId, name, detail ("4 entries")
    Q_PROPERTY(QString said READ said NOTIFY changed)                     ///< what was done just now; empty: nothing, or 8 s ago
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed) ///< a sentence when something could not be kept; else empty

public:
    /// Both are borrowed; what is written and read back at once goes over @p thread.
    TrayController(StoreThread& thread, Clock clock, QObject* parent = nullptr);

    QString title() const;
    RowModel* entries() { return &m_rows; }
    QStringList held() const;
    int count() const { return static_cast<int>(m_seen.entries.size()); }
    QString heading() const;
    bool canShow() const { return m_shown > 0; }
    QString preparedText() const;
    RowModel* sequences() { return &m_sequences; }
    QString said() const { return m_said; }
    bool canUndo() const { return bool(m_undo); }
    QString trouble() const { return m_trouble; }

    /// Whose tray it is: of a conversation; an empty id: none is open.
    void follow(const QString& conversationId, const QString& name);
    void add(const wire::Asset& asset, const QList<int>& pages);                             ///< at its end; no pages: all
    void setPages(const QString& itemId, const wire::Asset& asset, const QList<int>& pages); ///< of an item; of a new one where that is empty
    void refresh();                                                                          ///< also in another language

    Q_INVOKABLE void visit() { refresh(); } ///< as the screen opens
    Q_INVOKABLE void move(int from, int to);
    Q_INVOKABLE void remove(const QString& itemId);
    Q_INVOKABLE void choosePages(const QString& itemId);
    Q_INVOKABLE void takeNewer(const QString& itemId); ///< all its pages: others may stand on the same numbers
    Q_INVOKABLE void takePrepared();
    Q_INVOKABLE void keepAs(const QString& name); ///< to begin with again; in place of a sequence of that name
    Q_INVOKABLE void append(const QString& sequenceId);
    Q_INVOKABLE void drop(const QString& sequenceId);
    Q_INVOKABLE void present(const QString& itemId); ///< from that item on; empty: from the beginning
    Q_INVOKABLE void undo();
    Q_INVOKABLE void dismiss(); ///< what is said

Q_SIGNALS:
    void changed();
    void pagesWanted(const QString& itemId, const rapport::wire::Asset& asset, const QList<int>& pages); ///< for the PagesController
    void showRequested(const std::vector<rapport::assets::Sheet>& sheets, int page);                     ///< for the PresenterController

private:
    using Items = std::vector<store::TrayItem>;
    using Undo = std::function<Status(store::Store&)>;
    struct Seen {
        std::vector<assets::TrayEntry> entries;
        std::vector<store::Sequence> sequences;
        int prepared = 0; ///< items for the next meeting, while a conversation is open
    };
    struct Done {
        Seen seen;
        Undo undo;
    };
    using Owner = std::optional<store::ConversationId>;
    static Result<Seen> look(store::Store& store, const Owner& of, const QDate& today);
    static Result<Undo> change(store::Store& store, const Owner& of, const std::function<void(Items&)>& how);
    void act(std::function<Result<Undo>(store::Store&)> action, const QString& said);
    void see(const Result<Seen>& seen);
    void say(const Status& status);
    const assets::TrayEntry* find(const QString& itemId) const;

    StoreThread& m_thread;
    Clock m_clock;
    Owner m_of;
    QString m_name;
    Seen m_seen;
    int m_shown = 0, m_asked = 0;
    RowModel m_rows, m_sequences;
    QTimer m_fade;
    Undo m_undo;
    QString m_said, m_trouble;
};

} // namespace rapport::app

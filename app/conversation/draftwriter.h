// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/storethread.h"

#include <QObject>

#include <functional>
#include <optional>

namespace rapport::app
{

/// Keeps one draft on disk while it is being answered. Writes follow one another; while one is under way only the newest state waits, for it holds
/// everything that the older ones held. What could not be written is kept and tried again with the next save() or flush().
class DraftWriter : public QObject
{
    Q_OBJECT

public:
    struct File {
        QString name, mediaType;
        QByteArray content;
        QByteArray thumbnail; ///< of a picture, where one was made
    };

    explicit DraftWriter(StoreThread& thread, QObject* parent = nullptr); ///< borrows @p thread
    ~DraftWriter() override;                                              ///< what still waits is written by the thread

    void save(store::Conversation conversation, QByteArray instance);
    void addFile(File file); ///< written before the answers that name it, with the next save()

    using Then = std::function<void(Status)>;
    /// Calls @p then once everything handed over so far is on disk, or with what kept it from being so.
    void flush(Then then);
    bool idle() const { return !m_busy && !m_next; }
    void forget(); ///< nothing more is written; a write under way ends by itself

Q_SIGNALS:
    void saved();
    void failed(const rapport::Error& error);

private:
    struct Draft {
        store::Conversation conversation;
        QByteArray instance;
    };

    void write();
    void settle(const Status& status);

    StoreThread& m_thread;
    std::optional<Draft> m_next;
    std::vector<File> m_files;
    std::vector<Then> m_waiting;
    bool m_busy = false;
    quint64 m_life = 0; ///< grows with forget(): an answer to an older one is not ours
};

} // namespace rapport::app

// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/draftwriter.h"

#include "app/conversation/whendone.h"

namespace rapport::app
{

namespace
{

Status writeDraft(store::Store& store, const store::Conversation& conversation, const QByteArray& instance,
                  const std::vector<DraftWriter::File>& files)
{
    // Files come first, so that no answer names one that is not there; but they hang on the draft's row.
    if (!files.empty() && !store.conversation(conversation.id)) {
        if (auto saved = store.saveDraft(conversation, instance); !saved)
            return saved;
    }
    for (const DraftWriter::File& file : files) {
        if (auto added = store.addAttachment(conversation.id, file.name, file.mediaType, file.content); !added)
            return added;
        if (!file.thumbnail.isEmpty()) {
            if (auto kept = store.keepThumbnail(conversation.id, file.name, file.thumbnail); !kept)
                return kept;
        }
    }
    return store.saveDraft(conversation, instance);
}

} // namespace

DraftWriter::DraftWriter(StoreThread& thread, QObject* parent) : QObject(parent), m_thread(thread) {}

DraftWriter::~DraftWriter()
{
    if (m_next) // nobody is left to hear how it ends; the thread finishes it before it goes
        (void)m_thread.run(
            [draft = *m_next, files = m_files](store::Store& store) { return writeDraft(store, draft.conversation, draft.instance, files); });
}

void DraftWriter::save(store::Conversation conversation, QByteArray instance)
{
    m_next = Draft{std::move(conversation), std::move(instance)};
    write();
}

void DraftWriter::addFile(File file)
{
    std::erase_if(m_files, [&](const File& older) { return older.name == file.name; });
    m_files.push_back(std::move(file));
}

void DraftWriter::flush(Then then)
{
    if (idle()) {
        then(ok());
        return;
    }
    m_waiting.push_back(std::move(then));
    write();
}

void DraftWriter::forget()
{
    ++m_life;
    m_busy = false;
    m_next.reset();
    m_files.clear();
    m_waiting.clear();
}

void DraftWriter::write()
{
    if (m_busy || !m_next)
        return;
    m_busy = true;
    const Draft draft = *std::exchange(m_next, std::nullopt);
    const std::vector<File> files = std::exchange(m_files, {});
    auto written = m_thread.run([draft, files](store::Store& store) { return writeDraft(store, draft.conversation, draft.instance, files); });
    whenDone(written, this, [this, draft, files, life = m_life](const Status& status) {
        if (life != m_life)
            return;
        m_busy = false;
        if (!status) { // keep it, unless something newer has come meanwhile
            if (!m_next)
                m_next = draft;
            for (const File& file : files) {
                const bool newer = std::any_of(m_files.begin(), m_files.end(), [&](const File& other) { return other.name == file.name; });
                if (!newer)
                    m_files.push_back(file);
            }
        }
        settle(status);
    });
}

void DraftWriter::settle(const Status& status)
{
    if (status && m_next) {
        write();
        return;
    }
    if (status)
        Q_EMIT saved();
    else
        Q_EMIT failed(status.error());
    for (const Then& then : std::exchange(m_waiting, {})) // last: one of them may begin another draft
        then(status);
}

} // namespace rapport::app

// SPDX-License-Identifier: Apache-2.0
// Files after answers: when nothing else is due, the smallest first over all conversations, a piece at a time. After each piece whatever has become
// due goes before the next one. What waits for another network (link.h) is left out.
#include "sync/device/backoff.h"
#include "sync/device/courier_private.h"
#include "sync/store/attachmentfile.h"

#include <QElapsedTimer>
#include <QLoggingCategory>

namespace rapport::device
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.sync")

using namespace std::chrono_literals;

constexpr auto turn = 10s; ///< for files, before receipts and the rest are asked for
/// A piece is what goes through in a second or two: a cut costs at most that much, new answers wait no longer, and nothing lies in memory.
constexpr qint64 smallestPiece = 16 * 1024, largestPiece = 1024 * 1024;
constexpr int patience = 3; ///< answers in a row with which a file does not get on

qint64 nextPiece(qint64 bytes, std::chrono::milliseconds took)
{
    if (took < 1s)
        return std::min(bytes * 2, largestPiece);
    return took > 3s ? std::max(bytes / 2, smallestPiece) : bytes;
}

} // namespace

std::vector<CourierWorker::WaitingFile> CourierWorker::waitingFiles()
{
    std::vector<WaitingFile> all;
    const auto outbox = m_store->outbox();
    const LinkRules rules = linkRules(*m_store).value_or(LinkRules());
    for (const store::OutboxItem& item : outbox.value_or(std::vector<store::OutboxItem>{})) {
        const bool due = item.state == store::OutboxItem::State::Waiting && isDue(item, m_clock());
        const auto files = m_store->attachments(item.conversation);
        if (!due || !m_filesFollow.contains(item.instanceId) || !files)
            continue;
        for (const store::StoredAttachment& file : *files) {
            if (!m_uploaded.contains(file.sha256) && passageOf(item, file, rules) == Passage::Goes)
                all.push_back({item, file});
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const WaitingFile& one, const WaitingFile& other) { return one.file.size < other.file.size; });
    return all;
}

void CourierWorker::sendFiles()
{
    QElapsedTimer clock;
    clock.start();
    const auto othersWait = [&] { return m_again || m_interrupted || std::chrono::milliseconds(clock.elapsed()) > turn; };
    // At least a piece each turn: who is woken more often than the hub takes to say how far it is would never get on.
    const auto leave = [&, before = m_pieces] { return m_interrupted || m_exchange->isStopping() || (m_pieces > before && othersWait()); };
    const std::vector<WaitingFile> files = waitingFiles();
    std::set<QString> stuck; // conversations
    for (std::size_t i = 0; i < files.size() && !leave(); ++i) {
        const WaitingFile& waiting = files[i];
        if (m_uploaded.contains(waiting.file.sha256) || stuck.contains(waiting.item.instanceId))
            continue;
        publish([&](Courier::State& state) {
            state.sending = static_cast<int>(i + 1);
            state.sendingOf = static_cast<int>(files.size());
        });
        const Outcome outcome = sendFile(waiting, leave);
        if (m_exchange->isStopping())
            break;
        if (outcome.kind != Outcome::Kind::Unreadable)
            heard(outcome);
        if (outcome.kind == Outcome::Kind::Done) {
            if (outcome.offset == waiting.file.size) {
                m_uploaded.insert(waiting.file.sha256);
                confirmWhole();
            }
            continue;
        }
        qCInfo(log) << "a file of conversation" << waiting.item.instanceId << "waits:" << outcome.word();
        stuck.insert(waiting.item.instanceId);
        Outcome noted = outcome;
        if (outcome.kind == Outcome::Kind::Refused) { // it knows nothing of the record: restored, perhaps. The record goes first again.
            forgetAnswers({waiting.item.instanceId});
            noted.kind = Outcome::Kind::Server;
        }
        noteFailure(waiting.item, noted);
        Q_EMIT conversationsChanged();
        if (outcome.kind == Outcome::Kind::Offline || outcome.kind == Outcome::Kind::NotTheHub || outcome.kind == Outcome::Kind::Denied)
            break;
    }
    publish([](Courier::State& state) { state.sending = state.sendingOf = 0; });
    m_filesDue = othersWait() || m_exchange->isStopping();
}

/// The hub's word counts, not our memory: once all files of a record are there by what we know, the record asks whether any is missing.
void CourierWorker::confirmWhole()
{
    const auto outbox = m_store->outbox();
    for (const store::OutboxItem& item : outbox.value_or(std::vector<store::OutboxItem>{})) {
        const auto files = m_store->attachments(item.conversation);
        const bool whole = m_filesFollow.contains(item.instanceId) && files &&
                           std::all_of(files->begin(), files->end(), [&](const auto& file) { return m_uploaded.contains(file.sha256); });
        if (!whole)
            continue;
        m_filesFollow.erase(item.instanceId);
        m_confirming.insert(item.instanceId);
        for (const store::StoredAttachment& file : *files)
            m_uploaded.erase(file.sha256);
        m_again = true;
    }
}

Outcome CourierWorker::sendFile(const WaitingFile& waiting, const std::function<bool()>& leave)
{
    const auto content = store::openAttachment(*m_store, waiting.item.conversation, waiting.file.name);
    if (!content)
        return {Outcome::Kind::Unreadable, {}, {}};
    return sendPieces({QStringLiteral("/v1/uploads/") + waiting.file.sha256, waiting.file.size}, **content, leave);
}

/// From where the hub has it, and from there again after each cut, as long as it gets on. Done before its end: @p leave.
Outcome CourierWorker::sendPieces(const Upload& upload, QIODevice& content, const std::function<bool()>& leave)
{
    const auto asked = [&](const std::function<Outcome()>& ask) {
        Outcome outcome = ask();
        return renewed(outcome) ? ask() : outcome;
    };
    const auto state = [&] { return asked([&] { return m_exchange->uploadState(upload.path); }); };
    Outcome outcome = state();
    qint64 furthest = -1;
    for (int left = patience; left > 0 && outcome.kind == Outcome::Kind::Done; --left) {
        const qint64 offset = *outcome.offset;
        if (offset > furthest)
            left = patience;
        furthest = std::max(furthest, offset);
        upload.progress(offset);
        if (offset >= upload.size || leave())
            return outcome;
        const qint64 length = std::min(m_pieceBytes, upload.size - offset);
        const QByteArray bytes = content.seek(offset) ? content.read(length) : QByteArray();
        if (bytes.size() != length)
            return {Outcome::Kind::Unreadable, {}, {}};
        QElapsedTimer clock;
        clock.start();
        outcome = asked([&] { return m_exchange->uploadPiece(upload.path, offset, upload.size, bytes); });
        ++m_pieces;
        if (outcome.kind == Outcome::Kind::Done) {
            m_pieceBytes = nextPiece(m_pieceBytes, std::chrono::milliseconds(clock.elapsed()));
        } else if (outcome.kind == Outcome::Kind::Refused && outcome.offset) {
            outcome.kind = Outcome::Kind::Done; // it says where to go on
        } else if (outcome.kind == Outcome::Kind::Offline && !m_exchange->isStopping()) {
            // Small again: what was on its way may still come in at the hub after it was asked, and then the next piece belongs elsewhere.
            m_pieceBytes = std::clamp(m_pieceBytes / 2, smallestPiece, 4 * smallestPiece);
            outcome = state();
        }
    }
    if (outcome.kind == Outcome::Kind::Done)
        outcome.kind = Outcome::Kind::Server; // it does not get on
    return outcome;
}

} // namespace rapport::device

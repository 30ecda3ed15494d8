// SPDX-License-Identifier: Apache-2.0
#include "sync/device/rescue.h"

#include "sync/db/filebox.h"
#include "sync/store/attachmentfile.h"
#include "sync/store/rescue.h"
#include "sync/wire/rescuefile.h"

#include <QFile>
#include <QFileInfo>

#include <sodium.h>

#include <cerrno>

namespace rapport::device
{

namespace
{

constexpr qint64 piece = 1024 * 1024;

/// One record as it goes into the file.
struct Leaving {
    store::ConversationId conversation;
    wire::RescuedRecord record;
};

wire::HandedFile describedAs(const store::StoredAttachment& file)
{
    return {file.name, file.mediaType.isEmpty() ? QStringLiteral("application/octet-stream") : file.mediaType, file.sha256, file.size};
}

/// Hands on what is in @p file; Corrupt where it ends before it should.
Status passOn(QIODevice& file, const std::function<Status(QByteArrayView)>& take)
{
    QByteArray bytes(piece, Qt::Uninitialized);
    qint64 read = 0;
    for (qint64 count = 0; (count = file.read(bytes.data(), bytes.size())) > 0; read += count) {
        if (auto taken = take(QByteArrayView(bytes.constData(), count)); !taken)
            return taken;
    }
    return read == file.size() ? ok() : Status(Error{Error::Kind::Corrupt, QStringLiteral("a file of a conversation is torn")});
}

/// To its end: without a part of it the record would count as delivered once the hub has it.
bool isReadable(store::Store& store, const Leaving& leaving)
{
    return std::all_of(leaving.record.files.begin(), leaving.record.files.end(), [&](const wire::HandedFile& file) {
        const auto content = store::openAttachment(store, leaving.conversation, file.name);
        return content && passOn(**content, [](QByteArrayView) { return ok(); });
    });
}

Result<Leaving> leavingOf(store::Store& store, const store::OutboxItem& item)
{
    const auto files = store.attachments(item.conversation);
    auto xml = store.instance(item.conversation);
    if (!files || !xml)
        return files ? xml.error() : files.error();
    Leaving leaving{item.conversation, {item.instanceId, std::move(*xml), {}}};
    for (const store::StoredAttachment& file : *files)
        leaving.record.files.push_back(describedAs(file));
    return leaving;
}

QByteArray signatureOf(const QByteArray& text, const QByteArray& secretKey)
{
    QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, reinterpret_cast<const unsigned char*>(text.constData()),
                         static_cast<unsigned long long>(text.size()), reinterpret_cast<const unsigned char*>(secretKey.constData()));
    return signature;
}

/// The records one after another: nothing but their ids, and one of them, is in memory.
class Writing
{
public:
    Writing(store::Store& from, const Membership& by, const QDateTime& at, RescueExport& result) : store(from), member(by), now(at), outcome(result)
    {
    }

    Status into(QFile& file)
    {
        const auto items = store::beginRescue(store); // there is a file to write to
        if (!items)
            return items.error();
        std::vector<store::OutboxItem> leaving;
        for (const store::OutboxItem& item : *items) {
            const auto one = leavingOf(store, item);
            if (one && isReadable(store, *one))
                leaving.push_back(item);
            else
                outcome.unreadable.append(item.instanceId);
        }
        if (leaving.empty())
            return Error{outcome.unreadable.isEmpty() ? Error::Kind::NotFound : Error::Kind::Corrupt, QStringLiteral("nothing is left to export")};
        outcome.conversations = static_cast<int>(leaving.size());
        auto sealer = wire::RescueSealer::begin(member.hubKey, [&](QByteArrayView bytes) {
            errno = 0;
            return file.write(bytes.data(), bytes.size()) == bytes.size() ? ok() : Status(written(file));
        });
        if (!sealer)
            return sealer.error();
        wire::RescueHead head{member.deviceId, now, outcome.conversations, {}};
        head.signature = signatureOf(wire::signedText((*sealer)->header(), head), member.secretKey);
        if (auto begun = (*sealer)->write(wire::messageOf(head)); !begun)
            return begun;
        for (const store::OutboxItem& item : leaving) {
            if (auto done = writeOne(item, **sealer); !done)
                return done;
        }
        return (*sealer)->end();
    }

private:
    static Error written(const QFile& file)
    {
        const bool full = file.error() == QFileDevice::ResourceError || errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
        return {full ? Error::Kind::Full : Error::Kind::Denied, QStringLiteral("the rescue file cannot be written")};
    }

    Status writeOne(const store::OutboxItem& item, wire::RescueSealer& sealer)
    {
        const auto one = leavingOf(store, item);
        if (!one)
            return Error{Error::Kind::Corrupt, one.error().detail};
        if (auto begun = sealer.write(wire::messageOf(one->record)); !begun)
            return begun;
        for (const wire::HandedFile& file : one->record.files) {
            const auto content = store::openAttachment(store, item.conversation, file.name);
            if (!content)
                return Error{Error::Kind::Corrupt, content.error().detail};
            if (auto passed = passOn(**content, [&](QByteArrayView bytes) { return sealer.write(bytes); }); !passed)
                return passed;
        }
        return ok();
    }

    store::Store& store;
    const Membership& member;
    const QDateTime now;
    RescueExport& outcome;
};

QString reasonOf(const Error& error)
{
    switch (error.kind) {
    case Error::Kind::NotFound:
        return QStringLiteral("nothing");
    case Error::Kind::Full:
        return QStringLiteral("full");
    case Error::Kind::Denied:
        return QStringLiteral("folder");
    default:
        return QStringLiteral("storage");
    }
}

} // namespace

Result<RescueContents> rescueContents(store::Store& store)
{
    const auto items = store.outbox();
    const auto drafts = store.drafts();
    if (!items || !drafts)
        return items ? drafts.error() : items.error();
    RescueContents contents;
    contents.conversations = static_cast<int>(items->size());
    contents.drafts = static_cast<int>(drafts->size());
    for (const store::OutboxItem& item : *items) {
        const auto one = leavingOf(store, item);
        if (!one)
            return one.error();
        contents.bytes += one->record.xml.size();
        contents.files += static_cast<int>(one->record.files.size());
        for (const wire::HandedFile& file : one->record.files)
            contents.bytes += file.size;
    }
    return contents;
}

RescueExport exportRescue(store::Store& store, const QString& path, const QDateTime& now)
{
    RescueExport outcome;
    outcome.path = path;
    const auto member = membership(store);
    const auto waiting = store.outbox();
    if (!member || !waiting) {
        outcome.reason = QStringLiteral("storage");
        return outcome;
    }
    if (!*member || (*member)->secretKey.size() != static_cast<qsizetype>(crypto_sign_SECRETKEYBYTES)) {
        outcome.reason = QStringLiteral("not-enrolled");
        return outcome;
    }
    if (waiting->empty()) {
        outcome.reason = QStringLiteral("nothing");
        return outcome;
    }
    const auto written = db::writeDurably(path, [&](QFile& file) { return Writing(store, **member, now, outcome).into(file); });
    if (!written)
        outcome.reason = reasonOf(written.error());
    else
        outcome.bytes = QFileInfo(path).size();
    return outcome;
}

} // namespace rapport::device

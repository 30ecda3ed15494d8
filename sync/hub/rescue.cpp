// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/rescue.h"

#include "sync/wire/rescuefile.h"

#include <QCryptographicHash>
#include <QLoggingCategory>
#include <QTemporaryFile>

#include <sodium.h>
#include <unistd.h>

namespace rapport::hub
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.hub")

/// What went wrong here is nothing that the file could help.
Error ours(const Error& error)
{
    return {error.kind == Error::Kind::Full ? error.kind : Error::Kind::Internal, error.detail};
}

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

/// NotFound where no device of this hub has signed it.
Result<DeviceRecord> makerOf(const Devices& devices, const QByteArray& envelope, const wire::RescueHead& head)
{
    const auto found = devices.find(head.deviceId);
    if (!found)
        return ours(found.error());
    const QByteArray text = wire::signedText(envelope, head);
    const bool signedByIt =
        *found && (*found)->publicKey.size() == static_cast<qsizetype>(crypto_sign_PUBLICKEYBYTES) &&
        crypto_sign_verify_detached(raw(head.signature), raw(text), static_cast<unsigned long long>(text.size()), raw((*found)->publicKey)) == 0;
    return signedByIt ? Result<DeviceRecord>(**found) : Error{Error::Kind::NotFound, QStringLiteral("no device of this hub has made the file")};
}

/// On the disk before a row names it.
Status keepFile(wire::RescueReader& reader, const wire::HandedFile& file, const RescueDesk& desk)
{
    QTemporaryFile aside(desk.temporaryDir + QStringLiteral("/.incoming-XXXXXX"));
    if (!aside.open())
        return Error{Error::Kind::Full, QStringLiteral("a file could not be kept")};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto read = reader.file(file, [&](QByteArrayView bytes) -> Status {
        hash.addData(bytes);
        return aside.write(bytes.data(), bytes.size()) == bytes.size() ? ok()
                                                                       : Status(Error{Error::Kind::Full, QStringLiteral("a file could not be kept")});
    });
    if (!read)
        return read;
    if (QString::fromLatin1(hash.result().toHex()) != file.sha256)
        return Error{Error::Kind::Corrupt, QStringLiteral("a file of the rescue is not what it should be")};
    if (!aside.flush() || ::fsync(aside.handle()) != 0)
        return Error{Error::Kind::Full, QStringLiteral("a file could not be kept")};
    const auto kept = desk.blobs.keep(aside.fileName(), file.sha256);
    return kept ? kept : Status(ours(kept.error()));
}

/// Why this record will not be taken as it is; empty: it is here.
Result<QString> takeRecord(const wire::RescuedRecord& record, const QString& deviceId, const RescueDesk& desk, wire::RescueReport& report)
{
    const Repositories& known = desk.known;
    const RecordSources sources{[&](const QString& id, const QString& version) { return publishedForm(known.forms(), id, version); },
                                [&](const QString& id) { return firstRecord(known.submissions(), id); }};
    auto incoming = incomingOf(record.xml, deviceId, sources);
    if (!incoming && incoming.error().kind == Error::Kind::NotFound)
        return QStringLiteral("form");
    if (!incoming && incoming.error().kind != Error::Kind::Invalid)
        return ours(incoming.error());
    if (!incoming || incoming->head.instanceId != record.instanceId)
        return QStringLiteral("unreadable");
    for (const wire::HandedFile& file : record.files)
        incoming->files.push_back({file.name, file.sha256, file.size});
    const auto accepted = accept(*incoming, desk.accepting);
    if (!accepted)
        return ours(accepted.error());
    if (accepted->how == Acceptance::OtherContent)
        return QStringLiteral("other");
    ++(accepted->how == Acceptance::Created ? report.fresh : report.known);
    return QString();
}

} // namespace

Result<wire::RescueReport> takeIn(QIODevice& file, const RescueDesk& desk)
{
    if (const auto whole = wire::readEnvelope(file); !whole) // before anything of it is taken in
        return whole.error();
    const auto keys = hubKeys(desk.known.settings(), desk.secrets);
    if (!keys)
        return Error{keys.error().kind == Error::Kind::NotFound ? Error::Kind::Denied : Error::Kind::Internal, keys.error().detail};
    if (!file.seek(0))
        return Error{Error::Kind::Internal, QStringLiteral("the rescue file cannot be read twice")};
    const auto opener = wire::RescueOpener::begin(file, keys->open, keys->secret);
    if (!opener)
        return opener.error();
    wire::RescueReader reader([&] { return (*opener)->next(); });
    const auto head = reader.head();
    if (!head)
        return head.error();
    const auto maker = makerOf(desk.known.devices(), (*opener)->header(), *head);
    if (!maker)
        return maker.error();

    wire::RescueReport report;
    report.device = maker->name;
    for (;;) {
        if (desk.isStopping())
            return Error{Error::Kind::Internal, QStringLiteral("the hub is stopping")};
        const auto record = reader.record();
        if (!record)
            return record.error();
        if (!*record)
            break;
        for (const wire::HandedFile& one : (*record)->files) {
            if (auto kept = keepFile(reader, one, desk); !kept)
                return kept.error();
        }
        const auto refused = takeRecord(**record, head->deviceId, desk, report);
        if (!refused)
            return refused.error();
        ++report.conversations;
        if (!refused->isEmpty())
            report.refused.push_back({(*record)->instanceId, *refused});
        qCInfo(log) << "submission" << (*record)->instanceId << "from a rescue file:" << (refused->isEmpty() ? QStringLiteral("is here") : *refused);
    }
    return report.conversations == head->conversations
               ? Result<wire::RescueReport>(report)
               : Error{Error::Kind::Corrupt, QStringLiteral("the rescue file holds fewer records than it says")};
}

} // namespace rapport::hub

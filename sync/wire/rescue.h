// SPDX-License-Identifier: Apache-2.0
// What a device could not deliver, as it goes to the hub in a file (rescuefile.h) that anybody may carry.
#pragma once

#include "forms/base/result.h"
#include "sync/wire/handover.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace rapport::wire
{

/// The content of the envelope: a head, then the records in the order in which they were finished. Head and records begin with a message, its length
/// in 4 bytes (little-endian, at most 1 MiB) and JSON:
///
///     {"device_id", "made_at", "conversations", "signature"}
///     {"instance_id", "record": bytes, "files": [{"name", "media_type", "sha256", "size"}]}
///
/// and behind the message of a record its XML, as it would have gone to /submission, and its files.
struct RescueHead {
    QString deviceId;
    QDateTime madeAt;
    int conversations = 0;
    QByteArray signature; ///< of signedText(), by the key that the device showed when it was enrolled
};
/// @p envelope: RescueSealer::header(). It holds the sealed key of this one stream: nobody but the device can have made a file with it.
QByteArray signedText(const QByteArray& envelope, const RescueHead& head);

struct RescuedRecord {
    QString instanceId;
    QByteArray xml; ///< at most 16 MiB
    std::vector<HandedFile> files;
};

/// What stands before a record or the whole; its files follow as they are.
QByteArray messageOf(const RescueHead& head);
QByteArray messageOf(const RescuedRecord& record); ///< with the XML

/// Reads the content piece by piece. Corrupt wherever it is not as above; never more in memory than one record.
class RescueReader
{
public:
    using Next = std::function<Result<QByteArray>()>; ///< some bytes, none at the end
    explicit RescueReader(Next next) : m_next(std::move(next)) {}

    Result<RescueHead> head(); ///< first
    /// Nothing: that was all. The files of the one before must have been read.
    Result<std::optional<RescuedRecord>> record();
    Status file(const HandedFile& file, const std::function<Status(QByteArrayView)>& take); ///< each one of the record, in order

private:
    Result<bool> fill(qint64 size); ///< false: it ends before
    Result<QByteArray> take(qint64 size);
    Result<QByteArray> message();

    Next m_next;
    QByteArray m_held;
};

/// What became of a rescue file at the hub: {"device", "conversations", "new", "known", "refused": [{"instance_id", "reason"}]}.
struct RescueReport {
    QString device; ///< the name of the one that could not deliver
    int conversations = 0;
    int fresh = 0; ///< came in with this file
    int known = 0; ///< were here already
    struct Refused {
        QString instanceId, reason; ///< "form": it is not published here; "other": there is another record of that id; "unreadable"
        friend bool operator==(const Refused&, const Refused&) = default;
    };
    std::vector<Refused> refused;
    friend bool operator==(const RescueReport&, const RescueReport&) = default;
};
QByteArray toJson(const RescueReport& report);
Result<RescueReport> parseRescueReport(const QByteArray& json);

/// Words of refusals of `POST /v1/rescue`.
namespace rescue
{
inline const QString working = QStringLiteral("working");              ///< 200 {"state"}: ask again
inline const QString notHere = QStringLiteral("not-here");             ///< 404: it has not come whole
inline const QString torn = QStringLiteral("torn");                    ///< 422
inline const QString notRescue = QStringLiteral("not-a-rescue-file");  ///< 422
inline const QString newer = QStringLiteral("newer");                  ///< 422
inline const QString otherHub = QStringLiteral("other-hub");           ///< 422: sealed for another one
inline const QString unknownDevice = QStringLiteral("unknown-device"); ///< 422: this hub does not know it, or it did not sign the file
} // namespace rescue
/// The word for an error of reading a rescue file; empty where it is none of the file's.
QString rescueWord(const Error& error);

} // namespace rapport::wire

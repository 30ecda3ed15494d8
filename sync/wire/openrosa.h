// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace rapport::wire
{

inline const QByteArray openRosaVersionHeader = QByteArrayLiteral("X-OpenRosa-Version");
inline const QByteArray openRosaVersion = QByteArrayLiteral("1.0");
/// In answers about submissions: how many bytes a POST should have at most; a client splits what is larger into several with the same record.
inline const QByteArray acceptLengthHeader = QByteArrayLiteral("X-OpenRosa-Accept-Content-Length");
inline const QByteArray filesHeader = QByteArrayLiteral("X-Rapport-Files");
/// In the answer to a submission that has announced files: how many of them the hub still waits for. A hub that does not say it has not heard of
/// them.
inline const QByteArray missingHeader = QByteArrayLiteral("X-Rapport-Missing");
/// Of /v1/uploads/{sha256}, as in tus 1.0: how much of a file is there, and how long it is.
inline const QByteArray uploadOffsetHeader = QByteArrayLiteral("Upload-Offset"), uploadLengthHeader = QByteArrayLiteral("Upload-Length");
inline const QByteArray uploadContentType = QByteArrayLiteral("application/offset+octet-stream");
constexpr int uploadMismatch = 460; ///< what came is not the file of that hash: it was put away, begin again (the checksum extension of tus)

/// One line of a formList (OpenRosa Form Discovery).
struct ListedForm {
    QString id, name, version, hash; ///< hash: "md5:…" of the form's bytes
    QString downloadUrl, manifestUrl;
};
QByteArray formListXml(const std::vector<ListedForm>& forms);
/// At most 10,000 forms; anything else than a formList is Invalid.
Result<std::vector<ListedForm>> parseFormList(const QByteArray& xml);

/// An entity list that a form reads, as its manifest names it; and whether an entity that a client misses in it was deleted.
struct ListedList {
    QString fileName, hash, downloadUrl, integrityUrl;
};
/// Another file that a form shows, plays or reads.
struct ListedFile {
    QString fileName, hash, downloadUrl; ///< hash: "md5:…" of its bytes
};
QByteArray manifestXml(const std::vector<ListedFile>& files, const std::vector<ListedList>& lists);
/// The files of a manifest, without its entity lists. At most 1000; anything else than a manifest, or a name that leads elsewhere, is Invalid.
Result<std::vector<ListedFile>> parseManifest(const QByteArray& xml);
struct EntityFate {
    QString id;
    bool deleted = false;
};
QByteArray integrityXml(const std::vector<EntityFate>& fates);

/// <OpenRosaResponse><message nature="…">…</message></OpenRosaResponse>
QByteArray responseXml(const QString& message);
/// The message, or Invalid where the body is none: a captive portal, a proxy's page.
Result<QString> parseResponse(const QByteArray& xml);

/// One file of a submission: "X-Rapport-Files: name=sha256;size, …" tells the hub what is still to come.
struct FileClaim {
    QString name;
    QByteArray sha256; ///< hex
    qint64 size = 0;
    friend bool operator==(const FileClaim&, const FileClaim&) = default;
};
QByteArray filesHeaderValue(const std::vector<FileClaim>& files);
Result<std::vector<FileClaim>> parseFilesHeader(const QByteArray& value);
/// A count of bytes or files in a header: digits and nothing else, below 2^53. Nothing: it is none.
std::optional<qint64> parseCount(const QByteArray& value);

/// Root of a submission: what the hub files it under. Invalid where the record cannot be read or has no instanceID.
struct SubmissionHead {
    QString formId, version, instanceId, instanceName, deprecatedId;
    /// Of the OpenRosa metadata, else of the elements that XLSForm calls username, deviceid and end; empty where neither stands.
    QString userId, deviceId, finishedAt;
    /// The first of the records that this one corrects, one after another; itself where it corrects none. As far as the record says: whoever knows
    /// more of them puts it right.
    QString firstId;
};
Result<SubmissionHead> parseSubmissionHead(const QByteArray& xml);

} // namespace rapport::wire

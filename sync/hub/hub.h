// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/clock.h"
#include "forms/base/result.h"
#include "sync/connectors/connector.h"
#include "sync/hub/connectionlimits.h"
#include "sync/hub/uploadlimits.h"
#include "sync/wire/receipt.h"
#include "sync/wire/rescue.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace rapport::hub
{

struct HubConfig {
    QString dataDir;
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 8440;                   ///< 0: any free one
    QString publicUrl;                     ///< where devices reach it, for invitations; empty: http://address:port
    std::optional<QByteArray> databaseKey; ///< 32 bytes: SQLCipher (embedded); absent: plain, the disk is encrypted
    Clock clock = systemClock();
    std::chrono::hours tokenLife{30 * 24};        ///< of an enrolled device; it renews by itself
    std::chrono::seconds pullInterval{300};       ///< between two rounds of a connector's list
    std::chrono::milliseconds stopPatience{5000}; ///< for a connector's request under way; then its outcome is unknown
    UploadLimits uploads{};                       ///< what a device may leave unfinished
    ConnectionLimits connections{};               ///< what the hub bears with at a time
    /// What makes a connector of its configuration.
    std::function<Result<std::unique_ptr<connectors::Connector>>(const QJsonObject&, const QString&)> connectorFactory = connectors::makeConnector;
};

/// The hub's data and its administration; every call is one transaction. Works beside a serving hub, which notices within a second: `rapportctl hub`
/// uses this without serving.
class HubAdmin
{
public:
    static Result<std::unique_ptr<HubAdmin>> open(const HubConfig& config);
    virtual ~HubAdmin() = default;

    struct NewDevice {
        QString id, token;
    };
    virtual Result<NewDevice> addDevice(const QString& name) = 0; ///< the token is shown once and kept hashed
    struct Invitation {
        QString code, url;
        QDateTime expires;
    };
    virtual Result<Invitation> invite(const QString& name) = 0; ///< a code for one more device, shown once, good for 48 hours
    virtual Status revokeDevice(const QString& id) = 0;         ///< it opens no data and gets none; what it has unsent is taken in
    virtual Status restoreDevice(const QString& id) = 0;        ///< gives the access back
    virtual Status setLease(const QString& id, int days) = 0;   ///< how long it may go on without the hub: 1 to 366; 0: as long as any
    virtual Result<QJsonArray> devices() = 0;
    struct PublishedForm {
        QString formId, version, hash;
        QStringList warnings; ///< of an XLSForm, and of files that are missing or not needed: sentences for its maker
        QStringList files;    ///< names of those that the devices get with it
    };
    struct FormFile {
        QString name, path; ///< as the form names it, and where it lies
    };
    struct NewUser {
        QString id, name, role;
    };
    /// Somebody who works with the devices. Without an @p id it is made of the name ("Sari Wirawan": "s.wirawan"); Conflict where it is taken.
    virtual Result<NewUser> addUser(const QString& name, const QString& role = QStringLiteral("rep"), const QString& id = {}) = 0;
    virtual Result<QJsonArray> users() = 0;
    virtual Status assignDevice(const QString& deviceId, const QString& userId) = 0; ///< who works with it from now on; empty: nobody in particular
    /// What two have changed without knowing of each other: "device", "server", "append" or "ask" says who wins (reconcile.h).
    virtual Status setPolicy(const QString& list, const QString& property, const QString& policy) = 0;
    virtual Result<QJsonArray> conflicts(bool openOnly) = 0; ///< both values, who and when
    /// A person has decided for the value of the "hub" or that of the "device".
    virtual Status settleConflict(qint64 id, const QString& choice, const QString& author) = 0;
    /// An XForm, or an XLSForm (.xlsx) that is converted first; @p stem, its file name without ending, is the id where the workbook names none.
    /// Same id and version with other content: Conflict. @p files: pictures, sounds, films and tables that it names; each may be replaced later by
    /// publishing the same form with it again.
    virtual Result<PublishedForm> publishForm(const QByteArray& form, const QString& stem = {}, const std::vector<FormFile>& files = {}) = 0;
    virtual Result<QJsonArray> forms() = 0;
    virtual Status putOccasion(const QByteArray& json) = 0;
    virtual Result<int> importEntities(const QString& list, const QByteArray& csv) = 0; ///< rows changed; torn input changes nothing
    enum class ImportRun { Dry, Real }; ///< dry: tells what would become of it and leaves everything as it is
    /// A table of another program (.csv, .xlsx) by a mapping (docs/imports.md), or one of those that ship, by its name: mappedimport.h has the
    /// answer.
    virtual Result<QJsonObject> importMapped(const QString& list, const QByteArray& file, const QByteArray& mapping, ImportRun run) = 0;
    /// Companies for a campaign tool, as CSV, and how many were held back because they bear somebody's name. Denied: the list is one of people.
    struct Audience {
        QByteArray csv;
        int companies = 0, heldBack = 0;
    };
    virtual Result<Audience> audience(const QString& list, const QString& filter) = 0; ///< filter: as an occasion has it; empty: all
    virtual Result<QByteArray> exportEntities(const QString& list) = 0;
    virtual Status addConnector(const QByteArray& json) = 0; ///< secrets are sealed by the 0600 key file beside the database
    virtual Status checkConnector(const QString& id) = 0;
    /// Pulls all its lists now, whenever they are due: [{list, changed, deleted, error?}].
    virtual Result<QJsonArray> pullConnector(const QString& id) = 0;
    virtual Result<QJsonArray> submissions() = 0;
    virtual Result<QJsonArray> exportSubmissions(
        const QString& formId) = 0; ///< {instance, version, author, received, answers, files}; a file that is still to come says "missing"
    /// Takes in a rescue file that lies at @p path (rescue.h); the error has a sentence for whoever brought it.
    virtual Result<wire::RescueReport> takeRescue(const QString& path) = 0;
    virtual Result<QJsonArray> jobs() = 0;
    virtual Status retryJob(const QString& id) = 0;
    /// Rows that may be one person or one firm, the surest first: [{id, list, pair: [{id, label}, {id, label}], score, reasons, …}].
    virtual Result<QJsonArray> duplicates(bool openOnly) = 0;
    virtual Status mergeDuplicate(qint64 id, const QString& keep, const QString& author) = 0; ///< @p keep: the id of the pair that stays
    virtual Status keepApart(qint64 id, const QString& author) = 0;
};

/// A serving hub: HTTP threads of libmicrohttpd, one writer with group commit, a job runner a target. Same code alone and embedded. A folder is
/// served once: a second hub over it is Conflict.
class Hub
{
public:
    static Result<std::unique_ptr<Hub>> start(const HubConfig& config);
    virtual ~Hub() = default; ///< stops
    virtual quint16 port() const = 0;
    virtual HubAdmin& admin() = 0; ///< safe from any thread
    virtual void stop() = 0;       ///< drains: answers what came in, stops jobs and pulls between two requests
};

} // namespace rapport::hub

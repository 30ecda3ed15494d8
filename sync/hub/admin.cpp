// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/admin.h"

#include "forms/xform/form.h"
#include "forms/xlsform/xlsform.h"
#include "sync/hub/enrolment.h"
#include "sync/hub/formfiles.h"
#include "sync/hub/holding.h"
#include "sync/hub/hubdatabase.h"
#include "sync/hub/pullrunner.h"
#include "sync/hub/timetext.h"
#include "sync/wire/occasion.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <sodium.h>

namespace rapport::hub
{

namespace
{

Error invalid(const QString& sentence)
{
    return {Error::Kind::Invalid, sentence};
}

} // namespace

Result<std::unique_ptr<OfficeAdmin>> openAdmin(const HubConfig& config)
{
    if (sodium_init() < 0)
        return Error{Error::Kind::Internal, QStringLiteral("libsodium cannot be started")};
    if (!QDir().mkpath(config.dataDir + QStringLiteral("/blobs")))
        return Error{Error::Kind::Denied, QStringLiteral("the folder %1 cannot be made").arg(config.dataDir)};
    QFile::setPermissions(config.dataDir, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    auto database = openForOffice(config.dataDir, config.databaseKey);
    auto known = database ? (*database)->reading() : Result<std::unique_ptr<const Repositories>>(database.error());
    if (!known)
        return known.error();
    auto secrets = SecretBox::open(config.dataDir);
    if (!secrets)
        return secrets.error();
    return std::make_unique<OfficeAdmin>(config, std::move(*database), std::move(*known), std::move(*secrets));
}

Result<std::unique_ptr<HubAdmin>> HubAdmin::open(const HubConfig& config)
{
    auto admin = openAdmin(config);
    if (!admin)
        return admin.error();
    return std::unique_ptr<HubAdmin>(std::move(*admin));
}

Result<HubAdmin::NewDevice> OfficeAdmin::addDevice(const QString& name)
{
    const std::lock_guard lock(m_mutex);
    if (name.trimmed().isEmpty() || name.size() > 200)
        return invalid(QStringLiteral("A device needs a name of at most 200 characters."));
    const NewDevice device{QUuid::createUuid().toString(QUuid::WithoutBraces), QString::fromLatin1(makeToken())};
    DeviceRecord record;
    record.id = device.id;
    record.name = name;
    record.added = now();
    auto added = m_database->write([&](Repositories& writing) { return writing.devices().add(record, hashOfToken(device.token.toLatin1())); });
    if (!added)
        return added.error();
    return device;
}

Result<HubAdmin::Invitation> OfficeAdmin::invite(const QString& name)
{
    const std::lock_guard lock(m_mutex);
    Invitation invitation;
    const auto written = m_database->write([&](Repositories& writing) -> Status {
        const auto fresh = Enrolment(m_config.tokenLife).invite(writing.devices(), name, now());
        if (!fresh)
            return fresh.error();
        const auto url = writing.settings().publicUrl();
        if (!url)
            return url.error();
        invitation = {fresh->code, url->isEmpty() ? QStringLiteral("http://127.0.0.1:8440") : *url, fresh->expires};
        return ok();
    });
    if (!written)
        return written.error();
    return invitation;
}

Status OfficeAdmin::revokeDevice(const QString& id)
{
    const std::lock_guard lock(m_mutex);
    return m_database->write([&](Repositories& writing) -> Status {
        const auto revoked = writing.devices().revoke(id, now());
        if (!revoked || *revoked)
            return revoked ? ok() : Status(revoked.error());
        return Error{Error::Kind::NotFound, QStringLiteral("There is no device %1 with access.").arg(id)};
    });
}

Status OfficeAdmin::restoreDevice(const QString& id)
{
    const std::lock_guard lock(m_mutex);
    return m_database->write([&](Repositories& writing) -> Status {
        const auto restored = writing.devices().restore(id);
        if (!restored || *restored)
            return restored ? ok() : Status(restored.error());
        return Error{Error::Kind::NotFound, QStringLiteral("There is no device %1 whose access was withdrawn.").arg(id)};
    });
}

Status OfficeAdmin::setLease(const QString& id, int days)
{
    const std::lock_guard lock(m_mutex);
    if (days < 0 || days > wire::maxLeaseDays)
        return invalid(QStringLiteral("A lease lasts 1 to %1 days; 0 takes back what was said for this device.").arg(wire::maxLeaseDays));
    return m_database->write([&](Repositories& writing) -> Status {
        const auto known = writing.devices().find(id);
        if (!known)
            return known.error();
        if (!*known)
            return Error{Error::Kind::NotFound, QStringLiteral("There is no device %1.").arg(id)};
        return writing.devices().setLeaseDays(id, days);
    });
}

Result<QJsonArray> OfficeAdmin::devices()
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_known->devices().all();
    if (!found)
        return found.error();
    QJsonArray all;
    for (const DeviceRecord& one : *found) {
        all.append(QJsonObject{{QStringLiteral("device_id"), one.id},
                               {QStringLiteral("name"), one.name},
                               {QStringLiteral("created"), timeText(one.added)},
                               {QStringLiteral("revoked"), one.revoked},
                               {QStringLiteral("token_expires"), timeText(one.tokenExpires)},
                               {QStringLiteral("last_seen"), timeText(one.lastSeen)},
                               {QStringLiteral("user"), one.user},
                               {QStringLiteral("lease_days"), one.leaseDays}});
    }
    return all;
}

namespace
{

/// What is published: @p given itself, or the XForm of a workbook (a zip file).
Result<QByteArray> xformOf(const QByteArray& given, const QString& stem, QStringList& warnings)
{
    if (!given.startsWith("PK"))
        return given;
    const auto converted = xlsform::convert(given, {{}, stem});
    for (const xlsform::Fault& warning : converted.warnings)
        warnings.append(warning.message);
    if (converted)
        return converted.xml;
    QStringList faults;
    for (const xlsform::Fault& fault : converted.faults)
        faults.append(fault.message);
    return Error{Error::Kind::Invalid, faults.join(QLatin1Char('\n'))};
}

} // namespace

Result<HubAdmin::PublishedForm> OfficeAdmin::publishForm(const QByteArray& given, const QString& stem, const std::vector<FormFile>& files)
{
    QStringList warnings;
    const auto converted = xformOf(given, stem, warnings);
    if (!converted)
        return converted.error();
    const QByteArray& xform = *converted;
    const std::lock_guard lock(m_mutex);
    const auto form = forms::Form::load(xform, {{}, forms::LoadOptions::Missing::Blank});
    if (!form)
        return form.error();
    PublishedForm published{(*form)->id(),
                            (*form)->version(),
                            QStringLiteral("md5:") + QString::fromLatin1(QCryptographicHash::hash(xform, QCryptographicHash::Md5).toHex()),
                            warnings,
                            {}};
    const auto kept = keepNamed(**form, files, Blobs(m_config.dataDir, m_config.databaseKey), published.warnings);
    if (!kept)
        return kept.error();
    auto written = m_database->write([&](Repositories& writing) -> Status {
        Forms& here = writing.forms();
        const auto known = here.find(published.formId, published.version);
        if (!known)
            return known.error();
        if (*known && (*known)->hash != published.hash)
            return Error{Error::Kind::Conflict, QStringLiteral("Version %1 of form %2 is published with other content: give it a new version.")
                                                    .arg(published.version, published.formId)};
        if (auto entered = here.publish({published.formId, published.version, (*form)->title(), published.hash, now()}, xform); !entered)
            return entered;
        for (const KeptFile& file : *kept) {
            if (auto put = here.putFile(published.formId, published.version, file); !put)
                return put;
        }
        const auto all = here.files(published.formId, published.version);
        if (!all)
            return all.error();
        published.warnings += missingFiles(**form, *all);
        for (const KeptFile& file : *all)
            published.files.append(file.name);
        return ok();
    });
    if (!written)
        return written.error();
    return published;
}

Result<QJsonArray> OfficeAdmin::forms()
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_known->forms().all();
    if (!found)
        return found.error();
    QJsonArray all;
    for (const FormRecord& one : *found) {
        all.append(QJsonObject{{QStringLiteral("form_id"), one.id},
                               {QStringLiteral("version"), one.version},
                               {QStringLiteral("title"), one.title},
                               {QStringLiteral("hash"), one.hash},
                               {QStringLiteral("live"), one.live}});
    }
    return all;
}

Status OfficeAdmin::putOccasion(const QByteArray& json)
{
    const std::lock_guard lock(m_mutex);
    const auto occasion = wire::parseOccasion(json);
    if (!occasion)
        return occasion.error();
    for (const QString& role : occasion->roles) {
        if (!knownRoles().contains(role))
            return invalid(QStringLiteral("The occasion's role “%1” is none: %2.").arg(role, knownRoles().join(QStringLiteral(", "))));
    }
    return m_database->write([&](Repositories& writing) { return writing.occasions().put(*occasion); });
}

Status OfficeAdmin::addConnector(const QByteArray& json)
{
    const std::lock_guard lock(m_mutex);
    const QJsonObject configuration = QJsonDocument::fromJson(json).object();
    const QString id = configuration[QLatin1String("id")].toString();
    if (id.isEmpty() || id == QLatin1String("hub"))
        return invalid(QStringLiteral("A connector needs an id, other than “hub”."));
    if (const auto made = m_config.connectorFactory(configuration, m_config.dataDir); !made)
        return made.error();
    return m_database->write([&](Repositories& writing) {
        return writing.settings().putConnector(
            {id, configuration[QLatin1String("type")].toString(), configuration[QLatin1String("title")].toString(id), m_secrets.seal(json)});
    });
}

Result<std::vector<QJsonObject>> OfficeAdmin::connectors()
{
    const std::lock_guard lock(m_mutex);
    const auto configured = m_known->settings().connectors();
    if (!configured)
        return configured.error();
    std::vector<QJsonObject> all;
    for (const ConnectorRecord& one : *configured) {
        auto json = m_secrets.unseal(one.sealed);
        if (!json)
            return json.error();
        all.push_back(QJsonDocument::fromJson(*json).object());
    }
    return all;
}

Result<QString> OfficeAdmin::connectorGeneration()
{
    const std::lock_guard lock(m_mutex);
    return m_known->settings().connectorGeneration();
}

Result<std::unique_ptr<connectors::Connector>> OfficeAdmin::makeConnector(const QString& id)
{
    const auto all = connectors();
    if (!all)
        return all.error();
    for (const QJsonObject& configuration : *all) {
        if (configuration[QLatin1String("id")].toString() == id)
            return m_config.connectorFactory(configuration, m_config.dataDir);
    }
    return Error{Error::Kind::NotFound, QStringLiteral("There is no connector %1.").arg(id)};
}

Status OfficeAdmin::checkConnector(const QString& id)
{
    const auto connector = makeConnector(id);
    return connector ? (*connector)->check() : Status(connector.error());
}

Result<QJsonArray> OfficeAdmin::pullConnector(const QString& id)
{
    auto connector = makeConnector(id);
    if (!connector)
        return connector.error();
    const auto write = [this](const HubDatabase::Work& work) {
        const std::lock_guard lock(m_mutex);
        return m_database->write(work);
    };
    Puller puller(id, std::move(*connector), write, m_config.clock, m_config.pullInterval);
    ConnectorCalls calls;
    QJsonArray all;
    for (const QString& list : puller.lists()) {
        const Puller::Round round = puller.pull(list, calls);
        QJsonObject one{
            {QStringLiteral("list"), list}, {QStringLiteral("changed"), round.counts.changed}, {QStringLiteral("deleted"), round.counts.deleted}};
        if (round.error)
            one[QLatin1String("error")] = round.error->detail;
        all.append(one);
    }
    return all;
}

Result<QJsonArray> OfficeAdmin::submissions()
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_known->submissions().all();
    if (!found)
        return found.error();
    QJsonArray all;
    for (const SubmissionRecord& record : *found) {
        QJsonObject one{{QStringLiteral("instance"), record.instanceId}, {QStringLiteral("form_id"), record.formId},
                        {QStringLiteral("version"), record.formVersion}, {QStringLiteral("device_id"), record.deviceId},
                        {QStringLiteral("author"), record.author},       {QStringLiteral("received"), timeText(record.receivedAt)}};
        if (!record.corrects.isEmpty())
            one[QStringLiteral("corrects")] = record.corrects;
        if (record.filesMissing > 0)
            one[QStringLiteral("files_missing")] = record.filesMissing;
        all.append(one);
    }
    return all;
}

namespace
{

QJsonArray listed(const std::vector<SubmissionFile>& files)
{
    QJsonArray all;
    for (const SubmissionFile& file : files) {
        QJsonObject one{{QStringLiteral("name"), file.name}, {QStringLiteral("sha256"), file.sha256}, {QStringLiteral("size"), file.size}};
        if (!file.arrived)
            one[QLatin1String("missing")] = true;
        all.append(one);
    }
    return all;
}

} // namespace

Result<QJsonArray> OfficeAdmin::exportSubmissions(const QString& formId)
{
    const std::lock_guard lock(m_mutex);
    const Submissions& submissions = m_known->submissions();
    const auto found = submissions.ofForm(formId);
    if (!found)
        return found.error();
    QJsonArray all;
    for (const SubmissionRecord& record : *found) {
        const auto xml = submissions.xml(record.instanceId);
        const auto files = submissions.files(record.instanceId);
        if (!xml || !files)
            return xml ? files.error() : xml.error();
        all.append(QJsonObject{{QStringLiteral("instance"), record.instanceId},
                               {QStringLiteral("version"), record.formVersion},
                               {QStringLiteral("author"), record.author},
                               {QStringLiteral("received"), timeText(record.receivedAt)},
                               {QStringLiteral("answers"), answersOf(xml->value_or(QByteArray()))},
                               {QStringLiteral("files"), listed(*files)}});
    }
    return all;
}

Result<QJsonArray> OfficeAdmin::jobs()
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_known->jobs().all();
    if (!found)
        return found.error();
    QJsonArray all;
    for (const JobRecord& one : *found) {
        all.append(QJsonObject{{QStringLiteral("id"), one.job.id},
                               {QStringLiteral("instance"), one.job.submission},
                               {QStringLiteral("target"), one.job.target},
                               {QStringLiteral("kind"), word(one.job.kind)},
                               {QStringLiteral("list"), one.job.list},
                               {QStringLiteral("entity"), one.job.entityId},
                               {QStringLiteral("state"), word(one.state)},
                               {QStringLiteral("attempts"), one.attempts},
                               {QStringLiteral("outcome_unknown"), one.job.outcomeUnknown},
                               {QStringLiteral("next"), timeText(one.next)},
                               {QStringLiteral("reference"), one.reference},
                               {QStringLiteral("sentence"), one.sentence},
                               {QStringLiteral("error"), one.error}});
    }
    return all;
}

Status OfficeAdmin::retryJob(const QString& id)
{
    const std::lock_guard lock(m_mutex);
    return m_database->write([&](Repositories& writing) -> Status {
        const auto found = writing.jobs().find(id);
        const auto woken = found ? writing.jobs().retry(id, now()) : Result<bool>(found.error());
        if (!woken)
            return woken.error();
        if (!*found || !*woken)
            return Error{Error::Kind::NotFound, QStringLiteral("There is no job %1 that could be tried again.").arg(id)};
        const connectors::Job& job = (*found)->job;
        const auto target = writing.settings().connector(job.target);
        if (!target)
            return target.error();
        return foldReceipt(writing, job.submission, job.target, *target ? (*target)->title : job.target, now());
    });
}

} // namespace rapport::hub

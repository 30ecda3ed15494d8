// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/sqlite/sqlitesubmissions.h"

#include "sync/hub/sqlite/query.h"

namespace rapport::hub
{

namespace
{

QByteArray selectSubmissions(const char* which)
{
    return QByteArray("SELECT instance_id, form_id, form_version, device_id, author, received_at, deprecated_id, first_id, (SELECT count(*) FROM "
                      "submission_file f WHERE f.instance_id = submission.instance_id AND f.arrived = 0) FROM submission ") +
           which;
}

SubmissionRecord readSubmission(const db::Statement& row)
{
    return {row.text(0), row.text(1), row.text(2),
            row.text(3), row.text(4), timeOf(row.text(5)),
            row.text(6), row.text(7), static_cast<int>(row.integer(8))};
}

} // namespace

Result<Acceptance> SqliteSubmissions::keep(const IncomingSubmission& incoming, const QDateTime& now)
{
    const wire::SubmissionHead& head = incoming.head;
    const auto known = rows<QByteArray>(m_database, "SELECT xml_hash FROM submission WHERE instance_id = ?1", blobOf, head.instanceId);
    if (!known)
        return known.error();
    if (!known->empty())
        return known->front() == incoming.xmlHash ? Acceptance::Known : Acceptance::OtherContent;
    if (auto kept = run(m_database, "INSERT INTO record(xml) VALUES(?1)", incoming.xml); !kept)
        return kept.error();
    auto written =
        run(m_database,
            "INSERT INTO submission(instance_id, form_id, form_version, device_id, author, instance_name, xml_hash, xml, record, received_at, "
            "deprecated_id, first_id) VALUES(?1,?2,?3,?4,?5,?6,?7,x'',?8,?9,?10,?11)",
            head.instanceId, head.formId, head.version, incoming.deviceId, head.userId, head.instanceName, incoming.xmlHash,
            m_database.lastInsertId(), timeText(now), head.deprecatedId, head.deprecatedId.isEmpty() ? QString() : head.firstId);
    return written ? Result<Acceptance>(Acceptance::Created) : written.error();
}

Result<FiledFiles> SqliteSubmissions::keepFiles(const IncomingSubmission& incoming)
{
    constexpr const char* file =
        "INSERT INTO submission_file(instance_id, name, sha256, size, device_id, arrived) VALUES(?1,?2,?3,?4,?5, ?6 OR EXISTS(SELECT 1 FROM "
        "submission_file f WHERE f.sha256 = ?3 AND f.size = ?4 AND f.device_id = ?5 AND f.arrived = 1)) ON CONFLICT(instance_id, name) DO UPDATE SET "
        "sha256 = excluded.sha256, size = excluded.size, device_id = excluded.device_id, arrived = excluded.arrived WHERE submission_file.arrived = "
        "0";
    const QString& instance = incoming.head.instanceId;
    FiledFiles filed;
    for (const auto& [files, arrived] : {std::pair{&incoming.files, true}, std::pair{&incoming.announced, false}}) {
        for (const IncomingFile& one : *files) {
            if (auto written = run(m_database, file, instance, one.name, one.sha256, one.size, incoming.deviceId, arrived ? 1 : 0); !written)
                return written.error();
            const auto same = number(rows<qint64>(m_database, "SELECT sha256 = ?3 FROM submission_file WHERE instance_id = ?1 AND name = ?2",
                                                  numberOf, instance, one.name, one.sha256));
            if (!same)
                return same.error();
            filed.isOther = filed.isOther || *same == 0;
        }
    }
    const auto missing =
        number(rows<qint64>(m_database, "SELECT count(*) FROM submission_file WHERE instance_id = ?1 AND arrived = 0", numberOf, instance));
    if (!missing)
        return missing.error();
    filed.missing = static_cast<int>(*missing);
    return filed;
}

Status SqliteSubmissions::putOff(const QString& instanceId)
{
    return run(m_database, "INSERT INTO record_put_off(record, instance_id) SELECT record, instance_id FROM submission WHERE instance_id = ?1",
               instanceId);
}

Result<bool> SqliteSubmissions::takeUp(const QString& instanceId)
{
    const auto taken =
        run(m_database, "DELETE FROM record_put_off WHERE record = (SELECT record FROM submission WHERE instance_id = ?1)", instanceId);
    return taken ? Result<bool>(m_database.changes() > 0) : taken.error();
}

Status SqliteSubmissions::noteArrived(const AnnouncedFile& file)
{
    return run(m_database, "UPDATE submission_file SET arrived = 1 WHERE sha256 = ?1 AND device_id = ?2 AND size = ?3 AND arrived = 0", file.sha256,
               file.device, file.size);
}

Result<std::optional<SubmissionRecord>> SqliteSubmissions::find(const QString& instanceId) const
{
    static const QByteArray query = selectSubmissions("WHERE instance_id = ?1");
    return first(rows<SubmissionRecord>(m_database, query.constData(), readSubmission, instanceId));
}

Result<std::vector<SubmissionRecord>> SqliteSubmissions::all() const
{
    static const QByteArray query = selectSubmissions("ORDER BY received_at, instance_id");
    return rows<SubmissionRecord>(m_database, query.constData(), readSubmission);
}

Result<std::vector<SubmissionRecord>> SqliteSubmissions::ofForm(const QString& formId) const
{
    static const QByteArray query = selectSubmissions("WHERE form_id = ?1 ORDER BY received_at, instance_id");
    return rows<SubmissionRecord>(m_database, query.constData(), readSubmission, formId);
}

/// By the bodies' numbers, which have no gaps: nothing is ever deleted from them.
Result<qint64> SqliteSubmissions::count() const
{
    return number(rows<qint64>(m_database, "SELECT ifnull(max(id), 0) FROM record", numberOf));
}

Result<std::vector<SubmissionRecord>> SqliteSubmissions::postponed() const
{
    static const QByteArray query = selectSubmissions("JOIN record_put_off p USING(instance_id) ORDER BY p.record");
    return rows<SubmissionRecord>(m_database, query.constData(), readSubmission);
}

Result<qint64> SqliteSubmissions::countPutOff() const
{
    return number(rows<qint64>(m_database, "SELECT count(*) FROM record_put_off", numberOf));
}

Result<std::optional<QByteArray>> SqliteSubmissions::xml(const QString& instanceId) const
{
    return first(
        rows<QByteArray>(m_database, "SELECT r.xml FROM submission s JOIN record r ON r.id = s.record WHERE instance_id = ?1", blobOf, instanceId));
}

Result<std::vector<SubmissionFile>> SqliteSubmissions::files(const QString& instanceId) const
{
    return rows<SubmissionFile>(
        m_database, "SELECT name, sha256, size, arrived FROM submission_file WHERE instance_id = ?1 ORDER BY name",
        [](const db::Statement& row) {
            return SubmissionFile{row.text(0), row.text(1), row.integer(2), row.integer(3) != 0};
        },
        instanceId);
}

Result<bool> SqliteSubmissions::isCorrected(const QString& instanceId) const
{
    return isTrue(
        rows<bool>(m_database, "SELECT EXISTS(SELECT 1 FROM submission WHERE deprecated_id = ?1 AND deprecated_id <> '')", truthOf, instanceId));
}

Result<std::optional<AnnouncedFile>> SqliteSubmissions::announced(const QString& device, const QString& sha256) const
{
    return first(rows<AnnouncedFile>(
        m_database, "SELECT size, arrived FROM submission_file WHERE sha256 = ?1 AND device_id = ?2 ORDER BY arrived DESC LIMIT 1",
        [&](const db::Statement& row) {
            return AnnouncedFile{device, sha256, row.integer(0), row.integer(1) != 0};
        },
        sha256, device));
}

} // namespace rapport::hub

// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/sqlite/sqliteforms.h"

#include "sync/hub/sqlite/query.h"

namespace rapport::hub
{

namespace
{

QByteArray selectForms(const char* which)
{
    return QByteArray("SELECT id, version, title, hash, published_at, live, instr(xml, CAST('jr://' AS BLOB)) FROM form ") + which;
}

FormRecord readForm(const db::Statement& row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3), timeOf(row.text(4)), row.integer(5) != 0, row.integer(6) > 0};
}

} // namespace

Status SqliteForms::publish(const FormRecord& form, const QByteArray& xml)
{
    if (auto retired = run(m_database, "UPDATE form SET live = 0 WHERE id = ?1", form.id); !retired)
        return retired;
    return run(m_database,
               "INSERT INTO form(id, version, title, hash, xml, published_at, live) VALUES(?1,?2,?3,?4,?5,?6,1) "
               "ON CONFLICT(id, version) DO UPDATE SET live = 1",
               form.id, form.version, form.title, form.hash, xml, timeText(form.published));
}

Result<std::optional<FormRecord>> SqliteForms::find(const QString& id, const QString& version) const
{
    static const QByteArray query = selectForms("WHERE id = ?1 AND version = ?2");
    return first(rows<FormRecord>(m_database, query.constData(), readForm, id, version));
}

Result<std::optional<QByteArray>> SqliteForms::xml(const QString& id, const QString& version) const
{
    return first(rows<QByteArray>(m_database, "SELECT xml FROM form WHERE id = ?1 AND version = ?2", blobOf, id, version));
}

Result<std::vector<FormRecord>> SqliteForms::all() const
{
    static const QByteArray query = selectForms("ORDER BY id, published_at");
    return rows<FormRecord>(m_database, query.constData(), readForm);
}

Result<std::vector<FormRecord>> SqliteForms::offered(const QString& id, Versions versions) const
{
    static const QByteArray query = selectForms("WHERE (live = 1 OR ?2) AND (?1 = '' OR id = ?1) ORDER BY title, published_at DESC");
    return rows<FormRecord>(m_database, query.constData(), readForm, id, versions == Versions::All);
}

Status SqliteForms::putFile(const QString& id, const QString& version, const KeptFile& file)
{
    return run(m_database,
               "INSERT INTO form_file(form_id, form_version, name, md5, sha256, size) VALUES(?1,?2,?3,?4,?5,?6) "
               "ON CONFLICT(form_id, form_version, name) DO UPDATE SET md5 = ?4, sha256 = ?5, size = ?6",
               id, version, file.name, file.md5, file.sha256, file.size);
}

Result<std::vector<KeptFile>> SqliteForms::files(const QString& id, const QString& version) const
{
    return rows<KeptFile>(
        m_database, "SELECT name, md5, sha256, size FROM form_file WHERE form_id = ?1 AND form_version = ?2 ORDER BY name",
        [](const db::Statement& row) {
            return KeptFile{row.text(0), row.text(1), row.text(2), row.integer(3)};
        },
        id, version);
}

} // namespace rapport::hub

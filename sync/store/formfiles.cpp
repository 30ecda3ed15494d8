// SPDX-License-Identifier: Apache-2.0
#include "sync/store/formfiles.h"

#include "sync/store/store_private.h"

namespace rapport::store
{

namespace
{

constexpr const char* blobOfHash = "SELECT sha256 FROM form_blob WHERE hash = ?1";

QString firstText(const db::Statement& row)
{
    return row.text(0);
}

/// There is one kind of store; these calls are apart from Store only so that few need to know them.
SqlStore& sql(Store& store)
{
    return static_cast<SqlStore&>(store);
}

} // namespace

/// Read to its end: what lies torn on the disk is fetched again.
bool SqlStore::hasFormFile(const QString& hash)
{
    const auto known = rows<QString>(blobOfHash, firstText, hash);
    return known && !known->empty() && m_formFiles.get(known->front());
}

Status SqlStore::keepFormFile(const QString& hash, const QByteArray& content)
{
    if (const auto known = rows<QString>(blobOfHash, firstText, hash); known && !known->empty())
        m_formFiles.remove(known->front());       // it was not legible
    const auto sha256 = m_formFiles.put(content); // on disk before the row that names it
    if (!sha256)
        return sha256.error();
    return run("INSERT INTO form_blob(hash, sha256) VALUES(?1, ?2) ON CONFLICT(hash) DO UPDATE SET sha256 = ?2", hash, *sha256);
}

/// The newest one is live; older ones stay for the drafts that began with them.
Status SqlStore::putForm(const StoredForm& form, const std::vector<FormFile>& files)
{
    return transact([&]() -> Status {
        if (auto retired = run("UPDATE form SET live = 0 WHERE id = ?1", form.id); !retired)
            return retired;
        if (auto put = writeForm(form, files); !put)
            return put;
        return run("UPDATE form SET live = 1 WHERE id = ?1 AND version = ?2", form.id, form.version);
    });
}

Status SqlStore::keepForm(const StoredForm& form, const std::vector<FormFile>& files)
{
    return transact([&] { return writeForm(form, files); });
}

Status SqlStore::writeForm(const StoredForm& form, const std::vector<FormFile>& files)
{
    auto put = run("INSERT INTO form(id, version, hash, title, xml, live, files) VALUES(?1,?2,?3,?4,?5,0,?6) "
                   "ON CONFLICT(id, version) DO UPDATE SET hash=?3, title=?4, xml=?5, files=?6",
                   form.id, form.version, form.hash, form.title, form.xml, form.files);
    if (!put)
        return put;
    if (auto before = run("DELETE FROM form_file WHERE form_id = ?1 AND form_version = ?2", form.id, form.version); !before)
        return before;
    for (const FormFile& file : files) {
        auto named = run("INSERT INTO form_file(form_id, form_version, name, hash) VALUES(?1,?2,?3,?4)", form.id, form.version, file.name, file.hash);
        if (!named)
            return named;
    }
    return ok();
}

Result<QByteArray> SqlStore::formFile(const QString& id, const QString& version, const QString& name)
{
    const auto found = rows<QString>("SELECT sha256 FROM form_file JOIN form_blob USING(hash) WHERE form_id = ?1 AND form_version = ?2 AND name = ?3",
                                     firstText, id, version, name);
    if (!found)
        return found.error();
    if (found->empty())
        return Error{Error::Kind::NotFound, QStringLiteral("form %1 %2 has no file %3").arg(id, version, name)};
    return m_formFiles.get(found->front());
}

Status SqlStore::sweepFormFiles()
{
    QStringList unnamed;
    auto swept = transact([&]() -> Status {
        auto over =
            run("DELETE FROM form_file WHERE NOT EXISTS(SELECT 1 FROM form WHERE id = form_id AND version = form_version AND live = 1) "
                "AND NOT EXISTS(SELECT 1 FROM conversation c WHERE c.form_id = form_file.form_id AND c.form_version = form_file.form_version)");
        if (!over)
            return over;
        const auto blobs = rows<QString>("SELECT sha256 FROM form_blob WHERE hash NOT IN (SELECT hash FROM form_file)", firstText);
        if (!blobs)
            return blobs.error();
        unnamed = QStringList(blobs->begin(), blobs->end());
        return run("DELETE FROM form_blob WHERE hash NOT IN (SELECT hash FROM form_file)");
    });
    if (!swept)
        return swept;
    for (const QString& sha256 : unnamed) // after the rows: none ever names what is not there
        m_formFiles.remove(sha256);
    return ok();
}

bool hasFormFile(Store& store, const QString& hash)
{
    return sql(store).hasFormFile(hash);
}

Status keepFormFile(Store& store, const QString& hash, const QByteArray& content)
{
    return sql(store).keepFormFile(hash, content);
}

Status putForm(Store& store, const StoredForm& form, const std::vector<FormFile>& files)
{
    return sql(store).putForm(form, files);
}

Status keepForm(Store& store, const StoredForm& form, const std::vector<FormFile>& files)
{
    return sql(store).keepForm(form, files);
}

Result<QByteArray> formFile(Store& store, const QString& id, const QString& version, const QString& name)
{
    return sql(store).formFile(id, version, name);
}

Status sweepFormFiles(Store& store)
{
    return sql(store).sweepFormFiles();
}

} // namespace rapport::store

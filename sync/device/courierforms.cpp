// SPDX-License-Identifier: Apache-2.0
// Forms with all that belongs to them.
#include "sync/device/courier_private.h"
#include "sync/store/formfiles.h"

#include <QCryptographicHash>
#include <QLoggingCategory>
#include <QUrlQuery>

namespace rapport::device
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.sync")

QString md5(const QByteArray& bytes)
{
    return QStringLiteral("md5:") + QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex());
}

/// What the hub calls the set of a form's files.
QString filesOf(const wire::ListedForm& form)
{
    return QUrlQuery(QUrl(form.manifestUrl)).queryItemValue(QStringLiteral("files"));
}

} // namespace

/// By hash and version: what is here already is not fetched. A form whose files are not all here is not here: the version before it stays, and it is
/// tried again with the next look.
bool CourierWorker::fetchForms(QStringList& ids)
{
    const Outcome outcome = get(QStringLiteral("/formList"));
    if (m_exchange->isStopping() || !heard(outcome))
        return false;
    const auto listed = wire::parseFormList(outcome.body);
    if (!listed)
        return false;
    for (const wire::ListedForm& form : *listed) {
        ids.append(form.id);
        const auto known = m_store->form(form.id, {});
        const bool same = known && known->hash == form.hash && known->version == form.version;
        if (same && known->files == filesOf(form))
            continue;
        const auto xml = same ? known->xml : fetchWhole(form.downloadUrl, form.hash);
        if (!xml)
            return false;
        const auto files = fetchFiles(form);
        if (!files && (m_exchange->isStopping() || m_failures > 0))
            return false;
        if (!files)
            continue;
        if (const auto kept = store::putForm(*m_store, {form.id, form.version, form.hash, form.name, *xml, filesOf(form)}, *files); !kept) {
            qCWarning(log) << "form" << form.id << "could not be kept:" << kept.error().detail;
            return false;
        }
    }
    return true;
}

/// The version that a draft from elsewhere began with, where it is not here. It begins nothing new here.
bool CourierWorker::fetchFormOf(const QString& id, const QString& version)
{
    if (m_store->form(id, version))
        return true;
    const QString place = QStringLiteral("/forms/%1/%2").arg(id, version);
    const Outcome outcome = get(place);
    if (m_exchange->isStopping() || !heard(outcome))
        return false;
    const wire::ListedForm form{id, id, version, md5(outcome.body), {}, place + QStringLiteral("/manifest?files=handed-over")};
    const auto files = fetchFiles(form);
    const auto kept = files ? store::keepForm(*m_store, {id, version, form.hash, form.name, outcome.body, {}}, *files)
                            : Status(Error{Error::Kind::Offline, QStringLiteral("a file of it is missing")});
    if (!kept)
        qCWarning(log) << "form" << id << version << "could not be kept:" << kept.error().detail;
    return bool(kept);
}

/// What lies under @p url of the hub, where it is what the hub says it is.
std::optional<QByteArray> CourierWorker::fetchWhole(const QString& url, const QString& hash)
{
    const Outcome download = get(QUrl(url).path(QUrl::FullyDecoded));
    if (m_exchange->isStopping() || !heard(download))
        return {};
    if (md5(download.body) == hash)
        return download.body;
    qCWarning(log) << "a form or a file of one arrived torn";
    return {};
}

/// All of them, or nothing; what came stays for the next try.
std::optional<std::vector<store::FormFile>> CourierWorker::fetchFiles(const wire::ListedForm& form)
{
    std::vector<store::FormFile> files;
    if (filesOf(form).isEmpty())
        return files;
    const Outcome outcome = get(QUrl(form.manifestUrl).path(QUrl::FullyDecoded));
    if (m_exchange->isStopping() || !heard(outcome))
        return {};
    const auto manifest = wire::parseManifest(outcome.body);
    if (!manifest) {
        qCWarning(log) << "the manifest of form" << form.id << "cannot be read:" << manifest.error().detail;
        return {};
    }
    for (const wire::ListedFile& file : *manifest) {
        files.push_back({file.fileName, file.hash});
        if (store::hasFormFile(*m_store, file.hash))
            continue;
        const auto content = fetchWhole(file.downloadUrl, file.hash);
        if (!content)
            return {};
        if (const auto kept = store::keepFormFile(*m_store, file.hash, *content); !kept) {
            qCWarning(log) << "a file of form" << form.id << "could not be kept:" << kept.error().detail;
            return {};
        }
    }
    return files;
}

} // namespace rapport::device

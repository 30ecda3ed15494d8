// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/formfiles.h"

#include "forms/xform/media.h"
#include "forms/xform/tables.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

namespace rapport::hub
{

namespace
{

constexpr qint64 maxBytes = 16 * 1024 * 1024, maxTogether = 256 * 1024 * 1024;
constexpr std::size_t maxFiles = 500;

Error invalid(const QString& sentence)
{
    return {Error::Kind::Invalid, sentence};
}

Result<QByteArray> contentOf(const HubAdmin::FormFile& given)
{
    QFile file(given.path);
    if (!file.open(QIODevice::ReadOnly))
        return invalid(QStringLiteral("%1 cannot be read: %2").arg(given.path, file.errorString()));
    const QByteArray content = file.read(maxBytes + 1);
    if (content.isEmpty())
        return invalid(QStringLiteral("%1 is empty.").arg(given.name));
    if (content.size() > maxBytes)
        return invalid(QStringLiteral("%1 is larger than 16 MiB.").arg(given.name));
    return content;
}

} // namespace

Result<std::vector<KeptFile>> keepNamed(const forms::Form& form, const std::vector<HubAdmin::FormFile>& given, const Blobs& blobs,
                                        QStringList& warnings)
{
    const forms::NamedFiles named = forms::namedFiles(form);
    std::vector<KeptFile> kept;
    qint64 together = 0;
    for (const HubAdmin::FormFile& one : given) {
        if (!named.shown.contains(one.name) && !named.read.contains(one.name)) {
            warnings.append(QStringLiteral("%1 was left out: the form does not name it.").arg(one.name));
            continue;
        }
        if (one.name == QLatin1String("contacts.csv") || one.name == QLatin1String("organisations.csv"))
            return invalid(QStringLiteral("%1 is a list of the hub, which devices search: import it instead (entities import).").arg(one.name));
        const auto content = contentOf(one);
        if (!content)
            return content.error();
        together += content->size();
        if (kept.size() == maxFiles || together > maxTogether)
            return invalid(QStringLiteral("A form has at most 500 files, of 256 MiB together."));
        if (const auto rows = forms::readAttachment(one.name, *content); named.read.contains(one.name) && !rows)
            return invalid(QStringLiteral("%1 cannot be read: %2").arg(one.name, rows.error().detail));
        const auto sha256 = blobs.keep(*content);
        if (!sha256)
            return sha256.error();
        kept.push_back({one.name, QStringLiteral("md5:") + QString::fromLatin1(QCryptographicHash::hash(*content, QCryptographicHash::Md5).toHex()),
                        *sha256, content->size()});
    }
    return kept;
}

QStringList missingFiles(const forms::Form& form, const std::vector<KeptFile>& here)
{
    const forms::NamedFiles named = forms::namedFiles(form);
    QStringList sentences;
    for (const QString& name : named.shown + named.read) {
        const bool isHere = std::any_of(here.begin(), here.end(), [&](const KeptFile& file) { return file.name == name; });
        if (!isHere && !named.lists.contains(name))
            sentences.append(QStringLiteral("%1 is missing: the form names it.").arg(name));
    }
    return sentences;
}

QString markOf(const std::vector<KeptFile>& files)
{
    QCryptographicHash hash(QCryptographicHash::Md5);
    for (const KeptFile& file : files)
        hash.addData((file.name + QLatin1Char('\n') + file.md5 + QLatin1Char('\n')).toUtf8());
    return files.empty() ? QString() : QString::fromLatin1(hash.result().toHex());
}

} // namespace rapport::hub

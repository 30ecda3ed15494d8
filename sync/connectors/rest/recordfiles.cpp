// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/recordfiles.h"

#include <QMimeDatabase>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

QString shownName(QString name)
{
    static const QRegularExpression unsafe(u"[/\\\\?%*:|\"'<>\\x00-\\x1f\\x7f]+"_s);
    return name.replace(unsafe, u"_"_s);
}

/// Of a file that can only be read from its beginning, by reading it.
qint64 sizeOf(QIODevice& content)
{
    if (!content.isSequential())
        return content.size();
    QByteArray buffer(64 * 1024, Qt::Uninitialized);
    qint64 size = 0;
    for (qint64 n = 0; (n = content.read(buffer.data(), buffer.size())) != 0; size += n) {
        if (n < 0)
            return -1;
    }
    return size;
}

} // namespace

std::vector<QString> namesOf(const JobContext& context, const QStringList& patterns)
{
    std::vector<QString> out;
    for (const AttachedFile& file : context.attachments()) {
        const bool goes = std::any_of(patterns.begin(), patterns.end(), [&](const QString& pattern) {
            return QRegularExpression(QRegularExpression::wildcardToRegularExpression(pattern), QRegularExpression::CaseInsensitiveOption)
                .match(file.name)
                .hasMatch();
        });
        if (goes)
            out.push_back(file.name);
    }
    return out;
}

bool allAreHere(const JobContext& context, const QStringList& patterns)
{
    const auto names = namesOf(context, patterns);
    return std::all_of(names.begin(), names.end(), [&](const QString& name) { return bool(context.attachment(name)); });
}

std::optional<RecordFile> recordFile(const JobContext& context, const QString& name)
{
    const auto content = context.attachment(name);
    const qint64 size = content ? sizeOf(**content) : -1;
    if (size < 0)
        return std::nullopt;
    const std::vector<AttachedFile> known = context.attachments();
    const auto one = std::find_if(known.begin(), known.end(), [&](const AttachedFile& file) { return file.name == name; });
    return RecordFile{name, shownName(name), one == known.end() ? QString() : one->sha256,
                      QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension).name(), size};
}

} // namespace rapport::connectors::rest

// SPDX-License-Identifier: Apache-2.0
// Sounds, films and other files of a conversation: they go into the store piece by piece and are an answer once they are there.
#include "app/controllers/conversationstate.h"
#include "app/controllers/filewords.h"
#include "app/conversation/sentences.h"
#include "app/conversation/whendone.h"
#include "app/sound/opusfile.h"
#include "sync/store/attachmentfile.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QRegularExpression>

#include <algorithm>

namespace rapport::app
{

using forms::NodeId;

namespace
{

constexpr qint64 tailOfSound = 64 * 1024;
constexpr int longestStem = 60;

/// What a file is called in the submission: its own name, without what means something to a folder or a header, so that it is known again.
QString stemOf(const QString& path)
{
    static const QRegularExpression strange(QStringLiteral("[^\\p{L}\\p{N}._()-]+"));
    return QFileInfo(path).completeBaseName().replace(strange, QStringLiteral("_")).left(longestStem);
}

/// On the store thread, behind the answers that were given before.
Status keepFile(store::Store& store, store::ConversationId id, const QString& name, const QString& mediaType, const QString& path)
{
    QFile file(path);
    const QFileInfo info(file);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return Error{info.exists() ? Error::Kind::Denied : Error::Kind::NotFound, QStringLiteral("the file cannot be opened")};
    if (file.size() <= 0 || file.size() > largestFile)
        return Error{Error::Kind::Invalid, QStringLiteral("the file is empty or too large")};
    return store::addAttachment(store, id, name, mediaType, file);
}

} // namespace

void ConversationController::Private::pickFile(NodeId node, const QString& path)
{
    notes.told.erase(node);
    notes.preparing.insert(node);
    show();
    save(); // what a file hangs on
    const QString name = freshName(stemOf(path), QFileInfo(path).suffix().toLower());
    const QString mediaType = QMimeDatabase().mimeTypeForFile(path, QMimeDatabase::MatchExtension).name();
    writer.flush([=, this, life = m_life](const Status& saved) {
        if (life != m_life)
            return;
        if (!saved)
            return fileKept(node, name, saved);
        auto kept = parts.thread.run(
            [id = conversation.id, name, mediaType, path](store::Store& store) { return keepFile(store, id, name, mediaType, path); });
        whenDone(kept, &q, [this, node, name, life](const Status& status) {
            if (life == m_life)
                fileKept(node, name, status);
        });
    });
}

void ConversationController::Private::fileKept(NodeId node, const QString& name, const Status& status)
{
    if (!status) {
        notes.told[node] = Sentences::failed(Sentences::Doing::AddingFile, status.error());
    } else if (session->answer(node, name)) { // else its repetition was removed meanwhile
        noteFile(name);
        accepted(node);
    }
    prepared(node);
}

void ConversationController::Private::keepRecording(NodeId node, const QByteArray& sound, const QString& sentence)
{
    if (!sound.isEmpty()) {
        const QString name = fileName(node, QStringLiteral("opus"));
        if (!session->answer(node, name)) // its repetition was removed meanwhile
            return;
        writer.addFile({name, QStringLiteral("audio/ogg"), sound, {}});
        notes.files[name] = soundText(sound.right(tailOfSound), sound.size());
        accepted(node);
    }
    if (!sentence.isEmpty())
        notes.told[node] = sentence;
    else if (sound.isEmpty())
        notes.told[node] = ConversationController::tr("Nothing was heard. Please try again, or pick a sound file.");
    show();
}

void ConversationController::Private::noteFile(const QString& name)
{
    const auto kept = store::openAttachment(parts.store, conversation.id, name);
    if (!kept)
        return;
    QIODevice& file = **kept;
    if (name.endsWith(QLatin1String(".opus"))) {
        file.seek(std::max<qint64>(0, file.size() - tailOfSound));
        notes.files[name] = soundText(file.readAll(), file.size());
    } else {
        notes.files[name] = sizeText(file.size());
    }
}

void ConversationController::Private::noteFiles()
{
    const auto kept = parts.store.attachments(conversation.id);
    if (!kept)
        return;
    for (const store::StoredAttachment& attachment : *kept) {
        if (attachment.name.endsWith(QLatin1String(".opus")))
            noteFile(attachment.name);
        else
            notes.files[attachment.name] = sizeText(attachment.size);
    }
}

} // namespace rapport::app

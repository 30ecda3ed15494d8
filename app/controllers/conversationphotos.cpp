// SPDX-License-Identifier: Apache-2.0
// Pictures of a conversation: made small and upright by the worker, on disk before anything else is shown, and brought back when they were removed.
#include "app/capture/photo.h"
#include "app/controllers/conversationstate.h"
#include "app/conversation/sentences.h"
#include "app/conversation/whendone.h"

#include <QBuffer>
#include <QImage>
#include <QtConcurrent>

namespace rapport::app
{

using forms::NodeId;

namespace
{

constexpr int usualSide = 4096; ///< pixels of a photo's longer side where the form says nothing

} // namespace

void ConversationController::Private::pickPhoto(NodeId node, const QString& path)
{
    addPhoto(node, [path](int side) { return capture::photoFromFile(path, side); });
}

void ConversationController::Private::takePhoto(NodeId node, const QImage& picture)
{
    addPhoto(node, [picture](int side) {
        QByteArray file;
        QBuffer buffer(&file);
        buffer.open(QIODevice::WriteOnly);
        picture.save(&buffer, "BMP"); // the quickest: it goes no further than the worker
        return capture::photoFrom(file, side);
    });
}

void ConversationController::Private::addPhoto(NodeId node, MakePhoto make)
{
    const int side = session->node(node).maxPixels.value_or(usualSide);
    notes.refused.erase(node);
    notes.preparing.insert(node);
    show();
    auto made = QtConcurrent::run([make = std::move(make), side] { return make(side); });
    whenDone(made, &q, [this, node, life = m_life](const Result<photo::Photo>& photo) {
        if (life == m_life)
            photoMade(node, photo);
    });
}

void ConversationController::Private::photoMade(NodeId node, const Result<photo::Photo>& photo)
{
    const auto ready = [this, node, life = m_life] {
        if (life != m_life)
            return;
        notes.preparing.erase(node);
        show();
        if (notes.preparing.empty()) {
            for (const auto& then : std::exchange(m_afterPhotos, {}))
                then();
        }
    };
    if (!photo) {
        notes.refused[node] = {session->node(node).value, Sentences::failed(Sentences::Doing::AddingPhoto, photo.error())};
        return ready();
    }
    const QString name = fileName(node, QStringLiteral("jpg"));
    writer.addFile({name, QStringLiteral("image/jpeg"), photo->jpeg, photo->thumbnail});
    if (session->answer(node, name)) // else its repetition was removed meanwhile
        accepted(node);
    save();
    writer.flush([ready](const Status&) { ready(); }); // how it failed is said by the writer
}

QString ConversationController::Private::fileName(NodeId node, const QString& suffix) const
{
    return QStringLiteral("%1-%2.%3").arg(session->node(node).name, QString::number(parts.clock().toMSecsSinceEpoch()), suffix);
}

void ConversationController::Private::attach(NodeId id, const File& file)
{
    const QString kept = session->node(id).value; // a signature grows with each stroke
    const QString name = kept.isEmpty() ? fileName(id, file.suffix) : kept;
    if (!session->answerFile(id, {name, file.mediaType, file.content}))
        return;
    writer.addFile({name, file.mediaType, file.content, {}});
    accepted(id);
}

void ConversationController::Private::removeFile(NodeId node)
{
    const QString name = session->node(node).value;
    if (name.isEmpty() || !session->answer(node, {}))
        return;
    offerUndo(ConversationController::tr("Removed. Undo"), [this, node, name] {
        if (session->answer(node, name))
            accepted(node);
    });
    accepted(node);
}

} // namespace rapport::app

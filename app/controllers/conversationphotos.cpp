// SPDX-License-Identifier: Apache-2.0
// Pictures of a conversation: made small and upright by the worker, on disk before anything else is shown, and brought back when they were removed.
#include "app/capture/photo.h"
#include "app/controllers/conversationstate.h"
#include "app/controllers/questionkind.h"
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

void ConversationController::Private::keepCardPhoto(const QImage& photo)
{
    const auto& targets = form->payloadTargets();
    const auto target =
        std::find_if(targets.begin(), targets.end(), [](const forms::PayloadTarget& one) { return one.key == QLatin1String("contacts.card_photo"); });
    const auto node = target == targets.end() ? std::nullopt : session->find(target->nodeset);
    if (node && questionKind(*session, session->node(*node)) == Question::Kind::Photo)
        return takePhoto(*node, photo);
    const QString lost = ConversationController::tr("The photo of the card is not kept: this form has no question for it.");
    notice = notice.isEmpty() ? lost : notice + QLatin1Char('\n') + lost;
    show();
}

/// The picture below is read again, not taken from the screen: there it is smaller.
void ConversationController::Private::draw(NodeId node, const Drawing& drawing)
{
    const QString under = session->node(node).value;
    if (under.isEmpty())
        return addPhoto(node, [drawing](int side) { return drawnOn(blankPaper(side), drawing); });
    notes.preparing.insert(node);
    show();
    auto read = parts.thread.run([id = conversation.id, under](store::Store& store) { return store.attachment(id, under); });
    whenDone(read, &q, [this, node, drawing, life = m_life](const Result<QByteArray>& file) {
        if (life != m_life)
            return;
        const auto make = [file, drawing](int side) -> Result<photo::Photo> {
            const auto paper = file ? capture::photoFrom(*file, side) : file.error();
            return paper ? drawnOn(QImage::fromData(paper->jpeg, "JPEG"), drawing) : paper;
        };
        addPhoto(node, make, Replaced::CanComeBack);
    });
}

void ConversationController::Private::addPhoto(NodeId node, MakePhoto make, Replaced replaced)
{
    const int side = session->node(node).maxPixels.value_or(usualSide);
    notes.told.erase(node);
    notes.preparing.insert(node);
    show();
    auto made = QtConcurrent::run([make = std::move(make), side] { return make(side); });
    whenDone(made, &q, [this, node, replaced, life = m_life](const Result<photo::Photo>& photo) {
        if (life == m_life)
            photoMade(node, photo, replaced);
    });
}

void ConversationController::Private::photoMade(NodeId node, const Result<photo::Photo>& photo, Replaced replaced)
{
    if (!photo) {
        notes.told[node] = Sentences::failed(Sentences::Doing::AddingPhoto, photo.error());
        return prepared(node);
    }
    const QString before = session->node(node).value, name = fileName(node, QStringLiteral("jpg"));
    writer.addFile({name, QStringLiteral("image/jpeg"), photo->jpeg, photo->thumbnail});
    if (session->answer(node, name)) { // else its repetition was removed meanwhile
        if (replaced == Replaced::CanComeBack && !before.isEmpty())
            offerBack(node, ConversationController::tr("Drawn on it. Undo"), before);
        accepted(node);
    }
    prepareToShow(node);
}

/// What is shown from the store has to be there first.
void ConversationController::Private::prepareToShow(NodeId node)
{
    save();
    writer.flush([this, node, life = m_life](const Status&) { // how it failed is said by the writer
        if (life == m_life)
            prepared(node);
    });
}

void ConversationController::Private::signByName(NodeId node, const QByteArray& png)
{
    notes.preparing.insert(node);
    attach(node, {QStringLiteral("png"), QStringLiteral("image/png"), png});
    prepareToShow(node);
}

/// A file is an answer, or it is said why not: whoever waited goes on.
void ConversationController::Private::prepared(NodeId node)
{
    notes.preparing.erase(node);
    show();
    if (notes.preparing.empty()) {
        for (const auto& then : std::exchange(m_afterPhotos, {}))
            then();
    }
}

QString ConversationController::Private::fileName(NodeId node, const QString& suffix) const
{
    return freshName(session->node(node).name, suffix);
}

QString ConversationController::Private::freshName(const QString& stem, const QString& suffix) const
{
    const QString name = QStringLiteral("%1-%2").arg(stem, QString::number(parts.clock().toMSecsSinceEpoch()));
    return suffix.isEmpty() ? name : name + QLatin1Char('.') + suffix;
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
    offerBack(node, ConversationController::tr("Removed. Undo"), name);
    accepted(node);
}

void ConversationController::Private::offerBack(NodeId node, const QString& text, const QString& file)
{
    offerUndo(text, [this, node, file] {
        if (session->answer(node, file))
            accepted(node);
    });
}

} // namespace rapport::app

// SPDX-License-Identifier: Apache-2.0
// How rapport-worker document is spoken to: {"size": BYTES} and a line end, then the file; it says {"pages": [width by height, …]} or {"problem"}.
// Then, a line each: {"page", "width"} → {"width", "height"} and the pixels, 32 bits each; {"page"} → {"text"}; {"page", "find"} →
// {"marks": [[x, y, width, height], …]}. It ends with its standard input.
#include "app/capture/document.h"

#include "app/capture/helper.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

namespace rapport::capture
{

namespace
{

constexpr int deadlineMs = 20'000;
constexpr qint64 maxLine = 4 * 1024 * 1024, maxPixels = 4096ll * 8000;

Error died()
{
    return {Error::Kind::Corrupt, QStringLiteral("the worker died of this document, or does not come to an end")};
}

} // namespace

Document::Document(std::unique_ptr<QProcess> worker) : m_worker(std::move(worker)) {}

Document::~Document()
{
    m_worker->closeWriteChannel();
    m_worker->kill(); // it keeps nothing
    m_worker->waitForFinished(1000);
}

Result<std::unique_ptr<Document>> Document::open(QIODevice& pdf)
{
    auto worker = std::make_unique<QProcess>();
    worker->setStandardErrorFile(QProcess::nullDevice());
    worker->start(helperProgram(QStringLiteral("rapport-worker")), {QStringLiteral("document")});
    worker->write(QJsonDocument(QJsonObject{{QStringLiteral("size"), pdf.size()}}).toJson(QJsonDocument::Compact) + '\n');
    feed(*worker, pdf); // where it ended early nothing is heard of it
    auto document = std::unique_ptr<Document>(new Document(std::move(worker)));
    const auto said = document->heard();
    if (!said)
        return said.error();
    if (const QString problem = (*said)[QLatin1String("problem")].toString(); !problem.isEmpty())
        return Error{problem == QLatin1String("locked") ? Error::Kind::Denied : Error::Kind::Invalid,
                     QStringLiteral("the document cannot be opened")};
    for (const QJsonValue shape : (*said)[QLatin1String("pages")].toArray())
        document->m_shapes.push_back(shape.toDouble());
    return document->m_shapes.empty() ? died() : Result<std::unique_ptr<Document>>(std::move(document));
}

Result<QJsonObject> Document::heard()
{
    QElapsedTimer clock;
    clock.start();
    while (!m_worker->canReadLine()) {
        const bool tooMuch = m_worker->bytesAvailable() > maxLine || clock.elapsed() > deadlineMs;
        if (tooMuch || (!m_worker->waitForReadyRead(deadlineMs) && !m_worker->canReadLine())) {
            m_worker->kill();
            return died();
        }
    }
    return QJsonDocument::fromJson(m_worker->readLine(maxLine)).object();
}

Result<QJsonObject> Document::ask(const QJsonObject& request)
{
    if (m_worker->state() != QProcess::Running)
        return died();
    m_worker->write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    const auto said = heard();
    if (said && said->contains(QLatin1String("problem")))
        return Error{Error::Kind::Invalid, QStringLiteral("there is no such page")};
    return said;
}

Result<QImage> Document::draw(int page, int width)
{
    const auto said = ask({{QStringLiteral("page"), page}, {QStringLiteral("width"), width}});
    if (!said)
        return said.error();
    const int wide = (*said)[QLatin1String("width")].toInt(), high = (*said)[QLatin1String("height")].toInt();
    if (wide < 1 || high < 1 || qint64(wide) * high > maxPixels)
        return died();
    QImage picture(wide, high, QImage::Format_RGB32);
    const qint64 bytes = picture.sizeInBytes();
    for (qint64 at = 0; at < bytes;) {
        const qint64 count = m_worker->read(reinterpret_cast<char*>(picture.bits()) + at, bytes - at);
        if (count < 0 || (count == 0 && !m_worker->waitForReadyRead(deadlineMs)))
            return died();
        at += count;
    }
    return picture;
}

Result<QString> Document::text(int page)
{
    const auto said = ask({{QStringLiteral("page"), page}});
    return said ? Result<QString>((*said)[QLatin1String("text")].toString()) : said.error();
}

Result<std::vector<QRectF>> Document::marks(int page, const QString& typed)
{
    const auto said = ask({{QStringLiteral("page"), page}, {QStringLiteral("find"), typed}});
    if (!said)
        return said.error();
    std::vector<QRectF> marks;
    for (const QJsonValue one : (*said)[QLatin1String("marks")].toArray()) {
        const QJsonArray box = one.toArray();
        marks.push_back(QRectF(box[0].toDouble(), box[1].toDouble(), box[2].toDouble(), box[3].toDouble()));
    }
    return marks;
}

} // namespace rapport::capture

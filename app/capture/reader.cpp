// SPDX-License-Identifier: Apache-2.0
#include "app/capture/reader.h"

#include "app/capture/sharedframe.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTimer>

#include <algorithm>
#include <cstring>
#include <deque>
#include <utility>

namespace rapport::capture
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.capture")

constexpr qint64 maxPixels = 100'000'000;
constexpr int restartMs = 100, deadlineMs = 3000, cardDeadlineMs = 25'000;
constexpr int longestCardSide = 4096; ///< pixels: a card's letters are large enough, and the worker has its memory for other things
constexpr int maxStartFailures = 5;

QPolygonF polygon(const QJsonArray& points)
{
    QPolygonF corners;
    for (const QJsonValue point : points)
        corners.append({point.toArray()[0].toDouble(), point.toArray()[1].toDouble()});
    return corners;
}

ReadResult parseReply(const QJsonObject& reply)
{
    ReadResult result;
    result.seen = polygon(reply[QLatin1String("seen")].toArray());
    result.milliseconds = reply[QLatin1String("ms")].toInteger();
    const QJsonArray codes = reply[QLatin1String("codes")].toArray();
    for (const QJsonValue value : codes) {
        const QJsonObject one = value.toObject();
        result.codes.push_back({one[QLatin1String("format")].toString(), one[QLatin1String("text")].toString(),
                                polygon(one[QLatin1String("points")].toArray()), one[QLatin1String("certain")].toBool(true)});
    }
    return result;
}

} // namespace

struct Reader::Private {
    struct Request {
        quint64 number;
        QImage picture; ///< luma, of a card RGB; let go once it is in shared memory
        Effort effort;
        Kinds kinds = Kinds::All;
        bool isCard = false;
        double scale = 1; ///< of a card's picture, to what was handed in
    };

    Reader* q;
    QString workerPath;
    QProcess process;
    QTimer deadline, restart;
    std::deque<Request> queue; ///< the first one is with the worker while busy
    std::unique_ptr<SharedFrame> frame;
    quint64 lastNumber = 0;
    bool busy = false;
    int startFailures = 0;

    void next()
    {
        if (busy || queue.empty() || restart.isActive())
            return;
        if (process.state() == QProcess::NotRunning) {
            process.start(workerPath, {});
            return; // started() comes back here
        }
        if (process.state() != QProcess::Running)
            return;
        const QImage picture = std::exchange(queue.front().picture, {});
        const bool isCard = queue.front().isCard;
        const std::size_t row = static_cast<std::size_t>(picture.width()) * (isCard ? 3 : 1),
                          bytes = row * static_cast<std::size_t>(picture.height());
        if (!frame || frame->size() < bytes) {
            frame.reset();
            frame = std::make_unique<SharedFrame>(
                QStringLiteral("/rapport-%1-%2").arg(QCoreApplication::applicationPid()).arg(reinterpret_cast<quintptr>(this)), bytes,
                SharedFrame::Role::Make);
        }
        if (!frame->data())
            return fail({Error::Kind::Full, QStringLiteral("no shared memory for the picture")});
        for (int y = 0; y < picture.height(); ++y)
            std::memcpy(frame->data() + static_cast<std::size_t>(y) * row, picture.constScanLine(y), row);
        busy = true;
        process.write(QJsonDocument(QJsonObject{{QStringLiteral("id"), static_cast<qint64>(queue.front().number)},
                                                {QStringLiteral("frame"), frame->name()},
                                                {QStringLiteral("width"), picture.width()},
                                                {QStringLiteral("height"), picture.height()},
                                                {QStringLiteral("card"), isCard},
                                                {QStringLiteral("quick"), queue.front().effort == Effort::Quick},
                                                {QStringLiteral("badges"), queue.front().kinds == Kinds::Badges}})
                          .toJson(QJsonDocument::Compact) +
                      '\n');
        deadline.start(isCard ? cardDeadlineMs : deadlineMs);
    }

    Request take()
    {
        busy = false;
        deadline.stop();
        Request request = std::move(queue.front());
        queue.pop_front();
        return request;
    }

    void fail(const Error& error)
    {
        if (const quint64 number = take().number)
            Q_EMIT q->failed(number, error);
        next();
    }

    void answer(const Request& request, const QJsonObject& reply)
    {
        if (!request.isCard) {
            Q_EMIT q->finished(request.number, parseReply(reply));
            return;
        }
        CardText text = cardTextFromJson(reply[QLatin1String("card")].toObject());
        const QTransform larger = QTransform::fromScale(request.scale, request.scale);
        text.toPicture = text.toPicture * larger;
        text.outline = larger.map(text.outline);
        for (Code& code : text.codes)
            code.points = larger.map(code.points);
        Q_EMIT q->cardRead(request.number, text);
    }

    quint64 refuse(quint64 number)
    {
        QMetaObject::invokeMethod(
            q,
            [this, number] {
                Q_EMIT q->failed(number, {Error::Kind::Invalid, QStringLiteral("the picture is empty or too large")});
            },
            Qt::QueuedConnection);
        return number;
    }

    void readReplies()
    {
        while (busy && process.canReadLine()) {
            const QJsonObject reply = QJsonDocument::fromJson(process.readLine()).object();
            if (static_cast<quint64>(reply[QLatin1String("id")].toInteger()) != queue.front().number && queue.front().number != 0)
                continue;
            startFailures = 0;
            if (const Request request = take(); request.number != 0)
                answer(request, reply);
        }
        next();
    }

    void died()
    {
        restart.start(restartMs);
        if (busy) {
            qCInfo(log) << "the worker died of a picture; it is skipped";
            fail({Error::Kind::Corrupt, QStringLiteral("reading this picture failed")});
        }
    }
};

Reader::Reader(const QString& workerPath, QObject* parent) : QObject(parent), d(std::make_unique<Private>())
{
    qRegisterMetaType<ReadResult>();
    qRegisterMetaType<CardText>();
    qRegisterMetaType<Error>();
    d->q = this;
    d->workerPath = workerPath;
    d->restart.setSingleShot(true);
    d->deadline.setSingleShot(true);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("OMP_THREAD_LIMIT"), QStringLiteral("1")); // Tesseract's threads wait for each other longer than they work
    d->process.setProcessEnvironment(environment);
    d->process.setProcessChannelMode(QProcess::SeparateChannels);
    d->process.setStandardErrorFile(QProcess::nullDevice()); // what a code said may stand in its complaints
    connect(&d->process, &QProcess::started, this, [this] { d->next(); });
    connect(&d->process, &QProcess::readyReadStandardOutput, this, [this] { d->readReplies(); });
    connect(&d->process, &QProcess::finished, this, [this] { d->died(); });
    connect(&d->restart, &QTimer::timeout, this, [this] { d->next(); });
    connect(&d->deadline, &QTimer::timeout, this, [this] { d->process.kill(); });
    connect(&d->process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart || d->queue.empty())
            return;
        qCWarning(log) << "the worker cannot be started";
        if (++d->startFailures > maxStartFailures)
            d->restart.start(restartMs * 10);
        d->fail({Error::Kind::Internal, QStringLiteral("the reader of codes cannot be started")});
    });
}

Reader::~Reader()
{
    d->process.disconnect(this);
    d->process.closeWriteChannel();
    if (d->process.state() != QProcess::NotRunning && !d->process.waitForFinished(300)) {
        d->process.kill();
        d->process.waitForFinished(1000);
    }
}

quint64 Reader::read(const QImage& picture, Effort effort, Kinds kinds)
{
    const quint64 number = ++d->lastNumber;
    if (picture.isNull() || qint64(picture.width()) * picture.height() > maxPixels)
        return d->refuse(number);
    d->queue.push_back({number, picture.convertToFormat(QImage::Format_Grayscale8), effort, kinds});
    d->next();
    return number;
}

quint64 Reader::readCard(const QImage& picture)
{
    const quint64 number = ++d->lastNumber;
    if (picture.isNull() || qint64(picture.width()) * picture.height() > maxPixels)
        return d->refuse(number);
    const int longer = std::max(picture.width(), picture.height());
    const QImage sized =
        longer > longestCardSide ? picture.scaled(longestCardSide, longestCardSide, Qt::KeepAspectRatio, Qt::SmoothTransformation) : picture;
    Private::Request request{number, sized.convertToFormat(QImage::Format_RGB888), Effort::Thorough};
    request.isCard = true;
    request.scale = static_cast<double>(longer) / std::max(sized.width(), sized.height());
    d->queue.push_back(std::move(request));
    d->next();
    return number;
}

void Reader::cancel(quint64 request)
{
    for (auto it = d->queue.begin(); it != d->queue.end(); ++it) {
        if (it->number != request)
            continue;
        if (d->busy && it == d->queue.begin())
            it->number = 0; // with the worker: its answer is dropped
        else
            d->queue.erase(it);
        return;
    }
}

qint64 Reader::workerPid() const
{
    return d->process.processId();
}

} // namespace rapport::capture

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"
#include "sync/contact/contact.h"

#include <QImage>
#include <QObject>
#include <QPolygonF>

#include <memory>
#include <vector>

namespace rapport::capture {

/// One code found in one picture.
struct Code {
    QString format;   ///< "QRCode", "DataMatrix" …
    QString text;
    QPolygonF points; ///< four corners in the picture, pixels, clockwise from top left of the code
};

struct ReadResult {
    std::vector<Code> codes;
    qint64 milliseconds = 0;
};

/// Reads codes in the child process `rapport-worker`, which may die of a picture and is started again in 100 ms; what killed it is skipped.
/// Pictures go through shared memory, as 8-bit luma, one copy. Asynchronous; requests are answered in order, each exactly once.
class Reader : public QObject {
    Q_OBJECT
public:
    explicit Reader(const QString& workerPath, QObject* parent = nullptr);
    ~Reader() override;

    quint64 read(const QImage& picture); ///< returns the request's number
    void cancel(quint64 request);        ///< its answer will not come

Q_SIGNALS:
    void finished(quint64 request, const rapport::capture::ReadResult& result);
    void failed(quint64 request, const rapport::Error& error); ///< Corrupt: this picture killed the worker; Internal: the worker cannot be started

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// A source of pictures: a folder or a file (`--camera-source`), later a camera, a video, a keyboard wedge.
class FrameSource : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void start() = 0;
    virtual void stop() = 0;
    /// The source has been understood: a folder moves on to its next picture at the next start().
    virtual void advance() = 0;

Q_SIGNALS:
    void frame(const QImage& picture); ///< at most as fast as the receiver asks by returning
    void unavailable(const rapport::Error& error);
};

/// PNG and JPEG pictures of a folder in order of name, or one picture; shown again and again until advance(). Limits: 64 MiB, 100 megapixels.
std::unique_ptr<FrameSource> makePictureSource(const QString& path);

/// What a code's text says about a person. Never fails: what is not understood becomes the note of the draft, or its badge id.
contact::ContactDraft draftFromCode(const Code& code);

} // namespace rapport::capture

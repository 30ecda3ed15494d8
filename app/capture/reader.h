// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/cardtext.h"
#include "app/capture/code.h"
#include "forms/base/result.h"

#include <QImage>
#include <QObject>

#include <memory>

namespace rapport::capture
{

/// Reads codes and business cards in the child process `rapport-worker`, which may die of a picture and is started again after 100 ms; what killed it
/// is skipped. Pictures go through shared memory, for codes as 8-bit luma, one copy. Asynchronous; requests are answered in order, each exactly once.
/// A picture that takes longer than 3 s, a card that takes longer than 25 s counts as one that killed the worker.
class Reader : public QObject
{
    Q_OBJECT
public:
    explicit Reader(const QString& workerPath, QObject* parent = nullptr);
    ~Reader() override;

    /// Returns the request's number. At most 100 megapixels; larger ones fail as Invalid.
    quint64 read(const QImage& picture, Effort effort = Effort::Thorough, Kinds kinds = Kinds::All);
    /// The same for the business card on a picture; cardRead() answers. Where codes are read meanwhile, give cards a reader of their own.
    quint64 readCard(const QImage& picture);
    void cancel(quint64 request); ///< its answer will not come
    qint64 workerPid() const;     ///< 0: not running

Q_SIGNALS:
    void finished(quint64 request, const rapport::capture::ReadResult& result);
    void cardRead(quint64 request, const rapport::capture::CardText& text);
    void failed(quint64 request, const rapport::Error& error); ///< Corrupt: this picture killed the worker; Internal: the worker cannot be started

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace rapport::capture

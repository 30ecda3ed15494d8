// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QImage>
#include <QJsonObject>
#include <QRectF>

#include <memory>
#include <vector>

class QIODevice;
class QProcess;

namespace rapport::capture
{

/// One PDF, open in a worker process of its own, so that a page takes no longer than its drawing. Waits for the worker, 20 s at most; made, asked
/// and destroyed on one thread, which is not the UI's.
class Document
{
public:
    /// Denied: it asks for a password. Invalid: no PDF, or torn. Corrupt: the worker died of it.
    static Result<std::unique_ptr<Document>> open(QIODevice& pdf);
    ~Document(); ///< ends the worker

    int pageCount() const { return static_cast<int>(m_shapes.size()); }
    double shape(int page) const { return m_shapes[static_cast<std::size_t>(page - 1)]; } ///< width by height; 0: a page without a size

    /// Of page @p page, from 1. Invalid: there is no such page; Corrupt: the worker died of it, and nothing more comes.
    Result<QImage> draw(int page, int width);
    Result<QString> text(int page);
    Result<std::vector<QRectF>> marks(int page, const QString& typed); ///< where words begin like @p typed, 0 … 1 of the page

private:
    explicit Document(std::unique_ptr<QProcess> worker);
    Result<QJsonObject> heard();
    Result<QJsonObject> ask(const QJsonObject& request);

    std::unique_ptr<QProcess> m_worker;
    std::vector<double> m_shapes;
};

} // namespace rapport::capture

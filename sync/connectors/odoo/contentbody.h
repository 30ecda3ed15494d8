// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIODevice>

namespace rapport::connectors::odoo
{

/// The body of a request that holds a file in Base64, read once from its beginning, piece by piece: the file is never in memory as a whole.
class ContentBody : public QIODevice
{
public:
    /// @p file gives @p size bytes and has to stay.
    ContentBody(QByteArray before, QIODevice& file, qint64 size, QByteArray after);

    qint64 wholeSize() const; ///< bytes of the body
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char* data, qint64 most) override; ///< -1: the file ended early, or could not be read
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    bool fill();

    QByteArray m_ready, m_after;
    QIODevice& m_file;
    qint64 m_size = 0, m_left = 0; ///< of the file
};

} // namespace rapport::connectors::odoo

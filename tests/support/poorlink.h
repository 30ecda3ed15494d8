// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <memory>

namespace rapport::test
{

/// A link between a client and a server on 127.0.0.1 that knows nothing of HTTP: bytes go through as they come, at a limited rate, and every so many
/// bytes from the client all that is open is reset. A thread of its own; all calls are safe from any.
class PoorLink
{
public:
    struct Shape {
        qint64 cutEvery = 0;     ///< bytes from the client; 0: never
        qint64 bytesASecond = 0; ///< from the client; 0: as fast as they come
    };
    PoorLink(quint16 targetPort, Shape shape);
    ~PoorLink();
    PoorLink(const PoorLink&) = delete;
    PoorLink& operator=(const PoorLink&) = delete;

    quint16 port() const;
    void setShape(Shape shape); ///< counting to the next cut begins anew
    void setTarget(quint16 port);
    qint64 fromClient() const; ///< bytes that have left the client and were read here
    int cuts() const;

private:
    class Relay;
    std::unique_ptr<Relay> m_relay;
};

} // namespace rapport::test

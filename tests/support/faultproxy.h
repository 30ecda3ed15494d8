// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>

namespace rapport::test
{

/// What the proxy does with a request instead of handing it on.
struct Fault {
    enum class Kind {
        Pass,           ///< hands on and answers
        Status,         ///< answers with `status` and a short HTML page; the target never hears of it
        Slow,           ///< waits `delay`, then hands on and answers
        CommitThenDrop, ///< the target gets all of it and answers fully; then the connection is closed without a byte
        Truncate,       ///< the target answers fully; half of the body is passed on, then the connection is closed
        WholeBut,       ///< answers 200 as our hub would, with `body`: a hub that lies
        WrongLength,    ///< the target answers fully; Content-Length promises a hundred bytes more than come
        Endless,        ///< answers 200 and sends without an end, until the other side has had enough
        Refuse,         ///< nobody listens on the port
    };
    Kind kind = Kind::Pass;
    int status = 500;
    std::chrono::milliseconds delay{0};
    QByteArray body{};

    static Fault answerWith(int status) { return {Kind::Status, status, {}, {}}; }
    static Fault slow(std::chrono::milliseconds delay) { return {Kind::Slow, 0, delay, {}}; }
    static Fault commitThenDrop() { return {Kind::CommitThenDrop, 0, {}, {}}; }
    static Fault truncate() { return {Kind::Truncate, 0, {}, {}}; }
    static Fault wrongLength() { return {Kind::WrongLength, 0, {}, {}}; }
    static Fault endless() { return {Kind::Endless, 0, {}, {}}; }
    static Fault wholeBut(const QByteArray& body) { return {Kind::WholeBut, 200, {}, body}; }
    static Fault refuse() { return {Kind::Refuse, 0, {}, {}}; }
};

/// A HTTP proxy with real sockets between a client and a server on 127.0.0.1, on threads of its own, that misbehaves when told to.
/// It speaks HTTP/1.1, one request a connection. All calls are safe from any thread while it runs.
class FaultProxy
{
public:
    explicit FaultProxy(quint16 targetPort);
    ~FaultProxy(); ///< closes everything
    FaultProxy(const FaultProxy&) = delete;
    FaultProxy& operator=(const FaultProxy&) = delete;

    quint16 port() const; ///< stays the same for its life
    QUrl url(const QString& path = QStringLiteral("/")) const;
    void setTarget(quint16 port); ///< where the target listens now

    /// From now on @p fault, for the first @p times requests (-1: all) that hold @p text in their request line or body; others pass.
    /// Refuse knows neither times nor text. Replaces what was set before.
    void set(Fault fault, int times = -1, const QByteArray& text = {});
    void pass() { set(Fault{}); }

    /// How many requests came so far that hold @p text in their request line ("POST /submission") or body; empty: all.
    int seen(const QByteArray& text = {}) const;
    int faulted() const; ///< how many were treated to a fault
    void forget();       ///< both counts start anew

private:
    class Listener;
    std::unique_ptr<Listener> m_listener;
};

} // namespace rapport::test

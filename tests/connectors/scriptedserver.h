// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace rapport::test
{

/// A HTTP server on 127.0.0.1 that answers from a script, on a thread of its own: `answer(request)` gives the bytes to send, head and all; then the
/// connection is closed. Empty bytes: closed without an answer.
class ScriptedServer
{
public:
    using Answer = std::function<QByteArray(const QByteArray& request)>;
    explicit ScriptedServer(Answer answer);
    ~ScriptedServer();

    quint16 port() const { return m_port; }
    int count(const QByteArray& text) const; ///< requests that hold @p text
    static QByteArray ok(const QByteArray& body, const QByteArray& type = "application/json");
    static QByteArray status(int status, const QByteArray& body = {});

private:
    void serve();

    Answer m_answer;
    int m_listening = -1;
    quint16 m_port = 0;
    std::atomic<bool> m_ending = false;
    mutable std::mutex m_mutex;
    std::vector<QByteArray> m_seen;
    std::thread m_thread;
};

} // namespace rapport::test

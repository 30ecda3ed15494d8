// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayList>
#include <QString>
#include <QUrl>

#include <chrono>

namespace rapport::connectors::dav
{

struct Account {
    QUrl collection; ///< ends with a slash
    QString user, password;
    QString certificates; ///< PEM; empty: the system's
    std::chrono::milliseconds time{30'000};
};

/// How one request ended.
struct Answer {
    enum class Kind {
        Status,      ///< `status` says it
        Unreachable, ///< nothing left us
        Lost,        ///< it left us and no whole answer came: it may have been carried out
        Untrusted,   ///< a certificate that nobody vouches for
        TooLarge,    ///< an answer beyond 32 MiB
    };
    Kind kind = Kind::Unreachable;
    int status = 0;
    QByteArray body{}, etag{};
    std::chrono::seconds retryAfter{0}; ///< as the header says it in seconds; a date there says nothing to us
};

/// HTTP to one collection, blocking. One request never goes out twice. A password that was refused is not tried again until retryPassword().
class Client
{
public:
    explicit Client(Account account) : m_account(std::move(account)) {}

    /// @p name: of a member, not encoded; empty: the collection itself.
    Answer ask(const QByteArray& method, const QString& name, const QByteArrayList& headers = {}, const QByteArray& body = {});
    void retryPassword() { m_refused = false; }
    QString hrefOf(const QString& name) const; ///< the path, encoded
    std::chrono::milliseconds time() const { return m_account.time; }

private:
    Account m_account;
    bool m_refused = false;
};

} // namespace rapport::connectors::dav

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace rapport::connectors::mail
{

struct Account {
    QUrl server;                             ///< smtp://mail.example:587 or smtps://mail.example:465
    bool startTls = true;                    ///< with smtp://: nothing but the greeting goes out before TLS
    QString user, password;                  ///< both empty: without
    QString certificates;                    ///< PEM; empty: the system's
    std::chrono::milliseconds time{120'000}; ///< for one mail
};

struct Attachment {
    QByteArray disposition, type;       ///< "attachment; filename=…", "application/pdf"
    std::unique_ptr<QIODevice> content; ///< open, read piece by piece
};

struct Message {
    QByteArray from, to; ///< addresses of the envelope
    QByteArrayList head; ///< lines, complete but for those of MIME
    QByteArray text;     ///< UTF-8, lines end with CR LF
    std::vector<Attachment> attachments;
};

/// How a conversation with a mail server ended.
struct Outcome {
    enum class Kind {
        Accepted,
        Unreachable, ///< not a byte of the mail left us
        Later,       ///< the server said 4xx: it has not taken it
        Denied,      ///< user or password
        Untrusted,   ///< no TLS, or a certificate that nobody vouches for
        Refused,     ///< the server said 5xx: it has not taken it
        Unread,      ///< an attachment could not be read to its end; the server throws away what it has
        Unnoted,     ///< `beginning` said no
        Unknown,     ///< the mail left us, wholly or in part, and no answer came
    };
    Kind kind = Kind::Unknown;
    int reply = 0;   ///< the last that the server said; 0: nothing
    QByteArray step; ///< the last that we said: "RCPT"; never an address

    QString text() const; ///< for the log
};

/// Sends one mail, once. @p beginning is called when the server is ready to take it, before the first byte of it goes out; false: it does not.
Outcome send(const Account& account, const Message& message, const std::function<bool()>& beginning);
/// Connects and logs in, no more.
Outcome greet(const Account& account);

} // namespace rapport::connectors::mail

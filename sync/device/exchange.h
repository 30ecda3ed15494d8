// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"
#include "sync/device/device.h"
#include "sync/wire/openrosa.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <atomic>
#include <chrono>
#include <memory>

namespace rapport::device
{

/// One file that goes with a submission; read while it is being sent.
struct OutgoingFile {
    QString name, mediaType, sha256;
    std::unique_ptr<QIODevice> content;
};

/// How a request to the hub ended, said so that the outbox knows what to do.
struct Outcome {
    enum class Kind {
        Done,
        Offline,    ///< not reached, cut off, timed out: come again
        NotTheHub,  ///< somebody else answered: a captive portal, a proxy's page
        Denied,     ///< 401, 403
        Refused,    ///< 400, 404, 409: this record will not be taken as it is
        TooLarge,   ///< 413
        Unreadable, ///< nothing was asked: a part of it cannot be read on this device
        Server      ///< 5xx: come again
    };
    Kind kind = Kind::Offline;
    QByteArray body;
    QString refusal;            ///< of a 401: a word of wire::refusal
    int status = 0;             ///< of HTTP; 0: no answer
    bool wentOut = false;       ///< the whole of what was sent has left us: somebody may have it, whatever we heard
    bool surelyNotKept() const; ///< the hub cannot have taken what was sent
    QString word() const;       ///< "", "offline", "not-the-hub", "denied", "revoked", "refused", "too-large", "unreadable", "server"
};

/// Requests to one hub, one after another, on the thread of its caller. Each has a deadline and a limit on what it reads; a redirection is not
/// followed, for a hub does not redirect and a hotel does. Only answers with the OpenRosa header count as the hub's.
class Exchange
{
public:
    explicit Exchange(const std::atomic<bool>& stopping); ///< set from any thread: ends the request under way
    ~Exchange();
    void setHub(const HubAddress& hub) { m_hub = hub; }
    bool hasHub() const { return m_hub.url.isValid() && !m_hub.token.isEmpty(); }

    Outcome get(const QString& pathAndQuery, qint64 maxBytes = 32 * 1024 * 1024);
    /// The same in two steps, so that the hub works on the next answer while the last one is being stored. A question that is not finished is
    /// taken back when its pointer goes.
    using Question = std::unique_ptr<QNetworkReply>;
    Question begin(const QString& pathAndQuery);
    Outcome finish(Question question, qint64 maxBytes = 32 * 1024 * 1024);
    /// A question in JSON to a hub that does not know us yet, or no longer: without a token. Done for 200 and 201.
    Outcome post(const QUrl& hub, const QString& path, const QByteArray& json);
    /// Done only for 201 and 202 with an OpenRosa body: anything less is no receipt.
    Outcome submit(const QByteArray& record, const std::vector<OutgoingFile>& files);
    bool isStopping() const { return m_stopping; }

private:
    QNetworkRequest request(const HubAddress& hub, const QString& pathAndQuery) const;
    enum class Expected { Content, Receipt };
    Outcome wait(Question question, qint64 maxBytes, Expected expected);

    const std::atomic<bool>& m_stopping;
    HubAddress m_hub;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace rapport::device

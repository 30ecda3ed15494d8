// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"
#include "sync/device/device.h"
#include "sync/wire/handover.h"
#include "sync/wire/openrosa.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <atomic>
#include <chrono>
#include <memory>

namespace rapport::device
{

/// One file that goes with a draft; read while it is being sent.
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
    QString refusal;                 ///< of a 401: a word of wire::refusal
    int status = 0;                  ///< of HTTP; 0: no answer
    std::optional<qint64> missing{}; ///< of a submission: how many of its files the hub still waits for
    std::optional<qint64> offset{};  ///< of an upload: how far the hub has it
    bool wentOut = false;            ///< the whole of what was sent has left us: somebody may have it, whatever we heard
    bool surelyNotKept() const;      ///< the hub cannot have taken what was sent
    QString word() const;            ///< "", "offline", "not-the-hub", "denied", "revoked", "refused", "too-large", "unreadable", "server"
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
    /// @p length bytes from @p offset of what lies there: Done with exactly these.
    Outcome getPiece(const QString& path, qint64 offset, qint64 length);
    /// The same in two steps, so that the hub works on the next answer while the last one is being stored. A question that is not finished is
    /// taken back when its pointer goes.
    using Question = std::unique_ptr<QNetworkReply>;
    Question begin(const QString& pathAndQuery);
    Outcome finish(Question question, qint64 maxBytes = 32 * 1024 * 1024);
    /// A question in JSON to a hub that does not know us yet, or no longer: without a token. Done for 200 and 201.
    Outcome post(const QUrl& hub, const QString& path, const QByteArray& json);
    /// The record, and what files follow it. Done only for 201 and 202 with an OpenRosa body: anything less is no receipt. Server where a hub does
    /// not say what it makes of the files.
    Outcome submit(const QByteArray& record, const std::vector<wire::FileClaim>& files);
    Outcome uploadState(const QString& path); ///< Done with an offset; else the hub does not wait for it (404) or was not reached
    /// Some bytes of a file that is @p size long. Done with the offset behind them; Refused with status 409 and the offset where they belong
    /// elsewhere, 460 where the whole was another file. What is cut off comes to nothing here and is not sent again below us: the hub knows how much
    /// of it has come.
    Outcome uploadPiece(const QString& path, qint64 offset, qint64 size, const QByteArray& bytes);
    /// The draft with what is said of it; Done for 201.
    Outcome giveDraft(const wire::HandOver& handOver, const QByteArray& record, const std::vector<OutgoingFile>& files);
    /// A request with a small body or none to speak of: POST or DELETE. Done for 200 and 201.
    Outcome ask(const char* method, const QString& path, const QByteArray& json = "{}");
    bool isStopping() const { return m_stopping; }

private:
    QNetworkRequest request(const HubAddress& hub, const QString& pathAndQuery) const;
    enum class Expected { Content, Receipt, Upload, Piece };
    Outcome wait(Question question, qint64 maxBytes, Expected expected);

    const std::atomic<bool>& m_stopping;
    HubAddress m_hub;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace rapport::device

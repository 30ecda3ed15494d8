// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/clock.h"
#include "sync/hub/acceptance.h"
#include "sync/hub/blobs.h"
#include "sync/hub/drafts.h"
#include "sync/hub/enrolment.h"
#include "sync/hub/httpserver.h"
#include "sync/hub/hubdata.h"
#include "sync/hub/keyguesses.h"
#include "sync/hub/metrics.h"
#include "sync/hub/rescues.h"
#include "sync/hub/uploads.h"
#include "sync/wire/conflict.h"

#include <functional>
#include <map>
#include <mutex>

namespace rapport::hub
{

/// What devices may call (DESIGN.md section 7). Called on the connections' threads.
class Routes
{
public:
    struct Surroundings {
        QString dataDir;
        std::optional<QByteArray> databaseKey;
        Clock clock;
        SecretBox secrets;
        Enrolment enrolment;
        std::function<Targets()> targets;
        std::function<void()> refreshTargets; ///< after somebody else has changed them
        std::function<void()> accepted;       ///< a submission is on the disk and has made jobs, or a file that they may wait for
        UploadLimits uploads{};
    };
    using Reading = std::unique_ptr<const Repositories>;
    /// @p known is for short questions, @p pages for what reads much.
    Routes(Reading known, Reading pages, HubDatabase& database, Surroundings surroundings);

    Response handle(Request& request);
    void sweepUploads() const
    {
        m_uploads.sweep(now());
        m_rescues.uploads().sweep(now());
    }
    /// What was put off and nobody has in hand.
    Status resumePutOff();
    void endRescues() { m_rescues.end(); } ///< waits for the one that is being taken in
    /// What is to be answered before the body of a request is read; nothing: read on.
    std::optional<Response> refuse(Request& request);

private:
    Response answer(Request& request);
    Result<QByteArray> hashOfTable(const QString& list, const Caller& caller);
    Result<Admission<Caller>> authenticate(Request& request);
    static Response denied(const Request& request, const Refusal& refusal);
    inline static const QByteArray acceptedLength = QByteArrayLiteral("16777216"); ///< bytes of a POST that go through in one piece on most links
    static bool isOpen(const Request& request);                                    ///< needs no token
    Response open(const Request& request);
    Response enrol(const Request& request);
    Response renew(const Request& request);
    static Response refusal(int status, const QString& word);
    /// Where a client reaches this hub.
    struct Address {
        QString text;
        bool isSure = false; ///< the proxy has said so, or it is the hub's own
    };
    Address addressFor(const Request& request);
    Response formList(const Request& request, const Caller& caller);
    Response formFiles(const Request& request, const Caller& caller); ///< everything below /forms/
    Response form(const QString& id, const QString& version);
    Response manifest(const forms::Form& form, const QString& address, const Caller& caller);
    Response formFile(const QString& id, const QString& version, const QString& name);
    Response integrity(const QString& list, const QString& ids, const Caller& caller); ///< which of these entities are deleted
    Response health();
    Response metrics();
    Response occasions(const Caller& caller);
    Response submissionHead(const Request& request);
    Response submission(Request& request, const Caller& caller);
    RecordSources sources();
    AcceptingDesk desk();
    Response accept(const IncomingSubmission& incoming, bool hasAnnounced);
    Response blob(const Request& request, const QString& sha256, const Caller& caller);
    Result<bool> mayHave(const QString& sha256, const Caller& caller); ///< a file that is or was an asset's is for those only who hold the asset
    std::optional<Response> beginUpload(Request& request);
    Response upload(const Request& request, const Caller& caller);
    std::optional<Response> beginRescue(Request& request);
    Response rescue(const Request& request, const Caller& caller); ///< everything below /v1/rescue
    Response takeRescue(const AnnouncedFile& file);
    Response people();
    Response drafts(Request& request, const Caller& caller); ///< everything below /v1/drafts
    Response putDraft(const Request& request, const QString& id, const Caller& caller);
    Response conflicts(const Request& request, const Caller& caller); ///< everything below /v1/conflicts
    Response decided(qint64 id, const wire::Decision& decision, const Caller& caller);
    Response device(const Caller& caller);
    Result<std::vector<IncomingFile>> keepFiles(const Request& request);
    Result<std::shared_ptr<const forms::Form>> loadForm(const QString& id, const QString& version);
    template <typename F>
    auto asking(F f)
    {
        const std::lock_guard lock(m_mutex);
        return f(*m_known);
    }
    /// What @p work says, in a transaction of the writer.
    Result<DraftOutcome> settled(const std::function<Result<DraftOutcome>(Repositories&)>& work);
    QDateTime now() const { return m_surroundings.clock(); }
    /// For what reads much: nobody else waits for it.
    template <typename F>
    auto paging(F f)
    {
        const std::lock_guard lock(m_pagingMutex);
        return f(*m_pages);
    }

    std::mutex m_mutex, m_pagingMutex;
    Reading m_known, m_pages;
    HubDatabase& m_database;
    Surroundings m_surroundings;
    Blobs m_blobs;
    Uploads m_uploads;
    Rescues m_rescues;
    GuessLimit m_guesses;
    KeyGuesses m_keyGuesses;
    RequestCounts m_requests;
    std::map<std::pair<QString, QString>, std::shared_ptr<const forms::Form>> m_forms; ///< loaded, by id and version
    std::map<QString, std::pair<qint64, QMap<QByteArray, QByteArray>>>
        m_tableHashes; ///< of the CSV of a list by scope, with the sequence number they are of
};

} // namespace rapport::hub

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/clock.h"
#include "forms/xform/form.h"
#include "sync/db/database.h"
#include "sync/hub/blobs.h"
#include "sync/hub/enrolment.h"
#include "sync/hub/httpserver.h"
#include "sync/hub/hubdata.h"
#include "sync/hub/writer.h"

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
        std::function<void()> accepted;       ///< a submission is on the disk and has made jobs
    };
    Routes(db::Database reading, db::Database paging, Writer& writer, Surroundings surroundings);

    Response handle(Request& request);
    /// What is to be answered before the body of a request is read; nothing: read on.
    std::optional<Response> refuse(Request& request);

private:
    Response answer(Request& request);
    Result<QByteArray> hashOfTable(const QString& list);
    Result<Admission<Caller>> authenticate(Request& request);
    static Response denied(const QString& word);
    static bool isOpen(const Request& request); ///< needs no token
    Response open(const Request& request);
    Response enrol(const Request& request);
    Response renew(const Request& request);
    static Response refusal(int status, const QString& word);
    Response formList(const Request& request);
    Response formFiles(const Request& request); ///< everything below /forms/
    Response form(const QString& id, const QString& version);
    Response manifest(const forms::Form& form, const QString& address);
    Response formFile(const QString& id, const QString& version, const QString& name);
    Response integrity(const QString& list, const QString& ids); ///< which of these entities are deleted
    Response occasions();
    Response submission(Request& request, const Caller& caller);
    Response accept(IncomingSubmission incoming);
    Response blob(const QString& sha256);
    Response device(const Caller& caller);
    Result<std::vector<IncomingFile>> keepFiles(const Request& request);
    Result<std::shared_ptr<const forms::Form>> loadForm(const QString& id, const QString& version);
    template <typename F>
    auto reading(F f)
    {
        const std::lock_guard lock(m_mutex);
        return f(m_reading);
    }
    /// For what reads much: nobody else waits for it.
    template <typename F>
    auto paging(F f)
    {
        const std::lock_guard lock(m_pagingMutex);
        return f(m_paging);
    }

    std::mutex m_mutex, m_pagingMutex;
    db::Database m_reading, m_paging;
    Writer& m_writer;
    Surroundings m_surroundings;
    Blobs m_blobs;
    GuessLimit m_guesses;
    std::map<std::pair<QString, QString>, std::shared_ptr<const forms::Form>> m_forms; ///< loaded, by id and version
    std::map<QString, std::pair<qint64, QByteArray>> m_tableHashes;                    ///< of the CSV of a list, with the sequence number it is of
};

} // namespace rapport::hub

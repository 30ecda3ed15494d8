// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <curl/curl.h>

#include <chrono>
#include <memory>

namespace rapport::connectors
{

struct FreesCurl {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};
using HeaderLines = std::unique_ptr<curl_slist, FreesCurl>;
HeaderLines headerLines(const QByteArrayList& lines);

/// One transfer by libcurl, blocking, on the thread that calls. It follows no redirection, uses no proxy of the environment, checks certificates, and
/// ends early when its thread is asked to end (ConnectorThread::askToEnd). Options of its own are set on handle().
class Transfer
{
public:
    explicit Transfer(std::chrono::milliseconds time); ///< @p time: for all of it, connecting included

    CURL* handle() const { return m_handle.get(); }
    void trust(const QString& certificates);         ///< a PEM file instead of the system's; empty: the system's
    void goOnTillItsEnd() { m_mayEndEarly = false; } ///< from now on it is worse to end than to be late

    CURLcode run(); ///< CURLE_ABORTED_BY_CALLBACK: the thread was asked to end

private:
    std::unique_ptr<CURL, FreesCurl> m_handle;
    bool m_mayEndEarly = true;
};

} // namespace rapport::connectors

// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/transfer.h"

#include <QEventLoop>
#include <QFile>
#include <QTimer>

namespace rapport::connectors
{
namespace
{

constexpr std::chrono::milliseconds longestConnect{20'000};
constexpr int look = 200; ///< ms, between two looks at whether the thread is to end

void initialiseOnce()
{
    static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_UNUSED(initialised) // without it the first transfer fails, and says so
}

/// An event loop of a thread that was told to quit does not begin.
bool isThreadToEnd()
{
    QEventLoop loop;
    QTimer::singleShot(0, &loop, [&loop] { loop.exit(1); });
    return loop.exec() != 1;
}

class Multi
{
public:
    explicit Multi(CURL* easy) : m_multi(curl_multi_init()), m_easy(easy) { curl_multi_add_handle(m_multi, m_easy); }
    ~Multi()
    {
        curl_multi_remove_handle(m_multi, m_easy);
        curl_multi_cleanup(m_multi);
    }
    Multi(const Multi&) = delete;
    Multi& operator=(const Multi&) = delete;

    bool goOn() ///< false: it has ended
    {
        int running = 0;
        return curl_multi_perform(m_multi, &running) == CURLM_OK && running > 0;
    }
    void wait() { curl_multi_poll(m_multi, nullptr, 0, look, nullptr); }
    CURLcode result()
    {
        int left = 0;
        const CURLMsg* message = curl_multi_info_read(m_multi, &left);
        return message && message->msg == CURLMSG_DONE ? message->data.result : CURLE_FAILED_INIT;
    }

private:
    CURLM* m_multi;
    CURL* m_easy;
};

} // namespace

HeaderLines headerLines(const QByteArrayList& lines)
{
    HeaderLines out;
    for (const QByteArray& line : lines)
        out.reset(curl_slist_append(out.release(), line.constData()));
    return out;
}

Transfer::Transfer(std::chrono::milliseconds time)
{
    initialiseOnce();
    m_handle.reset(curl_easy_init());
    curl_easy_setopt(handle(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle(), CURLOPT_PROXY, "");
    curl_easy_setopt(handle(), CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle(), CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(handle(), CURLOPT_CONNECTTIMEOUT_MS, long(std::min(time, longestConnect).count()));
    curl_easy_setopt(handle(), CURLOPT_TIMEOUT_MS, long(time.count()));
}

void Transfer::trust(const QString& certificates)
{
    if (!certificates.isEmpty())
        curl_easy_setopt(handle(), CURLOPT_CAINFO, QFile::encodeName(certificates).constData());
}

CURLcode Transfer::run()
{
    Multi multi(handle());
    while (multi.goOn()) {
        if (m_mayEndEarly && isThreadToEnd())
            return CURLE_ABORTED_BY_CALLBACK;
        multi.wait();
    }
    return multi.result();
}

} // namespace rapport::connectors

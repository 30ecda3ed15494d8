// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/rest/http.h"
#include "sync/connectors/rest/mapping.h"
#include "sync/connectors/rest/reply.h"

namespace rapport::connectors::rest
{

struct Account {
    Server server;
    QString user, password; ///< basic, where there is a user
    QString token;          ///< as the mapping says it is sent
};

/// Speaks to the server as who we are. A password or key that was refused is not sent again until retry().
class Session
{
public:
    Session(Account account, const Mapping& mapping);

    Reply ask(const Request& request, const Names& names);
    /// @p request carries @p body. Headers of which a place stays empty are left out.
    Reply write(const Request& request, const std::vector<std::pair<QString, Text>>& headers, const Json& body, const QByteArray& ifMatch,
                const Names& names);
    struct Upload {
        QIODevice& content;
        qint64 size = -1;
        QByteArray type, form, name;
    };
    Reply upload(const Request& request, const std::vector<std::pair<QString, Text>>& headers, const Upload& upload, const Names& names);
    Reply next(const QString& address, const QUrl& from);         ///< of the page that the answer named; Broken where it is another server's
    QUrl urlOf(const Request& request, const Names& names) const; ///< empty: a place in its path stays empty

    /// What the server calls a thing; Null where it knows none and that is no fault.
    Reply lookUp(const QString& name, const Names& names);
    void retry();

    std::chrono::milliseconds requestTime() const { return m_account.server.time; }

private:
    Reply send(HttpRequest request, const std::vector<std::pair<QString, Text>>& headers, const Names& names);
    Reply recognise();
    Reply itemsFor(const Search& search, const QUrl& url, bool fresh);

    struct Remembered {
        Json answer;
        std::chrono::steady_clock::time_point until;
    };
    Account m_account;
    const Mapping& m_mapping;
    std::map<QUrl, Remembered> m_remembered; ///< of look-ups
    bool m_refused = false, m_recognised = false;
};

} // namespace rapport::connectors::rest

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/dav/client.h"
#include "sync/connectors/dav/multistatus.h"

#include <map>
#include <optional>

namespace rapport::connectors::dav
{

/// Why something at the server did not come about.
struct Fault {
    enum class Kind {
        Unreachable,  ///< nothing left us
        Lost,         ///< it left us and no usable answer came: it may have been carried out
        Failing,      ///< 5xx: as Lost, and a server that goes on like this needs somebody
        Busy,         ///< asks to come back later; nothing was done
        Full,         ///< has no room
        Denied,       ///< user or password
        Untrusted,    ///< certificate
        Forbidden,    ///< the user may not do this here
        Missing,      ///< the collection is not there
        Moved,        ///< a redirection
        Changed,      ///< somebody wrote the object in the meantime, or there is one already; nothing was written
        UidTaken,     ///< the UID is there under another name; nothing was written
        TokenRefused, ///< the sync token is too old, or of another server
        Broken,       ///< it does not understand us, or we do not understand it
    };
    Kind kind = Kind::Broken;
    QString message; ///< without personal data: "PUT: HTTP 500"
    int status = 0;  ///< of HTTP; 0: none came
    std::chrono::seconds notBefore{0};
};

/// What was asked for, or the fault that kept it away.
template <typename T>
struct Reply {
    T value{};
    std::optional<Fault> fault;

    Reply(T result) : value(std::move(result)) {}
    Reply(Fault why) : fault(std::move(why)) {}
    explicit operator bool() const { return !fault; }
};

struct Stored {
    QString name;    ///< within the collection
    QByteArray etag; ///< strong, as If-Match wants it
    QByteArray data;
};

/// Which members are another than they were, or all.
struct Listing {
    std::map<QString, QString> there; ///< name → etag; may be empty
    std::vector<QString> gone;
    QString token;     ///< for the next time; empty: the server has none
    bool more = false; ///< it was cut short: ask again with the token
};

/// How CardDAV and CalDAV say the same.
struct Vocabulary {
    QByteArray space;    ///< XML namespace
    QByteArray data;     ///< "address-data"
    QByteArray multiget; ///< the report that reads many
    QByteArray contentType;
    QString uidQuery;                  ///< the report that finds an object by its UID: {uid}, and {component} where it asks one kind at a time
    QStringList components{QString()}; ///< which it asks then
};

/// An address book or a calendar on a server.
class Collection
{
public:
    Collection(Account account, Vocabulary vocabulary) : m_client(std::move(account)), m_vocabulary(std::move(vocabulary)) {}

    Reply<Facts> facts();
    Reply<std::optional<Stored>> read(const QString& name); ///< nothing where it is not there
    Reply<std::vector<std::pair<QString, std::optional<Stored>>>> read(const QStringList& names);
    std::optional<Fault> create(const QString& name, const QByteArray& data);                          ///< only where nothing is
    std::optional<Fault> replace(const QString& name, const QByteArray& etag, const QByteArray& data); ///< only what is as it was read
    Reply<QString> nameOfUid(const QString& uid);                                                      ///< empty: none
    Reply<Listing> changesSince(const QString& token);                                                 ///< RFC 6578; an empty token: all
    Reply<Listing> all();                                                                              ///< for servers without that
    Client& client() { return m_client; }

private:
    Reply<Multistatus> report(const QByteArray& method, const QByteArray& depth, const QByteArray& body);

    Client m_client;
    Vocabulary m_vocabulary;
};

} // namespace rapport::connectors::dav

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/hub.h"

#include <QMap>
#include <QTemporaryDir>
#include <QUuid>

#include <memory>

namespace rapport::test
{

/// One HTTP answer as it came over the socket.
struct Answer {
    int status = 0;                       ///< 0: the connection ended without an answer
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

/// Sends @p bytes as they are over a new connection and reads the answer; the server is asked to close afterwards.
Answer exchange(quint16 port, const QByteArray& bytes, int milliseconds = 20'000);

/// Speaks to a hub on 127.0.0.1 as a device does.
class Client
{
public:
    Client(quint16 port, QString token) : m_port(port), m_token(std::move(token)) {}

    Answer get(const QByteArray& path, const QByteArray& moreHeaders = {}) const;
    Answer head(const QByteArray& path) const;
    struct File {
        QByteArray name, content;
    };
    Answer submit(const QByteArray& record, const std::vector<File>& files = {}, const QByteArray& moreHeaders = {}) const;

    /// A piece of a file; @p offset as it stands in the header.
    Answer patch(const QByteArray& sha256, const QByteArray& offset, const QByteArray& bytes) const;
    QByteArray piece(const QByteArray& sha256, const QByteArray& offset, qint64 length) const; ///< the head of such a request

    /// The bytes that submit() would send.
    QByteArray submission(const QByteArray& record, const std::vector<File>& files = {}, const QByteArray& moreHeaders = {}) const;
    /// A POST to /submission with this body and content type.
    QByteArray post(const QByteArray& contentType, const QByteArray& body, const QByteArray& moreHeaders = {}) const;
    QByteArray request(const QByteArray& method, const QByteArray& path, const QByteArray& headers = {}) const;

private:
    quint16 m_port;
    QString m_token;
};

QByteArray uuid();
QByteArray sha256Of(const QByteArray& content); ///< in hexadecimal digits
/// "X-Rapport-Files: …" with its line end.
QByteArray announcing(const std::vector<Client::File>& files);

/// Form "visit", version 1: writes a contact and, when deal is "yes", an opportunity that names it.
QByteArray visitForm(const QByteArray& version = "1");

/// A record of that form.
struct Visit {
    QByteArray instance = "uuid:" + uuid(), contact = uuid(), opportunity = uuid();
    QByteArray name = "Mara", email = "mara." + contact.left(8) + "@one.example", label = "Mara One"; ///< another person each time
    bool deal = false;
    QByteArray corrects = {}; ///< instanceID
    QByteArray xml() const;
};

/// Form "call", version 1: writes the telephone number of a known contact.
QByteArray callForm();

/// A record of that form, made of the contact's first version.
struct Call {
    QByteArray instance = "uuid:" + uuid(), contact = uuid();
    QByteArray phone = "…0119", author = "budi";
    QByteArray xml() const;
    QByteArray table(const QByteArray& officePhone) const; ///< of the contact, as the office imports it
};

/// A hub in a folder of its own, or in that of the configuration, with the form published and one device.
class ServedFolder
{
public:
    explicit ServedFolder(hub::HubConfig config = {});

    void start();
    void stop() { m_hub.reset(); }
    hub::Hub& hub() { return *m_hub; }
    hub::HubAdmin& admin() { return m_hub->admin(); }
    const hub::HubConfig& config() const { return m_config; }
    QString dir() const { return m_config.dataDir; }
    quint16 port() const { return m_hub->port(); }
    Client client() const { return Client(m_hub->port(), m_device.token); }
    Client client(const QString& token) const { return Client(m_hub->port(), token); }
    const hub::HubAdmin::NewDevice& device() const { return m_device; }

private:
    QTemporaryDir m_dir;
    hub::HubConfig m_config;
    hub::HubAdmin::NewDevice m_device;
    std::unique_ptr<hub::Hub> m_hub;
};

} // namespace rapport::test

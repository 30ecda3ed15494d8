// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayList>
#include <QProcess>
#include <QTemporaryDir>

#include <vector>

namespace rapport::test
{

/// A real Radicale from the Debian package, with an empty address book "contacts" and an empty calendar "calendar" of the user "rapport".
class Radicale
{
public:
    static bool installed();

    Radicale();
    ~Radicale(); ///< stops it

    bool start(); ///< on a free port of 127.0.0.1; true when both collections are there
    quint16 port() const { return m_port; }
    static QString password() { return QStringLiteral("a word of the tests"); }

    struct Answer {
        int status = 0;
        QByteArray body, etag;
    };
    /// One request as the user; @p path below her folder: "contacts/a.vcf".
    Answer ask(const QByteArray& method, const QString& path, const QByteArray& body = {}, const QByteArrayList& headers = {});
    std::vector<QByteArray> objects(const QString& collection); ///< as Radicale hands them out, unfolded, with \n as line ends
    QByteArray object(const QString& path);                     ///< one, likewise; empty: not there
    QByteArray files() const;                                   ///< all that it keeps, with the time of each change

private:
    QTemporaryDir m_dir;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace rapport::test

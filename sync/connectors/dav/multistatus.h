// SPDX-License-Identifier: Apache-2.0
// What a DAV server answers in XML (RFC 4918, 6352, 4791, 6578). Whatever it sends: at most 32 MiB, 32 levels, 2,000,000 nodes, no document type.
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace rapport::connectors::dav
{

struct Multistatus {
    struct Member {
        QString name;    ///< the last piece of its address, decoded; empty: the collection itself
        int status = 0;  ///< of all of it ("404 Not Found"); 0: none was given, so it is there
        QString etag;    ///< with its quotation marks
        QByteArray data; ///< the card or the calendar object, where it was asked for
    };
    std::vector<Member> members;
    QString syncToken;
};
Result<Multistatus> parseMultistatus(const QByteArray& xml);

/// What a collection says of itself.
struct Facts {
    QStringList types;                ///< "collection", "addressbook", "calendar"
    QString ctag;                     ///< changes with anything in it; empty: not known there
    bool syncs = false;               ///< knows the report sync-collection
    QStringList components;           ///< that a calendar takes: "VEVENT", "VTODO"; empty: it does not say
    QStringList versions;             ///< of vCard: "3.0", "4.0"; empty: it does not say
    std::optional<QStringList> mayDo; ///< privileges: "read", "write", "all"; absent: it does not say
};
Result<Facts> parseFacts(const QByteArray& xml);

/// Which precondition an <error> names: "valid-sync-token", "no-uid-conflict"; empty: none, or it is no XML.
QString preconditionOf(const QByteArray& xml);

} // namespace rapport::connectors::dav

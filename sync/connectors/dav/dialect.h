// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/dav/collection.h"
#include "sync/connectors/dav/contentline.h"
#include "sync/connectors/dav/mapping.h"

#include <QDateTime>
#include <QTimeZone>

namespace rapport::connectors::dav
{

/// In what CardDAV and CalDAV differ. The *subject* of an object is the component that a rule writes and a pull reads: the card itself, or the event
/// or task in a calendar object.
class Dialect
{
public:
    virtual ~Dialect() = default;
    virtual Vocabulary vocabulary() const = 0;
    virtual QString suffix() const = 0; ///< of names: ".vcf"
    /// Whether the collection is of the right kind and takes what the mapping makes.
    virtual Status suits(const Facts& facts, const Mapping& mapping) const = 0;

    virtual Component blank(const Facts& facts) const = 0;
    /// The subject of @p object as the rule wants it, with @p uid where it has none; made where there is none. Nullptr: there is one that can become
    /// none.
    virtual Component* subject(Component& object, const Rule& rule, const QString& uid) const = 0;
    virtual const Component* subject(const Component& object) const = 0; ///< nullptr: none
    /// After something was written: what says so (REV, DTSTAMP), and what the object needs beside its subject.
    virtual void finish(Component& object, Component& subject, const QDateTime& at) const = 0;
    virtual bool belongs(const PullList& list, const Component& subject) const = 0;
    virtual QTimeZone zone() const = 0; ///< of times that name none
};

} // namespace rapport::connectors::dav

// SPDX-License-Identifier: Apache-2.0
// From a record as it came to what hubdata.h takes, whichever way it came.
#pragma once

#include "forms/base/clock.h"
#include "forms/xform/form.h"
#include "sync/hub/hubdata.h"

#include <functional>
#include <memory>

namespace rapport::hub
{

/// What a record is understood by. NotFound: that form is not published here.
struct RecordSources {
    std::function<Result<std::shared_ptr<const forms::Form>>(const QString& id, const QString& version)> form;
    std::function<Result<QString>(const QString& instanceId)> firstRecord; ///< as the function of that name
};
/// The record without its files. Invalid where it cannot be read, NotFound where its form is not here.
Result<IncomingSubmission> incomingOf(const QByteArray& xml, const QString& deviceId, const RecordSources& sources);

/// Where records are written, and for whom. All of it may be called after accept() has returned.
struct AcceptingDesk {
    std::function<Status(const HubDatabase::Work&, const HubDatabase::Rest&)> write; ///< as HubDatabase's
    std::function<Targets()> targets;
    std::function<void()> refreshTargets; ///< after somebody else has changed them
    Clock clock;
};
/// The record is on the disk; what follows from it is, too, or written down as put off.
Result<Accepted> accept(const IncomingSubmission& incoming, const AcceptingDesk& desk);

/// Hands in once more what was put off: a hub ended before it came to it, or the targets changed meanwhile.
Status resumePutOff(const Submissions& submissions, HubDatabase& database, const std::function<Targets()>& targets);

/// The form as it is published here; NotFound where it is not.
Result<std::shared_ptr<const forms::Form>> publishedForm(const Forms& here, const QString& id, const QString& version);

} // namespace rapport::hub

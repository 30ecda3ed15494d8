// SPDX-License-Identifier: Apache-2.0
// What the hub asks of its database, without saying which. An implementation has to pass tests/hub/contract_test.cpp and those beside it.
#pragma once

#include "sync/hub/repository/conflicts.h"
#include "sync/hub/repository/devices.h"
#include "sync/hub/repository/drafts.h"
#include "sync/hub/repository/duplicates.h"
#include "sync/hub/repository/entities.h"
#include "sync/hub/repository/forms.h"
#include "sync/hub/repository/jobs.h"
#include "sync/hub/repository/occasions.h"
#include "sync/hub/repository/pulls.h"
#include "sync/hub/repository/receipts.h"
#include "sync/hub/repository/settings.h"
#include "sync/hub/repository/submissions.h"
#include "sync/hub/repository/users.h"

#include <functional>
#include <memory>

namespace rapport::hub
{

/// The hub's tables through one connection, for one thread. In a unit of work each sees what the others have written in it.
class Repositories
{
public:
    virtual ~Repositories() = default;

    virtual Jobs& jobs() = 0;
    virtual const Jobs& jobs() const = 0;
    virtual Receipts& receipts() = 0;
    virtual const Receipts& receipts() const = 0;
    virtual Submissions& submissions() = 0;
    virtual const Submissions& submissions() const = 0;
    virtual Devices& devices() = 0;
    virtual const Devices& devices() const = 0;
    virtual Settings& settings() = 0;
    virtual const Settings& settings() const = 0;
    virtual Drafts& drafts() = 0;
    virtual const Drafts& drafts() const = 0;
    virtual Pulls& pulls() = 0;
    virtual const Pulls& pulls() const = 0;
    virtual Duplicates& duplicates() = 0;
    virtual const Duplicates& duplicates() const = 0;
    virtual Conflicts& conflicts() = 0;
    virtual const Conflicts& conflicts() const = 0;
    virtual Forms& forms() = 0;
    virtual const Forms& forms() const = 0;
    virtual Occasions& occasions() = 0;
    virtual const Occasions& occasions() const = 0;
    virtual Users& users() = 0;
    virtual const Users& users() const = 0;
    virtual Entities& entities() = 0;
    virtual const Entities& entities() const = 0;
};

/// A hub's database. Safe from any thread; several processes may work on one.
class HubDatabase
{
public:
    using Work = std::function<Status(Repositories&)>;
    /// What follows from a unit of work and need not be waited for.
    struct Rest {
        Work work;
        Work putOff; ///< writes down that @ref work is still to be done; in the unit that it follows from
    };
    virtual ~HubDatabase() = default;

    /// One unit of work: all that @p work writes, into however many repositories, is on the disk when this returns ok. What it refuses, what the
    /// database refuses and what is cut off has not happened at all. It comes out as if units had followed one another. Blocks. @p work may be
    /// carried out a second time after the first one was undone: it hands out nothing of the first.
    virtual Status write(const Work& work) = 0;
    /// The same, and @p rest where @p work went through: in the same unit, or put off in it and carried out later in one of its own, in the order of
    /// their works. What of them fails, or is not done yet at the end, stays as it was written down; who owns that hands it in again.
    virtual Status write(const Work& work, const Rest& rest) = 0;
    /// A rest that was written down earlier. Nobody hears what becomes of it.
    virtual void resume(const Work& rest) = 0;
    virtual std::size_t putOff() const = 0; ///< how many rests wait
    virtual void settle() = 0;              ///< blocks until none does
    virtual void end() = 0;                 ///< finishes what was handed in, but for rests; what comes later is refused as Internal
    /// For reading, on the thread that asks for it: each call sees what is committed then.
    virtual Result<std::unique_ptr<const Repositories>> reading() const = 0;
};

} // namespace rapport::hub

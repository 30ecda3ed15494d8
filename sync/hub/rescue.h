// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/acceptance.h"
#include "sync/hub/blobs.h"
#include "sync/hub/enrolment.h"
#include "sync/wire/rescue.h"

#include <QIODevice>

namespace rapport::hub
{

/// What a rescue file is opened and taken in with.
struct RescueDesk {
    const Repositories& known; ///< of the thread that takes it in
    const SecretBox& secrets;
    const Blobs& blobs;
    QString temporaryDir; ///< on the disk of the blobs
    AcceptingDesk accepting;
    std::function<bool()> isStopping = [] { return false; }; ///< asked before each record
};

/// Takes in the records of @p file as if the device that made it had sent them, one transaction each and in their order, with their files. What is
/// here already is counted and stays: the same file may come twice, and the device itself may come back before, meanwhile or afterwards.
///
/// Nothing is taken in of a file that is torn, no rescue file, of a newer Rapport or for another hub (wire::rescueWord()), nor of one that no device
/// of this hub has signed (NotFound); a device whose access was withdrawn is one of them. Internal: it was stopped; the same file goes on later.
Result<wire::RescueReport> takeIn(QIODevice& file, const RescueDesk& desk);

} // namespace rapport::hub

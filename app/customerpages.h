// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/briefingcontroller.h"
#include "app/controllers/conversationcontroller.h"
#include "app/controllers/customercontroller.h"
#include "app/controllers/homecontroller.h"
#include "app/controllers/machinefilecontroller.h"
#include "app/controllers/reportcontroller.h"
#include "app/controllers/scancontroller.h"
#include "sync/device/device.h"

namespace rapport::app
{

/// A customer, the briefing on her, her machines, and what leads there and from there.
struct CustomerPages {
    HomeController& home;
    ScanController& scan;
    MachineController& machine; ///< whose plate is before the camera
    CustomerController& customer;
    BriefingController& briefing;
    MachineFileController& machineFile;
    ConversationController& conversation;
    ReportController& report;
    device::Courier& courier;
};

void connectCustomerPages(const CustomerPages& pages);

} // namespace rapport::app

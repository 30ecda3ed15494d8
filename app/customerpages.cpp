// SPDX-License-Identifier: Apache-2.0
#include "app/customerpages.h"

namespace rapport::app
{

namespace
{

void connectMachineFile(const CustomerPages& pages)
{
    MachineFileController* file = &pages.machineFile;
    QObject::connect(&pages.machine, &MachineController::fileRequested, file, &MachineFileController::openScanned);
    QObject::connect(&pages.customer, &CustomerController::machineRequested, file, &MachineFileController::open);
    QObject::connect(file, &MachineFileController::jobRequested, &pages.conversation, &ConversationController::startJob);
    QObject::connect(file, &MachineFileController::serviceRequested, &pages.conversation, &ConversationController::startMachine);
    QObject::connect(file, &MachineFileController::conversationRequested, &pages.conversation, &ConversationController::open);
    QObject::connect(file, &MachineFileController::reportRequested, &pages.report, &ReportController::open);
    QObject::connect(file, &MachineFileController::customerRequested, &pages.customer, &CustomerController::open);
    QObject::connect(file, &MachineFileController::briefingRequested, &pages.briefing, &BriefingController::open);
    QObject::connect(&pages.courier, &device::Courier::downloaded, file, &MachineFileController::refresh);
    QObject::connect(&pages.conversation, &ConversationController::finished, file, &MachineFileController::refresh);
}

void connectBriefing(const CustomerPages& pages)
{
    BriefingController* briefing = &pages.briefing;
    QObject::connect(&pages.customer, &CustomerController::briefingRequested, briefing, &BriefingController::open);
    QObject::connect(&pages.home, &HomeController::briefingRequested, briefing, &BriefingController::open);
    QObject::connect(&pages.scan, &ScanController::briefingRequested, briefing, &BriefingController::open);
    QObject::connect(briefing, &BriefingController::conversationRequested, &pages.conversation, &ConversationController::startWithKnown);
    QObject::connect(briefing, &BriefingController::meetingRequested, &pages.conversation, &ConversationController::open);
    QObject::connect(briefing, &BriefingController::customerRequested, &pages.customer, &CustomerController::open);
    QObject::connect(&pages.courier, &device::Courier::downloaded, briefing, &BriefingController::refresh);
    QObject::connect(&pages.conversation, &ConversationController::finished, briefing, &BriefingController::refresh);
}

} // namespace

void connectCustomerPages(const CustomerPages& pages)
{
    connectMachineFile(pages);
    connectBriefing(pages);
    QObject::connect(&pages.customer, &CustomerController::jobRequested, &pages.conversation,
                     [talk = &pages.conversation](const QString& jobId) { talk->startJob(jobId); });
}

} // namespace rapport::app

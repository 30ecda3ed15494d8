// SPDX-License-Identifier: Apache-2.0
#include "app/contentpages.h"

namespace rapport::app
{

namespace
{

void connectTray(const ContentPages& pages)
{
    TrayController* tray = &pages.tray;
    ConversationController* talk = &pages.conversation;
    QObject::connect(talk, &ConversationController::changed, tray,
                     [tray, talk] { tray->follow(talk->isOpen() ? talk->conversationId() : QString(), talk->isOpen() ? talk->title() : QString()); });
    QObject::connect(&pages.library, &LibraryController::collected, tray, &TrayController::add);
    QObject::connect(&pages.library, &LibraryController::pagesWanted, &pages.choice, &PagesController::ask);
    QObject::connect(&pages.presenter, &PresenterController::collected, tray, &TrayController::add);
    QObject::connect(tray, &TrayController::pagesWanted, &pages.choice, &PagesController::change);
    QObject::connect(&pages.choice, &PagesController::accepted, tray, &TrayController::setPages);
    QObject::connect(tray, &TrayController::showRequested, &pages.presenter, &PresenterController::openSequence);
}

} // namespace

void connectContentPages(const ContentPages& pages)
{
    QObject::connect(&pages.courier, &device::Courier::downloaded, &pages.indexer, &Indexer::look);
    QObject::connect(&pages.courier, &device::Courier::downloaded, &pages.library, &LibraryController::refreshIfShown);
    QObject::connect(&pages.courier, &device::Courier::downloaded, &pages.tray, &TrayController::refresh);
    QObject::connect(&pages.courier, &device::Courier::downloaded, &pages.presenter, &PresenterController::recheck);
    QObject::connect(&pages.indexer, &Indexer::read, &pages.library, &LibraryController::refreshIfShown);
    QObject::connect(&pages.indexer, &Indexer::read, &pages.tray, &TrayController::refresh);
    QObject::connect(&pages.library, &LibraryController::openRequested, &pages.presenter, &PresenterController::open);
    connectTray(pages);
}

} // namespace rapport::app

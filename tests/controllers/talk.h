// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/conversationcontroller.h"
#include "app/controllers/conversationparts.h"
#include "desk.h"

#include <QAbstractItemModelTester>

#include <catch2/catch.hpp>

namespace rapport::app::tests
{

/// A controller over a desk, its models watched, and the verbs of a person.
struct Talk {
    explicit Talk(const Desk& on)
        : desk(on), controller({*on.store, *on.thread, on.clock, [] { return QStringLiteral("m.hansen"); }, QStringLiteral("rapport:test"),
                                QStringLiteral("en"), [this] { ++woken; }}),
          sections(controller.sections(), QAbstractItemModelTester::FailureReportingMode::Fatal),
          questions(controller.questions(), QAbstractItemModelTester::FailureReportingMode::Fatal),
          missing(controller.missing(), QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
    }

    int row(const QString& name) const
    {
        for (int at = 0; at < controller_().questions()->count(); ++at) {
            if (controller_().questions()->value(at, "name").toString() == name)
                return at;
        }
        return -1;
    }
    QVariant of(const QString& name, const QByteArray& role) const { return controller_().questions()->value(row(name), role); }
    int id(const QString& name) const { return of(name, "nodeId").toInt(); }

    bool go(const QString& title)
    {
        for (int at = 0; at < controller.sections()->count(); ++at) {
            if (controller.sections()->value(at, "title").toString() == title)
                controller.goTo(at);
        }
        return eventually([&] { return controller.currentTitle() == title; });
    }
    QString detail(const QString& title)
    {
        for (int at = 0; at < controller.sections()->count(); ++at) {
            if (controller.sections()->value(at, "title").toString() == title)
                return controller.sections()->value(at, "detail").toString();
        }
        return {};
    }
    bool saved()
    {
        return eventually([&] { return !controller.savedText().isEmpty(); });
    }
    store::Conversation draft() const
    {
        const auto drafts = desk.store->drafts();
        REQUIRE(drafts);
        REQUIRE(drafts->size() == 1);
        return drafts->front();
    }

    const Desk& desk;
    int woken = 0;
    ConversationController controller;

private:
    ConversationController& controller_() const { return const_cast<ConversationController&>(controller); }
    QAbstractItemModelTester sections, questions, missing;
};

inline const std::vector<std::pair<QString, QString>> badge{{QStringLiteral("contacts.given_name"), QStringLiteral("Dr. Aylin")},
                                                            {QStringLiteral("contacts.family_name"), QStringLiteral("Çelik")},
                                                            {QStringLiteral("contacts.email"), QStringLiteral("aylin.celik@frigomart.example")},
                                                            {QStringLiteral("organisations.legal_name"), QStringLiteral("FrigoMart România S.R.L.")}};

inline void answerWhatIsRequired(Talk& talk)
{
    REQUIRE(talk.go(QStringLiteral("Interest")));
    talk.controller.choose(talk.id(QStringLiteral("lead_status")), QStringLiteral("hot"), true);
    REQUIRE(talk.go(QStringLiteral("Opportunity")));
    talk.controller.choose(talk.id(QStringLiteral("opp_signal")), QStringLiteral("no"), true);
    REQUIRE(talk.go(QStringLiteral("Consent")));
    talk.controller.choose(talk.id(QStringLiteral("consent_contact")), QStringLiteral("yes"), true);
}

} // namespace rapport::app::tests

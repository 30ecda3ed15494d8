// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/jobs.h"
#include "desk.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace Qt::StringLiterals;
using tests::Desk;

namespace
{

store::Entity row(const QString& id, const QString& label, std::map<QString, QString> properties)
{
    store::Entity made;
    made.id = id;
    made.label = label;
    made.properties = std::move(properties);
    return made;
}

QByteArray serviceForm(const QByteArray& payload)
{
    return "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' xmlns:rapport='urn:rapport:xforms:1'><h:head>"
           "<h:title>Service</h:title><model><instance><data id='service' version='1'><job/></data></instance><bind nodeset='/data/job' " +
           payload + "/></model></h:head><h:body><input ref='/data/job'><label>Job</label></input></h:body></h:html>";
}

QStringList subjects(const std::vector<Job>& jobs)
{
    QStringList names;
    for (const Job& job : jobs)
        names.append(job.subject);
    return names;
}

} // namespace

TEST_CASE("The jobs of the day are those that are open and mine, the most pressing first", "[jobs]")
{
    const Desk desk;
    const auto job = [](const char* id, const char* due, const char* priority, const char* state, const char* assignee) {
        return row(QString::fromLatin1(id), QString::fromLatin1(id),
                   {{u"due"_s, QString::fromLatin1(due)},
                    {u"priority"_s, QString::fromLatin1(priority)},
                    {u"state"_s, QString::fromLatin1(state)},
                    {u"assignee"_s, QString::fromLatin1(assignee)}});
    };
    REQUIRE(
        desk.store->absorbEntities({u"jobs"_s,
                                    {job("whenever", "", "high", "open", ""), job("tomorrow", "2027-11-11", "normal", "open", ""),
                                     job("also today", "2027-11-10", "normal", "parts", "m.hansen"), job("today", "2027-11-10", "high", "open", ""),
                                     job("late", "2027-11-08", "normal", "open", ""), job("finished", "2027-11-10", "high", "done", ""),
                                     job("somebody else's", "2027-11-10", "high", "open", "a.braun")},
                                    "1"}));
    CHECK(subjects(openJobs(*desk.store, u"m.hansen"_s)) == QStringList{u"late"_s, u"today"_s, u"also today"_s, u"tomorrow"_s, u"whenever"_s});
    CHECK(openJobs(*desk.store, {}).size() == 6);
}

TEST_CASE("A job names its customer and its machine, where this tablet knows them", "[jobs]")
{
    const Desk desk;
    REQUIRE(desk.store->absorbEntities({u"machines"_s, {row(u"m1"_s, u"PX-450 no. 817"_s, {{u"organisation_id"_s, Desk::frischmarktId()}})}, "1"}));
    REQUIRE(desk.store->absorbEntities({u"jobs"_s,
                                        {row(u"j1"_s, u"Yearly service"_s, {{u"machine_id"_s, u"m1"_s}, {u"ticket_number"_s, u"TCK-1"_s}}),
                                         row(u"j2"_s, u"Repair"_s, {{u"machine_id"_s, u"gone"_s}})},
                                        "1"}));
    const auto jobs = openJobs(*desk.store, {});
    REQUIRE(jobs.size() == 2);
    CHECK(jobs[0].machine == u"PX-450 no. 817");
    CHECK(jobs[0].customer == u"Frischmarkt Handels AG"); // the machine's owner
    CHECK(jobs[0].ticket == u"TCK-1");
    CHECK(jobs[1].machine.isEmpty());
}

TEST_CASE("A job is done with the form that takes jobs, or with the one it names", "[jobs]")
{
    const Desk desk;
    REQUIRE(desk.store->absorbEntities(
        {u"jobs"_s, {row(u"j1"_s, u"Service"_s, {}), row(u"j2"_s, u"Talk"_s, {{u"form"_s, u"trade_fair_conversation"_s}})}, "1"}));
    CHECK_FALSE(formForJob(*desk.store, u"j1"_s));
    REQUIRE(desk.store->putForm({u"service"_s, u"1"_s, u"md5:1"_s, u"Service"_s, serviceForm("rapport:payload='jobs.@id'")}));
    const auto form = formForJob(*desk.store, u"j1"_s);
    REQUIRE(form);
    CHECK((*form)->id() == u"service");
    CHECK((*formForJob(*desk.store, u"j2"_s))->id() == u"trade_fair_conversation");
}

TEST_CASE("A job that is half done is found again", "[jobs]")
{
    const Desk desk;
    store::Conversation draft;
    draft.id = store::ConversationId::make();
    draft.instanceId = u"uuid:1"_s;
    draft.formId = u"service"_s;
    draft.formVersion = u"1"_s;
    draft.startedAt = desk.clock();
    CHECK_FALSE(draftOfJob(*desk.store, u"j1"_s));
    REQUIRE(desk.store->saveDraft(draft, "<data id='service' version='1'><job>j1</job></data>"));
    CHECK(draftOfJob(*desk.store, u"j1"_s) == draft.id);
    CHECK_FALSE(draftOfJob(*desk.store, u"j"_s));
}

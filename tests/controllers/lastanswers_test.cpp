// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/lastanswers.h"
#include "desk.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace Qt::StringLiterals;
using tests::Desk;
using tests::sessionOf;

namespace
{

/// A finished conversation; each was begun a minute after the one before it.
store::ConversationId finished(const Desk& desk, const char* author, const QByteArray& instance, const char* form = "f")
{
    static int minutes = 0;
    store::Conversation made;
    made.id = store::ConversationId::make();
    made.instanceId = u"uuid:"_s + made.id.text();
    made.formId = QString::fromLatin1(form);
    made.formVersion = u"1"_s;
    made.author = QString::fromLatin1(author);
    made.startedAt = desk.clock().addSecs(60 * ++minutes);
    REQUIRE(desk.store->finish(made, instance, {}));
    return made.id;
}

QString dump(const LastAnswers& answers)
{
    QStringList all;
    for (const auto& [path, value] : answers)
        all.append(path + u'=' + value);
    return all.join(u' ');
}

} // namespace

TEST_CASE("The last answers are those of this person, this form and this tablet", "[last]")
{
    const Desk desk;
    CHECK(lastAnswers(*desk.store, u"f"_s, u"m.hansen"_s, {})->empty());
    finished(desk, "m.hansen", "<data><a>first</a></data>");
    finished(desk, "m.hansen", "<data xmlns:x='u'><a>&lt;second&gt; </a><g><b> </b><c/></g><r><d>1</d></r><r><d>2</d></r><x:e>3</x:e></data>");
    finished(desk, "a.braun", "<data><a>somebody else's</a></data>");
    finished(desk, "m.hansen", "<data><a>another form's</a></data>", "g");
    store::Conversation draft;
    draft.id = store::ConversationId::make();
    draft.formId = u"f"_s;
    draft.author = u"m.hansen"_s;
    draft.startedAt = desk.clock();
    REQUIRE(desk.store->saveDraft(draft, "<data><a>not finished</a></data>"));

    CHECK(dump(*lastAnswers(*desk.store, u"f"_s, u"m.hansen"_s, {})) == u"/data/a=<second>  /data/e=3 /data/r/d=2");
    CHECK(dump(*lastAnswers(*desk.store, u"f"_s, u"m.hansen"_s, {u"/data/a"_s, u"/data/e"_s})) == u"/data/r/d=2");
}

TEST_CASE("Nothing that holds a person's data is offered again", "[last]")
{
    struct Row {
        const char* note;
        QByteArray bind;
        bool offered;
    };
    const auto row = GENERATE(values<Row>({
        {"an answer of the form alone", "", true},
        {"seen by those inside", "rapport:visibility='internal'", true},
        {"about a person", "rapport:visibility='internal-person'", false},
        {"saved to a contact", "entities:saveto='email'", false},
        {"who the conversation is about", "rapport:payload='contacts.@id'", false},
        {"the badge of somebody", "rapport:payload='contacts.badge_id'", false},
        {"which machine", "rapport:payload='machines.serial'", false},
        {"which job", "rapport:payload='jobs.@id'", false},
        {"what is saved to an opportunity", "rapport:payload='opportunities.title'", true},
        {"the form does not want it", "rapport:remember='no'", false},
    }));
    INFO(row.note);
    const QByteArray xml =
        "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' "
        "xmlns:entities='http://www.opendatakit.org/xforms/entities' xmlns:rapport='urn:rapport:xforms:1'><h:head><h:title>F</h:title><model>"
        "<instance><data id='f'><a/><meta><entity dataset='contacts' create='1' id=''><label/></entity></meta></data></instance>"
        "<bind nodeset='/data/a' " +
        row.bind + "/></model></h:head><h:body><input ref='/data/a'><label>A</label></input></h:body></h:html>";
    const auto form = forms::Form::load(xml);
    REQUIRE(form);
    const auto session = forms::FormSession::start(*form, {});
    REQUIRE(session);
    const Desk desk;
    finished(desk, "m.hansen", "<data><a>again</a></data>");
    const auto answers = lastAnswers(*desk.store, u"f"_s, u"m.hansen"_s, neverOffered(**form));
    REQUIRE(answers);
    CHECK(lastAnswer(*answers, (*session)->node(*(*session)->find(u"/data/a"))) == (row.offered ? u"again"_s : QString()));
}

TEST_CASE("A repetition is offered what the last one of the last time said", "[last]")
{
    const auto session =
        sessionOf("<r><d/></r><r><d/></r>", "", "<repeat nodeset='/data/r'><input ref='/data/r/d'><label>D</label></input></repeat>");
    const LastAnswers answers{{u"/data/r/d"_s, u"2"_s}};
    CHECK(lastAnswer(answers, session->node(*session->find(u"/data/r[2]/d"))) == u"2");
}

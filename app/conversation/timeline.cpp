// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/timeline.h"

#include "app/conversation/consents.h"
#include "app/conversation/sentences.h"
#include "app/conversation/words.h"
#include "sync/store/talks.h"

#include <QCoreApplication>
#include <QDate>
#include <QHash>

#include <algorithm>
#include <array>

namespace rapport::app
{

namespace
{

using store::Entity;

constexpr std::size_t mostShown = 200, mostPeople = 50, mostMachines = 50;
constexpr int mostTalks = 50, talkDays = 400;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

/// A moment, or a day of which nobody says the hour.
void setTime(Happening& happening, const QString& text)
{
    happening.wholeDay = text.size() == 10;
    happening.at = QDateTime::fromString(text, Qt::ISODate);
}

/// How systems and forms call what happened.
Happening::Kind kindOf(const QString& word)
{
    struct Known {
        const char* word;
        Happening::Kind kind;
    };
    static constexpr std::array known{
        Known{"conversation", Happening::Kind::Talk}, Known{"talk", Happening::Kind::Talk},       Known{"meeting", Happening::Kind::Visit},
        Known{"visit", Happening::Kind::Visit},       Known{"call", Happening::Kind::Call},       Known{"mail", Happening::Kind::Mail},
        Known{"email", Happening::Kind::Mail},        Known{"brochure", Happening::Kind::Mail},   Known{"sent", Happening::Kind::Mail},
        Known{"offer", Happening::Kind::Offer},       Known{"service", Happening::Kind::Service}, Known{"maintenance", Happening::Kind::Service},
        Known{"repair", Happening::Kind::Service},    Known{"voice", Happening::Kind::Voice},
    };
    const auto found = std::find_if(known.begin(), known.end(), [&](const Known& one) { return word == QLatin1String(one.word); });
    return found == known.end() ? Happening::Kind::Note : found->kind;
}

Happening::Group groupOf(Happening::Kind kind)
{
    switch (kind) {
    case Happening::Kind::Mail:
    case Happening::Kind::Offer:
    case Happening::Kind::Promise:
        return Happening::Group::Sent;
    case Happening::Kind::Service:
        return Happening::Group::Service;
    default:
        return Happening::Group::Talks;
    }
}

class TimelineReader
{
public:
    TimelineReader(store::Store& store, const TimelineOf& whose, QDateTime now) : m_store(store), m_whose(whose), m_now(std::move(now)) {}

    Result<std::vector<Happening>> read()
    {
        for (const auto step : {&TimelineReader::readActivities, &TimelineReader::readServices, &TimelineReader::readTalks, &TimelineReader::readGaps,
                                &TimelineReader::readPromises}) {
            if (auto done = (this->*step)(); !done)
                return done.error();
        }
        for (const Entity& offer : m_whose.offers)
            addOffer(offer);
        std::stable_sort(m_all.begin(), m_all.end(), [](const Happening& a, const Happening& b) { return a.at > b.at; });
        if (m_all.size() > mostShown)
            m_all.resize(mostShown);
        return std::move(m_all);
    }

private:
    void add(Happening happening)
    {
        if (!happening.at.isValid() || m_keys.contains(happening.key))
            return;
        m_keys.insert(happening.key);
        happening.group = groupOf(happening.kind);
        m_all.push_back(std::move(happening));
    }

    void addTalk(const store::Conversation& talk, const QString& title, Happening::Kind kind, const QString& detail)
    {
        Happening happening{QStringLiteral("conversations/") + talk.id.text(), kind};
        happening.at = talk.startedAt;
        happening.title = title;
        const QString draft = talk.state == store::ConversationState::Draft ? Words::tr("Draft, to be finished") : QString();
        happening.detail = joinedText({detail, Sentences::leadStatus(talk.leadStatus), draft});
        happening.list = QStringLiteral("conversations");
        happening.id = talk.id.text();
        add(std::move(happening));
    }

    /// The last service that a machine's row knows, and the conversations of this tablet that changed the machine.
    Status readServices()
    {
        for (std::size_t i = 0; i < std::min(mostMachines, m_whose.machines.size()); ++i) {
            const Entity& machine = m_whose.machines[i];
            const auto talks = store::talksThatChanged(m_store, QStringLiteral("machines"), machine.id, mostTalks);
            if (!talks)
                return talks.error();
            QSet<QDate> days = m_serviced.value(machine.id); // somebody has told of these already
            for (const store::Conversation& talk : *talks) {
                days.insert(talk.startedAt.date());
                addTalk(talk, Words::tr("Service"), Happening::Kind::Service, machine.label);
            }
            Happening last{QStringLiteral("service/") + machine.id, Happening::Kind::Service};
            setTime(last, propertyText(machine, "last_service"));
            last.title = Words::tr("Service");
            last.detail = machine.label;
            last.list = QStringLiteral("machines");
            last.id = machine.id;
            if (!days.contains(last.at.date()))
                add(std::move(last));
        }
        return ok();
    }

    Status readTalks()
    {
        const auto talks = store::talksWith(m_store, {m_whose.organisation, m_whose.contact}, m_now.addDays(-talkDays), withdrawalForm, mostTalks);
        if (!talks)
            return talks.error();
        for (const store::Conversation& talk : *talks)
            addTalk(talk, talk.title.isEmpty() ? Words::tr("Conversation") : Words::tr("Talk with %1", "a person").arg(talk.title),
                    Happening::Kind::Talk, {});
        return ok();
    }

    /// Rows that name the firm, and those that name only the person.
    Status readRows(const char* list, void (TimelineReader::*take)(const Entity&))
    {
        for (const auto& [property, id] : {std::pair("organisation_id", m_whose.organisationId), std::pair("contact_id", m_whose.contactId)}) {
            const auto rows = id.isEmpty() ? Result<std::vector<Entity>>(std::vector<Entity>())
                                           : m_store.findEntities(QString::fromLatin1(list), QString::fromLatin1(property), id);
            if (!rows)
                return rows.error();
            for (const Entity& row : *rows)
                (this->*take)(row);
        }
        return ok();
    }

    Status readActivities() { return readRows("activities", &TimelineReader::addActivity); }

    void addActivity(const Entity& activity)
    {
        Happening happening{QStringLiteral("activities/") + activity.id, kindOf(propertyText(activity, "kind"))};
        setTime(happening, propertyText(activity, "at"));
        happening.word = propertyText(activity, "kind");
        const QString title = propertyText(activity, "title");
        happening.title = title.isEmpty() ? activity.label : title;
        happening.detail = joinedText({propertyText(activity, "summary"), propertyText(activity, "author")});
        happening.origin = originOf(activity);
        if (const QString machine = propertyText(activity, "machine_id"); !machine.isEmpty()) {
            happening.list = QStringLiteral("machines");
            happening.id = machine;
            m_serviced[machine].insert(happening.at.date());
        } else if (const QString contact = propertyText(activity, "contact_id"); !contact.isEmpty() && contact != m_whose.contactId) {
            happening.list = QStringLiteral("contacts");
            happening.id = contact;
        }
        add(std::move(happening));
    }

    Status readGaps() { return readRows("briefings", &TimelineReader::addGap); }

    void addGap(const Entity& gap)
    {
        if (propertyText(gap, "kind") != QLatin1String("gap"))
            return;
        Happening happening{QStringLiteral("briefings/") + gap.id, Happening::Kind::Gap};
        setTime(happening, propertyText(gap, "as_of"));
        happening.title = propertyText(gap, "answered_at").isEmpty() ? Words::tr("Don't know yet") : Words::tr("Was answered");
        happening.detail = propertyText(gap, "body").isEmpty() ? gap.label : propertyText(gap, "body");
        add(std::move(happening));
    }

    void addOffer(const Entity& offer)
    {
        Happening happening{QStringLiteral("offers/") + offer.id, Happening::Kind::Offer};
        setTime(happening, propertyText(offer, "date").left(10));
        const QString number = propertyText(offer, "number");
        happening.title = Words::tr("Offer %1", "a number").arg(number.isEmpty() ? offer.label : number);
        happening.detail = moneyText(propertyText(offer, "amount"), propertyText(offer, "currency"));
        happening.origin = originOf(offer);
        add(std::move(happening));
    }

    /// Follow-ups name a person: of a firm those of its people.
    Status readPromises()
    {
        std::vector<QString> people = m_whose.people;
        if (people.size() > mostPeople)
            people.resize(mostPeople);
        if (!m_whose.contactId.isEmpty())
            people.insert(people.begin(), m_whose.contactId);
        for (const QString& person : people) {
            const auto rows = m_store.findEntities(QStringLiteral("followups"), QStringLiteral("contact_id"), person);
            if (!rows)
                return rows.error();
            for (const Entity& row : *rows)
                addPromise(row);
        }
        return ok();
    }

    void addPromise(const Entity& promise)
    {
        Happening happening{QStringLiteral("followups/") + promise.id, Happening::Kind::Promise};
        setTime(happening, propertyText(promise, "due").left(10));
        happening.word = propertyText(promise, "kind");
        happening.title = Words::tr("Promised: %1", "a brochure, an offer, an appointment").arg(Sentences::followUp(happening.word));
        happening.detail = joinedText({propertyText(promise, "remark"), propertyText(promise, "owner")});
        if (const QString person = propertyText(promise, "contact_id"); person != m_whose.contactId) {
            happening.list = QStringLiteral("contacts");
            happening.id = person;
        }
        add(std::move(happening));
    }

    store::Store& m_store;
    const TimelineOf& m_whose;
    QDateTime m_now;
    std::vector<Happening> m_all;
    QSet<QString> m_keys;
    QHash<QString, QSet<QDate>> m_serviced; ///< days by machine
};

} // namespace

Result<std::vector<Happening>> readTimeline(store::Store& store, const TimelineOf& whose, const QDateTime& now)
{
    return TimelineReader(store, whose, now).read();
}

} // namespace rapport::app

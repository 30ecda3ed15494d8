// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/attendee.h"

#include "app/conversation/portrait.h"
#include "sync/contact/names.h"

#include <algorithm>

namespace rapport::app
{

namespace
{

/// By an index: the list of a large fair has tens of thousands.
std::optional<store::Entity> attendee(store::Store& store, const QString& badgeId)
{
    if (badgeId.isEmpty())
        return std::nullopt;
    const auto rows = store.findRows(QStringLiteral("attendees"), {{QStringLiteral("badge_id"), badgeId}});
    if (!rows || rows->empty())
        return std::nullopt;
    const auto found = store.entityAt(rows->front());
    return found ? *found : std::nullopt;
}

QString property(const store::Entity& entity, const char* name)
{
    const auto found = entity.properties.find(QString::fromLatin1(name));
    return found == entity.properties.end() ? QString() : found->second;
}

using Line = MergeReport::Line;
using Became = Line::Became;

std::optional<forms::NodeId> questionFor(const forms::FormSession& session, const QString& key)
{
    const auto& targets = session.form().payloadTargets();
    const auto target = std::find_if(targets.begin(), targets.end(), [&](const auto& each) { return each.key == key && each.hasControl; });
    return target == targets.end() ? std::nullopt : session.find(target->nodeset);
}

bool isSame(const QString& a, const QString& b)
{
    return a.simplified().compare(b.simplified(), Qt::CaseInsensitive) == 0 || contact::foldedWords(a) == contact::foldedWords(b);
}

/// Answers what is empty; what the form calls wrong is not answered.
Line fillIn(forms::FormSession& session, forms::NodeId node, const std::pair<QString, QString>& listed)
{
    const forms::Node before = session.node(node);
    Line line{listed.first, before.ref, Became::FilledIn, {}, listed.second};
    if (!before.value.isEmpty()) {
        const bool same = isSame(before.value, listed.second);
        line.became = same ? Became::Same : Became::Kept;
        line.own = same ? QString() : before.value;
        return line;
    }
    if (session.answer(node, listed.second) && session.node(node).constraintOk)
        return line;
    (void)session.answer(node, {}); // it was empty
    line.became = Became::NotTaken;
    return line;
}

} // namespace

bool resolveByList(store::Store& store, contact::ContactDraft& draft)
{
    contact::Contact& contact = draft.contact;
    const auto known = attendee(store, contact.badgeId);
    if (!known)
        return false;
    const std::pair<const char*, QString*> fields[] = {{"given_name", &contact.givenName},
                                                       {"family_name", &contact.familyName},
                                                       {"organisation", &contact.organisation},
                                                       {"job_title", &contact.jobTitle},
                                                       {"country", &contact.country}};
    for (const auto& [name, field] : fields) {
        if (field->isEmpty())
            *field = property(*known, name);
    }
    if (const QString email = property(*known, "email"); contact.emails.isEmpty() && !email.isEmpty())
        contact.emails = {email};
    if (const QString phone = property(*known, "phone"); contact.phones.empty() && !phone.isEmpty())
        contact.phones = {{phone, contact::Phone::Kind::Work}};
    return true;
}

std::optional<FromList> resolveByList(store::Store& store, forms::FormSession& session, const QDateTime& at)
{
    const Portrait portrait = portraitOf(session);
    const auto known = portrait.unresolved ? attendee(store, portrait.badgeId) : std::nullopt;
    contact::ContactDraft draft;
    draft.contact.badgeId = portrait.badgeId;
    if (!known || !resolveByList(store, draft))
        return std::nullopt;
    FromList done{{known->list, known->id, portrait.badgeId, at, {}}, {}};
    for (const auto& [key, value] : contact::payload(draft)) {
        if (key == QLatin1String("contacts.badge_id"))
            continue;
        const auto target = questionFor(session, key);
        done.report.lines.push_back(target ? fillIn(session, *target, {key, value}) : Line{key, {}, Became::NotTaken, {}, value});
        if (done.report.lines.back().became == Became::FilledIn)
            done.filled.push_back(*target);
    }
    return done;
}

} // namespace rapport::app

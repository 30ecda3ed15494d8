// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/carddav/carddialect.h"

#include "sync/connectors/dav/calendartime.h"
#include "sync/connectors/dav/selection.h"

using namespace Qt::StringLiterals;
using rapport::connectors::dav::Component;

namespace rapport::connectors::carddav
{
namespace
{

const QString card = u"VCARD"_s, version = u"VERSION"_s, newest = u"4.0"_s, usual = u"3.0"_s, org = u"org"_s;

/// "org", "individual", "group": as KIND says it, or what stood in its place before 4.0.
QString kindOf(const Component& subject)
{
    for (const QString& name : {u"KIND"_s, u"X-ADDRESSBOOKSERVER-KIND"_s}) {
        if (const QString kind = subject.text(name).toLower(); !kind.isEmpty())
            return kind;
    }
    if (subject.text(u"X-ABSHOWAS"_s).compare("COMPANY"_L1, Qt::CaseInsensitive) == 0)
        return org;
    const dav::ContentLine* firm = subject.line(u"ORG"_s);
    const dav::ContentLine* name = subject.line(u"N"_s);
    const bool nameless = !name || QString(name->value).remove(u';').trimmed().isEmpty();
    const bool isFirm = firm && nameless && dav::unescaped(dav::rawParts(firm->value).first()).trimmed() == subject.text(u"FN"_s).trimmed();
    return isFirm ? org : u"individual"_s;
}

void setKind(Component& subject, const QString& kind)
{
    if (kind.isEmpty() || kindOf(subject) == kind)
        return;
    if (subject.text(version) == newest)
        subject.put({{}, u"KIND"_s, {}, kind});
    else if (kind == org)
        subject.put({{}, u"X-ABSHOWAS"_s, {}, u"COMPANY"_s});
    else
        subject.remove(u"X-ABSHOWAS"_s);
}

} // namespace

dav::Vocabulary CardDialect::vocabulary() const
{
    return {"urn:ietf:params:xml:ns:carddav", "address-data", "addressbook-multiget", "Content-Type: text/vcard; charset=utf-8",
            u"<V:addressbook-query xmlns=\"DAV:\" xmlns:V=\"urn:ietf:params:xml:ns:carddav\"><prop><getetag/></prop><V:filter>"
            "<V:prop-filter name=\"UID\"><V:text-match collation=\"i;octet\" match-type=\"equals\">{uid}</V:text-match></V:prop-filter>"
            "</V:filter></V:addressbook-query>"_s};
}

Status CardDialect::suits(const dav::Facts& facts, const dav::Mapping& mapping) const
{
    if (!facts.types.contains(u"addressbook"_s))
        return Error{Error::Kind::Invalid, u"carddav: the address is not one of an address book"_s};
    for (const auto& [name, rules] : mapping.lists) {
        for (const dav::Rule& rule : rules) {
            if (rule.component != card)
                return Error{Error::Kind::Invalid, u"carddav: the mapping makes %1, an address book takes cards"_s.arg(rule.component)};
        }
    }
    return ok();
}

Component CardDialect::blank(const dav::Facts& facts) const
{
    return {card, {{{}, version, {}, facts.versions.contains(newest) ? newest : usual}}, {}};
}

Component* CardDialect::subject(Component& object, const dav::Rule& rule, const QString& uid) const
{
    if (object.name != card || rule.component != card)
        return nullptr;
    if (object.text(u"UID"_s).isEmpty())
        object.put({{}, u"UID"_s, object.text(version) == newest ? u";VALUE=text"_s : QString(), dav::escaped(uid)});
    setKind(object, rule.kind);
    return &object;
}

const Component* CardDialect::subject(const Component& object) const
{
    return object.name == card ? &object : nullptr;
}

/// vCard 3.0 wants FN and N in each card.
void CardDialect::finish(Component&, Component& subject, const QDateTime& at) const
{
    if (!subject.line(u"N"_s))
        subject.put({{}, u"N"_s, {}, u";;;;"_s});
    if (!subject.line(u"FN"_s))
        subject.put({{}, u"FN"_s, {}, QString()});
    subject.put({{}, u"REV"_s, {}, dav::stampOf(at)});
}

bool CardDialect::belongs(const dav::PullList& list, const Component& subject) const
{
    return list.kind.isEmpty() || kindOf(subject) == list.kind;
}

} // namespace rapport::connectors::carddav

// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/dav/delivery.h"

#include "sync/connectors/dav/objectwriter.h"

using namespace Qt::StringLiterals;

namespace rapport::connectors::dav
{
namespace
{

constexpr int mostWrites = 4; ///< of an object that others write and delete, too
const QString nothing = u"none"_s;

bool mayHaveBeenDone(const std::optional<Fault>& fault)
{
    return fault && (fault->kind == Fault::Kind::Lost || fault->kind == Fault::Kind::Failing);
}

} // namespace

Delivery::Delivery(Collection& collection, const Dialect& dialect, const Facts& facts, const std::vector<Rule>& rules, const Values& values,
                   const Job& job, const JobContext& context)
    : m_collection(collection), m_dialect(dialect), m_facts(facts), m_rules(rules), m_values(values), m_job(job), m_context(context),
      m_uid(uidOf(job.entityId)), m_name(m_uid + dialect.suffix())
{
}

Reply<RemoteRef> Delivery::run()
{
    const QString known = m_context.remoteRef(m_job.list, m_job.entityId).value_or(nothing);
    QStringList names;
    if (known != nothing)
        names += known;
    if (m_job.outcomeUnknown && known != m_name)
        names += m_name;
    for (const QString& name : names) {
        auto there = m_collection.read(name);
        if (!there)
            return *there.fault;
        if (there.value)
            return augment(*there.value);
    }
    return create();
}

/// "Only where nothing is" makes the first try safe without a look; the UID keeps it safe where the object was given another name.
Reply<RemoteRef> Delivery::create()
{
    const auto made = wanted({});
    if (!made)
        return *made.fault;
    if (!made.value.object)
        return RemoteRef{nothing, {}};
    const auto fault = noted(m_collection.create(m_name, made.value.object->bytes()));
    if (!fault)
        return reference(m_name, made.value);
    if (fault->kind == Fault::Kind::Changed && m_writes < mostWrites)
        return augmentNamed(m_name, *fault);
    if (fault->kind == Fault::Kind::UidTaken) {
        const auto name = m_collection.nameOfUid(m_uid);
        return name ? augmentNamed(name.value, *fault) : Reply<RemoteRef>(*name.fault);
    }
    if (fault->kind == Fault::Kind::Failing) {
        const auto there = isThere(m_name);
        m_writing = m_writing && !(there && there.value);
        if (there && there.value)
            return reference(m_name, made.value);
    }
    return *fault;
}

Reply<RemoteRef> Delivery::augmentNamed(const QString& name, const Fault& otherwise)
{
    const auto there = name.isEmpty() ? Reply<std::optional<Stored>>(std::optional<Stored>()) : m_collection.read(name);
    if (!there)
        return *there.fault;
    return there.value ? augment(*there.value) : Reply<RemoteRef>(otherwise);
}

Reply<RemoteRef> Delivery::augment(Stored there)
{
    for (;;) {
        const auto merged = wanted(there);
        if (!merged)
            return *merged.fault;
        if (!merged.value.object || !merged.value.differs)
            return merged.value.object ? reference(there.name, merged.value) : RemoteRef{nothing, {}};
        const auto fault = noted(m_collection.replace(there.name, there.etag, merged.value.object->bytes()));
        if (!fault)
            return reference(there.name, merged.value);
        if (fault->kind == Fault::Kind::Failing) {
            const auto done = isThere(there.name);
            m_writing = m_writing && !(done && done.value);
            return done && done.value ? reference(there.name, merged.value) : Reply<RemoteRef>(*fault);
        }
        if (fault->kind != Fault::Kind::Changed || m_writes >= mostWrites)
            return *fault;
        const auto again = m_collection.read(there.name);
        if (!again)
            return *again.fault;
        if (!again.value)
            return create(); // it was deleted meanwhile
        there = *again.value;
    }
}

/// After a server's own failure: whether it has carried it out all the same.
Reply<bool> Delivery::isThere(const QString& name)
{
    const auto there = m_collection.read(name);
    if (!there || !there.value)
        return there ? Reply<bool>(false) : Reply<bool>(*there.fault);
    const auto merged = wanted(there.value);
    return merged ? Reply<bool>(!merged.value.differs) : Reply<bool>(*merged.fault);
}

Reply<Delivery::Wanted> Delivery::wanted(const std::optional<Stored>& there)
{
    Component before = m_dialect.blank(m_facts);
    if (there) {
        auto parsed = parseObject(there->data);
        if (!parsed)
            return Fault{Fault::Kind::Broken, parsed.error().detail};
        before = std::move(*parsed);
    }
    for (const Rule& rule : m_rules) {
        if (!m_values.hold(rule))
            continue;
        Component object = before;
        Component* subject = m_dialect.subject(object, rule, m_uid);
        if (!subject)
            return Fault{Fault::Kind::Broken, u"the object there is of another kind"_s};
        if (!ObjectWriter(rule, m_values, m_dialect.zone()).write(*subject))
            continue;
        const bool differs = !there || object != before;
        if (differs)
            m_dialect.finish(object, *subject, m_context.finishedAt());
        return Wanted{std::move(object), rule.number, differs};
    }
    return Wanted{};
}

std::optional<Fault> Delivery::noted(std::optional<Fault> fault)
{
    ++m_writes;
    m_writing = mayHaveBeenDone(fault);
    return fault;
}

RemoteRef Delivery::reference(const QString& name, const Wanted& wanted) const
{
    constexpr qsizetype enough = 8; ///< of the id to find it by
    return {name, wanted.number.arg(m_job.entityId.left(enough))};
}

} // namespace rapport::connectors::dav

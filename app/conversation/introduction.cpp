// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/introduction.h"

#include <QJsonArray>

#include <algorithm>

namespace rapport::app
{

namespace
{

using forms::FormSession;
using forms::NodeId;
using Values = std::map<NodeId, QString>;

void collect(const FormSession& session, NodeId from, Values& values)
{
    for (const NodeId child : session.children(from)) {
        if (const forms::Node node = session.node(child); node.hasControl && node.kind != forms::NodeKind::Upload)
            values[child] = node.value;
        collect(session, child, values);
    }
}

Values valuesIn(const FormSession& session)
{
    Values values;
    collect(session, session.root(), values);
    return values;
}

/// The questions that take payload keys.
std::map<NodeId, QString> keysIn(const FormSession& session)
{
    std::map<NodeId, QString> keys;
    for (const forms::PayloadTarget& target : session.form().payloadTargets()) {
        if (const auto node = target.hasControl ? session.find(target.nodeset) : std::nullopt)
            keys[*node] = target.key;
    }
    return keys;
}

bool isId(const QString& key)
{
    return key.endsWith(QLatin1String(".@id"));
}

bool isOfCustomer(const QString& key)
{
    return key.startsWith(QLatin1String("contacts.")) || key.startsWith(QLatin1String("organisations."));
}

bool says(const Said& said, const QString& key)
{
    return std::any_of(said.begin(), said.end(), [&](const auto& one) { return one.first == key; });
}

/// What stands there stays where the form does not take @p value back: it was an answer of this form.
void put(FormSession& session, NodeId id, const QString& value)
{
    const forms::Node node = session.node(id);
    if (node.value == value)
        return;
    if (node.kind == forms::NodeKind::SelectMany || node.kind == forms::NodeKind::Rank)
        (void)session.answerMany(id, value.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    else
        (void)session.answer(id, value);
}

} // namespace

Said saidIn(const FormSession& session)
{
    Said said;
    for (const forms::PayloadTarget& target : session.form().payloadTargets()) {
        if (!target.hasControl || isId(target.key) || !isOfCustomer(target.key) || !comparedKeys().contains(target.key))
            continue;
        const auto node = session.find(target.nodeset);
        if (const QString value = node ? session.node(*node).value.simplified() : QString(); !value.isEmpty())
            said.emplace_back(target.key, value);
    }
    return said;
}

Introduced introduce(FormSession& session, const Said& read, const Said& payload)
{
    const Values before = valuesIn(session);
    const auto keys = keysIn(session);
    for (const auto& [node, key] : keys) {
        if (isId(key) && isOfCustomer(key) && !says(payload, key))
            put(session, node, {}); // whoever was chosen before
    }
    Said ids, rest;
    for (const auto& one : payload)
        (isId(one.first) ? ids : rest).push_back(one);
    Introduced done;
    done.unplaced = session.applyPayload(ids).unplaced;
    for (const auto& [node, value] : before) {
        const auto key = keys.find(node);
        const bool judged = key != keys.end() && ((isId(key->second) && isOfCustomer(key->second)) || says(read, key->second));
        if (!value.isEmpty() && !judged)
            put(session, node, value);
    }
    const auto taken = session.applyPayload(rest);
    done.filled = taken.filled;
    done.unplaced.insert(done.unplaced.end(), taken.unplaced.begin(), taken.unplaced.end());
    for (const auto& [node, value] : valuesIn(session)) {
        const auto earlier = before.find(node);
        if (const QString was = earlier == before.end() ? QString() : earlier->second; was != value)
            done.exchanges.push_back({session.node(node).ref, was, value});
    }
    return done;
}

void takeBack(FormSession& session, const std::vector<Exchange>& exchanges)
{
    Values wanted = valuesIn(session);
    for (const Exchange& exchange : exchanges) {
        const auto node = session.find(exchange.ref);
        if (const auto now = node ? wanted.find(*node) : wanted.end(); now != wanted.end() && now->second == exchange.after)
            now->second = exchange.before;
    }
    for (const auto& [node, key] : keysIn(session)) {
        if (const auto id = wanted.find(node); isId(key) && id != wanted.end())
            put(session, node, id->second);
    }
    for (const auto& [node, value] : wanted)
        put(session, node, value);
}

QJsonArray toJson(const std::vector<Exchange>& exchanges)
{
    QJsonArray all;
    for (const Exchange& one : exchanges)
        all.append(QJsonArray{one.ref, one.before, one.after});
    return all;
}

std::vector<Exchange> exchangesOf(const QJsonArray& json)
{
    std::vector<Exchange> all;
    for (const QJsonValue& one : json)
        all.push_back({one.toArray().at(0).toString(), one.toArray().at(1).toString(), one.toArray().at(2).toString()});
    return all;
}

} // namespace rapport::app

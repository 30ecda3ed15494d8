// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/instances.h"

#include "forms/xlsform/questiontypes.h"
#include "forms/xlsform/tokens.h"

#include <QRegularExpression>

#include <algorithm>

namespace rapport::xlsform
{

using namespace Qt::StringLiterals;

namespace
{

struct Found {
    Instance instance;
    QString kind;    ///< "external", "pulldata", "file", "instance", "choice"
    QString context; ///< where it was asked for
    int row = 0;
};

const QStringList& expressions()
{
    static const QStringList names{u"calculate"_s, u"constraint"_s, u"readonly"_s, u"required"_s, u"relevant"_s};
    return names;
}

QString contextOf(const Element& element)
{
    const Element* parent = element.parent ? element.parent : &element;
    return u"[type: %1, name: %2]"_s.arg(parent->type, parent->name);
}

class Collector
{
public:
    std::vector<Found> found;
    bool lastSaved = false;

    void collect(const Element& element)
    {
        if (element.kind == Element::Kind::External)
            external(element);
        else if (element.kind == Element::Kind::Question || (element.isSection() && element.parent))
            question(element);
        for (const auto& child : element.children)
            collect(*child);
    }

private:
    void external(const Element& element)
    {
        const bool csv = element.type.startsWith(u"csv");
        found.push_back({{element.name, csv ? u"jr://file-csv/%1.csv"_s.arg(element.name) : u"jr://file/%1.xml"_s.arg(element.name), nullptr},
                         u"external"_s,
                         contextOf(element),
                         element.row});
    }

    void question(const Element& element)
    {
        for (const QString& name : expressions())
            expression(element, element.bind.textOf(name));
        if (element.isSection())
            return;
        expression(element, element.choiceFilter);
        expression(element, element.defaultText);
        const bool select = element.type.startsWith(u"select") || element.type == u"rank";
        const QString extension = fileExtension(element.itemset);
        if (select && !extension.isEmpty() && element.type != u"select one external")
            found.push_back({{element.itemset.chopped(extension.size()),
                              (extension == u".csv" ? u"jr://file-csv/"_s : u"jr://file/"_s) + element.itemset, nullptr},
                             u"file"_s,
                             contextOf(element),
                             element.row});
    }

    void expression(const Element& element, const QString& text)
    {
        static const QRegularExpression call(u"pulldata\\s*\\(\\s*(.*?),"_s);
        if (text.contains(u"pulldata")) {
            for (auto match = call.globalMatch(text); match.hasNext();) {
                QString id = match.next().captured(1);
                id = id.remove(u'\'').remove(u'"').trimmed();
                found.push_back({{id, u"jr://file-csv/%1.csv"_s.arg(id), nullptr}, u"pulldata"_s, contextOf(element), element.row});
            }
        }
        const auto all = references(text);
        lastSaved = lastSaved || (!element.isSection() && std::any_of(all.begin(), all.end(), [](const Reference& r) { return r.lastSaved; }));
    }
};

void checkExternalNames(const std::vector<Found>& found, Remarks& remarks)
{
    QStringList done;
    for (const Found& one : found) {
        if (one.kind != u"external" || done.contains(one.instance.id))
            continue;
        done.append(one.instance.id);
        QStringList contexts;
        for (const Found& other : found) {
            if (other.kind == u"external" && other.instance.id == one.instance.id)
                contexts.append(other.context + u"(external)"_s);
        }
        if (contexts.size() > 1)
            remarks.fault(u"survey"_s, one.row, u"name"_s,
                          u"Instance names must be unique within a form. The name '%1' was found %2 time(s), under these contexts: %3"_s.arg(
                              one.instance.id, QString::number(contexts.size()), contexts.join(u", "_s)));
    }
}

} // namespace

std::vector<Instance> secondaryInstances(const Survey& survey, Remarks& remarks)
{
    Collector collector;
    collector.collect(*survey.root);
    if (collector.lastSaved)
        collector.found.push_back({{u"__last-saved"_s, u"jr://instance/last-saved"_s, nullptr}, u"instance"_s, {}, 0});
    for (const ChoiceList& list : survey.lists) {
        if (!list.usedBySearch)
            collector.found.push_back({{list.name, {}, &list}, u"choice"_s, u"survey"_s, list.choices.front().row});
    }
    checkExternalNames(collector.found, remarks);

    std::vector<Instance> out;
    QHash<QString, const Found*> seen;
    for (const Found& one : collector.found) {
        const Found* prior = seen.value(one.instance.id);
        if (!prior) {
            seen[one.instance.id] = &one;
            out.push_back(one.instance);
        } else if (prior->instance.uri != one.instance.uri) {
            const auto uri = [](const Found& f) { return f.instance.uri.isEmpty() ? u"None"_s : f.instance.uri; };
            remarks.fault(
                one.kind == u"choice" ? u"choices"_s : u"survey"_s, one.row, {},
                u"The same instance id will be generated for different external instance source URIs. Please check the form. Instance name: '%1', "
                "Existing type: '%2', Existing URI: '%3', Duplicate type: '%4', Duplicate URI: '%5', Duplicate context: '%6'."_s.arg(
                    one.instance.id, prior->kind, uri(*prior), one.kind, uri(one), one.context));
        }
    }
    return out;
}

} // namespace rapport::xlsform

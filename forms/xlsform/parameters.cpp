// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/parameters.h"

#include "forms/xlsform/tokens.h"

#include <QRegularExpression>

#include <algorithm>

namespace rapport::xlsform
{

using namespace Qt::StringLiterals;

namespace
{

bool keepsCase(const QString& name, const QString& value)
{
    return name == u"reference-geometry" || name == u"label" || name == u"value" || value.contains(u"${");
}

std::optional<double> number(const QString& text)
{
    bool good = false;
    const double value = text.toDouble(&good);
    return good && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

bool isWhole(const QString& text)
{
    bool good = false;
    text.toLongLong(&good);
    return good;
}

/// What keeps a text from being the name of an Android package; empty where nothing does.
QString packageProblem(const QString& package)
{
    const QString intro = u"Parameter 'app' has an invalid Android package name - "_s;
    static const QRegularExpression start(u"^[a-zA-Z]"_s), characters(u"^[a-zA-Z0-9._]*$"_s);
    if (package.trimmed().isEmpty())
        return intro + u"package name is missing."_s;
    if (!package.contains(u'.'))
        return intro + u"the package name must have at least one '.' separator."_s;
    if (package.endsWith(u'.'))
        return intro + u"the package name cannot end in a '.' separator."_s;
    const QStringList pieces = package.split(u'.');
    if (std::any_of(pieces.begin(), pieces.end(), [](const QString& piece) { return !start.match(piece).hasMatch(); }))
        return intro + u"each segment of the package name must start with a letter."_s;
    if (!characters.match(package).hasMatch())
        return intro + u"the package name can only include letters (a-z, A-Z), numbers (0-9), dots (.), and underscores (_)."_s;
    return {};
}

} // namespace

std::optional<Parameters> Parameters::parse(const QString& text)
{
    static const QRegularExpression piece(u"=|[^\\s=,;]+"_s);
    QStringList pieces;
    for (auto match = piece.globalMatch(text); match.hasNext();)
        pieces.append(match.next().captured());
    if (pieces.size() % 3 != 0)
        return std::nullopt;
    Parameters out;
    for (qsizetype i = 0; i < pieces.size(); i += 3) {
        if (pieces[i] == u"=" || pieces[i + 1] != u"=" || pieces[i + 2] == u"=")
            return std::nullopt;
        const QString name = pieces[i].toLower();
        out.set(name, keepsCase(name, pieces[i + 2]) ? pieces[i + 2] : pieces[i + 2].toLower());
    }
    return out;
}

bool Parameters::contains(QStringView name) const
{
    return std::any_of(m_all.begin(), m_all.end(), [&](const auto& one) { return one.first == name; });
}

QString Parameters::value(QStringView name) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const auto& one) { return one.first == name; });
    return found == m_all.end() ? QString() : found->second;
}

void Parameters::set(const QString& name, const QString& value)
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const auto& one) { return one.first == name; });
    if (found == m_all.end())
        m_all.emplace_back(name, value);
    else
        found->second = value;
}

void Parameters::remove(QStringView name)
{
    std::erase_if(m_all, [&](const auto& one) { return one.first == name; });
}

void Parameters::rename(QStringView name, const QString& newName)
{
    for (auto& one : m_all) {
        if (one.first == name)
            one.first = newName;
    }
}

void ParameterRules::wrong(const Element& question, const QString& advice)
{
    m_remarks.faults.push_back(invalidValue(u"survey"_s, question.row, u"parameters"_s, advice));
}

void ParameterRules::fault(const Element& question, const QString& message)
{
    m_remarks.fault(u"survey"_s, question.row, u"parameters"_s, u"[row : %1] %2"_s.arg(QString::number(question.row), message));
}

bool ParameterRules::onlyKnows(const Element& question, const Parameters& parameters, const QStringList& accepted)
{
    QStringList unknown;
    for (const auto& [name, value] : parameters.all()) {
        if (!accepted.contains(name))
            unknown.append(name);
    }
    if (unknown.isEmpty())
        return true;
    unknown.sort();
    QStringList sorted = accepted;
    sorted.sort();
    wrong(question, u"The accepted parameter keys for this question type are '%1'. The following are invalid parameter key(s): '%2'."_s.arg(
                        sorted.join(u", "_s), unknown.join(u", "_s)));
    return false;
}

void ParameterRules::apply(Element& question, Parameters parameters)
{
    if (question.type == u"range")
        range(question, std::move(parameters));
    else if (question.type == u"text")
        text(question, parameters);
    else if (question.type == u"photo")
        photo(question, parameters);
    else if (question.type == u"audio" || question.type == u"background-audio")
        quality(question, parameters, question.type == u"audio");
    else if (question.type == u"geopoint" || question.type == u"geotrace" || question.type == u"geoshape")
        geo(question, parameters);
    else if (question.type == u"audit")
        audit(question, parameters);
}

void ParameterRules::applyToSelect(Element& question, const Parameters& parameters, bool fromFile)
{
    static const QRegularExpression column(u"^[a-zA-Z_][a-zA-Z0-9\\-_.]*$"_s);
    QStringList accepted{u"randomize"_s, u"seed"_s};
    if (fromFile)
        accepted += {u"label"_s, u"value"_s};
    if (!onlyKnows(question, parameters, accepted))
        return;
    const QString randomize = parameters.value(u"randomize"), seed = parameters.value(u"seed");
    if (!randomize.isEmpty() && randomize != u"true" && randomize != u"false")
        return fault(question, u"randomize must be set to true or false: '%1' is an invalid value"_s.arg(randomize));
    if (!seed.isEmpty() && randomize.isEmpty())
        return fault(question, u"Parameters must include randomize=true to use a seed."_s);
    if (!seed.isEmpty() && !isReference(seed) && !number(seed))
        return fault(question, u"seed value must be a number or a reference to another field."_s);
    for (const QString& name : {u"value"_s, u"label"_s}) {
        if (parameters.contains(name) && !column.match(parameters.value(name)).hasMatch())
            return m_remarks.faults.push_back(
                invalidValue(u"survey"_s, question.row, u"parameters (%1)"_s.arg(name),
                             u"Names must begin with a letter or underscore. After the first character, names may contain "
                             "letters, digits, underscores, hyphens, or periods."_s));
    }
    question.parameters = parameters.all();
}

void ParameterRules::text(Element& question, const Parameters& parameters)
{
    if (!onlyKnows(question, parameters, {u"rows"_s}) || !parameters.contains(u"rows"))
        return;
    if (!isWhole(parameters.value(u"rows")))
        return fault(question, u"Parameter rows must have an integer value."_s);
    question.control.set(u"rows"_s, parameters.value(u"rows"));
}

void ParameterRules::photo(Element& question, const Parameters& parameters)
{
    if (!onlyKnows(question, parameters, {u"max-pixels"_s, u"app"_s}))
        return;
    if (!parameters.contains(u"max-pixels"))
        m_remarks.warn(u"survey"_s, question.row, u"parameters"_s,
                       u"[row : %1] Use the max-pixels parameter to speed up submission sending and save storage space. Learn more: "
                       "https://xlsform.org/#image"_s.arg(question.row));
    else if (!isWhole(parameters.value(u"max-pixels")))
        return fault(question, u"Parameter max-pixels must have an integer value."_s);
    else
        question.bind.set(u"orx:max-pixels"_s, parameters.value(u"max-pixels"));
    const QString appearance = question.control.textOf(u"appearance");
    if (!parameters.contains(u"app") || !(appearance.isEmpty() || appearance == u"annotate"))
        return;
    if (const QString problem = packageProblem(parameters.value(u"app")); !problem.isEmpty())
        return fault(question, problem);
    question.control.set(u"intent"_s, parameters.value(u"app"));
}

void ParameterRules::quality(Element& question, const Parameters& parameters, bool external)
{
    if (!onlyKnows(question, parameters, {u"quality"_s}) || !parameters.contains(u"quality"))
        return;
    const QString quality = parameters.value(u"quality");
    if (quality != u"voice-only" && quality != u"low" && quality != u"normal" && !(external && quality == u"external"))
        return fault(question, u"Invalid value for quality. Write voice-only, low%1."_s.arg(external ? u", normal or external"_s : u" or normal"_s));
    if (external)
        question.bind.set(u"odk:quality"_s, quality);
    else
        question.actions.back().attributes.emplace_back(u"odk:quality"_s, quality);
}

void ParameterRules::geo(Element& question, const Parameters& parameters)
{
    const bool point = question.type == u"geopoint";
    const QStringList accepted = point ? QStringList{u"allow-mock-accuracy"_s, u"capture-accuracy"_s, u"reference-geometry"_s, u"warning-accuracy"_s}
                                       : QStringList{u"allow-mock-accuracy"_s, u"incremental"_s, u"reference-geometry"_s};
    if (!onlyKnows(question, parameters, accepted))
        return;
    for (const auto& [name, attribute] :
         {std::pair{u"capture-accuracy"_s, u"accuracyThreshold"_s}, {u"warning-accuracy"_s, u"unacceptableAccuracyThreshold"_s}}) {
        if (!parameters.contains(name))
            continue;
        if (!number(parameters.value(name)))
            return wrong(question, u"The '%1' parameter must have a numeric value."_s.arg(name));
        question.control.set(attribute, parameters.value(name));
    }
    if (parameters.contains(u"incremental")) {
        if (!yesOrNo(parameters.value(u"incremental")).value_or(false))
            return wrong(question, u"For geoshape and geotrace questions, the 'incremental' parameter may either be 'true' or not included."_s);
        question.control.set(u"incremental"_s, u"true"_s);
    }
    if (parameters.contains(u"allow-mock-accuracy")) {
        const QString value = parameters.value(u"allow-mock-accuracy");
        if (value != u"true" && value != u"false")
            return wrong(question, u"The 'allow-mock-accuracy' parameter must be either 'true' or 'false'."_s);
        question.bind.set(u"odk:allow-mock-accuracy"_s, value);
    }
    question.itemset = parameters.value(u"reference-geometry");
}

void ParameterRules::audit(Element& question, const Parameters& parameters)
{
    if (!onlyKnows(question, parameters,
                   {u"location-priority"_s, u"location-min-interval"_s, u"location-max-age"_s, u"track-changes"_s, u"track-changes-reasons"_s,
                    u"identify-user"_s}))
        return;
    for (const QString& name : {u"track-changes"_s, u"identify-user"_s}) {
        if (!parameters.contains(name))
            continue;
        const QString value = parameters.value(name);
        if (value != u"true" && value != u"false")
            return fault(question, u"%1 must be set to true or false: '%2' is an invalid value."_s.arg(name, value));
        question.bind.set(u"odk:"_s + name, value);
    }
    if (parameters.contains(u"track-changes-reasons")) {
        if (parameters.value(u"track-changes-reasons") != u"on-form-edit")
            return fault(question, u"track-changes-reasons must be set to on-form-edit"_s);
        question.bind.set(u"odk:track-changes-reasons"_s, u"on-form-edit"_s);
    }
    auditLocation(question, parameters);
}

void ParameterRules::auditLocation(Element& question, const Parameters& parameters)
{
    const QStringList names{u"location-priority"_s, u"location-min-interval"_s, u"location-max-age"_s};
    const auto given = std::count_if(names.begin(), names.end(), [&](const QString& name) { return parameters.contains(name); });
    if (given == 0)
        return;
    if (given < names.size())
        return fault(question,
                     u"To include location information in the audit, 'location-priority', 'location-min-interval', and 'location-max-age' are "
                     "required parameters."_s);
    static const QStringList priorities{u"no-power"_s, u"low-power"_s, u"balanced"_s, u"high-accuracy"_s};
    if (!priorities.contains(parameters.value(u"location-priority")))
        return fault(question,
                     u"Parameter location-priority must be set to no-power, low-power, balanced, or high-accuracy:'%1' is an invalid value"_s.arg(
                         parameters.value(u"location-priority")));
    for (const QString& name : names.mid(1)) {
        if (!isWhole(parameters.value(name)))
            return fault(question, u"Parameter %1 must have an integer value."_s.arg(name));
        if (parameters.value(name).toLongLong() < 0)
            return fault(question, u"Parameter %1 must be greater than or equal to zero."_s.arg(name));
    }
    if (parameters.value(u"location-max-age").toLongLong() < parameters.value(u"location-min-interval").toLongLong())
        return fault(question, u"Parameter location-max-age must be greater than or equal to location-min-interval."_s);
    for (const QString& name : names)
        question.bind.set(u"odk:"_s + name, parameters.value(name));
}

} // namespace rapport::xlsform

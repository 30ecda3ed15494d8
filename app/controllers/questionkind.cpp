// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/questionkind.h"

#include "app/conversation/softlimits.h"

#include <QCoreApplication>
#include <QMimeDatabase>

#include <algorithm>
#include <initializer_list>

namespace rapport::app
{

using forms::DataType;
using forms::FormSession;
using forms::Node;
using forms::NodeId;
using forms::NodeKind;
using Question::Kind;

namespace
{

constexpr std::size_t buttonsAtMost = 12; ///< more choices than that are searched, not shown
constexpr double wantedMetres = 5;        ///< of a position, where the form says nothing (as in ODK)
constexpr std::size_t besideAtMost = 5;   ///< more than that stand one below the other

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Question)
};

bool looks(const Node& node, std::initializer_list<const char*> appearances)
{
    return std::any_of(appearances.begin(), appearances.end(), [&](const char* one) { return node.appearances.contains(QLatin1String(one)); });
}

double parameter(const Node& node, const char* name, double otherwise)
{
    bool read = false;
    const double number = node.parameters.value(QLatin1String(name)).toDouble(&read);
    return read ? number : otherwise;
}

Kind inputKind(const Node& node)
{
    switch (node.type) {
    case DataType::Int:
        return looks(node, {"counter"}) ? Kind::Counter : Kind::Integer;
    case DataType::Decimal:
        return Kind::Decimal;
    case DataType::Date:
        return Kind::Date;
    case DataType::Time:
        return Kind::Time;
    case DataType::DateTime:
        return Kind::DateTime;
    case DataType::Barcode:
        return Kind::Code;
    case DataType::Geopoint:
        return Kind::Place;
    case DataType::Geotrace:
    case DataType::Geoshape:
        return Kind::Text;
    case DataType::Binary:
        return Kind::Other;
    default:
        return looks(node, {"multiline"}) || node.parameters.contains(QStringLiteral("rows")) ? Kind::Multiline : Kind::Text;
    }
}

/// Of the first thing that is accepted: "audio/*", or what ".m4a" stands for.
QString mediaTypeOf(const QString& accept)
{
    const QString first = accept.section(QLatin1Char(','), 0, 0).trimmed();
    return first.startsWith(QLatin1Char('.')) ? QMimeDatabase().mimeTypeForFile(QLatin1Char('x') + first, QMimeDatabase::MatchExtension).name()
                                              : first;
}

Kind uploadKind(const Node& node)
{
    if (looks(node, {"signature"}))
        return Kind::Signature;
    if (looks(node, {"draw"}))
        return Kind::Drawing;
    const QString wanted = mediaTypeOf(node.accept);
    if (wanted.startsWith(QLatin1String("image/")))
        return Kind::Photo;
    if (wanted.startsWith(QLatin1String("audio/")))
        return Kind::Audio;
    return wanted.startsWith(QLatin1String("video/")) ? Kind::Video : Kind::File;
}

Kind choiceKind(const FormSession& session, const Node& node)
{
    const bool one = node.kind == NodeKind::SelectOne;
    // What an index serves is never counted: there may be a million.
    const bool searched = looks(node, {"autocomplete", "search"}) || !searchedList(session, node.id).isEmpty();
    if (searched || session.choiceCount(node.id, buttonsAtMost + 1) > buttonsAtMost)
        return one ? Kind::Search : Kind::SearchMany;
    return one ? Kind::ChoiceOne : Kind::ChoiceMany;
}

Kind rangeKind(const Node& node)
{
    if (looks(node, {"rating"}))
        return Kind::Rating;
    return looks(node, {"picker"}) ? Kind::Counter : Kind::Range;
}

QString noteOf(const Node& node)
{
    if (node.type == DataType::Geotrace || node.type == DataType::Geoshape)
        return Words::tr("Type the places one after another, for example 52.52 13.40; 52.53 13.41.");
    if (looks(node, {"image-map", "map"}) && (node.kind == NodeKind::SelectOne || node.kind == NodeKind::SelectMany))
        return Words::tr("Choose from the list: the picture cannot be touched here.");
    if (looks(node, {"bearing"}))
        return Words::tr("Type the direction in degrees: 0 is north, 90 is east.");
    if (looks(node, {"printer"}))
        return Words::tr("It cannot be printed from here.");
    const auto opensAnother = [](const QString& appearance) { return appearance.startsWith(QLatin1String("ex:")); };
    if (std::any_of(node.appearances.begin(), node.appearances.end(), opensAnother))
        return Words::tr("The form wants another app for this, which is not here. Type the answer.");
    if (node.type == DataType::Date && looks(node, {"ethiopian", "coptic", "islamic", "bikram-sambat", "myanmar", "persian", "buddhist"}))
        return Words::tr("In the Gregorian calendar.");
    return {};
}

void addMeasurement(QVariantMap& extra, const Node& node)
{
    if (!node.unit.isEmpty())
        extra[QStringLiteral("unit")] = node.unit;
    const Measurement measurement = measurementOf(node);
    if (!measurement.isLimited())
        return;
    extra[QStringLiteral("limits")] = limitsText(measurement);
    extra[QStringLiteral("verdict")] = verdictText(measurement);
    extra[QStringLiteral("advice")] = adviceText(measurement);
    extra[QStringLiteral("out")] = isBeyond(node);
    extra[QStringLiteral("placeLow")] = node.softMin ? measurement.place(*node.softMin) : 0.0;
    extra[QStringLiteral("placeHigh")] = node.softMax ? measurement.place(*node.softMax) : 1.0;
    if (measurement.value)
        extra[QStringLiteral("place")] = measurement.place(*measurement.value);
    extra[QStringLiteral("asksReason")] = isBeyond(node) && !node.formAsksReason;
    extra[QStringLiteral("reason")] = node.reason;
}

/// How many digits a step needs behind the point.
int decimalsOf(const Node& node)
{
    int most = 0;
    for (const char* name : {"start", "end", "step"}) {
        const QString text = node.parameters.value(QLatin1String(name));
        const qsizetype point = text.indexOf(QLatin1Char('.'));
        most = std::max(most, point < 0 ? 0 : static_cast<int>(text.size() - point - 1));
    }
    return most;
}

QVariantList ticksOf(const FormSession& session, NodeId node)
{
    QVariantList ticks;
    for (const forms::Choice& choice : session.choices(node))
        ticks.append(QVariantMap{{QStringLiteral("value"), choice.value}, {QStringLiteral("label"), choice.label.text}});
    return ticks;
}

void addRange(QVariantMap& extra, const FormSession& session, const Node& node, Kind kind)
{
    const bool counted = kind == Kind::Counter && node.kind != NodeKind::Range;
    extra[QStringLiteral("from")] = parameter(node, "start", counted ? -1e9 : 1);
    extra[QStringLiteral("to")] = parameter(node, "end", counted ? 1e9 : 10);
    extra[QStringLiteral("step")] = parameter(node, "step", 1);
    extra[QStringLiteral("decimals")] = decimalsOf(node);
    if (kind != Kind::Range)
        return;
    extra[QStringLiteral("vertical")] = looks(node, {"vertical"});
    extra[QStringLiteral("ticks")] = ticksOf(session, node.id);
}

void addLayout(QVariantMap& extra, const FormSession& session, const Node& node)
{
    int columns = 0;
    for (const QString& appearance : node.appearances) {
        if (appearance.startsWith(QLatin1String("columns-")))
            columns = appearance.mid(8).toInt(); // "pack" is 0: as they fit
    }
    const bool many = session.choiceCount(node.id, besideAtMost + 1) > besideAtMost;
    extra[QStringLiteral("columns")] = std::clamp(columns, 0, 6);
    extra[QStringLiteral("point")] = node.kind == NodeKind::SelectOne && !session.node(node.parent).allOk.isEmpty();
    extra[QStringLiteral("quick")] = node.kind == NodeKind::SelectOne && looks(node, {"quick"});
    if (looks(node, {"likert"}))
        extra[QStringLiteral("layout")] = QStringLiteral("likert");
    else if (looks(node, {"label"}))
        extra[QStringLiteral("layout")] = QStringLiteral("header");
    else if (looks(node, {"list-nolabel", "list"}))
        extra[QStringLiteral("layout")] = looks(node, {"list"}) ? QStringLiteral("likert") : QStringLiteral("grid");
    else if (looks(node, {"columns-pack"}))
        extra[QStringLiteral("layout")] = QStringLiteral("pack");
    else if (many && columns == 0 && !looks(node, {"columns", "columns-pack"}))
        extra[QStringLiteral("layout")] = QStringLiteral("list");
}

} // namespace

QString searchedList(const FormSession& session, NodeId node)
{
    const QString source = session.choiceSource(node);
    for (const char* list : {"contacts", "organisations"}) {
        if (source.endsWith(QLatin1Char('/') + QLatin1String(list) + QLatin1String(".csv")))
            return QString::fromLatin1(list);
    }
    return {};
}

QString signerOf(const FormSession& session, const Node& node, const QString& talkedTo)
{
    const auto named = session.find(QString(node.ref + QStringLiteral("_name")));
    const QString name = named ? session.node(*named).value.simplified() : QString();
    return name.isEmpty() ? talkedTo : name;
}

Kind questionKind(const FormSession& session, const Node& node)
{
    switch (node.kind) {
    case NodeKind::Note:
        return Kind::Note;
    case NodeKind::SelectOne:
    case NodeKind::SelectMany:
        return choiceKind(session, node);
    case NodeKind::Rank:
        return Kind::Rank;
    case NodeKind::Trigger:
        return Kind::Confirm;
    case NodeKind::Upload:
        return uploadKind(node);
    case NodeKind::Range:
        return rangeKind(node);
    case NodeKind::Input:
        return inputKind(node);
    default:
        return Kind::Other;
    }
}

int inputHintsOf(const Node& node, Kind kind)
{
    switch (kind) {
    case Kind::Integer:
    case Kind::Counter:
        return Qt::ImhFormattedNumbersOnly; // digits and a minus
    case Kind::Decimal:
        return Qt::ImhFormattedNumbersOnly;
    case Kind::Date:
        return Qt::ImhDate;
    case Kind::Time:
        return Qt::ImhTime;
    default:
        break;
    }
    if (looks(node, {"numbers"}))
        return Qt::ImhDialableCharactersOnly;
    if (looks(node, {"masked", "hidden-answer"}))
        return Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase;
    return looks(node, {"url"}) ? Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase : Qt::ImhNone;
}

QVariantMap extraOf(const FormSession& session, const Node& node, Kind kind)
{
    QVariantMap extra;
    if (const QString note = noteOf(node); !note.isEmpty())
        extra[QStringLiteral("note")] = note;
    switch (kind) {
    case Kind::Code:
        extra[QStringLiteral("front")] = looks(node, {"front"});
        extra[QStringLiteral("masked")] = looks(node, {"masked", "hidden-answer"});
        break;
    case Kind::Place:
        extra[QStringLiteral("accuracy")] = parameter(node, "accuracyThreshold", wantedMetres);
        break;
    case Kind::Text:
        extra[QStringLiteral("masked")] = looks(node, {"masked", "hidden-answer"});
        break;
    case Kind::Multiline:
        extra[QStringLiteral("rows")] = static_cast<int>(std::clamp(parameter(node, "rows", 3), 2.0, 20.0));
        break;
    case Kind::Integer:
    case Kind::Decimal:
        extra[QStringLiteral("grouped")] = looks(node, {"thousands-sep"});
        addMeasurement(extra, node);
        break;
    case Kind::Counter:
        addMeasurement(extra, node);
        addRange(extra, session, node, kind);
        break;
    case Kind::Range:
    case Kind::Rating:
        addRange(extra, session, node, kind);
        break;
    case Kind::ChoiceOne:
    case Kind::ChoiceMany:
        addLayout(extra, session, node);
        break;
    case Kind::Search:
    case Kind::SearchMany:
        extra[QStringLiteral("opens")] = searchedList(session, node.id).isEmpty();
        break;
    case Kind::Photo:
        extra[QStringLiteral("onlyNew")] = looks(node, {"new", "new-front"});
        extra[QStringLiteral("annotates")] = looks(node, {"annotate"});
        break;
    case Kind::Audio:
    case Kind::Video:
    case Kind::File:
        extra[QStringLiteral("accept")] = node.accept;
        extra[QStringLiteral("quality")] = node.parameters.value(QStringLiteral("quality"));
        break;
    case Kind::Date:
        extra[QStringLiteral("precision")] = looks(node, {"year"})         ? QStringLiteral("year")
                                             : looks(node, {"month-year"}) ? QStringLiteral("month")
                                                                           : QStringLiteral("day");
        break;
    default:
        break;
    }
    return extra;
}

} // namespace rapport::app

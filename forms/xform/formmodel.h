// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xform/form.h"
#include "forms/xform/itemsource.h"
#include "forms/xpath/expression.h"
#include "forms/xpath/xmltree.h"

#include <QHash>
#include <QStringList>

#include <optional>
#include <set>

namespace rapport::forms
{

namespace ns
{
inline const QString xforms = QStringLiteral("http://www.w3.org/2002/xforms");
inline const QString xhtml = QStringLiteral("http://www.w3.org/1999/xhtml");
inline const QString javarosa = QStringLiteral("http://openrosa.org/javarosa");
inline const QString openrosa = QStringLiteral("http://openrosa.org/xforms");
inline const QString odk = QStringLiteral("http://www.opendatakit.org/xforms");
inline const QString entities = QStringLiteral("http://www.opendatakit.org/xforms/entities");
inline const QString rapport = QStringLiteral("urn:rapport:xforms:1");
} // namespace ns

using ExpressionPtr = std::shared_ptr<const Expression>;

/// Text with live parts: literal pieces and <output value="…"/> in between.
struct TextTemplate {
    struct Part {
        QString literal;
        ExpressionPtr output; ///< instead of the literal
    };
    std::vector<Part> parts;
};

/// Where a label, hint or message comes from.
struct TextSource {
    TextTemplate literal;
    QString itextId;         ///< jr:itext('…'), wins over the literal
    ExpressionPtr reference; ///< another expression, evaluated at the node
    bool isEmpty() const { return literal.parts.empty() && itextId.isEmpty() && !reference; }
};

/// One text of one language: by form ("" is the plain text; "image", "audio", "video", "short" …).
using ItextForms = QHash<QString, TextTemplate>;

struct Action {
    std::set<QString> events;
    int target = -1;       ///< definition
    ExpressionPtr targets; ///< where the reference picks by position or condition: those of its nodes
    ExpressionPtr value;
    QString literal;         ///< where there is no expression
    bool isLocation = false; ///< odk:setgeopoint: the device's place
};

struct Itemset {
    ExpressionPtr nodes;
    ExpressionPtr own;            ///< those of the nodes whose value is the node's own
    QString valuePath, labelPath; ///< child element names
    bool labelIsItext = false;    ///< jr:itext(labelPath)
    QString instance;             ///< id of the instance that they are rows of; empty: nodes of the form
};
struct StaticItem {
    QString value;
    TextSource label;
};

/// What the body says about a node.
struct Control {
    enum class Kind { Group, Repeat, Input, SelectOne, SelectMany, Rank, Range, Trigger, Upload };
    Kind kind = Kind::Input;
    QStringList appearances;
    TextSource label, hint;
    std::optional<Itemset> itemset;
    std::vector<StaticItem> items;
    QString accept;
    QHash<QString, QString> attributes; ///< start, end, step, rows …

    /// The answer is among the choices; the items of a range or a map only explain it.
    bool chooses() const { return kind == Kind::SelectOne || kind == Kind::SelectMany || kind == Kind::Rank; }
};

/// That a definition is read by another.
struct Reader {
    int definition = -1;
    bool own = true; ///< the reader reads within the repetitions that it shares with what it reads, never those of others
};

/// One element (or attribute) of the primary instance, once for all its repetitions, with everything bound to it.
struct Definition {
    int index = 0, parent = -1;
    QString name, prefix, namespaceUri, path; ///< path: "/data/r/x", "/data/meta/entity/@id"
    QString qualifiedName() const { return prefix.isEmpty() ? name : prefix + QLatin1Char(':') + name; }
    bool isAttribute = false, isRepeat = false;
    std::vector<int> children; ///< attributes first, then elements, each name once
    QString initial;           ///< text of the template, else of the first copy
    bool fromTemplate = false; ///< the text is that of a jr:template
    bool hasTemplate = false;  ///< a copy of the element is marked jr:template
    qint64 pattern = -1;       ///< the element of the form that a new repetition is made after: the jr:template, else the first copy

    DataType type = DataType::String;
    bool hasBind = false, isRank = false;
    ExpressionPtr calculate, relevant, readonly, required, constraint, count;
    ExpressionPtr unit, softMin, softMax; ///< rapport:unit or unitRef, min, max (ENTITIES.md section 5)
    ExpressionPtr reason;                 ///< rapport:reasonRef: where the form itself asks why a value is beyond its soft limits
    TextSource constraintMessage, requiredMessage;
    QString preload, preloadParams, saveTo;
    QStringList payloadKeys;
    std::optional<Visibility> visibility;
    QString allOk;                ///< rapport:allOk
    bool remembered = true;       ///< not rapport:remember="no"
    std::optional<int> maxPixels; ///< orx:max-pixels
    bool noAddRemove = false;
    std::optional<Control> control, repeatLabel; ///< repeatLabel: the group around a repeat
    std::vector<Action> actions;                 ///< nested in the control: value-changed, new-repeat

    // The dependency graph, made by compile()
    int rank = 0;                   ///< in order of calculation
    std::vector<Reader> dependents; ///< whose value or relevance reads this one
    std::vector<Reader> watchers;   ///< whose flags or texts read this one
    std::vector<int> way;           ///< definitions from the root to this one, both included
    bool inRepeat = false;          ///< a repeat lies on the way, or is it
    bool speaks = false;            ///< its value or relevance depends on the language
    bool isLeaf() const { return children.empty() || attributesOnly; }
    bool attributesOnly = false;
};

struct Form::Private {
    QString id, version, title;
    Visibility visibility = Visibility::Internal;
    SubmissionSettings submission;
    QStringList styles;
    std::vector<QString> languages, warnings;
    QString defaultLanguage;
    QHash<QString, QHash<QString, ItextForms>> itext; ///< language → id → forms

    std::shared_ptr<const XmlTree> document;
    qint64 primaryRoot = -1;             ///< element in document
    std::vector<Definition> definitions; ///< 0 is the root element
    QHash<QString, int> byPath;
    QHash<QString, int> byBindId; ///< what ref= may name instead, as bind=
    std::vector<int> order;       ///< definitions by rank
    std::vector<Action> modelActions;

    struct Instance {
        std::shared_ptr<const NodeSource> source;
        qint64 handle = -1;
        QString uri;
        std::shared_ptr<const ItemSource> rows; ///< behind the source, where it is a table
    };
    QHash<QString, Instance> instances;
    std::vector<EntityDeclaration> entities;
    std::vector<PayloadTarget> payloads;

    const Definition& at(int index) const { return definitions[static_cast<std::size_t>(index)]; }
    int childNamed(int parent, const QString& name, bool attribute = false) const; ///< -1: none
    /// Resolves "/data/g/x", "/data/g/@a" or a path relative to @p context; -1: none.
    int resolve(const QString& path, int context = -1) const;
};

/// The steps of loading, each a file of its own. They report the first fault as one sentence.
Status readModel(Form::Private& form, qint64 model, const LoadOptions& options); ///< loader_model.cpp
Status readBody(Form::Private& form, qint64 body);                               ///< loader_body.cpp
Status compile(Form::Private& form);                                             ///< compile.cpp: dependency graph
Status readEntities(Form::Private& form);                                        ///< entities.cpp: declarations and payload targets

/// Parses an expression of the form; a fault names @p where ("calculate of /data/x") and the expression.
Result<ExpressionPtr> parseAt(const QString& expression, const QString& where);
/// Text of an element with its outputs; blanks collapsed later, when it is shown.
Result<TextTemplate> readText(const XmlTree& document, qint64 element, const QString& where);
/// ref="jr:itext('…')" or another expression, and the element's own text.
Result<TextSource> readTextSource(const XmlTree& document, qint64 element, const QString& where);
/// The value of a jr:constraintMsg attribute: jr:itext('…') or plain text.
TextSource messageSource(const QString& attribute);
bool isAction(const QString& element); ///< setvalue, odk:setgeopoint
Result<Action> readAction(const Form::Private& form, qint64 element, int context);
/// The events that actions wait for (ODK XForms, Events).
namespace event
{
inline const QString firstLoad = QStringLiteral("odk-instance-first-load");
inline const QString load = QStringLiteral("odk-instance-load");
inline const QString newRepeat = QStringLiteral("odk-new-repeat");
inline const QString valueChanged = QStringLiteral("xforms-value-changed");
} // namespace event

} // namespace rapport::forms

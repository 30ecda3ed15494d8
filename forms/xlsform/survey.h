// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xlsform/table.h"

#include <QHash>

#include <memory>
#include <optional>
#include <vector>

namespace rapport::xlsform
{

/// What happens to a question by itself: "setvalue" when the form opens first, and the like (ODK XForms, Actions).
struct Action {
    QString name, event, value;
    std::vector<std::pair<QString, QString>> attributes;
};

/// A tag of an OpenStreetMap question.
struct OsmTag {
    QString key;
    Value label;
};

/// A row of the survey sheet, or what the compiler adds by itself, in the place that it has in the form.
struct Element {
    enum class Kind {
        Survey,
        Group,
        Repeat,
        Question,
        External,  ///< csv-external, xml-external: only a secondary instance
        Entity,    ///< meta/entity
        Attribute, ///< of an entity: @id, @create …
        EntityLabel,
    };
    Kind kind = Kind::Question;
    QString name;
    QString type; ///< of a question: the type's one name, see questionType()
    int row = 0;  ///< in @p sheet; 0: made by the compiler
    QString sheet = QStringLiteral("survey");
    Value label, hint, guidanceHint, media;
    Value bind, control, instance; ///< attributes by name
    QString defaultText, choiceFilter, itemset, query, value;
    std::vector<std::pair<QString, QString>> parameters;
    std::vector<QString> triggers;
    std::vector<Action> actions;
    std::vector<OsmTag> tags;
    bool bodyless = false; ///< a group without controls: meta
    bool dynamicDefault = false;
    bool searchesInline = false; ///< appearance search(): the choices stand in the control

    Element* parent = nullptr;
    std::vector<std::unique_ptr<Element>> children;

    Element* add(std::unique_ptr<Element> child);
    QString path() const; ///< "/data/group/question"
    bool isSection() const { return kind == Kind::Survey || kind == Kind::Group || kind == Kind::Repeat; }
    const Element* nearestRepeat() const; ///< a strict ancestor; null outside of repeats

private:
    mutable QString m_path;
};

struct Choice {
    int row = 0;
    QString name;
    Value label, media;
    std::vector<std::pair<QString, QString>> columns; ///< everything else, in the sheet's order
};

struct ChoiceList {
    QString name;
    std::vector<Choice> choices;
    bool needsItext = false; ///< translated, with media, or with references in a label
    bool usedBySearch = false;
};

struct Settings {
    QString title, id, version, name, defaultLanguage, style, namespaces, instanceName, instanceId, publicKey, submissionUrl, autoSend, autoDelete,
        prefix, delimiter, instanceXmlns;
    std::vector<std::pair<QString, QString>> attributes; ///< of the primary instance's root
    bool omitInstanceId = false, clientEditable = false, allowChoiceDuplicates = false;
    Blanks blanks = Blanks::Collapse;
};

/// The workbook, understood: what the XForm is written from.
struct Survey {
    Settings settings;
    std::unique_ptr<Element> root;
    std::vector<ChoiceList> lists;
    QHash<QString, std::size_t> listOfName;
    std::map<std::pair<QString, QStringList>, QString> headings; ///< sheet and column → what the form maker calls it
    QString entitiesVersion;                                     ///< empty: no entities
    bool translated = false;                                     ///< a text column of a sheet has languages

    const ChoiceList* list(const QString& name) const;
    ChoiceList* list(const QString& name);
    void remember(const Table& table); ///< its headings
};

/// Everything one conversion shares: what has been found wrong, and what may be wrong.
struct Remarks {
    std::vector<Fault> faults, warnings;
    void fault(const QString& sheet, int row, const QString& column, const QString& message) { faults.push_back({sheet, row, column, message}); }
    void warn(const QString& sheet, int row, const QString& column, const QString& message) { warnings.push_back({sheet, row, column, message}); }
};

} // namespace rapport::xlsform

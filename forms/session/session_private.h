// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/formsession.h"
#include "forms/session/instancetree.h"
#include "forms/xpath/evaluator.h"

#include <limits>
#include <set>

namespace rapport::forms
{

/// Without what XML 1.0 cannot hold (control characters of a scanned code, halves of a pair): the record must stay readable.
QString storable(const QString& text);

struct FormSession::Private {
    Private(std::shared_ptr<const Form> formOfSession, Environment handedIn);

    std::shared_ptr<const Form> form;
    const Form::Private& model;
    Environment environment;
    InstanceTree tree;
    Surroundings surroundings;
    QString language;
    quint32 seed = 0; ///< of everything that is shuffled without a seed of its own, for the life of the session
    quint64 revision = 1;
    std::vector<std::pair<quint64, qint64>> removed; ///< revision, node
    std::vector<Attachment> attachments;
    QString deprecatedId; ///< of the record that this one corrects, where the form has no node of its own for it

    // Opening (open.cpp)
    Status createFresh();
    Status fillFrom(const QByteArray& instance);
    void copyInto(qint64 target, const XmlTree& document, qint64 element, int depth);
    void runPreloads(bool firstLoad);
    void identify();
    void settle(); ///< full recalculation, after which nothing is pending
    /// What an entity of a draft was made of. Its answers stay those of whoever saw that version: with the number of a newer one they would undo
    /// what the office has changed since, and nobody would be asked.
    struct EntityBase {
        std::pair<qint64, QString> id;                  ///< node, value
        std::vector<std::pair<qint64, QString>> madeOf; ///< baseVersion, trunkVersion, branchId
    };
    EntityBase baseOf(qint64 entity) const;
    std::vector<EntityBase> entityBases() const;
    void keep(const std::vector<EntityBase>& bases); ///< where it is the same entity still

    qint64 metaNode(const QString& name) const; ///< -1: the form has none

    // Evaluation
    Context contextOf(qint64 handle) const;
    Value evaluateAt(const Expression& expression, qint64 handle) const;

    // Recalculation (recalculate.cpp): what is to be looked at, by definition in order of rank, then node by node
    struct Targets {
        bool all = false;
        std::set<qint64> nodes; ///< where not all
    };
    void lookLater(int definition, qint64 node);    ///< one node
    void lookLater(int definition);                 ///< all of its nodes
    void markChanged(int definition, qint64 where); ///< readers of that node must be looked at
    void markAdded(qint64 handle);                  ///< a node that came, with everything below it
    void markRemoved(int repeat, qint64 series);    ///< a repetition of the series went
    void markMoved(int repeat, qint64 series);      ///< repetitions changed their position
    void recalculate();
    void touch(qint64 handle) { tree.node(handle).changed = revision; }
    std::map<std::pair<int, int>, Targets> pending; ///< by rank and definition
    std::map<int, Targets> watched;                 ///< whose flags and texts must be looked at

    // Actions (actions.cpp)
    void runActions(const std::vector<Action>& actions, const QString& event, qint64 context);
    void store(qint64 handle, const QString& value); ///< sets a value and fires what hangs on its change
    int firstFreeRow(int definition) const;          ///< payload.cpp
    qint64 repetitionFor(int definition, int row);   ///< payload.cpp
    qint64 makeRepetition(qint64 series, std::size_t at);
    void fillInside(qint64 node, qint64 pattern, bool answers);
    void runNewRepeatActions(qint64 repetition);
    std::vector<const Action*>
    newRepeatActions(const Definition& definition) const; ///< its own and of what is inside, but not of the repeats in there
    void runAllActions(const QString& event);
    QString textFor(const Action& action, qint64 target) const;
    std::vector<qint64> targetsOf(const Action& action, qint64 context) const;
    void changedByForm(qint64 handle); ///< its value changed during a recalculation: what waits for that runs afterwards
    void runLateActions();
    std::vector<qint64> late;
    bool fresh = false;  ///< being made: nobody has entered anything yet
    bool opened = false; ///< before, changes are the making of the record and set nothing off
    int actionDepth = 0, settingsLeft = 0;

    // Texts (texts.cpp)
    QString fill(const TextTemplate& text, qint64 handle) const;
    Text textOf(const TextSource& source, qint64 handle) const;
    QString itext(const QString& id, qint64 handle) const;
    std::optional<Text> itextForms(const QString& id, qint64 handle) const;
    std::vector<Choice> choicesOf(qint64 handle, std::size_t from = 0, std::size_t atMost = std::numeric_limits<std::size_t>::max()) const;
    std::size_t countChoices(qint64 handle, std::size_t atMost) const;
    quint64 choicesRevision(qint64 handle) const;
    const ItemSource* wholeList(qint64 handle) const; ///< what the choices are all rows of; null: they are filtered, shuffled or no rows
    const NodeSet& offeredRows(qint64 handle) const;
    Choice choiceOf(const NodeRef& item, const Itemset& itemset, qint64 handle) const;
    Value rowsWith(qint64 handle, const QString& value); ///< of the itemset, those with that value
    bool isOffered(qint64 handle, const QString& value); ///< among the choices as they are filtered now
    void dropFilteredChoices(qint64 handle);
    QStringList inOfferedOrder(qint64 handle, const QStringList& chosen);
    QStringList offeredValues(qint64 handle) const;              ///< in order; duplicates as they are
    QStringList ranked(qint64 handle, QStringList values) const; ///< without those not offered, the others behind them

    // Files (answers.cpp)
    QString freeName(const QString& wanted, qint64 handle) const; ///< "photo.jpg", or "photo-1.jpg" where another question holds that
    void dropUnusedFiles();

    // Of one question at a time: whoever reads a long list bit by bit does not have it filtered anew for each.
    struct OfferedRows {
        qint64 handle = -1;
        quint64 revision = 0;
        NodeSet rows;
    };
    mutable OfferedRows lastOffered;
    struct Counted {
        quint64 revision = 0;
        std::size_t count = 0;
    };
    mutable QHash<qint64, Counted> choiceCounts; ///< of filtered lists
    QHash<qint64, quint64> choicesChanged;       ///< by node: when its itemset was last looked at
    quint64 languageChanged = 0;

    void walk(qint64 handle, const std::function<bool(qint64)>& visit) const; ///< in document order, series included
    bool constraintHolds(qint64 handle) const;
    bool isFull() const;                   ///< no more repetitions: series within series multiply
    bool isFixed(qint64 series) const;     ///< the form, not the person, decides how many repetitions there are
    bool showsSeries(qint64 series) const; ///< may be looked at and added to: as relevant as its first repetition

private:
    void read(const Reader& reader, qint64 where, bool flags);
    void markRemovedBranch(int definition, int repeat, qint64 series);
    void lookAt(int definition, const Targets& targets);
    void updateNode(const Definition& definition, qint64 handle);
    void updateCount(const Definition& definition);
    void updateFlags(qint64 handle);
};

} // namespace rapport::forms

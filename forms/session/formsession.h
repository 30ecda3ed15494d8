// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/clock.h"
#include "forms/base/result.h"
#include "forms/base/signaturecheck.h"
#include "forms/xform/form.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace rapport::forms
{

/// Names one node of a session; stable for the life of the node, also when other repetitions come and go. 0 is no node.
struct NodeId {
    quint32 value = 0;
    explicit operator bool() const { return value != 0; }
    friend bool operator==(const NodeId&, const NodeId&) = default;
    friend auto operator<=>(const NodeId&, const NodeId&) = default;
};

enum class NodeKind {
    Form,
    Group,
    Repeat,   ///< a series; its children are of kind Instance
    Instance, ///< one repetition
    Input,
    Note,
    SelectOne,
    SelectMany,
    Rank,
    Range,
    Trigger,
    Upload,
    Value, ///< no control: a calculate, a link, metadata
};

/// What a person reads or hears at a node, in the session's language, with outputs filled in and blanks collapsed.
struct Text {
    QString text;
    QString image, audio, video; ///< jr:// URIs, empty where there is none
    friend bool operator==(const Text&, const Text&) = default;
};

struct Choice {
    QString value;
    Text label;
    std::vector<std::pair<QString, QString>> columns; ///< every other child of the item, in order
    friend bool operator==(const Choice&, const Choice&) = default;
};

/// Everything a view or the driver needs to know of one node, as it is at this revision. Choices are asked for separately.
struct Node {
    NodeId id, parent;
    QString ref;  ///< "/data/r[2]/x": repetitions carry their 1-based position
    QString name; ///< local element name
    NodeKind kind = NodeKind::Value;
    DataType type = DataType::String;
    bool relevant = true, readonly = false, required = false; ///< ancestors taken into account
    QString value;                                            ///< stored text, empty when blank
    bool unknown = false;                                     ///< "don't know yet": rapport:unknown="true"
    std::optional<Text> label, hint;
    QStringList appearances;
    QHash<QString, QString> parameters; ///< attributes of the control: start, end, step, rows …
    bool hasControl = false;
    bool fixed = false;           ///< Repeat: the number of repetitions is the form's (jr:count, jr:noAddRemove)
    QString accept;               ///< Upload: media type
    std::optional<int> maxPixels; ///< Upload: a picture's longer side is scaled down to it (orx:max-pixels)
    QString allOk;                ///< Group: the choice that answers all its check points at once (rapport:allOk); empty: none
    bool remembered = true;       ///< the answer may be offered to its author the next time (not rapport:remember="no")
    bool constraintOk = true;
    std::optional<QString> constraintMessage, requiredMessage; ///< absent: the form brings no text of its own
    Visibility visibility = Visibility::Internal;              ///< inherited
    QString unit;                                              ///< rapport:unit, or what rapport:unitRef gives here
    std::optional<double> softMin, softMax;                    ///< rapport:min and rapport:max: limits to be shown, never enforced
    QString reason;              ///< why a value beyond them stands: given with giveReason(), else the answer to the form's own question
    bool formAsksReason = false; ///< the form has a question of its own for it (rapport:reasonRef)
    std::vector<std::pair<QString, QString>> attributes;
};

/// A reason why the form cannot be finished, in document order.
struct Problem {
    enum class Kind { Required, Constraint };
    NodeId node;
    QString ref;
    Kind kind = Kind::Required;
    std::optional<QString> message;
};

struct Attachment {
    QString name, mediaType;
    QByteArray content;
};

/// What a session cannot know by itself. All of it is handed in: the engine has no clock, no randomness, no files.
struct Environment {
    Clock now = systemClock();
    std::function<quint32()> random; ///< 32 uniform bits; empty: QRandomGenerator::global()
    QString deviceId, email, username, phoneNumber;
    QString location;      ///< geopoint text
    SignatureCheck verify; ///< for extract-signed(); empty: no signature holds
};

struct Language {
    QString name;
    bool isDefault = false;
};

struct Submission {
    QByteArray xml;
    bool ready = false; ///< no problems
    std::vector<Problem> problems;
    std::vector<QString> attachments; ///< names as in the XML
};

/// One filling-in of one form: the answers, and a dependency graph that recalculates what an answer reaches and nothing else.
/// Knows no widgets, files or network. Used from one thread at a time.
class FormSession
{
public:
    static Result<std::unique_ptr<FormSession>> start(std::shared_ptr<const Form> form, Environment environment);
    /// Reopens a draft; not a first load. The XML may be what serialize() gave, also of another program.
    static Result<std::unique_ptr<FormSession>> restore(std::shared_ptr<const Form> form, const QByteArray& instance, Environment environment);
    /// Somebody else goes on with what was restored, perhaps on another device: who that is, is asked of the environment again (JavaRosa's preload
    /// "property": username, deviceid …).
    void askWhoAgain();
    /// Opens a sent record for correction: a new instanceID, the old one in deprecatedID.
    static Result<std::unique_ptr<FormSession>> edit(std::shared_ptr<const Form> form, const QByteArray& instance, Environment environment);
    ~FormSession();
    FormSession(const FormSession&) = delete;
    FormSession& operator=(const FormSession&) = delete;

    const Form& form() const;

    /// Grows with every change of anything a view can see.
    quint64 revision() const;
    /// Nodes new or changed after @p revision, in document order; @p removed (optional) receives those that are gone.
    std::vector<NodeId> changedSince(quint64 revision, std::vector<NodeId>* removed = nullptr) const;

    NodeId root() const;
    Node node(NodeId id) const;                    ///< kind Value and a null id where @p id is gone
    NodeId parent(NodeId id) const;                ///< of a repetition its Repeat
    std::vector<NodeId> children(NodeId id) const; ///< document order; of a Repeat its Instances
    std::vector<Choice> choices(NodeId id) const;  ///< after filtering, in the session's language
    /// The entity that an answer becomes a property of (ENTITIES.md section 4), with what its questions say now.
    struct SavedTo {
        QString list, property;
        std::map<QString, QString> properties; ///< only what is relevant
    };
    std::optional<SavedTo> savedTo(NodeId id) const; ///< absent: the answer is saved to no entity
    /// The part of them that a long list is read by: at most @p atMost from place @p from on.
    std::vector<Choice> choices(NodeId id, std::size_t from, std::size_t atMost) const;
    std::size_t choiceCount(NodeId id, std::size_t atMost) const; ///< counted no further than @p atMost
    quint64 choicesRevision(NodeId id) const;                     ///< grows when other choices, or other words for them, may be offered
    /// The same for all questions that offer the whole of one list in the same words; empty: a filter or the form itself says what is offered.
    QString choiceList(NodeId id) const;
    /// The choice with this value, where it is offered now: looked up, also in a list of a million.
    std::optional<Choice> choice(NodeId id, const QString& value) const;
    QString choiceSource(NodeId id) const;             ///< "jr://file-csv/contacts.csv": what the choices are rows of; empty: part of the form
    std::optional<NodeId> find(QStringView ref) const; ///< "/data/r[2]/x"; "/data/r" with repetitions names the series

    /// A user's answer. Text as a person of the data type would have it stored (see FORMS-SPEC section 3); null or empty clears.
    /// Refuses (Invalid) what cannot be stored at that node and leaves the session as it was. A violated constraint is accepted and shown.
    Status answer(NodeId id, const QString& value);
    Status answerMany(NodeId id, const QStringList& values); ///< select-many and rank; a ranking is filled up with what is not named
    /// An upload's file. A name that another question holds gets a number; the content is kept while an answer names it.
    Status answerFile(NodeId id, Attachment attachment);
    Status setUnknown(NodeId id, bool unknown); ///< "don't know yet"; cleared by an answer
    /// Why the value at @p id stands although it is beyond its soft limits: rapport:reason on its instance node, in draft and submission. It was
    /// given for this value: another answer clears it. Refuses (Invalid) where nothing is answered.
    Status giveReason(NodeId id, const QString& reason);
    /// Adds @p count repetitions behind @p after (0-based; -1: in front; absent: at the end) and gives the first one.
    /// Fewer are added where the session is full (500,000 nodes).
    Result<NodeId> addRepetition(NodeId repeat, std::optional<int> after = {}, int count = 1);
    Status removeRepetition(NodeId repeat, int index, int count = 1); ///< index: 0-based

    std::vector<Language> languages() const;
    QString language() const;
    Status setLanguage(const QString& name);

    std::vector<Problem> validate() const;
    /// The instance as it is now: non-relevant parts left out (a submission), or kept (a draft, so that nothing typed is lost).
    enum class Keep { RelevantOnly, Everything };
    QByteArray serialize(Keep keep) const;
    /// Fires the "before sending" preloads (end time) and serialises what is relevant.
    Submission submission();
    QString instanceId() const;
    QString instanceName() const;
    const std::vector<Attachment>& attachments() const;

    /// Fills questions from a payload: keys "list.property" or "list.@id" (ENTITIES.md section 4), through the same path as a user's answers.
    struct PayloadResult {
        std::vector<NodeId> filled;
        std::vector<NodeId> overwritten;                   ///< had another value before
        std::vector<std::pair<QString, QString>> unplaced; ///< keys that no question takes: to be shown, not dropped
    };
    PayloadResult applyPayload(std::span<const std::pair<QString, QString>> values);

    // For the driver: evaluates an expression in the context of a node.
    enum class As { String, Number, Boolean, Nodes };
    struct Evaluated {
        QString string;
        double number = 0;
        bool boolean = false;
        std::vector<std::pair<QString, QString>> nodes; ///< ref, value
    };
    Result<Evaluated> evaluate(NodeId context, const QString& expression, As as) const;

private:
    struct Private;
    explicit FormSession(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace rapport::forms

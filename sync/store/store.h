// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/clock.h"
#include "forms/base/result.h"
#include "forms/session/entityactions.h"
#include "sync/store/conversation.h"
#include "sync/wire/receipt.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace rapport::store
{

/// The random key all data of a device folder are encrypted with; wiped when it goes.
class DataKey
{
public:
    /// Unwraps DIR/key with the device secret; makes both where DIR is new. Wrong secret: Denied; damaged file: Corrupt.
    /// Wrapped by HKDF(device secret) and XChaCha20-Poly1305; the PIN joins the derivation with the trust issue (DESIGN.md section 6).
    static Result<DataKey> open(const QString& dir, const QByteArray& deviceSecret);
    explicit DataKey(const QByteArray& bytes); ///< 32 bytes
    ~DataKey();
    DataKey(const DataKey&);
    DataKey& operator=(const DataKey&);

    QByteArray databaseKey() const; ///< 32 bytes each, derived for one purpose (libsodium crypto_kdf)
    QByteArray fileKey() const;
    QByteArray hubKey() const;

private:
    QByteArray m_bytes;
};

/// An entity as this device has it.
struct Entity {
    QString list, id, label;
    qint64 version = 1;
    QString trunkVersion, branchId; ///< set while a local change is on its way to the hub
    std::map<QString, QString> properties;
    bool deleted = false;
};

/// What a look-up asks of an entity.
struct EntityKey {
    QString property; ///< also "name" (the id), "label", "__version", "__trunkVersion" and "__branchId"
    QString value;    ///< blank: also where the entity has no such property
};

/// One page of a list, as the hub sent it.
struct EntityPull {
    QString list;
    std::vector<Entity> rows;
    QByteArray cursor;          ///< where the next page begins
    bool fromBeginning = false; ///< the hub began anew (another epoch or scope): what it has not sent when this pull ends is no longer ours
    bool last = true;           ///< no page follows
};

/// A person or a firm that a search has found.
struct SearchHit {
    QString list, id; ///< "contacts" or "organisations"
    QString label;
    QString detail; ///< the person's firm; the firm's city and customer number
    friend bool operator==(const SearchHit&, const SearchHit&) = default;
};

struct StoredAttachment {
    QString name, mediaType, sha256;
    qint64 size = 0;
};

/// A submission that is on its way to the hub.
struct OutboxItem {
    ConversationId conversation;
    QString instanceId;
    int attempts = 0;
    QDateTime queuedAt;
    std::optional<QDateTime> nextTryAt;
    enum class State { Waiting, NeedsYou } state = State::Waiting;
    QString reason; ///< machine word for the app to say in a sentence: "offline", "refused", "too-large", "not-the-hub" …
};

struct StoredForm {
    QString id, version, hash, title;
    QByteArray xml;
    QString files{}; ///< what the hub calls the set of its files (formfiles.h); empty where it has none
};

constexpr std::chrono::days keepDeleted{30}; ///< a deleted draft can be restored for so long

/// The device's database and files in one folder. One object per thread; several over one folder work side by side (WAL).
/// Nothing is deleted before its receipt. Every call that writes is durable when it returns.
class Store
{
public:
    static Result<std::unique_ptr<Store>> open(const QString& dir, const DataKey& key, Clock clock);
    virtual ~Store() = default;

    // Conversations
    virtual Status saveDraft(const Conversation& conversation, const QByteArray& instance) = 0; ///< creates or replaces
    virtual Status addAttachment(ConversationId id, const QString& name, const QString& mediaType, const QByteArray& content) = 0;
    virtual Status keepOnlyAttachments(ConversationId id, const QStringList& names) = 0; ///< of a draft: the others go
    virtual Status keepThumbnail(ConversationId id, const QString& attachment, const QByteArray& jpeg) = 0;
    /// Answers, queueing and entity changes are one transaction: afterwards the conversation is Waiting.
    virtual Status finish(const Conversation& conversation, const QByteArray& submission, const std::vector<forms::EntityAction>& actions) = 0;
    virtual Status discardDraft(ConversationId id) = 0; ///< out of every list; kept for restoreDraft()
    virtual Status restoreDraft(ConversationId id) = 0;
    virtual Status removeDeleted(ConversationId id) = 0;           ///< for good, at once; nothing but a deleted draft
    virtual Result<std::vector<Conversation>> deletedDrafts() = 0; ///< last deleted first; those older than keepDeleted go for good
    /// What waits is a draft again, with all that its finish changed taken back, in one transaction. Conflict: it may be on its way already, or it
    /// does not wait; then a correction is what is left.
    virtual Status reopen(ConversationId id) = 0;
    /// A draft that corrects @p finished, which stays as it is; it begins with the attachments of that. Conflict: there is a correction already.
    virtual Status startCorrection(ConversationId finished, const Conversation& correction, const QByteArray& instance) = 0;
    /// The first of the records that @p instanceId corrects, one after another; itself where it corrects none.
    virtual Result<QString> firstInstance(const QString& instanceId) = 0;
    virtual Result<Conversation> conversation(ConversationId id) = 0;
    virtual Result<QByteArray> instance(ConversationId id) = 0;
    virtual Result<std::vector<StoredAttachment>> attachments(ConversationId id) = 0;
    virtual Result<QByteArray> attachment(ConversationId id, const QString& name) = 0;
    virtual Result<QByteArray> thumbnail(ConversationId id, const QString& attachment) = 0;                  ///< NotFound: none was kept
    virtual Result<std::vector<Conversation>> conversations(const QDateTime& from, const QDateTime& to) = 0; ///< newest first
    /// What @p author finished last with this form; of two in the same millisecond the one begun later.
    virtual Result<std::optional<Conversation>> lastFinished(const QString& formId, const QString& author) = 0;
    virtual Result<std::vector<Conversation>> drafts() = 0;

    // Outbox
    virtual Result<std::vector<OutboxItem>> outbox() = 0; ///< oldest first, undelivered only
    enum class Sending { First, Again, NotNow };
    /// On the disk before a byte of the record goes out: from then on it is not reopened. NotNow: it does not wait any more, or what it corrects
    /// goes first.
    virtual Result<Sending> beginSending(const QString& instanceId) = 0;
    /// What a conversation that waits says something about ("contacts/ID"), and what it only names.
    struct Touched {
        std::vector<QString> changed, named;
    };
    virtual Result<Touched> touched(const QString& instanceId) = 0;
    virtual Status recordNeverSent(const QString& instanceId) = 0; ///< after Sending::First, where the hub cannot have it
    virtual Status recordAttempt(const QString& instanceId, const QString& reason, OutboxItem::State state, const QDateTime& nextTryAt) = 0;
    virtual Status recordAccepted(const QString& instanceId) = 0;  ///< the hub has the record; its files are due now
    virtual Status recordDelivered(const QString& instanceId) = 0; ///< conversation becomes Sent
    virtual Status wakeOutbox() = 0;                               ///< "try now": every next try is now
    virtual Status wakeUnreached(const QStringList& reasons) = 0;  ///< of what waits for one of these only; its attempts count anew
    virtual Result<std::vector<wire::Receipt>> receipts(const QString& instanceId) = 0;
    virtual Status absorbReceipts(const std::vector<wire::Receipt>& receipts, const QByteArray& cursor) = 0;
    /// A hub that was restored has of all that was sent only these: the others wait again. How many that are.
    virtual Result<int> sendAgainUnless(const std::set<QString>& instancesThere) = 0;

    // Entities
    virtual Result<std::vector<Entity>> entities(const QString& list) = 0;
    virtual Result<std::optional<Entity>> entity(const QString& list, const QString& id) = 0;
    virtual Result<std::vector<Entity>> findEntities(const QString& list, const QString& property, const QString& value) = 0;
    virtual Result<int> countEntities(const QString& list) = 0; ///< 0 where the list is not open
    virtual Result<bool> isListOpen(const QString& list) = 0;   ///< not named by closed occasions only
    /// Numbers of the entities that match all of @p keys (one at least), in the order of entityRows(); nothing else of them is read. By an index,
    /// which the first question for a property makes: some seconds where the list has a million entities, once.
    virtual Result<std::vector<qint64>> findRows(const QString& list, const std::vector<EntityKey>& keys) = 0;
    virtual Status makeFindable(const QString& list, const QString& property) = 0; ///< makes that index now
    virtual Result<std::vector<qint64>> entityRows(const QString& list) = 0;       ///< of all entities, deleted ones left out
    virtual Result<qint64> entityCount(const QString& list, qint64 atMost) = 0;    ///< of entityRows(); counted no further than @p atMost
    virtual Result<std::optional<Entity>> entityAt(qint64 row) = 0;
    virtual Result<QStringList> propertyNames(const QString& list) = 0; ///< of all properties that an entity of the list ever had here
    /// A page of a pull, in one transaction of at most one page: the hub's rows win once it has caught up with ours.
    virtual Status absorbEntities(const EntityPull& page) = 0;
    /// People and firms of open lists with words that begin like those of @p text, names first. At most @p limit (and 200); nothing for no words.
    virtual Result<std::vector<SearchHit>> search(const QString& text, int limit) = 0;

    // Forms, occasion, cursors, settings
    virtual Status putForm(const StoredForm& form) = 0;
    /// What the hub no longer offers ends: occasions go, with the lists that none names any more; forms stay for their drafts but begin nothing new.
    /// An occasion with a draft or a waiting conversation stays, closed, and so do its lists, until that is through.
    virtual Status retireAllBut(const QStringList& occasions, const QStringList& forms) = 0;
    virtual Result<StoredForm> form(const QString& id, const QString& version) = 0; ///< empty version: the live one
    virtual Result<std::vector<StoredForm>> forms() = 0;                            ///< live ones that not only closed occasions name, without xml
    virtual Status putOccasion(const QByteArray& json) = 0;
    /// Those that are not over, by the hub's clock as far as we know it, in their own time zones. The current one first: the chosen one, else the
    /// running one that ends first, else the next one.
    virtual Result<std::vector<QJsonObject>> occasions() = 0;
    virtual Result<std::optional<QJsonObject>> occasion() = 0; ///< the current one
    virtual Result<std::optional<QJsonObject>>
    occasionOf(const QString& formId) = 0; ///< that names the form, also a closed one; else the current one
    virtual Status chooseOccasion(const QString& id) = 0;
    virtual Result<QByteArray> cursor(const QString& stream) = 0; ///< empty where none
    virtual Result<QString> setting(const QString& name) = 0;     ///< empty where none
    virtual Status setSetting(const QString& name, const QString& value) = 0;
};

} // namespace rapport::store

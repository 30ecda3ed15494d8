// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/arriving.h"
#include "sync/db/filebox.h"
#include "sync/db/properties.h"
#include "sync/db/query.h"
#include "sync/store/assets.h"
#include "sync/store/candidates.h"
#include "sync/store/conflicts.h"
#include "sync/store/formfiles.h"
#include "sync/store/gathering.h"
#include "sync/store/handover.h"
#include "sync/store/notes.h"
#include "sync/store/reports.h"
#include "sync/store/rescue.h"
#include "sync/store/resolutions.h"
#include "sync/store/store.h"
#include "sync/store/talks.h"
#include "sync/store/trays.h"
#include "sync/wire/occasion.h"

#include <set>

namespace rapport::store
{

QString timeText(const QDateTime& time);
QDateTime timeOf(const QString& text);
using db::propertiesJson;
using db::propertiesOf;
using db::textsJson;
QString propertyOf(const Entity& entity, const char* name); ///< empty where it has none
QString word(HandedOver::State state);
HandedOver::State handedState(const QString& word);
QStringList wordsOf(const QString& text);  ///< of what was typed; at most 8, of 64 letters each
QString matchOf(const QStringList& words); ///< each as a beginning, for FTS5; empty for no words
QString plainWords(const QString& text);   ///< those of its words that have letters which the tokenizer does not take apart, written plainly
QString pathOf(const QString& property);   ///< "$.\"email\"" in the JSON of an entity; empty for the label

/// One change that a finished conversation makes to an entity.
struct LocalChange {
    QString instanceId;
    forms::EntityAction action;
    QString author, at;
    bool delivered = false;
};

/// Somebody or a firm of this device, as candidates() compares them.
struct KnownContact {
    Entity entity;
    QString firm; ///< of a person
    contact::Traits traits;
    SearchHit hit() const;
};

/// What became of a row of the hub: it is ours now, or ours stays till the hub has caught up.
enum class Absorbed { Taken, Behind };

/// Store over one SQLCipher connection. Its parts are in conversations.cpp, revisions.cpp, outbox.cpp, entities.cpp, changes.cpp, lookup.cpp,
/// absorb.cpp, assets.cpp, assettext.cpp, search.cpp, nearsearch.cpp, candidates.cpp, conflicts.cpp, filing.cpp, occasions.cpp, formfiles.cpp,
/// gathering.cpp, handover.cpp, notes.cpp, resolutions.cpp, reports.cpp and trays.cpp.
class SqlStore : public Store
{
public:
    struct Place {
        QString dir;
        QByteArray key;
    };
    struct Boxes {
        db::FileBox files, formFiles;
        Place assets;
    };
    SqlStore(db::Database database, Boxes boxes, Clock clock)
        : m_db(std::move(database)), m_files(std::move(boxes.files)), m_formFiles(std::move(boxes.formFiles)), m_assetPlace(std::move(boxes.assets)),
          m_assetFiles(m_assetPlace.dir, m_assetPlace.key), m_clock(std::move(clock))
    {
    }

    Status saveDraft(const Conversation& conversation, const QByteArray& instance) override;
    Status addAttachment(ConversationId id, const QString& name, const QString& mediaType, const QByteArray& content) override;
    Status keepOnlyAttachments(ConversationId id, const QStringList& names) override;
    Status keepThumbnail(ConversationId id, const QString& attachment, const QByteArray& jpeg) override;
    Status finish(const Conversation& conversation, const QByteArray& submission, const std::vector<forms::EntityAction>& actions) override
    {
        return finishHeld(conversation, submission, actions, {});
    }
    Status finishHeld(const Conversation& conversation, const QByteArray& submission, const std::vector<forms::EntityAction>& actions,
                      const QDateTime& notBefore);
    Status discardDraft(ConversationId id) override;
    Status restoreDraft(ConversationId id) override;
    Status removeDeleted(ConversationId id) override;
    Result<std::vector<Conversation>> deletedDrafts() override;
    Status reopen(ConversationId id) override;
    Status startCorrection(ConversationId finished, const Conversation& correction, const QByteArray& instance) override;
    Result<QString> firstInstance(const QString& instanceId) override;
    Result<Conversation> conversation(ConversationId id) override;
    Result<QByteArray> instance(ConversationId id) override;
    Result<std::vector<StoredAttachment>> attachments(ConversationId id) override;
    Result<QByteArray> attachment(ConversationId id, const QString& name) override;
    Result<QByteArray> thumbnail(ConversationId id, const QString& attachment) override;
    Status keepReport(ConversationId id, const QString& name, const QByteArray& pdf);
    Result<QByteArray> report(ConversationId id, const QString& name);
    Result<std::vector<StoredReport>> reports(ConversationId id);
    Result<std::vector<Conversation>> conversations(const QDateTime& from, const QDateTime& to) override;
    Result<std::optional<Conversation>> lastFinished(const QString& formId, const QString& author) override;
    Result<std::vector<Conversation>> talksWith(const TalkPartner& partner, const QDateTime& from, const QString& except, int limit);
    Result<std::vector<Conversation>> talksThatChanged(const QString& list, const QString& id, int limit);
    Result<std::vector<Conversation>> drafts() override;

    Result<std::vector<OutboxItem>> outbox() override;
    Result<Sending> beginSending(const QString& instanceId) override { return beginSending(instanceId, {}); }
    Result<Sending> beginSending(const QString& instanceId, const std::set<QString>& answersThere);
    Result<Touched> touched(const QString& instanceId) override;
    Status recordNeverSent(const QString& instanceId) override;
    Result<std::vector<OutboxItem>> beginRescue();
    Status recordAttempt(const QString& instanceId, const QString& reason, OutboxItem::State state, const QDateTime& nextTryAt) override;
    Status recordAccepted(const QString& instanceId) override;
    Status recordDelivered(const QString& instanceId) override;
    Status wakeOutbox() override;
    Status wakeUnreached(const QStringList& reasons) override;
    Result<std::vector<wire::Receipt>> receipts(const QString& instanceId) override;
    Status absorbReceipts(const std::vector<wire::Receipt>& receipts, const QByteArray& cursor) override;
    Result<int> sendAgainUnless(const std::set<QString>& instancesThere) override;

    Result<std::vector<Entity>> entities(const QString& list) override;
    Result<std::optional<Entity>> entity(const QString& list, const QString& id) override;
    Result<std::vector<Entity>> findEntities(const QString& list, const QString& property, const QString& value) override;
    Result<int> countEntities(const QString& list) override;
    Result<std::vector<qint64>> findRows(const QString& list, const std::vector<EntityKey>& keys) override;
    Status makeFindable(const QString& list, const QString& property) override;
    Result<std::vector<qint64>> entityRows(const QString& list) override;
    Result<qint64> entityCount(const QString& list, qint64 atMost) override;
    Result<std::optional<Entity>> entityAt(qint64 row) override;
    Result<QStringList> propertyNames(const QString& list) override;
    Status absorbEntities(const EntityPull& page) override;
    Result<std::vector<SearchHit>> search(const QString& text, int limit) override;
    Result<std::vector<SearchHit>> searchNearly(const QString& text, const QString& country, int limit);
    Result<std::vector<Candidate>> candidates(const contact::Contact& who, const QString& country, int limit);

    Status putForm(const StoredForm& form) override;
    Status retireAllBut(const QStringList& occasions, const QStringList& forms) override;
    Result<StoredForm> form(const QString& id, const QString& version) override;
    Result<std::vector<StoredForm>> forms() override;
    Status putOccasion(const QByteArray& json) override;
    Result<std::vector<QJsonObject>> occasions() override;
    Result<std::optional<QJsonObject>> occasion() override;
    Result<std::optional<QJsonObject>> occasionOf(const QString& formId) override;
    Status chooseOccasion(const QString& id) override;
    Result<bool> isListOpen(const QString& list) override;
    Result<QByteArray> cursor(const QString& stream) override;
    Result<QString> setting(const QString& name) override;
    Status setSetting(const QString& name, const QString& value) override;

    bool hasFormFile(const QString& hash);
    Status keepFormFile(const QString& hash, const QByteArray& content);
    Status putForm(const StoredForm& form, const std::vector<FormFile>& files);
    Status keepForm(const StoredForm& form, const std::vector<FormFile>& files);
    Result<QByteArray> formFile(const QString& id, const QString& version, const QString& name);
    Status sweepFormFiles();

    Result<std::vector<ComingAsset>> comingAssets();
    Status keepAssetPiece(const ComingAsset& coming, const QByteArray& bytes);
    Status settleAsset(const ComingAsset& coming);
    Status sweepAssets();
    Result<std::vector<QString>> unreadAssets();
    Status keepReading(const QString& sha256, const AssetReading& reading);
    Result<QByteArray> assetCover(const QString& sha256);
    Result<std::vector<StoredAsset>> assets();
    Result<std::vector<StoredAsset>> withFiles(const std::vector<wire::Asset>& assets);
    Result<std::unique_ptr<QIODevice>> openAsset(const QString& sha256);
    Status noteShown(const QString& sha256);
    Result<std::vector<AssetHit>> findAssets(const QString& text, int limit);
    Result<std::vector<int>> pagesWith(const QString& sha256, const QString& text);

    Result<std::vector<TrayItem>> trayItems(const QString& tray);
    Status keepTray(const QString& tray, const QString& name, const std::vector<TrayItem>& items);
    Result<std::vector<Sequence>> sequences();
    Status dropSequence(const QString& id);

    Status keepNote(ConversationId id, const QString& kind, const QJsonObject& document);
    Result<std::optional<QJsonObject>> note(ConversationId id, const QString& kind);
    Result<std::vector<Conversation>> unresolved();
    Status amend(const Resolution& resolution);
    Status correct(const Resolution& resolution);

    Status handOver(ConversationId id, const QString& to, const QString& jobId);
    Status takeBack(ConversationId id);
    Status takeBackFromHub(ConversationId id);
    Result<std::vector<Given>> given();
    Status beginGiving(ConversationId id);
    Status recordGiven(ConversationId id, HandedOver::State state, const QString& reason);
    Status keepTakenFile(const wire::HandedFile& file, const QByteArray& content);
    Status keepTaken(const wire::HandOver& handOver, const QByteArray& record, const QString& user);

    Result<std::vector<Gathered>> gathered(const std::optional<ConversationId>& group);
    Status keepGathered(const Gathered& one);
    Status dropGathered(const QString& id);
    Status startEach(const std::vector<FreshDraft>& drafts, const QStringList& done);
    Status startGroup(const FreshDraft& draft, const QStringList& people);
    Status leaveGroup(const QString& person, const FreshDraft& draft);
    Status finishGroup(ConversationId group, const QStringList& people, const std::vector<FinishedOne>& conversations);

    Result<std::vector<KeptConflict>> conflicts();
    Status keepConflicts(const std::vector<wire::Conflict>& listed);
    Status decide(qint64 id, wire::Conflict::Take take);
    Status takeBackDecision(qint64 id);
    Status dismissConflict(qint64 id);
    Result<std::optional<BegunDecision>> beginDeciding(qint64 id);
    Status recordNotDecided(qint64 id);
    Status recordVerdict(qint64 id, const std::optional<wire::Verdict>& verdict);

    Status addAttachment(ConversationId id, const QString& name, const QString& mediaType, QIODevice& content);
    Result<std::unique_ptr<QIODevice>> openAttachment(ConversationId id, const QString& name);

private:
    friend Result<std::unique_ptr<Store>> Store::open(const QString&, const DataKey&, Clock);
    QString now() const { return timeText(m_clock()); }
    Status writeConversation(const Conversation& conversation, const char* state, const QByteArray& instance);
    Status queue(const Conversation& conversation, const QByteArray& submission, const std::vector<forms::EntityAction>& actions,
                 const QDateTime& notBefore = {});
    Status linkCorrection(ConversationId finished, ConversationId correction);
    Status finishOne(ConversationId group, const FinishedOne& one);
    Status writeForm(const StoredForm& form, const std::vector<FormFile>& files);
    Status apply(const Conversation& conversation, const std::vector<forms::EntityAction>& actions);
    Result<std::vector<Conversation>> conversationsWhere(const char* where);
    Status noteAttachment(ConversationId id, const StoredAttachment& attachment);
    Result<StoredAttachment> findAttachment(ConversationId id, const QString& name);
    Status applyChange(const LocalChange& change);
    Status writeEntity(const Entity& entity);
    Status noteHistory(const Entity& entity, const LocalChange& change);
    Status noteChange(const LocalChange& change, const std::optional<Entity>& before);
    Status takeBackChanges(const QString& instanceId);
    Status rebuild(const QString& list, const QString& id, const QString& without);
    Status forgetChanges(const QString& list, const QString& id);
    Status settleChanges(const QString& instanceId);      ///< the hub has them
    Status settleRefusedBelow(const QString& instanceId); ///< what it corrects, where the hub would not have it
    Result<bool> hasChanges(const QString& list);
    Status noteTheirs(const QString& list, const Entity& theirs, Absorbed absorbed);
    Result<Absorbed> absorbOne(const QString& list, const Entity& theirs, qint64 generation);
    Result<qint64> generationOf(const EntityPull& page); ///< of the rows of this page
    Status sweep(const QString& list, qint64 generation);
    Status removeRow(qint64 row); ///< of an entity
    /// The occasions of this device. Pointers into m_occasions: till the next question.
    struct Offer {
        std::vector<const wire::Occasion*> open, closed;                           ///< open: the current one first
        bool hides(const QString& name, QStringList wire::Occasion::*names) const; ///< a form or a list that only closed ones name
    };
    Result<Offer> offer();
    Result<Offer> offerAnew();
    Status readOccasions();
    Result<QDateTime> hubTime();
    Status dropLists();
    Status dropList(const QString& list);
    struct LookUp;
    static LookUp lookUpOf(const EntityKey& key);
    Result<qint64> askedProperty(const QString& list, const QString& property);
    Status fillKeys(qint64 asked, const QString& list, const QString& path);
    Status noteProperties(const QString& list, const std::set<QString>& names); ///< for propertyNames()
    Status index(qint64 row, const QString& list, const Entity& entity);
    struct HeldFile {
        QString sha256, openedAt;
        qint64 size = 0;
        bool pinned = false, here = false;
        bool toBeHad = false; ///< the hub has it
    };
    Result<std::vector<wire::Asset>> listedAssets();
    Result<std::vector<wire::Asset>> assetsInTrays();
    Result<std::map<QString, HeldFile>> wantedFiles(const QDate& today);
    db::Arriving arriving(const ComingAsset& coming) const { return {m_assetPlace.dir, m_assetPlace.key, coming.sha256, coming.size}; }
    Result<bool> isNamedUnsent(const QString& assetId);
    Result<std::vector<HeldFile>> heldFiles();
    Result<std::vector<HeldFile>> asFarAsRoomGoes(std::vector<HeldFile> order);
    Status noteAssetFile(const ComingAsset& file);
    Status indexAsset(qint64 row, const Entity& entity);
    Status indexPeopleOf(const Entity& organisation);
    Status indexAll();
    Result<std::vector<SearchHit>> matching(const QString& match, int limit);
    Result<std::vector<qint64>> rowsAlike(const contact::Contact& who, const contact::Traits& traits);
    Result<std::optional<KnownContact>> known(qint64 row, const QString& country);
    Status addFirm(std::vector<Candidate>& firms, const contact::Traits& who, const KnownContact& colleague, const QString& country);
    Result<std::vector<SearchHit>> namesFirst(const QString& match, int wanted);
    Result<bool> beginsATerm(const QString& word);
    Result<QStringList> termsFrom(const QString& head);
    Result<QString> nearly(const QString& word);
    Result<QString> labelOf(const QString& list, const QString& id);
    Status setCursor(const QString& stream, const QByteArray& value);
    template <typename... Values>
    Status run(const char* sql, const Values&... values)
    {
        return db::run(m_db, sql, values...);
    }
    /// For statements that run once a row of a large pull.
    template <typename... Values>
    Status runKept(const char* sql, const Values&... values)
    {
        const auto statement = m_db.kept(sql);
        return statement ? (*statement)->bind(values...).run() : Status(statement.error());
    }
    template <typename Row, typename Read, typename... Values>
    Result<std::vector<Row>> rows(const char* sql, Read read, const Values&... values)
    {
        return db::rows<Row>(m_db, sql, read, values...);
    }
    template <typename Work>
    Status transact(Work work)
    {
        return db::transact(m_db, work);
    }

    db::Database m_db;
    db::FileBox m_files, m_formFiles;
    Place m_assetPlace;
    db::FileBox m_assetFiles;
    Clock m_clock;
    std::vector<QByteArray> m_occasionDocuments; ///< as last read, newest first
    std::vector<wire::Occasion> m_occasions;     ///< of them
    struct KnownOffer {
        db::Database::Revision revision;
        qint64 minute = 0;
        Offer offer;
    };
    std::optional<KnownOffer> m_offer;
};

} // namespace rapport::store

// SPDX-License-Identifier: Apache-2.0
// What only mail does: what stands in it, whom it is not sent to, and what exactly once means where nobody can be asked afterwards. A real server.
#include "connectors/mailtarget.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QJsonArray>

#include <catch2/catch.hpp>

#include <set>

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::connectors;
using rapport::test::KnownWorld;
using rapport::test::MailTarget;

namespace
{

/// The target, or nullptr with a line that says why.
MailTarget* mailOrSkip()
{
    if (!test::MailSink::installed()) {
        WARN("skipped: no mail server is installed (python3-aiosmtpd, app/install/packages.txt)");
        return nullptr;
    }
    MailTarget& target = test::mailTarget();
    target.behave();
    return &target;
}

/// Somebody who has agreed, and a brochure for her.
struct Promise {
    KnownWorld world;
    QString contact, followup;

    explicit Promise(std::map<QString, QString> differently = {}, std::map<QString, QString> followupDifferently = {})
    {
        std::map<QString, QString> person{
            {u"given_name"_s, u"Aylin"_s}, {u"family_name"_s, u"Çelik"_s},   {u"email"_s, u"aylin.celik@frigomart.example"_s},
            {u"language"_s, u"de"_s},      {u"consent_contact"_s, u"yes"_s}, {u"consent_text_id"_s, u"CT-2027-2"_s}};
        for (const auto& [name, value] : differently)
            person[name] = value;
        contact = world.add(u"contacts"_s, u"Aylin Çelik"_s, person);
        std::map<QString, QString> brochure{
            {u"contact_id"_s, contact}, {u"kind"_s, u"brochure"_s}, {u"channel"_s, u"email"_s}, {u"asset_ids"_s, u"px450.pdf preise"_s}};
        for (const auto& [name, value] : followupDifferently)
            brochure[name] = value;
        followup = world.add(u"followups"_s, u"brochure: Aylin Çelik"_s, brochure);
        world.files[u"px450.pdf"_s] = "%PDF-1.4 PX-450 " + QByteArray(200'000, 'p');
        world.files[u"preise"_s] = "%PDF-1.4 Preise";
    }
    Job job() const { return world.job(u"followups"_s, followup); }
};

PushError refused(const PushResult& result)
{
    REQUIRE(std::holds_alternative<PushError>(result));
    return std::get<PushError>(result);
}

QJsonObject theMail(MailTarget& target, const QString& followup)
{
    QJsonObject found;
    for (const QJsonObject& mail : target.sink.mails()) {
        if (mail["text"_L1].toString().contains(followup))
            found = mail;
    }
    REQUIRE_FALSE(found.isEmpty());
    return found;
}

QString sha256(const QByteArray& content)
{
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

/// A large file that is made while it is read, and remembers how.
class LargeFile : public QIODevice
{
public:
    static constexpr qint64 bytes = 16 << 20;
    explicit LargeFile(qint64& largestRead, qint64 readable = bytes) : m_largestRead(largestRead), m_readable(readable)
    {
        open(ReadOnly | Unbuffered);
    }
    qint64 size() const override { return bytes; }
    bool isSequential() const override { return false; }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        m_largestRead = std::max(m_largestRead, most);
        if (pos() >= m_readable && m_readable < bytes)
            return -1;
        const qint64 n = std::min(most, bytes - pos());
        std::fill_n(data, n, 'x');
        return n;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    qint64& m_largestRead;
    qint64 m_readable;
};

/// A world whose files are large ones.
class WorldOfLargeFiles : public KnownWorld
{
public:
    Result<std::unique_ptr<QIODevice>> attachment(const QString&) const override
    {
        return std::unique_ptr<QIODevice>(std::make_unique<LargeFile>(largestRead, readable));
    }
    mutable qint64 largestRead = 0;
    qint64 readable = LargeFile::bytes;
};

} // namespace

TEST_CASE("A brochure is a mail that Python's parser reads as it was meant", "[mail]")
{
    MailTarget* target = mailOrSkip();
    if (!target)
        return;
    Promise promise;
    const auto connector = target->connect({{u"unsubscribe"_s, u"https://kuehlung.example/stop"_s}});
    const PushResult sent = connector->push(promise.job(), promise.world);
    REQUIRE(std::holds_alternative<RemoteRef>(sent));
    CHECK(std::get<RemoteRef>(sent).number.startsWith(u"Mail "_s));

    const QJsonObject mail = theMail(*target, promise.followup);
    CHECK(mail["from"_L1].toString() == u"booth@kuehlung.example"_s);
    CHECK(mail["to"_L1].toArray() == QJsonArray{u"aylin.celik@frigomart.example"_s});
    const QJsonObject headers = mail["headers"_L1].toObject();
    CHECK(headers["From"_L1].toString() == u"Kühlung Nord – Messe <booth@kuehlung.example>"_s);
    CHECK(headers["To"_L1].toString() == u"Aylin Çelik <aylin.celik@frigomart.example>"_s);
    CHECK(headers["Subject"_L1].toString() == u"Die gewünschten Unterlagen"_s);
    CHECK(headers["List-Unsubscribe"_L1].toString() == u"<https://kuehlung.example/stop>"_s);
    CHECK(headers["Auto-Submitted"_L1].toString() == u"auto-generated"_s);
    CHECK(headers["Message-ID"_L1].toString().endsWith(u"@kuehlung.example>"_s));
    CHECK(mail["longest"_L1].toInt() <= 80); // libcurl's boundary has that

    const QString text = mail["text"_L1].toString();
    CHECK(text.startsWith(u"Guten Tag Aylin Çelik,\n\nvielen Dank für unser Gespräch am 10. November 2027."_s));
    CHECK(text.contains(u"\n-- \nSie erhalten diese E-Mail, weil Sie eingewilligt haben"_s));
    CHECK(text.contains(u"Der Text Ihrer Einwilligung: CT-2027-2\n"_s));
    CHECK(text.contains(u"widerrufen: https://kuehlung.example/stop"_s));

    const QJsonArray files = mail["files"_L1].toArray();
    REQUIRE(files.size() == 2);
    CHECK(files[0]["name"_L1].toString() == u"px450.pdf"_s);
    CHECK(files[0]["type"_L1].toString() == u"application/pdf"_s);
    CHECK(files[0]["sha256"_L1].toString() == sha256(promise.world.files[u"px450.pdf"_s]));
    CHECK(files[1]["name"_L1].toString() == u"preise.pdf"_s); // named by what is in it
    CHECK(files[1]["sha256"_L1].toString() == sha256(promise.world.files[u"preise"_s]));
}

TEST_CASE("A mail is in the language of the person, else in that of the file", "[mail]")
{
    MailTarget* target = mailOrSkip();
    if (!target)
        return;
    const auto [kind, language, subject, line] = GENERATE(table<QString, QString, QString, QString>({
        {u"brochure"_s, u"en"_s, u"The documents you asked for"_s, u"on 10 November 2027"_s},
        {u"brochure"_s, u"de-AT"_s, u"Die gewünschten Unterlagen"_s, u"am 10. November 2027"_s},
        {u"brochure"_s, u"id"_s, u"Dokumen yang Anda minta"_s, u"Yth. Aylin Çelik,"_s},
        {u"brochure"_s, u"fr"_s, u"The documents you asked for"_s, u"Dear Aylin Çelik,"_s},
        {u"brochure"_s, u""_s, u"The documents you asked for"_s, u"Dear Aylin Çelik,"_s},
        {u"appointment"_s, u"de"_s, u"Unser Termin"_s, u"Terminvorschlag: 2. Dezember 2027"_s},
    }));
    Promise promise({{u"language"_s, language}}, {{u"kind"_s, kind}, {u"due"_s, u"2027-12-02"_s}});
    REQUIRE(std::holds_alternative<RemoteRef>(target->connect()->push(promise.job(), promise.world)));
    const QJsonObject mail = theMail(*target, promise.followup);
    CHECK(mail["headers"_L1]["Subject"_L1].toString() == subject);
    CHECK(mail["text"_L1].toString().contains(line));
}

TEST_CASE("What is no mail is confirmed without one", "[mail]")
{
    MailTarget* target = mailOrSkip();
    if (!target)
        return;
    const auto [kind, channel] = GENERATE(table<QString, QString>(
        {{u"call"_s, u""_s}, {u"task"_s, u""_s}, {u"offer"_s, u"email"_s}, {u"brochure"_s, u"print"_s}, {u"appointment"_s, u""_s}}));
    Promise promise({}, {{u"kind"_s, kind}, {u"channel"_s, channel}});
    const PushResult result = target->connect()->push(promise.job(), promise.world);
    REQUIRE(std::holds_alternative<RemoteRef>(result));
    CHECK(std::get<RemoteRef>(result).number.isEmpty());
    CHECK(target->count(u"followups"_s, promise.followup) == 0);
}

TEST_CASE("Who has not agreed, or has no address, is not written to, and a person hears why", "[mail]")
{
    MailTarget* target = mailOrSkip();
    if (!target)
        return;
    struct Row {
        const char* note;
        std::map<QString, QString> contact, followup;
        Error::Kind kind;
        QString sentence;
    };
    const auto row = GENERATE(values<Row>({
        {"never asked", {{u"consent_contact"_s, u""_s}}, {}, Error::Kind::Denied, u"has not agreed"_s},
        {"withdrawn", {{u"consent_contact"_s, u"no"_s}}, {}, Error::Kind::Denied, u"has withdrawn"_s},
        {"no address", {{u"email"_s, u""_s}}, {}, Error::Kind::Invalid, u"e-mail address"_s},
        {"two addresses", {{u"email"_s, u"a@one.example, b@two.example"_s}}, {}, Error::Kind::Invalid, u"e-mail address"_s},
        {"an address with a line in it", {{u"email"_s, u"a@one.example\r\nBcc: b@two.example"_s}}, {}, Error::Kind::Invalid, u"e-mail address"_s},
        {"an address that ends the envelope", {{u"email"_s, u"a@one.example>\r\nRCPT TO:<b@two.example"_s}}, {}, Error::Kind::Invalid, u"e-mail"_s},
        {"a name with a line in it", {{u"given_name"_s, u"A\nBcc: b@two.example"_s}}, {}, Error::Kind::Invalid, u"character"_s},
        {"a name with a bell", {{u"family_name"_s, u"A\a"_s}}, {}, Error::Kind::Invalid, u"character"_s},
        {"nothing to attach", {}, {{u"asset_ids"_s, u""_s}}, Error::Kind::Invalid, u"no document"_s},
        {"a document that is not here", {}, {{u"asset_ids"_s, u"px450.pdf other.pdf"_s}}, Error::Kind::NotFound, u"promised"_s},
        {"nobody", {}, {{u"contact_id"_s, u"nobody"_s}}, Error::Kind::NotFound, u"no longer there"_s},
    }));
    INFO(row.note);
    Promise promise(row.contact, row.followup);
    const int before = target->sink.count("MAIL");
    const PushError error = refused(target->connect()->push(promise.job(), promise.world));
    CHECK(error.kind == row.kind);
    CHECK_FALSE(error.outcomeUnknown);
    CHECK(error.sentence.contains(row.sentence));
    CHECK(target->sink.count("MAIL") == before);
    for (const QString& personal : {u"Aylin"_s, u"elik"_s, u"example"_s, u"Bcc"_s, u"other.pdf"_s}) {
        CHECK_FALSE(error.detail.contains(personal));
        CHECK_FALSE(error.sentence.contains(personal));
    }
}

TEST_CASE("What the server says decides: later, another time never, or a person", "[mail]")
{
    MailTarget* target = mailOrSkip();
    if (!target)
        return;
    struct Row {
        QString at, reply;
        Error::Kind kind;
        QString sentence;
    };
    const auto row = GENERATE(values<Row>({
        {u"MAIL"_s, u"421 4.3.2 closing"_s, Error::Kind::Offline, u"tried again"_s},
        {u"RCPT"_s, u"450 4.2.0 greylisted for aylin.celik@frigomart.example"_s, Error::Kind::Offline, u"tried again"_s},
        {u"DATA"_s, u"451 4.3.0 busy"_s, Error::Kind::Offline, u"tried again"_s},
        {u"END"_s, u"452 4.3.1 no room"_s, Error::Kind::Offline, u"tried again"_s},
        {u"MAIL"_s, u"552 5.3.4 too large"_s, Error::Kind::Invalid, u"did not take the mail"_s},
        {u"RCPT"_s, u"550 5.1.1 nobody aylin.celik@frigomart.example"_s, Error::Kind::Invalid, u"this person’s address"_s},
        {u"DATA"_s, u"554 5.5.1 no"_s, Error::Kind::Invalid, u"did not take the mail"_s},
        {u"END"_s, u"554 5.7.1 spam"_s, Error::Kind::Invalid, u"did not take the mail"_s},
        {u"MAIL"_s, u"530 5.7.0 log in first"_s, Error::Kind::Denied, u"password"_s},
    }));
    INFO(row.at.toStdString() << ' ' << row.reply.toStdString());
    Promise promise;
    const auto connector = target->connect();
    target->sink.misbehave({{u"at"_s, row.at}, {u"times"_s, 1}, {u"reply"_s, row.reply}});
    const PushError error = refused(connector->push(promise.job(), promise.world));
    CHECK(error.kind == row.kind);
    CHECK_FALSE(error.outcomeUnknown);
    CHECK(error.sentence.contains(row.sentence));
    CHECK(error.detail == u"smtp: %1 at %2"_s.arg(row.reply.left(3), row.at == u"END"_s ? u"DATA"_s : row.at));
    CHECK(target->count(u"followups"_s, promise.followup) == 0);

    if (row.kind == Error::Kind::Denied)
        CHECK(connector->check());
    REQUIRE(std::holds_alternative<RemoteRef>(connector->push(promise.job(), promise.world))); // it had not taken it, and does so now
    CHECK(target->count(u"followups"_s, promise.followup) == 1);
}

TEST_CASE("A connection that is lost before the mail began is tried again by itself", "[mail]")
{
    MailTarget* target = mailOrSkip();
    if (!target)
        return;
    const QString at = GENERATE(u"MAIL"_s, u"RCPT"_s, u"DATA"_s);
    Promise promise;
    target->sink.misbehave({{u"at"_s, at}, {u"times"_s, 1}, {u"drop"_s, true}});
    const PushError error = refused(target->connect()->push(promise.job(), promise.world));
    CHECK(error.kind == Error::Kind::Offline);
    CHECK_FALSE(error.outcomeUnknown);
    REQUIRE(std::holds_alternative<RemoteRef>(target->connect()->push(promise.job(), promise.world)));
    CHECK(target->count(u"followups"_s, promise.followup) == 1);
}

TEST_CASE("An answer that is lost after the mail was handed over is for a person, and her second try carries the same Message-ID", "[mail]")
{
    MailTarget* target = mailOrSkip();
    if (!target)
        return;
    const auto [kept, fault] = GENERATE(table<bool, QJsonObject>({
        {true, {{u"drop"_s, true}, {u"keep"_s, true}}},
        {false, {{u"drop"_s, true}}},
        {true, {{u"delay"_s, 3}, {u"keep"_s, true}}},
    }));
    Promise promise;
    const auto connector = target->connect({{u"request_seconds"_s, 1}});
    QJsonObject how = fault;
    how[u"at"_s] = u"END"_s;
    how[u"times"_s] = 1;
    target->sink.misbehave(how);
    const PushError error = refused(connector->push(promise.job(), promise.world));
    CHECK(error.kind == Error::Kind::Conflict); // needs somebody: the hub does not send it again by itself
    CHECK_FALSE(error.outcomeUnknown);
    CHECK(error.sentence.contains(u"did not say whether"_s));
    CHECK(target->count(u"followups"_s, promise.followup) == (kept ? 1 : 0));

    REQUIRE(std::holds_alternative<RemoteRef>(target->connect()->push(promise.job(), promise.world))); // "Try again"
    const auto mails = target->sink.mails();
    std::set<QString> ids;
    int copies = 0;
    for (const QJsonObject& mail : mails) {
        if (mail["text"_L1].toString().contains(promise.followup)) {
            ids.insert(mail["headers"_L1]["Message-ID"_L1].toString());
            ++copies;
        }
    }
    CHECK(copies == (kept ? 2 : 1));
    CHECK(ids.size() == 1);
    REQUIRE(std::holds_alternative<RemoteRef>(target->connect()->push(promise.job(), promise.world)));
    CHECK(target->count(u"followups"_s, promise.followup) == copies);
}

TEST_CASE("A hub that dies around a mail neither doubles nor forgets it", "[mail]")
{
    MailTarget* target = mailOrSkip();
    if (!target)
        return;
    Promise promise;
    Job job = promise.job();
    job.outcomeUnknown = true; // as the hub says after a crash
    SECTION("it died after the server had taken it, before the hub knew")
    {
        REQUIRE(std::holds_alternative<RemoteRef>(target->connect()->push(promise.job(), promise.world)));
        REQUIRE(std::holds_alternative<RemoteRef>(target->connect()->push(job, promise.world)));
        CHECK(target->count(u"followups"_s, promise.followup) == 1);
    }
    SECTION("it died before the server had begun to take it: it goes out")
    {
        REQUIRE(std::holds_alternative<RemoteRef>(target->connect()->push(job, promise.world)));
        CHECK(target->count(u"followups"_s, promise.followup) == 1);
    }
    SECTION("it died while the server took it: a person is asked once")
    {
        target->sink.misbehave({{u"at"_s, u"END"_s}, {u"times"_s, 1}, {u"drop"_s, true}});
        refused(target->connect()->push(promise.job(), promise.world));
        for (QDirIterator notes(target->dir.filePath(u"mail-post"_s), {u"*.asked"_s}, QDir::Files, QDirIterator::Subdirectories); notes.hasNext();) {
            const QString note = notes.next(); // as it stands until the answer is judged
            REQUIRE(QFile::rename(note, note.chopped(5) + u"begun"_s));
        }
        CHECK(refused(target->connect()->push(job, promise.world)).kind == Error::Kind::Conflict);
        CHECK(target->count(u"followups"_s, promise.followup) == 0);
        REQUIRE(std::holds_alternative<RemoteRef>(target->connect()->push(job, promise.world)));
        CHECK(target->count(u"followups"_s, promise.followup) == 1);
    }
}

TEST_CASE("A correction sends a second mail only where it is another one", "[mail]")
{
    MailTarget* target = mailOrSkip();
    if (!target)
        return;
    Promise promise;
    const auto connector = target->connect();
    const auto push = [&](const QString& instance) {
        promise.world.instance = instance;
        const PushResult result = connector->push(promise.job(), promise.world);
        REQUIRE(std::holds_alternative<RemoteRef>(result));
        promise.world.references[{u"followups"_s, promise.followup}] = std::get<RemoteRef>(result).id;
    };
    push(u"uuid:first"_s);
    promise.world.entities[{u"followups"_s, promise.followup}].properties[u"remark"_s] = u"for us only"_s;
    push(u"uuid:second"_s);
    CHECK(target->count(u"followups"_s, promise.followup) == 1);
    promise.world.entities[{u"contacts"_s, promise.contact}].properties[u"email"_s] = u"aylin@frigomart.example"_s;
    push(u"uuid:third"_s);
    CHECK(target->count(u"followups"_s, promise.followup) == 2);
    push(u"uuid:fourth"_s);
    CHECK(target->count(u"followups"_s, promise.followup) == 2);
}

TEST_CASE("A large document goes out piece by piece, and one that breaks off takes the mail with it", "[mail]")
{
    MailTarget* target = mailOrSkip();
    if (!target)
        return;
    Promise promise({}, {{u"asset_ids"_s, u"film.mp4"_s}});
    WorldOfLargeFiles world;
    static_cast<KnownWorld&>(world) = promise.world;
    const auto connector = target->connect({{u"request_seconds"_s, 60}});
    SECTION("whole")
    {
        REQUIRE(std::holds_alternative<RemoteRef>(connector->push(promise.job(), world)));
        CHECK(theMail(*target, promise.followup)["files"_L1][0]["size"_L1].toInteger() == LargeFile::bytes);
        CHECK(world.largestRead <= 256 * 1024);
    }
    SECTION("broken off")
    {
        world.readable = 4 << 20;
        const PushError error = refused(connector->push(promise.job(), world));
        CHECK(error.kind == Error::Kind::Corrupt);
        CHECK_FALSE(error.outcomeUnknown);
        CHECK(target->count(u"followups"_s, promise.followup) == 0);
        world.readable = LargeFile::bytes;
        REQUIRE(std::holds_alternative<RemoteRef>(connector->push(promise.job(), world)));
        CHECK(target->count(u"followups"_s, promise.followup) == 1);
    }
}

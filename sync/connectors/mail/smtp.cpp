// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/mail/smtp.h"

#include "sync/connectors/transfer.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace rapport::connectors::mail
{
namespace
{

using Kind = Outcome::Kind;

constexpr int goAhead = 354; ///< RFC 5321: start mail input

/// What is said on both sides, as far as it decides about the outcome.
struct Dialogue {
    Transfer& transfer;
    std::function<bool()> beginning;
    QByteArray step;
    int reply = 0;
    bool begun = false, ended = false, unnoted = false, unread = false;
};

/// libcurl hands every line of the server over as a header.
size_t serverSaid(char* line, size_t size, size_t count, void* user)
{
    auto& dialogue = *static_cast<Dialogue*>(user);
    const size_t length = size * count;
    bool isNumber = false;
    const int reply = QByteArray::fromRawData(line, qsizetype(std::min<size_t>(length, 3))).toInt(&isNumber);
    if (!isNumber || reply < 100 || dialogue.ended)
        return length;
    dialogue.reply = reply;
    if (reply == goAhead && !dialogue.begun) {
        if (!dialogue.beginning()) {
            dialogue.unnoted = true;
            return 0;
        }
        dialogue.begun = true;
        dialogue.transfer.goOnTillItsEnd(); // broken off now, nobody would know what became of it
    }
    return length;
}

/// The first word of what we say; the rest may be a name, an address or a password.
int weSaid(CURL*, curl_infotype type, char* line, size_t length, void* user)
{
    static const QByteArrayList words{"EHLO", "HELO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "NOOP", "QUIT"};
    auto& dialogue = *static_cast<Dialogue*>(user);
    if (type != CURLINFO_HEADER_OUT || dialogue.ended)
        return 0;
    const QByteArray said = QByteArray::fromRawData(line, qsizetype(length));
    const auto word = std::find_if(words.begin(), words.end(), [&](const QByteArray& one) { return said.startsWith(one); });
    dialogue.ended = word != words.end() && *word == "QUIT"; // what is said from here on is about the connection
    if (word != words.end() && !dialogue.ended)
        dialogue.step = *word;
    return 0;
}

/// libcurl's way out for answers to NOOP is else the standard output.
size_t throwAway(char*, size_t size, size_t count, void*)
{
    return size * count;
}

struct Reading {
    QIODevice& content;
    Dialogue& dialogue;
};

size_t readPiece(char* buffer, size_t size, size_t count, void* user)
{
    auto& reading = *static_cast<Reading*>(user);
    const qint64 got = reading.content.read(buffer, qint64(size * count));
    if (got >= 0 && (got > 0 || reading.content.atEnd()))
        return size_t(got);
    reading.dialogue.unread = true;
    return CURL_READFUNC_ABORT;
}

int seekTo(void* user, curl_off_t offset, int origin)
{
    auto& reading = *static_cast<Reading*>(user);
    return origin == SEEK_SET && reading.content.seek(offset) ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_CANTSEEK;
}

void set(Transfer& transfer, const Account& account, Dialogue& dialogue)
{
    CURL* handle = transfer.handle();
    curl_easy_setopt(handle, CURLOPT_URL, account.server.toEncoded().constData());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle, CURLOPT_USE_SSL, long(account.startTls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    transfer.trust(account.certificates);
    if (!account.user.isEmpty()) {
        curl_easy_setopt(handle, CURLOPT_USERNAME, account.user.toUtf8().constData());
        curl_easy_setopt(handle, CURLOPT_PASSWORD, account.password.toUtf8().constData());
    }
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, &serverSaid);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, &dialogue);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &throwAway);
    curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L); // what asks for the next function
    curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, &weSaid);
    curl_easy_setopt(handle, CURLOPT_DEBUGDATA, &dialogue);
}

std::unique_ptr<curl_mime, FreesCurl> mimeOf(CURL* handle, const Message& message, std::vector<Reading>& readings)
{
    std::unique_ptr<curl_mime, FreesCurl> mime(curl_mime_init(handle));
    curl_mimepart* text = curl_mime_addpart(mime.get());
    curl_mime_data(text, message.text.constData(), size_t(message.text.size()));
    curl_mime_type(text, "text/plain; charset=utf-8");
    curl_mime_encoder(text, "quoted-printable");
    for (size_t i = 0; i < readings.size(); ++i) {
        QIODevice& content = readings[i].content;
        curl_mimepart* part = curl_mime_addpart(mime.get());
        curl_mime_data_cb(part, content.isSequential() ? -1 : content.size(), &readPiece, &seekTo, nullptr, &readings[i]);
        curl_mime_type(part, message.attachments[i].type.constData());
        curl_mime_encoder(part, "base64");
        curl_mime_headers(part, headerLines({"Content-Disposition: " + message.attachments[i].disposition}).release(), 1);
    }
    return mime;
}

std::optional<Kind> kindOfReply(int reply)
{
    if (reply < 400)
        return std::nullopt;
    return reply < 500 ? Kind::Later : Kind::Refused;
}

/// RFC 4954: authentication required, too weak, wrong, not without encryption.
bool wantsLogin(int reply)
{
    return reply == 530 || reply == 534 || reply == 535 || reply == 538;
}

Kind kindOf(CURLcode code, const Dialogue& dialogue)
{
    if (code == CURLE_OK)
        return Kind::Accepted;
    if (dialogue.unnoted)
        return Kind::Unnoted;
    if (dialogue.unread)
        return Kind::Unread;
    const auto said = kindOfReply(dialogue.reply);
    if (dialogue.begun)
        return dialogue.reply / 100 == 2 ? Kind::Accepted : said.value_or(Kind::Unknown);
    if (code == CURLE_LOGIN_DENIED || wantsLogin(dialogue.reply))
        return said == Kind::Later ? Kind::Later : Kind::Denied;
    if (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_USE_SSL_FAILED || code == CURLE_SSL_CACERT_BADFILE)
        return Kind::Untrusted;
    return said.value_or(Kind::Unreachable);
}

Outcome outcomeOf(CURLcode code, const Dialogue& dialogue)
{
    return {kindOf(code, dialogue), dialogue.reply, dialogue.step};
}

} // namespace

QString Outcome::text() const
{
    const QString last = step.isEmpty() ? u"connecting"_s : QString::fromLatin1(step);
    return reply > 0 ? u"%1 at %2"_s.arg(reply).arg(last) : u"no answer at %1"_s.arg(last);
}

Outcome send(const Account& account, const Message& message, const std::function<bool()>& beginning)
{
    Transfer transfer(account.time);
    Dialogue dialogue{transfer, beginning, {}};
    set(transfer, account, dialogue);
    CURL* handle = transfer.handle();
    const HeaderLines recipients = headerLines({'<' + message.to + '>'}), head = headerLines(message.head);
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, ('<' + message.from + '>').constData());
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, head.get());
    std::vector<Reading> readings;
    for (const Attachment& attachment : message.attachments)
        readings.push_back({*attachment.content, dialogue});
    const auto mime = mimeOf(handle, message, readings);
    curl_easy_setopt(handle, CURLOPT_MIMEPOST, mime.get());
    return outcomeOf(transfer.run(), dialogue);
}

Outcome greet(const Account& account)
{
    Transfer transfer(account.time);
    Dialogue dialogue{transfer, [] { return false; }, {}};
    set(transfer, account, dialogue);
    curl_easy_setopt(transfer.handle(), CURLOPT_CUSTOMREQUEST, "NOOP");
    return outcomeOf(transfer.run(), dialogue);
}

} // namespace rapport::connectors::mail

// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/mail/headers.h"

#include <QCryptographicHash>
#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::mail
{
namespace
{

constexpr qsizetype longestPlain = 70; ///< characters of a value that are left as they are; the line stays below 78 with most names
constexpr qsizetype wordBytes = 39;    ///< of UTF-8 in one encoded word: 64 characters with its frame, so that "Subject: " fits before it
constexpr qsizetype longestAddress = 254;

bool isPrintableAscii(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

QByteArray quoted(const QString& text)
{
    QByteArray out = text.toLatin1();
    out.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + out + '"';
}

} // namespace

bool isOneLine(const QString& text)
{
    return text.isValidUtf16() && std::none_of(text.begin(), text.end(), [](QChar c) {
               return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
           });
}

std::optional<QByteArray> addressOf(const QString& text)
{
    static const QRegularExpression local(u"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:[.][A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$"_s);
    static const QRegularExpression domain(u"^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:[.][a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$"_s);
    const QString trimmed = text.trimmed();
    const qsizetype at = trimmed.lastIndexOf(u'@');
    if (at < 1 || at > 64 || trimmed.size() > longestAddress || !local.match(trimmed.left(at)).hasMatch())
        return std::nullopt;
    const QByteArray ascii = QUrl::toAce(trimmed.mid(at + 1));
    if (!domain.match(QString::fromLatin1(ascii)).hasMatch() || at + 1 + ascii.size() > longestAddress)
        return std::nullopt;
    return trimmed.left(at).toLatin1() + '@' + ascii;
}

QByteArray encodedWords(const QString& text)
{
    if (isPrintableAscii(text) && text.size() <= longestPlain && !text.contains("=?"_L1))
        return text.toLatin1();
    QByteArrayList words;
    QByteArray word;
    const auto finish = [&] {
        words += "=?utf-8?B?" + word.toBase64() + "?=";
        word.clear();
    };
    for (const char32_t character : text.toUcs4()) { // a character does not go over two words
        const QByteArray bytes = QString::fromUcs4(&character, 1).toUtf8();
        if (word.size() + bytes.size() > wordBytes)
            finish();
        word += bytes;
    }
    finish();
    return words.join("\r\n ");
}

QByteArray mailbox(const QString& name, const QByteArray& address)
{
    if (name.isEmpty())
        return '<' + address + '>';
    const bool plain = isPrintableAscii(name) && name.size() <= longestPlain && !name.contains("=?"_L1);
    return (plain ? quoted(name) : encodedWords(name)) + (plain ? " <" : "\r\n <") + address + '>';
}

QByteArray dateLine(const QDateTime& time)
{
    const int offset = time.offsetFromUtc() / 60;
    const QString text = QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss "_s);
    return (text + u"%1%2%3"_s.arg(QLatin1Char(offset < 0 ? '-' : '+'))
                       .arg(qAbs(offset) / 60, 2, 10, QLatin1Char('0'))
                       .arg(qAbs(offset) % 60, 2, 10, QLatin1Char('0')))
        .toLatin1();
}

QByteArray dispositionOf(const QString& fileName)
{
    if (isPrintableAscii(fileName) && fileName.size() <= longestPlain)
        return "attachment; filename=" + quoted(fileName);
    QString standIn = fileName.right(longestPlain);
    std::replace_if(
        standIn.begin(), standIn.end(), [](QChar c) { return c < u' ' || c > u'~'; }, u'_');
    return "attachment; filename=" + quoted(standIn) + ";\r\n filename*=utf-8''" + QUrl::toPercentEncoding(fileName);
}

QByteArray messageId(const QString& key, const QByteArray& sender)
{
    const QByteArray hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().left(40);
    return "<rapport." + hash + sender.mid(sender.lastIndexOf('@')) + '>';
}

} // namespace rapport::connectors::mail

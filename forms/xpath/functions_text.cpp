// SPDX-License-Identifier: Apache-2.0
#include "forms/xpath/effort.h"
#include "forms/xpath/functions.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QUuid>

#include <cmath>

namespace rapport::forms
{

namespace
{

/// Every argument as text; a node-set counts as all of its nodes.
QStringList texts(const Expression& call, const Context& context, std::size_t from)
{
    QStringList all;
    for (std::size_t i = from; i < arguments(call); ++i) {
        const Value value = argument(call, context, i);
        if (!value.isNodes()) {
            all.append(value.string());
            continue;
        }
        for (const NodeRef& node : value.nodes())
            all.append(stringOf(node));
    }
    return all;
}

QString ownOrArgument(const Expression& call, const Context& context)
{
    return arguments(call) == 0 ? stringOf(context.node) : argument(call, context, 0).string();
}

/// 0-based positions, negative from the end, as in JavaRosa.
Value substr(const Expression& call, const Context& context)
{
    const QString text = argument(call, context, 0).string();
    const auto place = [&](std::size_t i, qsizetype otherwise) {
        if (arguments(call) <= i)
            return otherwise;
        const double number = argument(call, context, i).number();
        if (std::isnan(number))
            return qsizetype(0);
        const auto at = static_cast<qsizetype>(qBound(-1e9, number, 1e9));
        return at < 0 ? qMax<qsizetype>(0, text.size() + at) : qMin(at, text.size());
    };
    const qsizetype start = place(1, 0);
    const qsizetype end = place(2, text.size());
    return end > start ? text.mid(start, end - start) : QString();
}

/// XPath 1.0 section 4.2: 1-based, rounded, NaN and infinities included.
Value substring(const Expression& call, const Context& context)
{
    const QString text = argument(call, context, 0).string();
    const double from = std::floor(argument(call, context, 1).number() + 0.5);
    const double to = arguments(call) > 2 ? from + std::floor(argument(call, context, 2).number() + 0.5) : std::numeric_limits<double>::infinity();
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const double position = static_cast<double>(i + 1);
        if (position >= from && position < to)
            out += text[i];
    }
    return out;
}

Value translate(const Expression& call, const Context& context)
{
    const QString from = argument(call, context, 1).string(), to = argument(call, context, 2).string();
    QString out;
    for (const QChar c : argument(call, context, 0).string()) {
        if (!Effort::spend(1 + from.size() / 64))
            break;
        const qsizetype at = from.indexOf(c);
        if (at < 0)
            out += c;
        else if (at < to.size())
            out += to[at];
    }
    return out;
}

Value matchesWhole(const Expression& call, const Context& context)
{
    // Backtracking without end is cut by PCRE's own match limit: the expression then simply does not match.
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(argument(call, context, 1).string()),
                                     QRegularExpression::UseUnicodePropertiesOption);
    return pattern.isValid() && pattern.match(argument(call, context, 0).string()).hasMatch();
}

quint32 randomBits(const Surroundings& surroundings)
{
    return surroundings.random ? surroundings.random() : QRandomGenerator::global()->generate();
}

Value uuid(const Expression& call, const Context& context)
{
    if (arguments(call) == 0)
        return makeUuid(*context.surroundings);
    static const QString alphabet = QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    const double wanted = argument(call, context, 0).number();
    QString out;
    for (int i = 0; i < (std::isnan(wanted) ? 0 : static_cast<int>(qBound(0.0, wanted, 4096.0))); ++i)
        out += alphabet[randomBits(*context.surroundings) % static_cast<quint32>(alphabet.size())];
    return out;
}

Value digest(const Expression& call, const Context& context)
{
    static const QHash<QString, QCryptographicHash::Algorithm> algorithms{{QStringLiteral("MD5"), QCryptographicHash::Md5},
                                                                          {QStringLiteral("SHA-1"), QCryptographicHash::Sha1},
                                                                          {QStringLiteral("SHA-256"), QCryptographicHash::Sha256},
                                                                          {QStringLiteral("SHA-384"), QCryptographicHash::Sha384},
                                                                          {QStringLiteral("SHA-512"), QCryptographicHash::Sha512}};
    const QString name = argument(call, context, 1).string();
    if (!algorithms.contains(name))
        return QString();
    const QByteArray hash = QCryptographicHash::hash(argument(call, context, 0).string().toUtf8(), algorithms.value(name));
    const bool hex = arguments(call) > 2 && argument(call, context, 2).string() == QLatin1String("hex");
    return QString::fromLatin1(hex ? hash.toHex() : hash.toBase64());
}

/// What was signed, as text, when the first 64 of its bytes are the signature of the key's owner (both base64, as of a QR code); else blank.
Value extractSigned(const Expression& call, const Context& context)
{
    const auto bytes = [&](std::size_t i) { return QByteArray::fromBase64(argument(call, context, i).string().toLatin1()); };
    const QByteArray content = bytes(0), signature = content.left(64), message = content.mid(64);
    const SignatureCheck& verify = context.surroundings->verify;
    return verify && verify(message, signature, bytes(1)) ? QString::fromUtf8(message) : QString();
}

/// XPath's white space is four characters; a no-break space is text.
QString normalized(const QString& text)
{
    static const QRegularExpression blanks(QStringLiteral("[ \\t\\r\\n]+"));
    return text.split(blanks, Qt::SkipEmptyParts).join(QLatin1Char(' '));
}

QStringList words(const QString& list)
{
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    return list.split(blanks, Qt::SkipEmptyParts);
}

Value selected(const Expression& call, const Context& context)
{
    const QString wanted = argument(call, context, 1).string().trimmed();
    const QStringList chosen = words(argument(call, context, 0).string());
    return wanted.isEmpty() ? chosen.isEmpty() : chosen.contains(wanted);
}

Value selectedAt(const Expression& call, const Context& context)
{
    const QStringList all = words(argument(call, context, 0).string());
    const double at = argument(call, context, 1).number();
    return at >= 0 && at < static_cast<double>(all.size()) ? all[static_cast<qsizetype>(at)] : QString();
}

} // namespace

QString makeUuid(const Surroundings& surroundings)
{
    quint32 words[4];
    for (quint32& word : words)
        word = randomBits(surroundings);
    QByteArray bytes(reinterpret_cast<const char*>(words), 16);
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40); // version 4
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80); // variant 1
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

FunctionTable textFunctions()
{
    using E = const Expression&;
    using C = const Context&;
    return {
        {QStringLiteral("string"), {0, 1, [](E e, C c) -> Value { return ownOrArgument(e, c); }}},
        {QStringLiteral("concat"), {0, -1, [](E e, C c) -> Value { return texts(e, c, 0).join(QString()); }}},
        {QStringLiteral("join"), {1, -1, [](E e, C c) -> Value { return texts(e, c, 1).join(argument(e, c, 0).string()); }}},
        {QStringLiteral("substr"), {2, 3, substr}},
        {QStringLiteral("substring"), {2, 3, substring}},
        {QStringLiteral("substring-before"),
         {2, 2,
          [](E e, C c) -> Value {
              const QString text = argument(e, c, 0).string();
              return text.left(qMax<qsizetype>(0, text.indexOf(argument(e, c, 1).string())));
          }}},
        {QStringLiteral("substring-after"),
         {2, 2,
          [](E e, C c) -> Value {
              const QString text = argument(e, c, 0).string(), mark = argument(e, c, 1).string();
              const qsizetype at = text.indexOf(mark);
              return at < 0 ? QString() : text.mid(at + mark.size());
          }}},
        {QStringLiteral("translate"), {3, 3, translate}},
        {QStringLiteral("normalize-space"), {0, 1, [](E e, C c) -> Value { return normalized(ownOrArgument(e, c)); }}},
        {QStringLiteral("string-length"), {0, 1, [](E e, C c) -> Value { return static_cast<double>(ownOrArgument(e, c).size()); }}},
        {QStringLiteral("contains"), {2, 2, [](E e, C c) -> Value { return argument(e, c, 0).string().contains(argument(e, c, 1).string()); }}},
        {QStringLiteral("starts-with"), {2, 2, [](E e, C c) -> Value { return argument(e, c, 0).string().startsWith(argument(e, c, 1).string()); }}},
        {QStringLiteral("ends-with"), {2, 2, [](E e, C c) -> Value { return argument(e, c, 0).string().endsWith(argument(e, c, 1).string()); }}},
        {QStringLiteral("regex"), {2, 2, matchesWhole}},
        {QStringLiteral("uuid"), {0, 1, uuid, true}},
        {QStringLiteral("digest"), {2, 3, digest}},
        {QStringLiteral("extract-signed"), {2, 2, extractSigned}},
        {QStringLiteral("base64-decode"),
         {1, 1, [](E e, C c) -> Value { return QString::fromUtf8(QByteArray::fromBase64(argument(e, c, 0).string().toLatin1())); }}},
        {QStringLiteral("selected"), {2, 2, selected}},
        {QStringLiteral("is-selected"), {2, 2, selected}},
        {QStringLiteral("selected-at"), {2, 2, selectedAt}},
        {QStringLiteral("count-selected"), {1, 1, [](E e, C c) -> Value { return static_cast<double>(words(argument(e, c, 0).string()).size()); }}},
        {QStringLiteral("jr:itext"),
         {1, 1, [](E e, C c) -> Value { return c.surroundings->itext ? c.surroundings->itext(argument(e, c, 0).string()) : Value(QString()); }}},
        {QStringLiteral("jr:choice-name"),
         {2, 2,
          [](E e, C c) -> Value {
              return c.surroundings->choiceName ? c.surroundings->choiceName(argument(e, c, 0).string(), argument(e, c, 1).string(), c.current)
                                                : QString();
          }}},
        {QStringLiteral("property"),
         {1, 1, [](E e, C c) -> Value { return c.surroundings->property ? c.surroundings->property(argument(e, c, 0).string()) : QString(); }}},
        {QStringLiteral("version"), {0, 0, [](E, C c) -> Value { return c.surroundings->formVersion; }, true}},
    };
}

} // namespace rapport::forms

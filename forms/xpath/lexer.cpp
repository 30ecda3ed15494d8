// SPDX-License-Identifier: Apache-2.0
#include "forms/xpath/lexer.h"

namespace rapport::forms
{

namespace
{

bool isNameStart(QChar c)
{
    return c.isLetter() || c == QLatin1Char('_') || c.isSurrogate();
}

bool isNamePart(QChar c)
{
    return isNameStart(c) || c.isDigit() || c == QLatin1Char('-') || c == QLatin1Char('.') || c.isMark();
}

/// An operator can only stand after something that has a value (3.7, "if there is a preceding token …").
bool valuePrecedes(const std::vector<Token>& tokens)
{
    if (tokens.empty())
        return false;
    const Token& last = tokens.back();
    if (last.type == Token::Type::Operator)
        return false;
    if (last.type == Token::Type::Symbol)
        return last.text == QLatin1String(")") || last.text == QLatin1String("]") || last.text == QLatin1String(".") ||
               last.text == QLatin1String("..") || last.text == QLatin1String("*"); // a "*" that is no operator names any node
    return true;
}

bool isOperatorWord(const QString& word)
{
    return word == QLatin1String("and") || word == QLatin1String("or") || word == QLatin1String("div") || word == QLatin1String("mod");
}

class Lexer
{
public:
    explicit Lexer(const QString& text) : m_text(text) {}

    Result<std::vector<Token>> run()
    {
        for (;;) {
            while (m_at < m_text.size() && m_text[m_at].isSpace())
                ++m_at;
            if (m_at >= m_text.size())
                break;
            if (auto error = next(); !error)
                return error.error();
        }
        push(Token::Type::End, {}, m_at);
        return std::move(m_tokens);
    }

private:
    Status next()
    {
        const QChar c = m_text[m_at];
        if (c == QLatin1Char('"') || c == QLatin1Char('\''))
            return literal(c);
        if (c.isDigit() || (c == QLatin1Char('.') && peek(1).isDigit()))
            return number();
        if (isNameStart(c))
            return name();
        return symbol();
    }

    Status literal(QChar quote)
    {
        const qsizetype end = m_text.indexOf(quote, m_at + 1);
        if (end < 0)
            return Error{Error::Kind::Invalid, QStringLiteral("a quotation mark at position %1 is never closed").arg(m_at + 1)};
        push(Token::Type::Literal, m_text.mid(m_at + 1, end - m_at - 1), m_at);
        m_at = end + 1;
        return ok();
    }

    Status number()
    {
        const qsizetype start = m_at;
        while (peek(0).isDigit())
            ++m_at;
        if (peek(0) == QLatin1Char('.')) {
            ++m_at;
            while (peek(0).isDigit())
                ++m_at;
        }
        push(Token::Type::Number, m_text.mid(start, m_at - start), start);
        m_tokens.back().number = m_tokens.back().text.toDouble();
        return ok();
    }

    Status name()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && isNamePart(m_text[m_at]))
            ++m_at;
        // A qualified name is one token; "axis::" is not part of it.
        if (peek(0) == QLatin1Char(':') && peek(1) != QLatin1Char(':') && (isNameStart(peek(1)) || peek(1) == QLatin1Char('*'))) {
            ++m_at;
            if (peek(0) == QLatin1Char('*'))
                ++m_at;
            else
                while (m_at < m_text.size() && isNamePart(m_text[m_at]))
                    ++m_at;
        }
        QString word = m_text.mid(start, m_at - start);
        if (valuePrecedes(m_tokens) && !isOperatorWord(word)) {
            // After a value only an operator can stand: "1mod2" is read as ODK's engine reads it.
            for (const char* const glued : {"and", "or", "div", "mod"}) {
                if (word.startsWith(QLatin1String(glued)))
                    word = QLatin1String(glued);
            }
            m_at = start + word.size();
        }
        push(valuePrecedes(m_tokens) && isOperatorWord(word) ? Token::Type::Operator : Token::Type::Name, word, start);
        return ok();
    }

    Status symbol()
    {
        static const char* const doubles[] = {"!=", "<=", ">=", "//", "::", ".."};
        for (const char* pair : doubles) {
            if (QStringView(m_text).mid(m_at, 2) == QLatin1String(pair))
                return take(2);
        }
        static const QString singles = QStringLiteral("()[].@,|+-*/=<>$");
        if (!singles.contains(m_text[m_at]))
            return Error{Error::Kind::Invalid,
                         QStringLiteral("the character “%1” at position %2 has no meaning here").arg(m_text[m_at]).arg(m_at + 1)};
        return take(1);
    }

    Status take(qsizetype length)
    {
        const QString text = m_text.mid(m_at, length);
        const QChar first = text.front(), last = text.back();
        bool isOperator = length == 2 ? last == QLatin1Char('=') : QStringView(u"|+-=<>").contains(first);
        if (length == 1 && first == QLatin1Char('*'))
            isOperator = valuePrecedes(m_tokens);
        push(isOperator ? Token::Type::Operator : Token::Type::Symbol, text, m_at);
        m_at += length;
        return ok();
    }

    QChar peek(qsizetype ahead) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }
    void push(Token::Type type, const QString& text, qsizetype at) { m_tokens.push_back({type, text, 0, at}); }

    const QString& m_text;
    qsizetype m_at = 0;
    std::vector<Token> m_tokens;
};

} // namespace

Result<std::vector<Token>> tokenize(const QString& text)
{
    return Lexer(text).run();
}

} // namespace rapport::forms

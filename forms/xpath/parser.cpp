// SPDX-License-Identifier: Apache-2.0
#include "forms/xpath/expression.h"
#include "forms/xpath/functions.h"
#include "forms/xpath/lexer.h"

#include <QHash>

namespace rapport::forms
{

namespace
{

constexpr qsizetype maxLength = 64 * 1024;
constexpr int maxDepth = 200;
constexpr int maxOperators = 1'000; // a chain of them is as deep as it is long when it is evaluated

using Kind = Expression::Kind;
using Ptr = Expression::Ptr;
using Type = Token::Type;

Ptr make(Kind kind)
{
    auto expression = std::make_unique<Expression>();
    expression->kind = kind;
    return expression;
}

struct Level {
    std::vector<std::pair<const char*, Kind>> operators;
};

/// Binary operators, weakest first (XPath 1.0 section 3.4 and 3.5).
const std::vector<Level> levels{
    {{{"or", Kind::Or}}},
    {{{"and", Kind::And}}},
    {{{"=", Kind::Equal}, {"!=", Kind::NotEqual}}},
    {{{"<", Kind::Less}, {"<=", Kind::LessEqual}, {">", Kind::Greater}, {">=", Kind::GreaterEqual}}},
    {{{"+", Kind::Add}, {"-", Kind::Subtract}}},
    {{{"*", Kind::Multiply}, {"div", Kind::Divide}, {"mod", Kind::Modulo}}},
};

/// Recursive descent. Throws nothing: the first fault is kept in m_fault and every rule returns at once.
class Parser
{
public:
    Parser(std::vector<Token> tokens, UnknownFunctions unknown) : m_tokens(std::move(tokens)), m_unknown(unknown) {}

    Result<Ptr> run()
    {
        Ptr expression = binary(0);
        if (m_fault.isEmpty() && current().type != Type::End)
            fault(QStringLiteral("“%1” is not expected").arg(current().text));
        if (!m_fault.isEmpty())
            return Error{Error::Kind::Invalid, m_fault};
        return expression;
    }

private:
    Ptr binary(std::size_t level)
    {
        if (++m_depth > maxDepth * 8) {
            fault(QStringLiteral("the expression is nested too deeply"));
            return make(Kind::Number);
        }
        Ptr left = level == levels.size() ? unary() : binary(level + 1);
        while (level < levels.size() && m_fault.isEmpty() && current().type == Type::Operator) {
            const auto& operators = levels[level].operators;
            const auto found =
                std::find_if(operators.begin(), operators.end(), [&](const auto& op) { return current().text == QLatin1String(op.first); });
            if (found == operators.end())
                break;
            ++m_at;
            count();
            Ptr whole = make(found->second);
            whole->operands.push_back(std::move(left));
            whole->operands.push_back(binary(level + 1));
            left = std::move(whole);
        }
        --m_depth;
        return left;
    }

    void count()
    {
        if (++m_operators > maxOperators)
            fault(QStringLiteral("there are more than %1 operators").arg(maxOperators));
    }

    Ptr unary()
    {
        if (!is(Type::Operator, "-"))
            return unionOf();
        ++m_at;
        if (++m_depth > maxDepth * 8)
            fault(QStringLiteral("the expression is nested too deeply"));
        Ptr negated = make(Kind::Negate);
        negated->operands.push_back(m_fault.isEmpty() ? unary() : make(Kind::Number));
        --m_depth;
        return negated;
    }

    Ptr unionOf()
    {
        Ptr left = path();
        while (m_fault.isEmpty() && is(Type::Operator, "|")) {
            ++m_at;
            count();
            Ptr whole = make(Kind::Union);
            whole->operands.push_back(std::move(left));
            whole->operands.push_back(path());
            left = std::move(whole);
        }
        return left;
    }

    Ptr path()
    {
        if (startsPrimary())
            return filterPath();
        Ptr path = make(Kind::Path);
        if (is(Type::Symbol, "/") || is(Type::Symbol, "//")) {
            path->absolute = true;
            if (take("//"))
                path->steps.push_back(anywhere());
            else
                ++m_at;
            if (!startsStep()) {
                if (!path->steps.empty())
                    fault(QStringLiteral("a step is missing after “//”"));
                return path;
            }
        }
        steps(*path);
        return path;
    }

    /// "f(x)[1]/a": a value, predicates on it, steps from it. Without either it stays the value itself.
    Ptr filterPath()
    {
        Ptr start = primary();
        std::vector<Ptr> filters = predicates();
        const bool goesOn = is(Type::Symbol, "/") || is(Type::Symbol, "//");
        if (filters.empty() && !goesOn)
            return start;
        Ptr path = make(Kind::Path);
        path->operands.push_back(std::move(start));
        path->filters = std::move(filters);
        if (goesOn) {
            if (take("//"))
                path->steps.push_back(anywhere());
            else
                ++m_at;
            steps(*path);
        }
        return path;
    }

    void steps(Expression& path)
    {
        for (;;) {
            path.steps.push_back(step());
            if (!m_fault.isEmpty())
                return;
            if (take("//"))
                path.steps.push_back(anywhere());
            else if (!take("/"))
                return;
        }
    }

    static Expression::Step anywhere()
    {
        Expression::Step step;
        step.axis = Expression::Axis::DescendantOrSelf;
        step.test = Expression::Step::Test::Node;
        return step;
    }

    Expression::Step step()
    {
        Expression::Step step;
        if (take(".") || is(Type::Symbol, "..")) {
            step.test = Expression::Step::Test::Node;
            step.axis = take("..") ? Expression::Axis::Parent : Expression::Axis::Self;
            step.predicates = predicates();
            return step;
        }
        if (take("@"))
            step.axis = Expression::Axis::Attribute;
        else if (current().type == Type::Name && ahead(1).text == QLatin1String("::"))
            step.axis = axis();
        nodeTest(step);
        step.predicates = predicates();
        return step;
    }

    Expression::Axis axis()
    {
        using Axis = Expression::Axis;
        static const QHash<QString, Axis> axes{{QStringLiteral("child"), Axis::Child},
                                               {QStringLiteral("descendant"), Axis::Descendant},
                                               {QStringLiteral("descendant-or-self"), Axis::DescendantOrSelf},
                                               {QStringLiteral("parent"), Axis::Parent},
                                               {QStringLiteral("ancestor"), Axis::Ancestor},
                                               {QStringLiteral("ancestor-or-self"), Axis::AncestorOrSelf},
                                               {QStringLiteral("self"), Axis::Self},
                                               {QStringLiteral("attribute"), Axis::Attribute},
                                               {QStringLiteral("following-sibling"), Axis::FollowingSibling},
                                               {QStringLiteral("preceding-sibling"), Axis::PrecedingSibling},
                                               {QStringLiteral("following"), Axis::Following},
                                               {QStringLiteral("preceding"), Axis::Preceding},
                                               {QStringLiteral("namespace"), Axis::Namespace}};
        const QString name = current().text;
        if (!axes.contains(name))
            fault(QStringLiteral("“%1” is no axis").arg(name));
        m_at += 2;
        return axes.value(name);
    }

    void nodeTest(Expression::Step& step)
    {
        using Test = Expression::Step::Test;
        if (take("*")) {
            step.test = Test::AnyName;
            return;
        }
        if (current().type != Type::Name) {
            fault(current().type == Type::End ? QStringLiteral("the expression ends too early")
                                              : QStringLiteral("“%1” is not expected").arg(current().text));
            return;
        }
        const QString name = current().text;
        ++m_at;
        if (take("(")) {
            step.test = name == QLatin1String("text")      ? Test::Text
                        : name == QLatin1String("comment") ? Test::Comment
                        : name == QLatin1String("node")    ? Test::Node
                                                           : Test::ProcessingInstruction;
            if (current().type == Type::Literal) {
                step.name = current().text;
                ++m_at;
            }
            expect(")");
            return;
        }
        const qsizetype colon = name.indexOf(QLatin1Char(':'));
        step.prefix = colon < 0 ? QString() : name.left(colon);
        step.name = name.mid(colon + 1);
        step.test = step.name == QLatin1String("*") ? Test::AnyInNamespace : Test::Name;
    }

    std::vector<Ptr> predicates()
    {
        std::vector<Ptr> all;
        while (m_fault.isEmpty() && take("[")) {
            all.push_back(binary(0));
            expect("]");
        }
        return all;
    }

    Ptr primary()
    {
        const Token token = current();
        if (token.type == Type::Number || token.type == Type::Literal) {
            ++m_at;
            Ptr value = make(token.type == Type::Number ? Kind::Number : Kind::Literal);
            value->number = token.number;
            value->text = token.text;
            return value;
        }
        if (take("(")) {
            Ptr inner = binary(0);
            expect(")");
            return inner;
        }
        return call();
    }

    Ptr call()
    {
        Ptr call = make(Kind::Call);
        call->text = current().text;
        const qsizetype at = current().at;
        m_at += 2; // name and "("
        if (!take(")")) {
            do
                call->operands.push_back(binary(0));
            while (m_fault.isEmpty() && take(","));
            expect(")");
        }
        if (!m_fault.isEmpty())
            return call;
        call->function = findFunction(call->text);
        const int count = static_cast<int>(call->operands.size());
        const bool fits =
            call->function && count >= call->function->minArguments && (call->function->maxArguments < 0 || count <= call->function->maxArguments);
        if (!fits && m_unknown == UnknownFunctions::FaultWhenCalled)
            call->function = &uncallable();
        else if (!call->function)
            fault(QStringLiteral("there is no function “%1” (position %2)").arg(call->text).arg(at + 1));
        else if (!fits)
            fault(QStringLiteral("“%1” does not take %2 arguments").arg(call->text).arg(count));
        return call;
    }

    bool startsPrimary() const
    {
        const Token& token = current();
        if (token.type == Type::Number || token.type == Type::Literal || is(Type::Symbol, "("))
            return true;
        static const QStringList nodeTypes{QStringLiteral("text"), QStringLiteral("comment"), QStringLiteral("node"),
                                           QStringLiteral("processing-instruction")};
        return token.type == Type::Name && ahead(1).type == Type::Symbol && ahead(1).text == QLatin1String("(") && !nodeTypes.contains(token.text);
    }

    bool startsStep() const
    {
        return current().type == Type::Name || is(Type::Symbol, "*") || is(Type::Symbol, "@") || is(Type::Symbol, ".") || is(Type::Symbol, "..");
    }

    const Token& current() const { return ahead(0); }
    const Token& ahead(std::size_t n) const { return m_tokens[std::min(m_at + n, m_tokens.size() - 1)]; }
    bool is(Type type, const char* text) const { return current().type == type && current().text == QLatin1String(text); }
    bool take(const char* symbol)
    {
        if (!is(Type::Symbol, symbol))
            return false;
        ++m_at;
        return true;
    }
    void expect(const char* symbol)
    {
        if (m_fault.isEmpty() && !take(symbol))
            fault(QStringLiteral("“%1” is missing").arg(QLatin1String(symbol)));
    }
    void fault(const QString& sentence)
    {
        if (m_fault.isEmpty())
            m_fault = sentence;
    }

    std::vector<Token> m_tokens;
    UnknownFunctions m_unknown;
    std::size_t m_at = 0;
    int m_depth = 0, m_operators = 0;
    QString m_fault;
};

} // namespace

Result<Expression::Ptr> parseExpression(const QString& text, UnknownFunctions unknown)
{
    if (text.size() > maxLength)
        return Error{Error::Kind::Invalid, QStringLiteral("the expression is longer than 64 KiB")};
    auto tokens = tokenize(text);
    if (!tokens)
        return tokens.error();
    return Parser(std::move(*tokens), unknown).run();
}

} // namespace rapport::forms

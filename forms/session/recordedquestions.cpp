// SPDX-License-Identifier: Apache-2.0
#include "forms/session/recordedquestions.h"

#include "forms/xform/formmodel.h"
#include "forms/xpath/xmltree.h"

namespace rapport::forms
{

namespace
{

QString plainText(const TextTemplate& text)
{
    QString out;
    for (const auto& part : text.parts)
        out += part.output ? QStringLiteral("…") : part.literal;
    return out.simplified();
}

QString labelOf(const Form::Private& form, const Definition& question)
{
    const TextSource& label = question.control->label;
    const auto texts = form.itext.value(form.defaultLanguage).value(label.itextId);
    for (const QString& kind : {QString(), QStringLiteral("long"), QStringLiteral("short")}) {
        if (texts.contains(kind))
            return plainText(texts.value(kind));
    }
    const QString literal = plainText(label.literal);
    return literal.isEmpty() ? question.name : literal;
}

bool isAsked(const Definition& definition)
{
    if (!definition.control || !definition.isLeaf())
        return false;
    const auto kind = definition.control->kind;
    return kind != Control::Kind::Group && kind != Control::Kind::Repeat && kind != Control::Kind::Trigger;
}

class QuestionReader
{
public:
    QuestionReader(const Form::Private& form, const XmlTree& document) : m_form(form), m_document(document) {}

    std::vector<RecordedQuestion> run(qint64 root)
    {
        const QString path = QLatin1Char('/') + m_document.localName(root);
        visit(root, path, path);
        return std::move(m_questions);
    }

private:
    void visit(qint64 element, const QString& path, const QString& reference)
    {
        if (const int index = m_form.byPath.value(path, -1); index >= 0 && isAsked(m_form.at(index)))
            return take(element, m_form.at(index), reference);
        QHash<QString, int> count;
        for (const qint64 child : m_document.elements(element)) {
            const QString name = m_document.localName(child);
            const int position = ++count[name];
            const bool many = m_document.childrenNamed(element, name).size() > 1;
            visit(child, path + QLatin1Char('/') + name,
                  reference + QLatin1Char('/') + name + (many ? QStringLiteral("[%1]").arg(position) : QString()));
        }
    }

    void take(qint64 element, const Definition& question, const QString& reference)
    {
        if (!m_document.stringValue(element).trimmed().isEmpty())
            m_questions.push_back({reference, false, {}});
        else if (m_document.attribute(element, u"unknown", ns::rapport) == QLatin1String("true"))
            m_questions.push_back({reference, true, labelOf(m_form, question)});
    }

    const Form::Private& m_form;
    const XmlTree& m_document;
    std::vector<RecordedQuestion> m_questions;
};

} // namespace

Result<std::vector<RecordedQuestion>> recordedQuestions(const Form& form, const QByteArray& submission)
{
    const auto document = XmlTree::parse(submission);
    if (!document)
        return document.error();
    const qint64 root = (*document)->documentElement();
    if (root < 0)
        return Error{Error::Kind::Invalid, QStringLiteral("the submission is empty")};
    return QuestionReader(form.d(), **document).run(root);
}

} // namespace rapport::forms

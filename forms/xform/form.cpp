// SPDX-License-Identifier: Apache-2.0
#include "forms/xform/form.h"

#include "forms/xform/formmodel.h"

namespace rapport::forms
{

namespace
{

Error fault(const QString& sentence)
{
    return {Error::Kind::Invalid, sentence};
}

} // namespace

Form::Form(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
Form::~Form() = default;

Result<std::shared_ptr<const Form>> Form::load(const QByteArray& xml, const LoadOptions& options)
{
    auto document = XmlTree::parse(xml);
    if (!document)
        return fault(QStringLiteral("This is not a form that can be read: %1").arg(document.error().detail));
    const XmlTree& tree = **document;
    const qint64 html = tree.documentElement();
    const auto child = [&tree](qint64 element, QStringView name) { return element < 0 ? -1 : tree.child(element, name).value_or(-1); };
    const qint64 head = html >= 0 && tree.localName(html) == QLatin1String("html") ? child(html, u"head") : -1;
    const qint64 model = child(head, u"model");
    if (model < 0)
        return fault(QStringLiteral("This is not an XForm: it has no html/head/model."));

    auto d = std::make_unique<Private>();
    d->document = *document;
    if (const qint64 title = child(head, u"title"); title >= 0)
        d->title = tree.stringValue(title).simplified();
    if (auto read = readModel(*d, model, options); !read)
        return read.error();
    if (const qint64 body = child(html, u"body"); body >= 0) {
        if (auto read = readBody(*d, body); !read)
            return read.error();
    }
    if (auto read = readEntities(*d); !read)
        return read.error();
    if (auto compiled = compile(*d); !compiled)
        return compiled.error();
    if (d->title.isEmpty())
        d->title = d->id;
    return std::shared_ptr<const Form>(new Form(std::move(d)));
}

QString Form::id() const
{
    return m_d->id;
}
QString Form::version() const
{
    return m_d->version;
}
QString Form::title() const
{
    return m_d->title;
}
Visibility Form::visibility() const
{
    return m_d->visibility;
}
const std::vector<QString>& Form::languages() const
{
    return m_d->languages;
}
const std::vector<QString>& Form::warnings() const
{
    return m_d->warnings;
}
const Form::SubmissionSettings& Form::submissionSettings() const
{
    return m_d->submission;
}
const QStringList& Form::styles() const
{
    return m_d->styles;
}
const std::vector<EntityDeclaration>& Form::entityDeclarations() const
{
    return m_d->entities;
}
const std::vector<PayloadTarget>& Form::payloadTargets() const
{
    return m_d->payloads;
}

std::vector<std::pair<QString, QString>> Form::externalInstances() const
{
    std::vector<std::pair<QString, QString>> external;
    for (auto it = m_d->instances.cbegin(); it != m_d->instances.cend(); ++it) {
        if (!it->uri.isEmpty())
            external.emplace_back(it.key(), it->uri);
    }
    return external;
}

} // namespace rapport::forms

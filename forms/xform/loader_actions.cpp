// SPDX-License-Identifier: Apache-2.0
#include "forms/xform/formmodel.h"

namespace rapport::forms
{

namespace
{

Error fault(const QString& sentence)
{
    return {Error::Kind::Invalid, sentence};
}

/// The event that a word of event="…" stands for; names of older forms too. Empty: none that we know.
QString eventOf(const QString& word)
{
    static const QHash<QString, QString> known{{event::firstLoad, event::firstLoad},
                                               {event::load, event::load},
                                               {event::newRepeat, event::newRepeat},
                                               {event::valueChanged, event::valueChanged},
                                               {QStringLiteral("xforms-ready"), event::firstLoad},
                                               {QStringLiteral("jr-insert"), event::newRepeat}};
    return known.value(word.section(QLatin1Char(':'), -1));
}

Status readEvents(const XmlTree& document, qint64 element, Action& action)
{
    QString events = document.attribute(element, u"event");
    if (events.isEmpty())
        events = document.attribute(element, u"event", QStringLiteral("http://www.w3.org/2001/xml-events"));
    for (const QString& word : events.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString event = eventOf(word);
        if (event.isEmpty())
            return fault(QStringLiteral("An action waits for the event “%1”, which is not known.").arg(word));
        action.events.insert(event);
    }
    return ok();
}

} // namespace

bool isAction(const QString& element)
{
    return element == QLatin1String("setvalue") || element == QLatin1String("setgeopoint");
}

Result<Action> readAction(const Form::Private& form, qint64 element, int context)
{
    const XmlTree& document = *form.document;
    Action action;
    if (auto read = readEvents(document, element, action); !read)
        return read.error();
    QString reference = document.attribute(element, u"ref").trimmed();
    const QString bindId = reference.isEmpty() ? document.attribute(element, u"bind").trimmed() : QString();
    if (reference.isEmpty())
        reference = bindId;
    action.target = form.byBindId.value(bindId, form.resolve(reference, context));
    if (action.target < 0)
        return fault(QStringLiteral("An action names %1, which is no node of the form.").arg(reference));
    if (reference.contains(QLatin1Char('['))) {
        auto targets = parseAt(reference, QStringLiteral("setvalue of %1").arg(reference));
        if (!targets)
            return targets.error();
        action.targets = *targets;
    }
    action.isLocation = document.localName(element) == QLatin1String("setgeopoint");
    const QString value = document.attribute(element, u"value");
    if (value.trimmed().isEmpty()) {
        action.literal = document.stringValue(element);
        return action;
    }
    auto expression = parseAt(value, QStringLiteral("setvalue of %1").arg(reference));
    if (!expression)
        return expression.error();
    action.value = *expression;
    return action;
}

} // namespace rapport::forms

// SPDX-License-Identifier: Apache-2.0
#include "forms/xform/formmodel.h"

#include <QSet>

namespace rapport::forms
{

namespace
{

Error fault(const QString& sentence)
{
    return {Error::Kind::Invalid, sentence};
}

/// The list that the container @p index declares, by a direct child meta/entity; empty where it declares none.
QString declaredList(const Form::Private& form, int index)
{
    const int meta = form.childNamed(index, QStringLiteral("meta"));
    const int entity = meta < 0 ? -1 : form.childNamed(meta, QStringLiteral("entity"));
    const int dataset = entity < 0 ? -1 : form.childNamed(entity, QStringLiteral("dataset"), true);
    return dataset < 0 ? QString() : form.at(dataset).initial;
}

bool insideRepeat(const Form::Private& form, int index)
{
    for (; index >= 0; index = form.at(index).parent) {
        if (form.at(index).isRepeat)
            return true;
    }
    return false;
}

/// ENTITIES.md section 4: from the parent of the question upwards, never past a repeat that declares nothing.
Result<int> containerOf(const Form::Private& form, int question)
{
    for (int up = form.at(question).parent; up >= 0; up = form.at(up).parent) {
        if (!declaredList(form, up).isEmpty())
            return up;
        if (form.at(up).isRepeat)
            break;
    }
    return fault(QStringLiteral("%1 is to be saved to an entity, but no group around it declares one.").arg(form.at(question).path));
}

} // namespace

Status readEntities(Form::Private& form)
{
    QHash<int, std::size_t> byContainer;
    for (const Definition& definition : form.definitions) {
        const QString list = declaredList(form, definition.index);
        if (list.isEmpty())
            continue;
        byContainer.insert(definition.index, form.entities.size());
        form.entities.push_back({list, definition.path, insideRepeat(form, definition.index), {}});
    }
    QSet<QString> keys;
    for (const Definition& definition : form.definitions) {
        if (definition.saveTo.isEmpty())
            continue;
        const auto container = containerOf(form, definition.index);
        if (!container)
            return container.error();
        EntityDeclaration& entity = form.entities[byContainer.value(*container)];
        entity.properties.emplace_back(definition.saveTo, definition.path);
        const QString key = entity.list + QLatin1Char('.') + definition.saveTo;
        if (keys.contains(key))
            return fault(QStringLiteral("Two questions are saved to %1; the second is %2.").arg(key, definition.path));
        keys.insert(key);
        form.payloads.push_back({key, definition.path, definition.control.has_value()});
    }
    // rapport:payload wins over save_to (ENTITIES.md section 4).
    for (const Definition& definition : form.definitions) {
        for (const QString& key : definition.payloadKeys) {
            std::erase_if(form.payloads, [&](const PayloadTarget& target) { return target.key == key; });
            form.payloads.push_back({key, definition.path, definition.control.has_value()});
        }
    }
    // A calculate inside a container may only copy a question that stands elsewhere: then the payload goes to that question.
    for (PayloadTarget& target : form.payloads) {
        const Definition& definition = form.at(form.byPath.value(target.nodeset));
        if (target.hasControl || !definition.calculate || definition.calculate->kind != Expression::Kind::Path || !definition.calculate->absolute)
            continue;
        QString path;
        for (const auto& step : definition.calculate->steps)
            path += QLatin1Char('/') + step.name;
        if (const int source = form.byPath.value(path, -1); source >= 0 && form.at(source).control) {
            target.nodeset = path;
            target.hasControl = true;
        }
    }
    return ok();
}

} // namespace rapport::forms

// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/itext.h"

#include <algorithm>

namespace rapport::xlsform
{

using namespace Qt::StringLiterals;

bool needsItext(const Element& element)
{
    return element.label.hasParts() || element.media.hasParts();
}

void writePieces(XmlOut& xml, const std::vector<TextPiece>& pieces)
{
    if (pieces.size() == 1 && !pieces.front().isOutput) {
        xml.text(pieces.front().text);
        return;
    }
    // Blanks around what is mixed, as other tools write it; whoever shows the text trims it.
    if (!pieces.empty())
        xml.text(pieces.front().isOutput ? QString() : u" "_s);
    for (const TextPiece& piece : pieces) {
        if (piece.isOutput)
            xml.start(u"output"_s).attribute(u"value"_s, piece.text).end();
        else
            xml.text(piece.text);
    }
    if (pieces.size() > 1)
        xml.text(u" "_s);
}

Itext::Itext(const Survey& survey, const PathWriter& paths, Remarks& remarks) : m_survey(survey), m_paths(paths), m_remarks(remarks)
{
    collectChoices();
    collect(*survey.root);
    collectMedia(*survey.root);
    fillGaps();
}

Itext::Language& Itext::language(const QString& name)
{
    const auto found = std::find_if(m_languages.begin(), m_languages.end(), [&](const Language& language) { return language.name == name; });
    if (found != m_languages.end())
        return *found;
    m_languages.push_back({name, {}, {}});
    return m_languages.back();
}

Itext::Text& Itext::text(Language& language, const QString& id)
{
    const auto known = language.textOfId.constFind(id);
    if (known != language.textOfId.constEnd())
        return language.texts[*known];
    language.textOfId[id] = language.texts.size();
    language.texts.push_back({id, {}});
    return language.texts.back();
}

void Itext::add(const QString& language, const QString& id, const QString& form, const QString& text, const PathWriter::Place& place)
{
    auto& entries = this->text(this->language(language), id).entries;
    const auto known = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.form == form; });
    if (known == entries.end())
        entries.push_back({form, text, place});
    else
        *known = {form, text, place};
}

void Itext::addAll(const Value& value, const QString& id, const QString& form, const PathWriter::Place& place)
{
    if (!value.hasParts())
        return add(m_survey.settings.defaultLanguage, id, form, value.text(), place);
    for (const auto& [language, text] : value.parts())
        add(language, id, form, text.text(), place.in(language));
}

void Itext::collectChoices()
{
    for (const ChoiceList& list : m_survey.lists) {
        if (!list.needsItext)
            continue;
        for (std::size_t i = 0; i < list.choices.size(); ++i) {
            const Choice& choice = list.choices[i];
            const QString id = u"%1-%2"_s.arg(list.name, QString::number(i));
            if (!choice.label.isEmpty())
                addAll(choice.label, id, u"long"_s, {nullptr, u"choices"_s, choice.row, {u"label"_s}});
            for (const auto& [form, media] : choice.media.parts())
                addAll(media, id, form, {nullptr, u"choices"_s, choice.row, {u"media"_s, form}});
        }
    }
}

void Itext::collect(const Element& element)
{
    if (element.isSection() || element.kind == Element::Kind::Question) {
        const QString path = element.path();
        for (const QString& name : {u"jr:constraintMsg"_s, u"jr:requiredMsg"_s, u"jr:noAppErrorString"_s}) {
            const Value* message = element.bind.find(name);
            if (message && (message->hasParts() || (name != u"jr:noAppErrorString" && !references(message->text()).empty())))
                addAll(*message, path + u':' + name, u"long"_s, PathWriter::Place::of(element, {u"bind"_s, name}));
        }
        if (!element.label.isEmpty() && needsItext(element))
            addAll(element.label, path + u":label"_s, u"long"_s, PathWriter::Place::of(element, {u"label"_s}));
        if (!element.hint.isEmpty() && (element.hint.hasParts() || !element.guidanceHint.isEmpty()))
            addAll(element.hint, path + u":hint"_s, u"long"_s, PathWriter::Place::of(element, {u"hint"_s}));
        if (!element.guidanceHint.isEmpty())
            addAll(element.guidanceHint, path + u":hint"_s, u"guidance"_s, PathWriter::Place::of(element, {u"guidance_hint"_s}));
    }
    for (const auto& child : element.children)
        collect(*child);
}

void Itext::collectMedia(const Element& element)
{
    if ((element.isSection() || element.kind == Element::Kind::Question) && element.media.hasParts())
        collectMediaOf(element.media, element.path() + u":label"_s, PathWriter::Place::of(element, {u"media"_s}));
    for (const auto& child : element.children)
        collectMedia(*child);
}

void Itext::collectMediaOf(const Value& media, const QString& id, const PathWriter::Place& place)
{
    static const QStringList known{u"image"_s, u"big-image"_s, u"audio"_s, u"video"_s};
    const Value* nested = media.find(u"default");
    for (const auto& [form, value] : (nested && nested->hasParts() ? *nested : media).parts()) {
        if (!known.contains(form)) {
            m_remarks.faults.push_back(invalidValue(place.sheet, place.row, u"media::"_s + form,
                                                    u"Media type: %1 not supported. Use image, big-image, audio or video."_s.arg(form)));
            continue;
        }
        addAll(value, id, form, place);
    }
}

/// Every language gets every text, "-" where there is no translation.
void Itext::fillGaps()
{
    std::vector<Text> all;
    QHash<QString, std::size_t> textOfId;
    for (const Language& language : m_languages) {
        for (const Text& text : language.texts) {
            if (!textOfId.contains(text.id)) {
                textOfId[text.id] = all.size();
                all.push_back({text.id, {}});
            }
            auto& forms = all[textOfId[text.id]].entries;
            for (const Entry& entry : text.entries) {
                if (std::none_of(forms.begin(), forms.end(), [&](const Entry& form) { return form.form == entry.form; }))
                    forms.push_back({entry.form, u"-"_s, {}});
            }
        }
    }
    for (Language& language : m_languages) {
        for (const Text& wanted : all) {
            auto& entries = text(language, wanted.id).entries;
            for (const Entry& form : wanted.entries) {
                if (std::none_of(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.form == form.form; }))
                    entries.push_back(form);
            }
        }
    }
}

QStringList Itext::languages() const
{
    QStringList names;
    for (const Language& language : m_languages)
        names.append(language.name);
    return names;
}

void Itext::writeEntry(XmlOut& xml, const Text& text, const Entry& entry) const
{
    const bool isMedia = entry.form != u"long" && entry.form != u"guidance";
    if (isMedia && entry.text == u"-")
        return;
    auto pieces = m_paths.pieces(entry.text, entry.place);
    xml.start(u"value"_s);
    if (isMedia && !text.id.endsWith(u":hint")) {
        const QString folder = entry.form == u"image" || entry.form == u"big-image" ? u"images"_s : entry.form;
        const QString start = u"jr://%1/"_s.arg(folder);
        if (!pieces.empty() && !pieces.front().isOutput)
            pieces.front().text.prepend(start);
        else
            pieces.insert(pieces.begin(), {false, start});
        xml.attribute(u"form"_s, entry.form);
    } else if (entry.form == u"guidance") {
        xml.attribute(u"form"_s, u"guidance"_s);
    }
    writePieces(xml, pieces);
    xml.end();
}

void Itext::write(XmlOut& xml) const
{
    xml.start(u"itext"_s);
    for (const Language& language : m_languages) {
        xml.start(u"translation"_s).attribute(u"lang"_s, language.name);
        if (language.name == m_survey.settings.defaultLanguage)
            xml.attribute(u"default"_s, u"true()"_s);
        for (const Text& text : language.texts) {
            xml.start(u"text"_s).attribute(u"id"_s, text.id);
            for (const Entry& entry : text.entries)
                writeEntry(xml, text, entry);
            xml.end();
        }
        xml.end();
    }
    xml.end();
}

} // namespace rapport::xlsform

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xlsform/paths.h"
#include "forms/xlsform/xmlout.h"

namespace rapport::xlsform
{

/// The texts of a form by language: labels, hints and messages that are translated, and all media (ODK XForms, Languages).
class Itext
{
public:
    Itext(const Survey& survey, const PathWriter& paths, Remarks& remarks);

    bool isEmpty() const { return m_languages.empty(); }
    void write(XmlOut& xml) const;
    QStringList languages() const;

private:
    struct Entry {
        QString form; ///< "long", "guidance", "image" …
        QString text;
        PathWriter::Place place;
    };
    struct Text {
        QString id;
        std::vector<Entry> entries;
    };
    struct Language {
        QString name;
        std::vector<Text> texts;
        QHash<QString, std::size_t> textOfId;
    };

    Text& text(Language& language, const QString& id);
    Language& language(const QString& name);
    void add(const QString& language, const QString& id, const QString& form, const QString& text, const PathWriter::Place& place);
    void addAll(const Value& value, const QString& id, const QString& form, const PathWriter::Place& place);
    void collectChoices();
    void collect(const Element& element);
    void collectMedia(const Element& element);
    void collectMediaOf(const Value& media, const QString& id, const PathWriter::Place& place);
    void fillGaps();
    void writeEntry(XmlOut& xml, const Text& text, const Entry& entry) const;

    const Survey& m_survey;
    const PathWriter& m_paths;
    Remarks& m_remarks;
    std::vector<Language> m_languages;
};

/// A label with a text of its own, or jr:itext() where it has languages or media.
bool needsItext(const Element& element);

/// Mixed content: prose, and <output value="…"/> where a value is shown.
void writePieces(XmlOut& xml, const std::vector<TextPiece>& pieces);

} // namespace rapport::xlsform

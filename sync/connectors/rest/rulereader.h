// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/firstfault.h"
#include "sync/connectors/rest/mapping.h"

#include <QSet>

namespace rapport::connectors::rest
{

constexpr JsonLimits mappingLimits{256 << 10, 24, 20'000};
Result<QByteArray> readMappingFile(const QString& path); ///< Invalid: not there, or too large

/// Reads what all mapping files of this language have in common: settings, texts with places, paths, conditions, values, properties. Strictly; the
/// first fault is remembered, with its line.
class RuleReader : public FirstFault
{
protected:
    enum class Speaks { Ours, Theirs }; ///< what names in a text are: properties, or paths in an answer

    explicit RuleReader(const std::map<QString, QString>& settings) : m_given(settings) {}
    /// "settings", and the names in "look_ups" and "lists", to which others refer.
    void readNames(const Json& whole);
    void checkReferences(); ///< at the end

    void wrong(const Json& at, const QString& what) { complain(QStringLiteral("line %1").arg(at.line()), what); }
    void know(const Json& json, const QStringList& names); ///< complains about what is no object or has other members
    QString settled(QString text, const Json& at);         ///< with settings put in
    QString plain(const Json& json);
    QString plainIn(const Json& json, const QString& name, bool needed);
    bool flag(const Json& json, const QString& name);
    QStringList plains(const Json& json); ///< one text or several
    Text text(const Json& json, Speaks speaks = Speaks::Ours);
    Path path(const Json& json);
    std::vector<std::pair<QString, Text>> namedTexts(const Json& json, Speaks speaks = Speaks::Ours);
    std::map<QString, QString> words(const Json& json);
    std::vector<Condition> conditions(const Json& json, Speaks left);
    Value value(const Json& json, const QStringList& kinds); ///< of one of @p kinds
    Text label(const Json& json);                            ///< of a pulled entity: the member "label", which is needed
    std::map<QString, Source> properties(const Json& json);  ///< … and its member "properties"

private:
    void readSettings(const Json& json);
    void checkNames(const Json& json, const QStringList& names);
    void source(const Json& json, const QString& kind, Value& out);
    Source pulled(const Json& json);

    const std::map<QString, QString>& m_given;
    std::map<QString, QString> m_settings;
    QSet<QString> m_lookUps, m_lists;
    std::vector<std::pair<int, QString>> m_references; ///< line, list: those that are named
};

/// What @p Reader makes of the text of a mapping; Invalid: what is wrong with it, and in which line.
template <class Mapping, class Reader>
Result<Mapping> readMapping(const QByteArray& json, const std::map<QString, QString>& settings)
{
    auto document = parseJson(json, mappingLimits);
    if (!document)
        return Error{Error::Kind::Invalid, QStringLiteral("mapping: ") + document.error().detail};
    Reader reader(settings);
    Mapping mapping = reader.mapping(*document);
    if (!reader.fault.isEmpty())
        return Error{Error::Kind::Invalid, QStringLiteral("mapping: ") + reader.fault};
    return mapping;
}

} // namespace rapport::connectors::rest

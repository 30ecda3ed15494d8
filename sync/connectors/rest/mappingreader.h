// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/firstfault.h"
#include "sync/connectors/rest/mapping.h"

#include <QSet>

namespace rapport::connectors::rest
{

/// Reads a mapping strictly and remembers the first fault, with its line.
class MappingReader : public FirstFault
{
public:
    explicit MappingReader(const std::map<QString, QString>& settings) : m_given(settings) {}
    Mapping mapping(const Json& json);

private:
    enum class Speaks { Ours, Theirs }; ///< what names in a text are: properties, or paths in an answer

    void wrong(const Json& at, const QString& what) { complain(QStringLiteral("line %1").arg(at.line()), what); }
    void know(const Json& json, const QStringList& names); ///< complains about what is no object or has other members
    void readSettings(const Json& json);
    QString settled(QString text, const Json& at); ///< with settings put in
    QString plain(const Json& json);
    QString plainIn(const Json& json, const QString& name, bool needed);
    bool flag(const Json& json, const QString& name);
    QStringList plains(const Json& json); ///< one text or several
    Text text(const Json& json, Speaks speaks = Speaks::Ours);
    Path path(const Json& json);
    std::vector<std::pair<QString, Text>> namedTexts(const Json& json, Speaks speaks = Speaks::Ours);
    std::map<QString, QString> words(const Json& json);

    Request request(const Json& json, const QStringList& methods, bool needed);
    std::vector<Condition> conditions(const Json& json, Speaks left);
    Search search(const Json& json, const QStringList& more);
    LookUp lookUp(const Json& json);
    List list(const Json& json);
    Push push(const Json& json, const List& list);
    KeyPlace keyPlace(const Json& json);
    Field field(const QString& to, const Json& json);
    Value value(const Json& json);
    void source(const Json& json, const QString& kind, Value& out);
    Files files(const Json& json);
    Pull pull(const Json& json);
    Source pulled(const Json& json);
    Since since(const Json& json);
    Paging paging(const Json& json);
    void checkNames(const Json& json, const QStringList& names);
    void checkReferences();

    const std::map<QString, QString>& m_given;
    std::map<QString, QString> m_settings;
    QSet<QString> m_lookUps, m_lists;
    std::vector<std::pair<int, QString>> m_references; ///< line, list: those that are named
};

} // namespace rapport::connectors::rest

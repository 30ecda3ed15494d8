// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/readiness.h"

#include "sync/wire/occasion.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace rapport::app
{

namespace
{

using Kind = ReadinessFact::Kind;

constexpr qint64 spaceNeeded = 500'000'000, clockTolerance = 120, contactAge = 24 * 3600;

ReadinessFact forms(store::Store& store, const wire::Occasion& occasion)
{
    ReadinessFact fact{Kind::Forms, false, 0, occasion.forms.size(), {}};
    for (const QString& id : occasion.forms)
        fact.have += store.form(id, {}) ? 1 : 0;
    fact.ok = fact.need > 0 && fact.have == fact.need;
    return fact;
}

ReadinessFact consent(const wire::Occasion& occasion)
{
    const QJsonObject texts = occasion.document[QLatin1String("consent")].toObject()[QLatin1String("texts")].toObject();
    QStringList languages;
    for (const QJsonValue& language : occasion.document[QLatin1String("languages")].toArray())
        languages.append(language.toString());
    ReadinessFact fact{Kind::Consent, false, 0, languages.size(), {}};
    for (const QString& language : languages)
        fact.have += texts[language].toString().isEmpty() ? 0 : 1;
    fact.ok = fact.have == fact.need;
    return fact;
}

} // namespace

Result<std::vector<ReadinessFact>> readiness(store::Store& store, qint64 freeBytes, const QDateTime& now)
{
    const auto document = store.occasion();
    const auto people = store.countEntities(QStringLiteral("contacts"));
    const auto firms = store.countEntities(QStringLiteral("organisations"));
    const auto contact = store.setting(QStringLiteral("last_contact"));
    const auto behind = store.setting(QStringLiteral("clock_behind"));
    if (!document || !people || !firms || !contact || !behind)
        return !document ? document.error() : Error{Error::Kind::Internal, QStringLiteral("the store cannot be read")};

    std::vector<ReadinessFact> facts;
    const auto occasion = *document ? wire::parseOccasion(QJsonDocument(**document).toJson())
                                    : Result<wire::Occasion>(Error{Error::Kind::NotFound, QStringLiteral("no occasion")});
    facts.push_back({Kind::Occasion, bool(occasion), occasion ? 1 : 0, 1, {}});
    if (occasion) {
        facts.push_back(forms(store, *occasion));
        facts.push_back(consent(*occasion));
    }
    facts.push_back({Kind::People, *people + *firms > 0, *people + *firms, 0, {}});
    const QDateTime heard = QDateTime::fromString(*contact, Qt::ISODateWithMs);
    facts.push_back({Kind::LastContact, heard.isValid() && heard.secsTo(now) <= contactAge, 0, 0, heard});
    facts.push_back({Kind::Space, freeBytes >= spaceNeeded, freeBytes, spaceNeeded, {}});
    const qint64 error = qAbs(behind->toLongLong());
    facts.push_back({Kind::Clock, error <= clockTolerance, error, clockTolerance, {}});
    return facts;
}

QString word(ReadinessFact::Kind kind)
{
    switch (kind) {
    case Kind::Occasion:
        return QStringLiteral("occasion");
    case Kind::Forms:
        return QStringLiteral("forms");
    case Kind::People:
        return QStringLiteral("people");
    case Kind::Consent:
        return QStringLiteral("consent");
    case Kind::LastContact:
        return QStringLiteral("last_contact");
    case Kind::Space:
        return QStringLiteral("space");
    case Kind::Clock:
        break;
    }
    return QStringLiteral("clock");
}

} // namespace rapport::app

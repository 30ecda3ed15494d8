// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/people.h"

namespace rapport::tool
{

namespace
{

/// A pseudo-random number that depends on nothing else (SplitMix64).
quint64 mixed(quint64 seed)
{
    seed += 0x9e3779b97f4a7c15ULL;
    seed = (seed ^ (seed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    seed = (seed ^ (seed >> 27)) * 0x94d049bb133111ebULL;
    return seed ^ (seed >> 31);
}

QString name(quint64 seed, int syllables)
{
    static constexpr const char* parts[] = {"an",  "bra", "cel", "dor", "el",  "fri", "gar", "hol", "is",  "jo", "kar", "lin", "mar",
                                            "nov", "ol",  "pe",  "ra",  "sch", "ti",  "ur",  "ver", "wal", "xa", "yil", "zim"};
    QString text;
    for (int i = 0; i < syllables; ++i) {
        text += QLatin1String(parts[seed % std::size(parts)]);
        seed = mixed(seed);
    }
    text[0] = text[0].toUpper();
    return text;
}

} // namespace

QString givenName(int number)
{
    return name(mixed(static_cast<quint64>(number) * 2) % 4'000, 2);
}

QString familyName(int number)
{
    return name(mixed(static_cast<quint64>(number) * 2 + 1), 3);
}

store::Entity person(int number)
{
    const QString given = givenName(number), family = familyName(number);
    store::Entity entity;
    entity.list = QStringLiteral("contacts");
    entity.id = QStringLiteral("00000000-0000-4000-8000-%1").arg(number, 12, 16, QLatin1Char('0'));
    entity.label = given + QLatin1Char(' ') + family;
    entity.properties = {{QStringLiteral("given_name"), given},
                         {QStringLiteral("family_name"), family},
                         {QStringLiteral("job_title"), QStringLiteral("Purchasing")},
                         {QStringLiteral("email"), QStringLiteral("%1.%2@firm%3.example").arg(given, family).arg(number % 50'000).toLower()},
                         {QStringLiteral("phone"), QStringLiteral("+49 30 %1").arg(number % 10'000'000, 7, 10, QLatin1Char('0'))},
                         {QStringLiteral("city"), name(static_cast<quint64>(number % 300), 2)}};
    return entity;
}

} // namespace rapport::tool

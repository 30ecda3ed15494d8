// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/sentences.h"
#include "app/conversation/words.h"

#include <QLocale>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;

TEST_CASE("Initials are those of the first and the last name", "[words]")
{
    struct Row {
        const char* name;
        const char* initials;
    };
    const auto row = GENERATE(
        values<Row>({{"Dr. Aylin Çelik", "AÇ"}, {"Madonna", "M"}, {"", ""}, {"m hansen", "MH"}, {"  Jan  van der Berg ", "JB"}, {"4711", ""}}));
    CHECK(initialsOf(QString::fromUtf8(row.name)).toStdString() == row.initials);
}

TEST_CASE("A decimal number is understood as people of a language write it", "[words]")
{
    struct Row {
        const char* locale;
        const char* typed;
        const char* stored;
    };
    const auto row = GENERATE(values<Row>({{"de_DE", "3,9", "3.9"},
                                           {"de_DE", "-16,4", "-16.4"},
                                           {"de_DE", "1.234,50", "1234.50"},
                                           {"de_DE", "3.9", "3.9"},
                                           {"en_GB", "3,9", "3.9"},
                                           {"en_GB", "1,234.5", "1234.5"},
                                           {"id_ID", "12 000", "12000"},
                                           {"en_GB", "many", ""},
                                           {"en_GB", "inf", ""},
                                           {"en_GB", "1,2,3.", ""}}));
    const QLocale before;
    QLocale::setDefault(QLocale(QString::fromLatin1(row.locale)));
    INFO(row.locale << " " << row.typed);
    CHECK(decimalText(QString::fromUtf8(row.typed)).toStdString() == row.stored);
    QLocale::setDefault(before);
}

TEST_CASE("A date is understood with and without its year", "[words]")
{
    const QDate today(2027, 11, 10);
    struct Row {
        const char* typed;
        const char* stored;
    };
    const auto row = GENERATE(values<Row>({{"2027-11-17", "2027-11-17"},
                                           {"17.11.2027", "2027-11-17"},
                                           {"17.11.", "2027-11-17"},
                                           {"9.11.", "2028-11-09"}, // gone by this year
                                           {"17 Nov 2027", "2027-11-17"},
                                           {"11/17/27", "2027-11-17"}, // as the short form of English has it
                                           {"today", "2027-11-10"},
                                           {"today+7", "2027-11-17"},
                                           {"day-1", "2027-11-19"},
                                           {"31.2.2027", ""},
                                           {"soon", ""}}));
    INFO(row.typed);
    const QLocale before;
    QLocale::setDefault(QLocale(QStringLiteral("en_US")));
    CHECK(isoDate(QString::fromLatin1(row.typed), today, QDate(2027, 11, 20)).toStdString() == row.stored);
    QLocale::setDefault(before);
}

TEST_CASE("A moment is a clock time today and has its date on other days", "[words]")
{
    const QDateTime now = QDateTime::fromString(QStringLiteral("2027-11-10T15:00:00+01:00"), Qt::ISODate);
    CHECK(momentText(now.toUTC().addSecs(-3600), now) == QStringLiteral("14:00"));
    CHECK(momentText(now.addDays(-1), now) == QStringLiteral("9 Nov 15:00"));
}

TEST_CASE("A day is written as its language writes days, and read again as it was written", "[words]")
{
    struct Row {
        const char *locale, *weekday, *day, *dated;
    };
    const auto row = GENERATE(values<Row>({{"en_GB", "Wednesday 17 November", "17 Nov", "17 Nov 2027"},
                                           {"de_DE", "Mittwoch, 17. November", "17. Nov.", "17. Nov. 2027"},
                                           {"id_ID", "Rabu, 17 November", "17 Nov", "17 Nov 2027"}}));
    const QLocale before;
    QLocale::setDefault(QLocale(QString::fromLatin1(row.locale)));
    const QDate day(2027, 11, 17);
    CHECK(dayText(day).toStdString() == row.weekday);
    CHECK(dateText(day, day).toStdString() == row.day);
    CHECK(dateText(day, {}).toStdString() == row.dated);
    CHECK(isoDate(dateText(day, {}), day, {}) == u"2027-11-17");
    QLocale::setDefault(before);
}

TEST_CASE("Every kind of error at every work has a sentence, and none shows its code", "[words]")
{
    using Doing = Sentences::Doing;
    for (const Doing doing : {Doing::Starting, Doing::Saving, Doing::Finishing, Doing::Discarding, Doing::OpeningConversation, Doing::OpeningForm,
                              Doing::ReadingPictures, Doing::ReadingCode, Doing::TakingPhoto, Doing::AddingPhoto}) {
        for (int kind = 0; kind <= static_cast<int>(Error::Kind::Internal); ++kind) {
            const QString sentence = Sentences::failed(doing, {static_cast<Error::Kind>(kind), QStringLiteral("SQLITE_FULL (13)")});
            CHECK(sentence.endsWith(QLatin1Char('.')));
            CHECK_FALSE(sentence.contains(QStringLiteral("SQLITE")));
        }
    }
    CHECK(Sentences::hubTrouble({}).isEmpty());
    for (const char* reason : {"offline", "denied", "not-the-hub", "too-large", "refused", "server", "never heard of"})
        CHECK(Sentences::hubTrouble(QString::fromLatin1(reason)).endsWith(QLatin1Char('.')));
}

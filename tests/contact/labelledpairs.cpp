// SPDX-License-Identifier: Apache-2.0
#include "contact/labelledpairs.h"

#include <QFile>

#include <functional>

namespace rapport::test
{

namespace
{

using contact::Contact;
using contact::Phone;
using Verdict = contact::Match::Verdict;

/// Numbers are from ranges that are kept for fiction where the country has one.
struct Person {
    const char *given, *called, *plainGiven, *family, *plainFamily; ///< called: another form of the given name; plain: without accents
    const char *firm, *otherForm, *domain, *city;                   ///< otherForm: the same firm as somebody else writes it
    const char *direct, *national, *central, *mobile;
};

constexpr Person people[] = {
    {"Jonas", "Jonas Maria", "Jonas", "Weber", "Weber", "Frischmarkt Handels AG", "Frischmarkt Handels", "frischmarkt", "Mannheim",
     "+49 30 23125 201", "030 23125-201", "+49 30 23125-0", "+49 171 3920001"},
    {"Jürgen", "Jürgen Karl", "Juergen", "Müller", "Mueller", "Müller & Söhne GmbH & Co. KG", "Mueller und Soehne", "mueller-soehne", "Würzburg",
     "+49 69 90009 312", "069/90009312", "+49 69 90009-0", "+49 171 3920002"},
    {"Katharina", "Kathrin", "Katharina", "Groß", "Gross", "Kühlwerk Nord GmbH", "KÜHLWERK NORD", "kuehlwerk-nord", "Kiel", "+49 40 66969 118",
     "040 66969118", "+49 40 66969-0", "+49 171 3920003"},
    {"Maximilian", "Max", "Maximilian", "Öztürk", "Oeztuerk", "Eiswelt Gastro AG", "Eiswelt Gastro", "eiswelt", "Köln", "+49 221 4710 445",
     "0221 4710445", "+49 221 4710-0", "+49 171 3920004"},
    {"Elisabeth", "Lisa", "Elisabeth", "Schäfer", "Schaefer", "Schäfer Feinkost e.K.", "Schaefer Feinkost", "schaefer-feinkost", "Erfurt",
     "+49 89 99998 730", "(089) 99998 730", "+49 89 99998-0", "+49 171 3920005"},
    {"Johannes", "Hannes", "Johannes", "von Aichberg", "von Aichberg", "Alpenkühlung Ges.m.b.H.", "Alpenkuehlung GmbH", "alpenkuehlung", "Graz",
     "+43 316 555 0141", "0316 5550141", "+43 316 555 0100", "+43 664 5550141"},
    {"Reto", "Reto Urs", "Reto", "Zürcher", "Zuercher", "Bergfrost AG", "Bergfrost", "bergfrost", "Chur", "+41 81 555 01 22", "081 555 01 22",
     "+41 81 555 01 00", "+41 79 555 01 22"},
    {"Robert", "Bob", "Robert", "Hartley", "Hartley", "Northgate Cold Stores Ltd.", "Northgate Cold Stores Limited", "northgatecold", "Leeds",
     "+44 113 496 0141", "0113 496 0141", "+44 113 496 0100", "+44 7700 900141"},
    {"Elizabeth", "Liz", "Elizabeth", "O'Neill", "ONeill", "Harbour Foods plc", "Harbour Foods", "harbourfoods", "Cork", "+44 20 7946 0163",
     "020 7946 0163", "+44 20 7946 0100", "+44 7700 900163"},
    {"William", "Bill", "William", "Thackray", "Thackray", "Pennine Dairy Company", "Pennine Dairy Co.", "penninedairy", "Sheffield",
     "+44 114 496 0177", "0114 496 0177", "+44 114 496 0100", "+44 7700 900177"},
    {"Stephanie", "Steffi", "Stephanie", "Brookfield", "Brookfield", "Lakeside Refrigeration Inc.", "Lakeside Refrigeration, Incorporated",
     "lakesiderefrigeration", "Dayton", "+1 937 555 0141", "(937) 555-0141", "+1 937 555 0100", "+1 614 555 0172"},
    {"François", "François Marie", "Francois", "Lefèvre", "Lefevre", "Froid du Rhône S.A.R.L.", "Froid du Rhone SARL", "froid-rhone", "Lyon",
     "+33 4 65 71 01 41", "04 65 71 01 41", "+33 4 65 71 01 00", "+33 6 39 98 01 41"},
    {"Véronique", "Véro", "Veronique", "Delacroix-Morel", "Delacroix Morel", "Marée Bleue SAS", "Maree Bleue", "maree-bleue", "Brest",
     "+33 2 61 91 01 52", "02 61 91 01 52", "+33 2 61 91 01 00", "+33 6 39 98 01 52"},
    {"Francisco", "Paco", "Francisco", "Ibáñez", "Ibanez", "Congelados del Sur, S.L.", "Congelados del Sur", "congeladosdelsur", "Cádiz",
     "+34 956 55 01 41", "956 550 141", "+34 956 55 01 00", "+34 655 550 141"},
    {"María José", "Majo", "Maria Jose", "Núñez", "Nunez", "Frutas Sierra y Mar S.A.", "Frutas Sierra & Mar SA", "sierraymar", "Granada",
     "+34 958 55 01 63", "958 550 163", "+34 958 55 01 00", "+34 655 550 163"},
    {"Muhammad", "Moh.", "Mohamad", "Wirawan", "Wirawan", "PT Sinar Dingin Nusantara", "Sinar Dingin Nusantara, PT.", "sinardingin", "Semarang",
     "+62 24 555 0117", "024 5550117", "+62 24 555 0100", "+62 812 5550 117"},
    {"Budiono", "Budi", "Boediono", "Hartanto", "Hartanto", "CV Tirta Beku", "Tirta Beku CV", "tirtabeku", "Surabaya", "+62 31 555 0128",
     "031-555-0128", "+62 31 555 0100", "+62 812 5550 128"},
    {"Tomáš", "Tomáš Jan", "Tomas", "Horák", "Horak", "Mrazírny Vltava s.r.o.", "Mrazirny Vltava, spol. s r.o.", "mrazirny-vltava", "Písek",
     "+420 387 555 302", "387 555 302", "+420 387 555 300", "+420 603 555 771"},
    {"Małgorzata", "Małgorzata Anna", "Malgorzata", "Łukaszewska", "Lukaszewska", "Chłodnia Bałtyk Sp. z o.o.", "Chlodnia Baltyk", "chlodnia-baltyk",
     "Gdynia", "+48 58 555 01 41", "58 555 01 41", "+48 58 555 01 00", "+48 512 555 141"},
    {"Aylin", "Aylin Su", "Aylin", "Çelik", "Celik", "FrigoMart România S.R.L.", "Frigomart Romania", "frigomart", "Cluj-Napoca", "+40 21 555 0142",
     "021 555 0142", "+40 21 555 0100", "+40 721 555 142"},
    {"Emre", "Emre Can", "Emre", "Yıldırım", "Yildirim", "Kuzey Soğutma San. ve Tic. A.Ş.", "Kuzey Sogutma", "kuzeysogutma", "İzmir",
     "+90 232 555 01 41", "0232 555 01 41", "+90 232 555 01 00", "+90 532 555 01 41"},
    {"Søren", "Søren Bo", "Soren", "Kjærgaard", "Kjaergaard", "Vestkyst Køl A/S", "Vestkyst Koel", "vestkystkoel", "Esbjerg", "+45 75 55 01 41",
     "75 55 01 41", "+45 75 55 01 00", "+45 20 55 01 41"},
    {"Åsa", "Åsa Karin", "Asa", "Lindström", "Lindstroem", "Norrfrys AB", "Norrfrys", "norrfrys", "Umeå", "+46 90 555 01 41", "090-555 01 41",
     "+46 90 555 01 00", "+46 70 555 01 41"},
    {"Giuseppe", "Giuseppe Maria", "Giuseppe", "D'Amico", "DAmico", "Gelateria Vesuvio S.p.A.", "Gelateria Vesuvio", "gelateriavesuvio", "Napoli",
     "+39 081 555 0141", "081 5550141", "+39 081 555 0100", "+39 347 555 0141"},
    {"Pieter", "Pieter Jan", "Pieter", "van der Meulen", "van der Meulen", "Koelhuis Delfzijl B.V.", "Koelhuis Delfzijl", "koelhuisdelfzijl",
     "Delfzijl", "+31 596 555 141", "0596 555141", "+31 596 555 100", "+31 6 5550 1411"},
};

const Person& after(const Person& person, std::ptrdiff_t steps = 1)
{
    return people[(&person - people + steps) % std::ssize(people)];
}

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

QString plain(const Person& person)
{
    return contact::folded(text(person.given)).remove(QLatin1Char(' '));
}

QString plainFamily(const Person& person)
{
    return contact::foldedWords(text(person.family)).join(QLatin1Char('-'));
}

QString address(const QString& local, const Person& person)
{
    return local + QLatin1Char('@') + text(person.domain) + QStringLiteral(".example");
}

QString personalAddress(const Person& person)
{
    return address(plain(person) + QLatin1Char('.') + plainFamily(person), person);
}

/// As a CRM has them.
Contact kept(const Person& person)
{
    Contact out;
    out.givenName = text(person.given);
    out.familyName = text(person.family);
    out.organisation = text(person.firm);
    out.emails = {personalAddress(person)};
    out.phones = {{text(person.direct), Phone::Kind::Work}, {text(person.mobile), Phone::Kind::Mobile}};
    out.city = text(person.city);
    return out;
}

Contact named(const QString& given, const QString& family, const QString& firm = {})
{
    Contact out;
    out.givenName = given;
    out.familyName = family;
    out.organisation = firm;
    return out;
}

/// Two letters in the middle change places.
QString mistyped(QString word)
{
    if (const qsizetype middle = word.size() / 2; word.size() > 2 && word[middle] != word[middle - 1]) {
        const QChar letter = word[middle];
        word[middle] = word[middle - 1];
        word[middle - 1] = letter;
    }
    return word;
}

struct Change {
    const char* what;
    Verdict truth;
    Contact (*made)(const Person& person);
};

const Change changes[] = {
    // One and the same person
    {"another address of the same firm, the same direct number", Verdict::SamePerson,
     [](const Person& p) {
         Contact c = named(text(p.given), text(p.family), text(p.firm));
         c.emails = {address(plain(p).left(1) + QLatin1Char('.') + plainFamily(p), p)};
         c.phones = {{text(p.direct)}};
         return c;
     }},
    {"another form of the name, the firm as somebody else writes it", Verdict::SamePerson,
     [](const Person& p) { return named(text(p.called), text(p.family), text(p.otherForm)); }},
    {"without accents, with another number", Verdict::SamePerson,
     [](const Person& p) {
         Contact c = named(text(p.plainGiven), text(p.plainFamily), text(p.otherForm));
         c.phones = {{text(p.central)}};
         return c;
     }},
    {"an initial", Verdict::SamePerson,
     [](const Person& p) { return named(text(p.given).left(1) + QLatin1Char('.'), text(p.family), text(p.firm)); }},
    {"the names in the other order", Verdict::SamePerson, [](const Person& p) { return named(text(p.family), text(p.given), text(p.otherForm)); }},
    {"the family name in front", Verdict::SamePerson,
     [](const Person& p) {
         Contact c = named({}, {}, text(p.firm));
         c.fullName = text(p.family) + QStringLiteral(", ") + text(p.given);
         return c;
     }},
    {"with a title, in capitals", Verdict::SamePerson,
     [](const Person& p) {
         Contact c = named({}, {}, text(p.firm).toUpper());
         c.fullName = QStringLiteral("Dr. ") + (text(p.given) + QLatin1Char(' ') + text(p.family)).toUpper();
         return c;
     }},
    {"a typing error in the family name", Verdict::SamePerson,
     [](const Person& p) {
         Contact c = named(text(p.given), mistyped(text(p.family)), text(p.firm));
         c.phones = {{text(p.direct)}};
         return c;
     }},
    {"a private address, the same mobile number, no firm", Verdict::SamePerson,
     [](const Person& p) {
         Contact c = named(text(p.given), text(p.family));
         c.emails = {plain(p) + QStringLiteral("77@gmail.example")};
         c.phones = {{text(p.mobile), Phone::Kind::Mobile}};
         return c;
     }},
    {"another employer, the same mobile number", Verdict::SamePerson,
     [](const Person& p) {
         Contact c = named(text(p.given), text(p.family), text(after(p).firm));
         c.emails = {address(plain(p), after(p))};
         c.phones = {{text(p.mobile), Phone::Kind::Mobile}};
         return c;
     }},
    {"nothing but the address", Verdict::SamePerson,
     [](const Person& p) {
         Contact c;
         c.emails = {personalAddress(p).toUpper()};
         return c;
     }},
    {"the number as one dials it at home, no firm", Verdict::SamePerson,
     [](const Person& p) {
         Contact c = named(text(p.given), text(p.family));
         c.phones = {{text(p.national)}};
         return c;
     }},
    {"another family name at the same address: married", Verdict::SamePerson,
     [](const Person& p) {
         Contact c = named(text(p.given), text(after(p, 3).family), text(p.firm));
         c.emails = {personalAddress(p)};
         return c;
     }},
    {"nothing but the name", Verdict::SamePerson, [](const Person& p) { return named(text(p.given), text(p.family)); }},
    // Two people of one firm
    {"a colleague", Verdict::SameFirm,
     [](const Person& p) {
         Contact c = named(text(after(p).given), text(after(p).family), text(p.otherForm));
         c.emails = {address(plain(after(p)) + QLatin1Char('.') + plainFamily(after(p)), p)};
         return c;
     }},
    {"father and son with one telephone", Verdict::SameFirm,
     [](const Person& p) {
         Contact c = named(text(after(p, 5).given), text(p.family), text(p.firm));
         c.phones = {{text(p.direct)}};
         return c;
     }},
    {"a colleague with the mailbox of both", Verdict::SameFirm,
     [](const Person& p) {
         Contact c = named(text(after(p, 2).given), text(after(p, 2).family), text(p.firm));
         c.emails = {address(QStringLiteral("info"), p)};
         return c;
     }},
    {"the firm itself", Verdict::SameFirm,
     [](const Person& p) {
         Contact c;
         c.organisation = text(p.otherForm);
         c.city = text(p.city);
         return c;
     }},
    {"somebody of the same domain, whose firm nobody told", Verdict::SameFirm,
     [](const Person& p) {
         Contact c = named(text(after(p, 4).given), text(after(p, 4).family));
         c.emails = {address(QStringLiteral("sales"), p)};
         return c;
     }},
    // Strangers
    {"a namesake in another firm", Verdict::Different,
     [](const Person& p) {
         Contact c = named(text(p.given), text(p.family), text(after(p, 6).firm));
         c.emails = {address(plain(p) + QLatin1Char('.') + plainFamily(p), after(p, 6))};
         c.phones = {{text(after(p, 6).direct)}};
         return c;
     }},
    {"another firm of the same house, with its switchboard", Verdict::Different,
     [](const Person& p) {
         Contact c = named(text(after(p, 7).given), text(after(p, 7).family), text(after(p, 7).firm));
         c.phones = {{text(p.direct)}};
         c.city = text(p.city);
         return c;
     }},
    {"the same given name in another firm of the town", Verdict::Different,
     [](const Person& p) {
         Contact c = named(text(p.given), text(after(p, 2).family), text(after(p, 2).firm));
         c.city = text(p.city);
         return c;
     }},
    {"the same family name in another firm of the town", Verdict::Different,
     [](const Person& p) {
         Contact c = named(text(after(p, 5).given), text(p.family), text(after(p, 8).firm));
         c.city = text(p.city);
         return c;
     }},
    {"a namesake of another town, no firm", Verdict::Different,
     [](const Person& p) {
         Contact c = named(text(p.given), text(p.family));
         c.city = text(after(p).city);
         return c;
     }},
    {"a nickname's namesake without a firm", Verdict::Different,
     [](const Person& p) {
         Contact c = named(text(p.given).left(1), text(p.family));
         c.emails = {QStringLiteral("somebody99@gmail.example")};
         return c;
     }},
};

/// "Jonas Weber; Frischmarkt Handels AG; jonas@…; +49 …; Mannheim; badge"
Contact contactOf(const QString& line)
{
    const QStringList fields = line.split(QLatin1Char(';'));
    Contact out;
    out.fullName = fields.value(0).trimmed();
    out.organisation = fields.value(1).trimmed();
    if (const QString email = fields.value(2).trimmed(); !email.isEmpty())
        out.emails = {email};
    if (const QString number = fields.value(3).trimmed(); !number.isEmpty())
        out.phones = {{number}};
    out.city = fields.value(4).trimmed();
    out.badgeId = fields.value(5).trimmed();
    return out;
}

} // namespace

std::vector<LabelledPair> madePairs()
{
    std::vector<LabelledPair> pairs;
    for (const Person& person : people) {
        for (const Change& change : changes)
            pairs.push_back({text(change.what), kept(person), change.made(person), change.truth});
    }
    return pairs;
}

std::vector<LabelledPair> writtenPairs()
{
    std::vector<LabelledPair> pairs;
    QFile file(QStringLiteral(RAPPORT_TEST_DATA "/matching/pairs.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return pairs;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        const QStringList parts = line.split(QLatin1Char('|'));
        if (parts.size() != 3 || line.startsWith(QLatin1Char('#')))
            continue;
        const QString truth = parts[0].trimmed();
        pairs.push_back({line, contactOf(parts[1]), contactOf(parts[2]),
                         truth == QLatin1String("person") ? Verdict::SamePerson
                         : truth == QLatin1String("firm") ? Verdict::SameFirm
                                                          : Verdict::Different});
    }
    return pairs;
}

} // namespace rapport::test

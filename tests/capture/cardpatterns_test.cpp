// SPDX-License-Identifier: Apache-2.0
#include "app/capture/cardaddress.h"
#include "app/capture/cardlanguage.h"
#include "app/capture/cardname.h"
#include "app/capture/cardpatterns.h"
#include "app/capture/cardwords.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::capture;
using Kind = contact::Phone::Kind;

TEST_CASE("E-mail addresses are found as reading leaves them", "[cards]")
{
    struct Row {
        const char *line, *address, *rest;
    };
    const auto row = GENERATE(values<Row>({
        {"ada.moss@quarry-lamps.example", "ada.moss@quarry-lamps.example", ""},
        {"E-Mail: Ada.Moss@quarry-lamps.example", "ada.moss@quarry-lamps.example", "E-Mail:"},
        {"ada.moss @quarry-lamps. com", "ada.moss@quarry-lamps.com", ""},
        {"E ada@quarry-lampscom", "ada@quarry-lamps.com", "E"},
        {"ada,moss@quarry.de", "ada.moss@quarry.de", ""},
        {"ada@quarry.corn", "ada@quarry.com", ""},
        {"ada(at)quarry.de", "ada@quarry.de", ""},
        {"ada_moss@quarry,de", "ada_moss@quarry.de", ""},
        {"E ada moss@quarry.de", "ada_moss@quarry.de", "E"},
        {"ada. _moss@quarry.de", "ada.moss@quarry.de", ""},
        {"ada. moss@quarry.de", "ada.moss@quarry.de", ""},
        {"@quarrylamps", nullptr, "@quarrylamps"},
        {"no address here", nullptr, "no address here"},
    }));
    INFO(row.line);
    const Found found = takeEmails(QString::fromUtf8(row.line));
    CHECK(found.values == (row.address ? QStringList{QLatin1String(row.address)} : QStringList()));
    CHECK(found.rest == QLatin1String(row.rest));
}

TEST_CASE("Links are found with and without their beginnings", "[cards]")
{
    struct Row {
        const char *line, *link;
    };
    const auto row = GENERATE(values<Row>({
        {"www.quarry-lamps.com", "www.quarry-lamps.com"},
        {"Web: https://www.quarry.co.uk/team", "https://www.quarry.co.uk/team"},
        {"http//quarry.com", "http://quarry.com"},
        {"hetps:/Awww.quarry.com", "https://www.quarry.com"},
        {"https://armor.fr", "https://armor.fr"},
        {"www-.quarry.es", "www.quarry.es"},
        {"www. quarry.fr", "www.quarry.fr"},
        {"e-quarry. fr", "e-quarry.fr"},
        {"https://wwwquarry-lamps.com", "https://www.quarry-lamps.com"},
        {"www-quarry.de", "www.quarry.de"},
        {"quarry-lamps.co.id", "quarry-lamps.co.id"},
        {"W. quarry.eu", "quarry.eu"},
        {"Dr.Moss", nullptr},
        {"M.Sc. Ada Moss", nullptr},
        {"S.A. de C.V.", nullptr},
    }));
    INFO(row.line);
    CHECK(takeLinks(QString::fromUtf8(row.line)).values == (row.link ? QStringList{QLatin1String(row.link)} : QStringList()));
}

TEST_CASE("Numbers are found with what they are for; other digits are left", "[cards]")
{
    struct Row {
        const char* line;
        std::vector<std::pair<const char*, std::optional<Kind>>> numbers;
    };
    const auto row = GENERATE(values<Row>({
        {"Tel. +49 (0) 711 / 26 35-0", {{"+49 (0) 711 / 26 35-0", Kind::Work}}},
        {"T 0711 26350 F 0711 26351", {{"0711 26350", Kind::Work}, {"0711 26351", Kind::Fax}}},
        {"+34 91 555 01 20 (m)", {{"+34 91 555 01 20", Kind::Mobile}}},
        {"(021) 5550 1234", {{"(021) 5550 1234", std::nullopt}}},
        {"F. 01.55.$3.12.O9", {{"01.55.53.12.09", Kind::Fax}}},
        {"HP 0812-5550-1234", {{"0812-5550-1234", Kind::Mobile}}},
        {"+44 20 7946 0011 +44 7700 900123", {{"+44 20 7946 0011", std::nullopt}, {"+44 7700 900123", std::nullopt}}},
        {"USt-IdNr. DE182807878", {}},
        {"HRB 914580", {}},
        {"SIRET 552 100 554 00013", {}},
        {"70173 Stuttgart", {}},
        {"1998 - 2023", {}},
    }));
    INFO(row.line);
    QString rest;
    const auto found = takePhones(QString::fromUtf8(row.line), rest);
    REQUIRE(found.size() == row.numbers.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(found[i].number == QLatin1String(row.numbers[i].first));
        CHECK(found[i].kind == row.numbers[i].second);
    }
}

TEST_CASE("What one address lost is found in the other", "[cards]")
{
    QStringList emails{QStringLiteral("ada@quarry-lamps.comx"), QStringLiteral("ada@quarrylamps.de"), QStringLiteral("ada@quariy-lamps.de")},
        links{QStringLiteral("www.quarry-lamps.de")};
    agreeOnDomain(emails, links, QStringLiteral("adamossquarrylampsltd"));
    CHECK(emails ==
          QStringList{QStringLiteral("ada@quarry-lamps.comx"), QStringLiteral("ada@quarry-lamps.de"), QStringLiteral("ada@quarry-lamps.de")});
    CHECK(coreOf(domainOf(QStringLiteral("http://www.quarry-lamps.co.id/x"))) == QStringLiteral("quarry-lamps"));
}

TEST_CASE("A line is taken apart into street, postcode, city and country", "[cards]")
{
    struct Row {
        const char *language, *line, *street, *postcode, *city, *country;
    };
    const auto row = GENERATE(values<Row>({
        {"deu", "Lerchenweg 7b, 70173 Stuttgart", "Lerchenweg 7b", "70173", "Stuttgart", ""},
        {"deu", "Feldstrake 12 · D-97070 Wurzburg · Deutschland", "Feldstraße 12", "97070", "Würzburg", "Deutschland"},
        {"deu", "60313 Frankfurt am Main", "", "60313", "Frankfurt am Main", ""},
        {"deu", "A-8010 Graz", "", "8010", "Graz", ""},
        {"eng", "14 Cobble Lane, Norwich NR3 1AB", "14 Cobble Lane", "NR3 1AB", "Norwich", ""},
        {"eng", "Norwich NRl 1AB - UK", "", "NR1 1AB", "Norwich", "UK"},
        {"eng", "3 Mill Lane, York Y01 7HH", "3 Mill Lane", "YO1 7HH", "York", ""},
        {"eng", "York YO! 7HH", "", "YO1 7HH", "York", ""},
        {"eng", "300 Cedar Avenue, Austin, TX 78701", "300 Cedar Avenue", "78701", "Austin", ""},
        {"fra", "92, rue des Artisans", "92, rue des Artisans", "", "", ""},
        {"fra", "15 quai des Brumes 69002 Lyon", "15 quai des Brumes", "69002", "Lyon", ""},
        {"spa", "Calle del Pez 4, 3? B, 28004 Madrid - España", "Calle del Pez 4, 3º B", "28004", "Madrid", "España"},
        {"ind", "JI. Merak No. 17, Bandung 40115", "Jl. Merak No. 17", "40115", "Bandung", ""},
        {"ind", "Jl. Merak No. 2s, Bandung s0132", "Jl. Merak No. 25", "50132", "Bandung", ""},
        {"spa", "C/ Mayor, 171 | 24001 León", "C/ Mayor, 171", "24001", "León", ""},
        {"ind", "Jakarta Selatan 12190", "", "12190", "Jakarta Selatan", ""},
        {"eng", "United Kingdom", "", "", "", "United Kingdom"},
        {"deu", "Leiter Vertrieb", "", "", "", ""},
        {"deu", "Seit 1954", "", "", "", ""},
    }));
    INFO(row.line);
    const AddressParts parts = addressOf(QString::fromUtf8(row.line), QLatin1String(row.language));
    CHECK(parts.street == QString::fromUtf8(row.street));
    CHECK(parts.postcode == QString::fromUtf8(row.postcode));
    CHECK(parts.city == QString::fromUtf8(row.city));
    CHECK(parts.country == QString::fromUtf8(row.country));
}

TEST_CASE("A name is split where its language and its e-mail address say", "[cards]")
{
    struct Row {
        const char *language, *printed, *local, *prefix, *given, *family;
    };
    const auto row = GENERATE(values<Row>({
        {"deu", "Dr.-Ing. Uta Falk", "", "Dr.-Ing.", "Uta", "Falk"},
        {"deu", "UTA MC FALK", "", "", "Uta Mc", "Falk"},
        {"deu", "Jan von der Aue", "", "", "Jan", "von der Aue"},
        {"fra", "Luc MERCIER", "", "", "Luc", "Mercier"},
        {"fra", "MERCIER Luc", "", "", "Luc", "Mercier"},
        {"deu", "Falk, Uta", "", "", "Uta", "Falk"},
        {"spa", "Ana Ruiz Soto", "ana.ruiz", "", "Ana", "Ruiz Soto"},
        {"spa", "José Luis Soto", "jlsoto", "", "José Luis", "Soto"},
        {"ind", "Ir. Dewi Ayu Lestari, M.T.", "", "Ir.", "Dewi Ayu", "Lestari"},
        {"eng", "SHONA MCBRIDE", "", "", "Shona", "McBride"},
        {"fra", "Yann Le Goff", "", "", "Yann", "Le Goff"},
        {"fra", "Me LUC DE MERCIER", "", "Me", "Luc", "de Mercier"},
        {"eng", "Ada Moss, MBA", "", "", "Ada", "Moss"},
    }));
    INFO(row.printed);
    const PersonName name = splitName(QString::fromUtf8(row.printed), QLatin1String(row.local), QLatin1String(row.language));
    CHECK(name.prefix == QString::fromUtf8(row.prefix));
    CHECK(name.given == QString::fromUtf8(row.given));
    CHECK(name.family == QString::fromUtf8(row.family));
}

TEST_CASE("A name fits its e-mail address, with umlauts spelt out and by initials", "[cards]")
{
    CHECK(nameFits(QStringLiteral("Jürgen Möller"), QStringLiteral("juergen.moeller")) == 1);
    CHECK(nameFits(QStringLiteral("Ada Moss"), QStringLiteral("amoss")) == 1);
    CHECK(nameFits(QStringLiteral("Ada Moss"), QStringLiteral("moss")) == 1);
    CHECK(nameFits(QStringLiteral("Head of Sales"), QStringLiteral("amoss")) == 0);
    CHECK(respelled(QStringLiteral("ada.iueders"), QStringLiteral("lueders")) == QStringLiteral("ada.lueders"));
    CHECK(respelled(QStringLiteral("ada.moss"), QStringLiteral("voss")) == QStringLiteral("ada.moss"));
    CHECK(withUmlauts(QStringLiteral("Moller"), QStringLiteral("moeller")) == QStringLiteral("Möller"));
    CHECK(withUmlauts(QStringLiteral("Samuel"), QStringLiteral("samuel")) == QStringLiteral("Samuel"));
    CHECK(withUmlauts(QStringLiteral("Moller"), QStringLiteral("miller")) == QStringLiteral("Moller"));
}

TEST_CASE("The language of a card is told by its words, numbers and addresses", "[cards]")
{
    const auto [language, lines] = GENERATE(values<std::pair<const char*, const char*>>({
        {"deu", "Uta Falk|Vertriebsleiterin|Falk & Sohne GmbH|Lerchenweg 7, 70173 Stuttgart"},
        {"eng", "Ada Moss|Head of Sales|Quarry Lamps Ltd|14 Cobble Lane"},
        {"fra", "Luc Mercier|Directeur des achats|15 quai des Brumes|+33 4 72 00 00 00"},
        {"spa", "Ana Ruiz Soto|Directora Comercial|Calle del Pez 4|ana@pez.es"},
        {"ind", "Dewi Lestari|Kepala Penjualan|PT Merak Abadi|Jl. Merak No. 17"},
        {"eng", "nothing|that says anything"},
    }));
    CHECK(languageOf(QString::fromUtf8(lines).split(QLatin1Char('|'))) == QLatin1String(language));
}

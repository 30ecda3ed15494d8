// SPDX-License-Identifier: Apache-2.0
#include "contact/labelledpairs.h"

#include <catch2/catch.hpp>

#include <cstdio>
#include <map>

using namespace rapport::contact;
using namespace Qt::StringLiterals;
using rapport::test::LabelledPair;
using Verdict = Match::Verdict;

namespace
{

const QString germany = u"DE"_s;

/// Both ways: who is looked for and who is known change places.
Verdict verdict(const LabelledPair& pair)
{
    const Traits a = traitsOf(pair.a, germany), b = traitsOf(pair.b, germany);
    const Match there = compare(a, b), back = compare(b, a);
    CHECK(there.verdict == back.verdict);
    CHECK(there.score == back.score);
    return there.verdict;
}

struct Quality {
    int right = 0, said = 0, meant = 0;
    double precision() const { return said == 0 ? 0 : double(right) / said; }
    double recall() const { return meant == 0 ? 0 : double(right) / meant; }
};

Quality qualityOf(const std::vector<LabelledPair>& pairs, Verdict wanted)
{
    Quality quality;
    for (const LabelledPair& pair : pairs) {
        const Verdict said = verdict(pair);
        quality.said += said == wanted;
        quality.meant += pair.truth == wanted;
        quality.right += said == wanted && pair.truth == wanted;
        if (said != pair.truth && wanted == Verdict::SamePerson)
            std::printf("  not as labelled (%d, is %d): %s [%s | %s]\n", int(said), int(pair.truth), qPrintable(pair.what),
                        qPrintable(pair.a.givenName + pair.a.familyName), qPrintable(pair.b.givenName + pair.b.familyName));
    }
    return quality;
}

} // namespace

TEST_CASE("People and firms are told apart in the labelled pairs as often as was promised", "[contact][matching]")
{
    for (const auto& [name, pairs] : {std::pair{"made", rapport::test::madePairs()}, std::pair{"written", rapport::test::writtenPairs()}}) {
        INFO(name);
        CHECK(pairs.size() > 60);
        for (const auto& [what, wanted] : {std::pair{"person", Verdict::SamePerson}, std::pair{"firm", Verdict::SameFirm}}) {
            const Quality quality = qualityOf(pairs, wanted);
            std::printf("%s pairs (%zu), same %s: precision %.3f, recall %.3f of %d\n", name, pairs.size(), what, quality.precision(),
                        quality.recall(), quality.meant);
            INFO(what);
            CHECK(quality.precision() >= 0.95);
            CHECK(quality.recall() >= 0.9);
        }
    }
}

TEST_CASE("What agrees and what does not is told with the verdict", "[contact][matching]")
{
    Contact known, met;
    known.givenName = met.givenName = u"Jonas"_s;
    known.familyName = met.familyName = u"Weber"_s;
    known.organisation = met.organisation = u"Frischmarkt Handels AG"_s;
    known.emails = {u"jonas.weber@frischmarkt.example"_s};
    met.emails = {u"j.weber@frischmarkt.example"_s};
    known.phones = {{u"+49 30 23125 201"_s}};
    met.phones = {{u"030 / 23125-201"_s}};
    const Match match = compare(traitsOf(known), traitsOf(met, germany));
    CHECK(match.verdict == Verdict::SamePerson);
    CHECK(match.score > 0.9);
    CHECK(match.reasons == std::vector<Reason>{Reason::SameName, Reason::SameFirm, Reason::SamePhone, Reason::SameDomain, Reason::OtherEmail});
}

TEST_CASE("Names agree as people use them", "[contact][matching]")
{
    struct Row {
        const char* note;
        PersonName a, b;
        NameAgreement agreement;
    };
    const auto row = GENERATE(values<Row>({
        {"as written", {{u"jonas"_s}, {u"weber"_s}}, {{u"jonas"_s}, {u"weber"_s}}, NameAgreement::Same},
        {"in the other order", {{u"weber"_s}, {u"jonas"_s}}, {{u"jonas"_s}, {u"weber"_s}}, NameAgreement::Swapped},
        {"a nickname", {{u"bob"_s}, {u"hale"_s}}, {{u"robert"_s}, {u"hale"_s}}, NameAgreement::Nickname},
        {"two nicknames of one name", {{u"bob"_s}, {u"hale"_s}}, {{u"robbie"_s}, {u"hale"_s}}, NameAgreement::Nickname},
        {"an initial", {{u"j"_s}, {u"weber"_s}}, {{u"jonas"_s}, {u"weber"_s}}, NameAgreement::Initial},
        {"another initial", {{u"k"_s}, {u"weber"_s}}, {{u"jonas"_s}, {u"weber"_s}}, NameAgreement::FamilyOnly},
        {"a spelling", {{u"stefan"_s}, {u"meier"_s}}, {{u"stephan"_s}, {u"mayer"_s}}, NameAgreement::Spelling},
        {"a typing error", {{u"jonas"_s}, {u"webre"_s}}, {{u"jonas"_s}, {u"weber"_s}}, NameAgreement::Spelling},
        {"one of two family names", {{u"sabine"_s}, {u"muller"_s}}, {{u"sabine"_s}, {u"muller"_s, u"ludenscheid"_s}}, NameAgreement::Spelling},
        {"a woman and a man", {{u"maria"_s}, {u"santos"_s}}, {{u"mario"_s}, {u"santos"_s}}, NameAgreement::FamilyOnly},
        {"no given name", {{}, {u"weber"_s}}, {{u"jonas"_s}, {u"weber"_s}}, NameAgreement::FamilyAlone},
        {"married", {{u"anna"_s}, {u"klein"_s}}, {{u"anna"_s}, {u"gross"_s}}, NameAgreement::GivenOnly},
        {"nobody", {}, {{u"anna"_s}, {u"gross"_s}}, NameAgreement::Unknown},
        {"somebody else", {{u"anna"_s}, {u"klein"_s}}, {{u"jonas"_s}, {u"weber"_s}}, NameAgreement::Other},
    }));
    INFO(row.note);
    CHECK(compareNames(row.a, row.b) == row.agreement);
    CHECK(compareNames(row.b, row.a) == row.agreement);
}

TEST_CASE("A firm is its name without the legal form of its country", "[contact][matching]")
{
    struct Row {
        QString name, key;
    };
    const auto row = GENERATE(values<Row>({
        {u"Müller & Söhne GmbH & Co. KG"_s, u"mullersohne"_s},
        {u"Mueller und Soehne"_s, u"mullersohne"_s},
        {u"Alpenkühlung Ges.m.b.H."_s, u"alpenkuhlung"_s},
        {u"Mrazírny Vltava, spol. s r.o."_s, u"mrazirnyvltava"_s},
        {u"Chłodnia Bałtyk Sp. z o.o."_s, u"chlodniabaltyk"_s},
        {u"Helados S.A. de C.V."_s, u"helados"_s},
        {u"Kuzey Soğutma San. ve Tic. A.Ş."_s, u"kuzeysogutma"_s},
        {u"Vestkyst Køl A/S"_s, u"vestkystkol"_s},
        {u"PT Sinar Dingin Nusantara Tbk"_s, u"sinardinginnusantara"_s},
        {u"Harbin Cold Chain Co., Ltd."_s, u"harbincoldchain"_s},
        {u"Gelateria Vesuvio S.p.A."_s, u"gelateriavesuvio"_s},
        {u"Northgate Cold Stores (Pty) Ltd"_s, u"northgatecoldstores"_s},
        {u"AG"_s, u"ag"_s},
        {u""_s, u""_s},
    }));
    INFO(row.name.toStdString());
    CHECK(firmOf(row.name).key().toStdString() == row.key.toStdString());
}

TEST_CASE("A mailbox is a person's, a firm's or a provider's", "[contact][matching]")
{
    CHECK(mailboxOf(u"Jonas.Weber+fair@Mail.Frischmarkt.EXAMPLE "_s).address() == u"jonas.weber@frischmarkt.example");
    CHECK(mailboxOf(u"info@frischmarkt.co.uk"_s).domain == u"frischmarkt.co.uk");
    CHECK(mailboxOf(u"info@frischmarkt.example"_s).shared);
    CHECK(mailboxOf(u"jonas@gmx.example"_s).open);
    CHECK_FALSE(mailboxOf(u"jonas@frischmarkt.example"_s).open);
    CHECK(mailboxOf(u"no address"_s).domain.isEmpty());
    CHECK(domainOf(u"https://www.frischmarkt.example/de"_s) == u"frischmarkt.example");
}

TEST_CASE("Typing errors are counted, a swap of neighbours as one", "[contact][matching]")
{
    CHECK(typingErrors(u"weber"_s, u"weber"_s, 2) == 0);
    CHECK(typingErrors(u"weber"_s, u"wbeer"_s, 2) == 1);
    CHECK(typingErrors(u"weber"_s, u"webr"_s, 2) == 1);
    CHECK(typingErrors(u"weber"_s, u"weebr"_s, 2) == 1);
    CHECK(typingErrors(u"weber"_s, u"weiner"_s, 2) == 2);
    CHECK(typingErrors(u"weber"_s, u"schmidt"_s, 2) == 3);
}

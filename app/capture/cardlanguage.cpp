// SPDX-License-Identifier: Apache-2.0
#include "app/capture/cardlanguage.h"

#include <QRegularExpression>

#include <map>

namespace rapport::capture
{

namespace
{

struct Sign {
    const char* language;
    int weight;          ///< 3: hardly anywhere else; 1: a hint
    const char* pattern; ///< of the lines in lower case, without accents where reading in English may have lost them
};

constexpr Sign signs[] = {
    {"deu", 3, R"(\b(gmbh|mbh|ohg|kg|kgaa|e\.? ?v\.|gbr|ust-?id\w*|hrb|handelsregister)\b)"},
    {"deu", 3, R"((stra.{1,2}e|strasse|str\.|platz|allee|gasse|ufer|damm|weg|chaussee|ring|hof|markt|steig)\b[ ]+\d)"},
    {"deu", 3, R"(\b(am|an der|auf der|im|zum|zur|unter den|in der|hinter dem) \w+.* \d)"},
    {"deu", 2,
     R"(\w(leiter(in)?|fuhrer(in)?|f.{1,2}hrer(in)?|berater(in)?|techniker(in)?|ingenieur(in)?|entwickler(in)?|vertreter(in)?|mitarbeiter(in)?|kauffrau|kaufmann)\b)"},
    {"deu", 2,
     R"(\b(vertrieb\w*|einkauf\w*|gesch.{1,3}fts\w*|abteilung|leit(er|ung|erin)|technische[rs]?|telefon|fon|tel\. ?zentrale|mobil|durchwahl|prokurist(in)?|und|f.{1,2}r|vorstand|dipl|werk)\b)"},
    {"deu", 3, R"(\b(deutschland|osterreich|schweiz|germany|austria|\.de\b))"},
    {"deu", 3, R"(\.(de|at)\b)"},
    {"deu", 2, R"(\.(ch|li)\b)"},
    {"deu", 3, R"((\+|\b00) ?4[93]\b)"},
    {"deu", 2, R"(\bd-\d{5}\b)"},
    {"eng", 2, R"(\b(street|road|avenue|lane|drive|suite|floor|house|court|square|view|close|boulevard|blvd|parkway|way)\b)"},
    {"eng", 2, R"(\b(ltd|limited|llc|inc|plc|llp|corp|corporation|company)\b)"},
    {"eng", 1, R"(\b(manager|director|head of|engineer|sales|officer|consultant|founder|and|of|the|phone|mobile|office|cell)\b)"},
    {"eng", 3, R"(\b(uk|usa|united kingdom|united states|england|scotland|ireland|australia|canada|singapore|india)\b)"},
    {"eng", 3, R"(\.(uk|us|ie|au|nz)\b)"},
    {"eng", 3, R"((\+|\b00) ?(44|1|353|61|64|65)\b)"},
    {"eng", 3, R"(\b[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}\b)"},
    {"fra", 3, R"(\b(rue|avenue|av\.|boulevard|bd|all.e|chemin|quai|impasse|cours|route|place|cedex|faubourg)\b)"},
    {"fra", 3, R"(\b(sarl|sas|sasu|eurl|sci|snc|groupe|ateliers?|etablissements|ets|soci.t.|cie)\b)"},
    {"fra", 2,
     R"(\b(directeur|directrice|responsable|charg.e?|chef|ing.nieure?|commerciale?|g.rante?|pr.sidente?|adjointe?|achats|ventes|conseiller|t.l|port|fixe|du|des|et|de la|les)\b)"},
    {"fra", 3, R"(\b(france|belgique|suisse)\b)"},
    {"fra", 3, R"(\.fr\b)"},
    {"fra", 2, R"(\.(be|ch|lu)\b)"},
    {"fra", 3, R"((\+|\b00) ?33\b)"},
    {"fra", 2, R"(\b0[1-9]([ .]\d\d){4}\b)"},
    {"spa", 3, R"(\b(calle|c\/|avda|avenida|plaza|paseo|pol.gono|carretera|ctra|ronda|gran v.a|camino|rambla|travesia)\b)"},
    {"spa", 3, R"(\b(s\.? ?l\.? ?u|s\.l|s\.a\. de c\.v|construcciones|industrias|grupo|energ.as|tecnolog.as?|hermanos|hnos)\b)"},
    {"spa", 2,
     R"(\b(directora?|gerente|responsable|consejer[oa]|delegad[oa]|jef[ea]|comercial|ingenier[oa]|t.cnic[oa]|ventas|compras|calidad|asesora?|m.vil|tel.fono|tfno|del|los|las|y|atenci.n|departamento)\b)"},
    {"spa", 3, R"(\b(spain|espa.{1,2}a|m.xico|argentina|colombia|chile|per.)\b)"},
    {"spa", 3, R"(\.(es|mx|ar|cl|co|pe)\b)"},
    {"spa", 3, R"((\+|\b00) ?(34|52|54|56|57|51)\b)"},
    {"ind", 3, R"(\b(jl|jln|jalan|gedung|komplek|kompleks|kav|ruko|blok|lantai|kelurahan|kec|kab)\b)"},
    {"ind", 3, R"(\b(pt|cv|tbk|ud)\b)"},
    {"ind", 2,
     R"(\b(direktur|manajer|kepala|staf|staff|teknisi|penjualan|pemasaran|produksi|keuangan|utama|bagian|divisi|dan|telp|telepon|hp|wakil|pimpinan|supervisor)\b)"},
    {"ind", 3, R"(\b(indonesia|jakarta|bandung|surabaya|medan|semarang|makassar|yogyakarta|bali|denpasar|tangerang|bekasi)\b)"},
    {"ind", 3, R"(\.id\b)"},
    {"ind", 3, R"((\+|\b00) ?62\b)"},
};

} // namespace

QString languageOf(const QStringList& lines)
{
    struct Compiled {
        QString language;
        int weight;
        QRegularExpression pattern;
    };
    static const std::vector<Compiled> compiled = [] {
        std::vector<Compiled> all;
        for (const Sign& sign : signs)
            all.push_back({QLatin1String(sign.language), sign.weight, QRegularExpression(QLatin1String(sign.pattern))});
        return all;
    }();
    std::map<QString, int> votes;
    const QString text = lines.join(QLatin1Char('\n')).left(8000).toLower();
    for (const Compiled& sign : compiled) {
        int times = 0;
        for (auto match = sign.pattern.globalMatch(text); match.hasNext() && times < 2; match.next())
            ++times;
        votes[sign.language] += times * sign.weight;
    }
    QString best = QStringLiteral("eng");
    for (const auto& [language, count] : votes) {
        if (count > votes[best])
            best = language;
    }
    return best;
}

bool isAddress(const QString& line)
{
    static const QRegularExpression link(QStringLiteral(R"(@|\bwww\b|https?:|\w\.\w+\.?\w*/|^\W*(\w{1,6}[.:]? )?[\w-]+\.[a-z]{2,}(\.[a-z]{2})?$)"),
                                         QRegularExpression::CaseInsensitiveOption);
    if (link.match(line).hasMatch())
        return true;
    qsizetype digits = 0, letters = 0;
    for (const QChar c : line) {
        digits += c.isDigit();
        letters += c.isLetter();
    }
    return digits >= 6 && digits > letters;
}

} // namespace rapport::capture

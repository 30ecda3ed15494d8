// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/drawnperson.h"

#include <QRegularExpression>

#include <iterator>

namespace rapport::tool
{

namespace
{

/// "|" separates what may be chosen.
struct Country {
    const char *given, *family, *stems, *branches, *firm, *jobs, *departments, *streets, *places, *country, *ends, *titles, *small;
    const char *code, *national, *mobile; ///< # is any digit
    const char *phoneLabels, *mobileLabels, *faxLabels;
};

// In a firm's pattern % is the stem, & the branch; in an address ~ is a house number.
constexpr Country countries[] = {
    {"Birgit|Holger|Sönke|Jürgen|Käthe|Ralf|Anneliese|Björn|Mareike|Götz|Ulrike|Hans-Jörg",
     "Brückner|Schäfer|Oehler|Vogt|Lüdtke|Großmann|Petersen|von Hagen|Dörfler|Winkelmann|Tränkle",
     "Falkenried|Mühlenbach|Eichhof|Kröger|Sandberg|Bärenfels|Weserland|Holtkamp",
     "Messtechnik|Kältetechnik|Druckguss|Verpackungen|Datenservice|Wärmepumpen", "% & GmbH|%& AG|% & GmbH & Co. KG|% Gruppe SE",
     "Leiter Konstruktion|Geschäftsführerin|Vertriebsingenieur|Einkäufer|Produktmanagerin|Projektleiter Anlagenbau|Assistentin der "
     "Geschäftsleitung|Leiterin Qualitätssicherung",
     "Abteilung Forschung|Niederlassung West|Team Service",
     "Ulmenweg ~|Gartenstraße ~|Marktplatz ~|Im Grund ~|Kölner Str. ~|Auf dem Berge ~|Schillerallee ~",
     "28195 Bremen|90402 Nürnberg|D-50667 Köln|72070 Tübingen|23552 Lübeck|99084 Erfurt", "Deutschland|Germany", "de|com|eu",
     "Dr.|Dipl.-Ing.|Prof. Dr.", "Amtsgericht Bremen HRB 20417|Qualität aus Tradition|USt-IdNr. DE 284719305",
     "+49 ### ####-##|+49 (0) ### / ## ## ##|+49 (0)### ######", "0### / ######-##|0###/######", "+49 17# #######|0160 / ### ####",
     "Tel. |T |Telefon: |Fon |", "Mobil |M |Mobil: |", "Fax |F |Telefax: |"},
    {"Fiona|Graham|Priya|Callum|Harriet|Desmond|Isla|Rupert|Tamsin|Owen|Beatrice",
     "Ashworth|O'Neill|Blackwood|MacDonald|Pemberton|Whitaker|Fairclough|Singh|Llewellyn|Hargreaves",
     "Copperfield|Larkspur|Tidewater|Hollybank|Stonegate|Kingsmere|Albion", "Instruments|Packaging|Software|Turbines|Architects|Foods",
     "% & Ltd|% & plc|% & LLP|The % & Company|% & Limited",
     "Managing Director|Senior Account Executive|Chief Technology Officer|Purchasing Manager|Project Engineer|Business Development Lead|Lead "
     "Architect",
     "Northern Region|Marine Division|Customer Success", "~ Mill Lane|~ Victoria Road|Unit ~ Riverside Park|~ Abbey Gardens|~ High Street",
     "York YO1 7HH|Cardiff CF10 3AT|Oxford OX1 2JD|Glasgow G2 1DU|Nottingham NG1 5FS", "United Kingdom|UK|England", "co.uk|com|uk", "Dr|Prof.|Dr.",
     "Registered in England No. 04417283|Built to last|VAT GB 417 2839 11", "+44 (0)1### ######|+44 1### ######|+44 20 #### ####",
     "01### ######|020 #### ####", "+44 77## ######|077## ######", "Tel: |T |Phone |t. |", "Mob: |M |Mobile |m. |", "Fax: |F |f. |"},
    {"Amélie|Gaëtan|Élodie|Thibault|Maëlle|Benoît|Océane|Rémi|Solène|Jean-Baptiste|Cécile",
     "Lefèvre|Rousseau|de Villiers|Fournier|Bélanger|Garnier|Le Goff|Charpentier|Barthélemy", "Montclair|Belleroche|Valmy|Armor|Cévennes|Lumière",
     "Emballages|Hydraulique|Conseil|Électronique|Menuiserie|Optique", "% & SAS|Société % &|% & SARL|Établissements % SA|Groupe %",
     "Directrice générale|Ingénieur d'affaires|Chargée de clientèle|Responsable des achats|Chef de produit|Directeur technique|Assistante "
     "commerciale",
     "Service export|Direction régionale Ouest|Pôle industrie",
     "~ rue de la République|~, avenue Jean Jaurès|~ bis rue des Lilas|~ quai de la Fosse|~ place du Marché",
     "44000 Nantes|35000 Rennes|33000 Bordeaux|31000 Toulouse|67000 Strasbourg|29200 Brest", "France|FRANCE", "fr|com|eu", "Dr|Me",
     "RCS Nantes 421 763 905|L'exigence partagée|SIRET 421 763 905 00027", "+33 2 ## ## ## ##|+33 (0)4 ## ## ## ##", "02 ## ## ## ##|04.##.##.##.##",
     "+33 6 ## ## ## ##|06 ## ## ## ##|06.##.##.##.##", "Tél. : |T. |Tél |Fixe |", "Port. |Mob. : |M. |", "Fax : |F. |Fax "},
    {"Íñigo|Begoña|Sergio|Nuria|Ángela|Joaquín|Inés|Rodrigo|Lucía|Víctor Manuel|Pilar",
     "Ibáñez Ruiz|Castaño|Peña Vidal|Ordóñez|Zubiri|Domínguez León|Cañizares|Estévez Mora", "Almenara|Sierra Norte|Bahía|Olivar|Duero|Levante",
     "Maquinaria|Envases|Ingeniería|Cerámicas|Sistemas|Alimentación", "& % S.L.|% & S.A.|& % S.L.U.|Grupo %",
     "Jefa de Ventas|Ingeniero de Proyectos|Responsable de Compras|Director General|Técnica Comercial|Jefe de Mantenimiento|Delegada Comercial",
     "Departamento Técnico|División Industrial|Zona Norte", "C/ Mayor, ~|Avenida de la Paz ~|Paseo del Prado, ~|Calle Ancha ~, 2º A|Plaza Nueva ~",
     "50003 Zaragoza|33001 Oviedo|29015 Málaga|47001 Valladolid|48009 Bilbao|24001 León", "España|Spain|ESPAÑA", "es|com|eu", "Dra.|Ing.|D.",
     "CIF B50417283|Soluciones que duran|NIF A29417283", "+34 9## ### ###|(+34) 9## ## ## ##", "9## ### ###|9## ## ## ##",
     "+34 6## ### ###|6## ## ## ##", "Tel. |Tlf: |T |Teléfono |", "Móvil |M |Móv. |", "Fax |F |Fax: "},
    {"Dewi|Bayu|Ratna|Wahyu|Siti|Galih|Intan|Yusuf|Made|Fitri Ayu|Agung", "Wijaya|Kusuma|Halim|Lestari|Permana|Sutanto|Rahmawati|Handoko|Gunawan",
     "Cahaya|Mitra|Bintang|Samudra|Rajawali|Tirta", "Logistik|Teknindo|Pangan|Elektrik|Kimia|Persada", "PT % &|CV % &|PT % & Tbk|PT. % & Indonesia",
     "Manajer Pemasaran|Direktur Keuangan|Kepala Produksi|Staf Administrasi|Area Sales Manager|Teknisi Lapangan|General Manager",
     "Divisi Ekspor|Bagian Pembelian|Cabang Surabaya", "Jl. Gatot Subroto No. ~|Jl. Melati ~|Jalan Ahmad Yani Kav. ~|Ruko Sentra Niaga Blok C-~",
     "Surabaya 60271|Denpasar 80114|Jakarta Pusat 10220|Yogyakarta 55281|Makassar 90111", "Indonesia|INDONESIA", "co.id|id|com", "Ir.|Dr.|Drs.",
     "NPWP 01.472.839.1-054.000|Melayani dengan hati", "+62 31 #### ####|+62-21-#######|+62 (0)274 ######",
     "(031) ### ####|(021) #### ####|0274-######", "+62 812 #### ####|0812-####-####|0856 #### ###", "Telp. |T |Tel: |Telp |", "HP |Hp. |M |Mobile |",
     "Fax. |F |Faks "},
};

class Inventor
{
public:
    explicit Inventor(std::mt19937& dice) : m_dice(dice), m_country(countries[below(static_cast<int>(std::size(countries)))]) {}

    DrawnPerson person()
    {
        inventFirm();
        inventName();
        inventAddress();
        inventReach();
        if (chance(40))
            m_made.small = pick(m_country.small);
        return m_made;
    }

private:
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_dice); }
    bool chance(int percent) { return below(100) < percent; }
    QString pick(const char* choices)
    {
        const QStringList all = QString::fromUtf8(choices).split(QLatin1Char('|'));
        return all[below(static_cast<int>(all.size()))];
    }
    QString dialled(const char* patterns)
    {
        QString number = pick(patterns);
        for (QChar& c : number) {
            if (c == QLatin1Char('#'))
                c = QLatin1Char(static_cast<char>('1' + below(9)));
        }
        return number;
    }
    /// For addresses of the net: umlauts spelt out in German, accents dropped.
    static QString spelled(const QString& text)
    {
        QString out = text.toLower();
        const std::pair<char16_t, const char*> ways[] = {{0xE4, "ae"}, {0xF6, "oe"}, {0xFC, "ue"}, {0xDF, "ss"}};
        for (const auto& [letter, letters] : ways)
            out.replace(QChar(letter), QLatin1String(letters));
        QString ascii;
        for (const QChar c : out.normalized(QString::NormalizationForm_D)) {
            if (c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char(' ') || c == QLatin1Char('-')))
                ascii += c;
        }
        return ascii;
    }

    void inventFirm()
    {
        const QString stem = pick(m_country.stems), branch = pick(m_country.branches);
        QString branchAfter = branch;
        QString firm = pick(m_country.firm);
        const bool glued = firm.contains(QStringLiteral("%&"));
        if (glued)
            branchAfter = branch.toLower();
        firm.replace(QStringLiteral("GmbH & Co"), QStringLiteral("GmbH \x01 Co"));
        firm.replace(QLatin1Char('&'), branchAfter).replace(QLatin1Char('\x01'), QLatin1Char('&')).replace(QLatin1Char('%'), stem);
        m_made.truth.organisation = m_made.firm = firm;
        m_made.firmLines = {firm};
        if (chance(15) && firm.size() > 16 && firm.contains(QLatin1Char(' '))) {
            const qsizetype cut = firm.indexOf(QLatin1Char(' '), firm.size() / 3);
            if (cut > 0)
                m_made.firmLines = {firm.left(cut), firm.mid(cut + 1)};
        }
        QString label = spelled(chance(50) ? stem : stem + (chance(50) ? QStringLiteral("-") : QString()) + branch);
        label.remove(QLatin1Char(' '));
        m_domain = label + QLatin1Char('.') + pick(m_country.ends);
    }

    void inventName()
    {
        contact::Contact& truth = m_made.truth;
        truth.givenName = pick(m_country.given);
        truth.familyName = pick(m_country.family);
        truth.fullName = truth.givenName + QLatin1Char(' ') + truth.familyName;
        const bool capitals = chance(25);
        m_made.name = capitals && !truth.fullName.contains(QChar(0xDF)) ? truth.fullName.toUpper() : truth.fullName; // ß has no capital
        if (chance(20)) {
            truth.prefix = pick(m_country.titles);
            m_made.name.prepend(truth.prefix + QLatin1Char(' '));
        }
        m_made.job = truth.jobTitle = pick(m_country.jobs);
        if (chance(30))
            m_made.department = pick(m_country.departments);
    }

    void inventAddress()
    {
        contact::Contact& truth = m_made.truth;
        truth.street = pick(m_country.streets).replace(QLatin1Char('~'), QString::number(1 + below(180)));
        const QString place = pick(m_country.places);
        static const QRegularExpression split(QStringLiteral("^(?:D-)?(\\d{5}) (.+)$|^(.+?) (\\d{5}|[A-Z]+\\d+ \\d[A-Z]+)$"));
        const auto parts = split.match(place);
        truth.postcode = parts.captured(1) + parts.captured(4);
        truth.city = parts.captured(2) + parts.captured(3);
        if (chance(60))
            truth.country = pick(m_country.country);
        const char* joints[] = {", ", " · ", " | ", " - "};
        const QString joint = QString::fromUtf8(joints[below(4)]);
        switch (below(3)) {
        case 0:
            m_made.address = {truth.street, place};
            if (!truth.country.isEmpty())
                m_made.address.append(truth.country);
            break;
        case 1:
            m_made.address = {truth.street + joint + place};
            if (!truth.country.isEmpty())
                m_made.address.append(truth.country);
            break;
        default:
            m_made.address = {truth.street + joint + place + (truth.country.isEmpty() ? QString() : joint + truth.country)};
        }
    }

    void inventReach()
    {
        contact::Contact& truth = m_made.truth;
        const bool international = chance(60), labelled = chance(75);
        const auto add = [&](const QString& number, contact::Phone::Kind kind, const char* labels) {
            truth.phones.push_back({number, kind});
            m_made.reach.append((labelled ? pick(labels) : QString()) + number);
        };
        add(dialled(international ? m_country.code : m_country.national), contact::Phone::Kind::Work, m_country.phoneLabels);
        if (chance(60)) {
            QString number = dialled(m_country.mobile);
            add(number, contact::Phone::Kind::Mobile, m_country.mobileLabels);
        }
        if (chance(25)) {
            truth.phones.push_back({dialled(international ? m_country.code : m_country.national), contact::Phone::Kind::Fax});
            m_made.reach.append(pick(m_country.faxLabels) + truth.phones.back().number); // nobody prints a fax without saying so
        }
        const QString given = spelled(truth.givenName).remove(QLatin1Char(' ')),
                      family = spelled(truth.familyName).replace(QLatin1Char(' '), QLatin1Char('-'));
        const QString locals[] = {given + QLatin1Char('.') + family, given.left(1) + QLatin1Char('.') + family, given.left(1) + family, family,
                                  given + QLatin1Char('_') + family};
        truth.emails.append(locals[below(5)] + QLatin1Char('@') + m_domain);
        m_made.reach.append((labelled ? (chance(50) ? QStringLiteral("E ") : QStringLiteral("E-Mail: ")) : QString()) + truth.emails[0]);
        if (chance(80)) {
            const char* starts[] = {"www.", "", "https://www.", "https://"};
            truth.urls.append(QLatin1String(starts[below(4)]) + m_domain);
            m_made.reach.append((labelled && chance(50) ? QStringLiteral("W ") : QString()) + truth.urls[0]);
        }
    }

    std::mt19937& m_dice;
    const Country& m_country;
    DrawnPerson m_made;
    QString m_domain;
};

} // namespace

DrawnPerson inventPerson(std::mt19937& dice)
{
    return Inventor(dice).person();
}

} // namespace rapport::tool

// SPDX-License-Identifier: Apache-2.0
// Long for its tables: one place to look a word up, or to add one.
#include "app/capture/cardwords.h"

#include "sync/contact/country.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <initializer_list>
#include <map>

namespace rapport::capture
{

namespace
{

using Words = QSet<QString>;

/// Blank-separated, folded.
Words words(const char* text)
{
    const QStringList list = QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

bool endsLike(const QString& word, const Words& ends, qsizetype before)
{
    return std::any_of(ends.begin(), ends.end(), [&](const QString& end) { return word.size() >= end.size() + before && word.endsWith(end); });
}

/// Folded, without the punctuation around it.
QString bare(const QString& word)
{
    QString text = folded(word);
    while (!text.isEmpty() && !text.front().isLetterOrNumber())
        text.remove(0, 1);
    while (!text.isEmpty() && !text.back().isLetterOrNumber())
        text.chop(1);
    return text;
}

} // namespace

QString folded(const QString& text)
{
    QString out;
    for (const QChar c : text.toLower().normalized(QString::NormalizationForm_D)) {
        if (c == QChar(0xDF))
            out += QStringLiteral("ss");
        else if (c == QChar(0xF8))
            out += QLatin1Char('o');
        else if (c == QChar(0x142))
            out += QLatin1Char('l');
        else if (c.category() != QChar::Mark_NonSpacing)
            out += c;
    }
    return out;
}

QString lettersOf(const QString& text)
{
    QString out;
    for (const QChar c : folded(text)) {
        if (c.isLetterOrNumber())
            out += c;
    }
    return out;
}

QStringList wordsOf(const QString& line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QString withoutRim(const QString& line)
{
    static const QRegularExpression rim(QStringLiteral("^[\\s,;:|·•*_=«»~–—-]+|[\\s,;:|·•*_=«»~–—-]+$"));
    return QString(line).remove(rim).simplified();
}

int countOf(const QString& line, bool (*kind)(const QString&))
{
    const QStringList all = wordsOf(line);
    return static_cast<int>(std::count_if(all.begin(), all.end(), kind));
}

bool isJobWord(const QString& word)
{
    static const Words known = words(
        "manager managerin director direktor direktorin directeur directrice directora direktur president presidente presidenta ceo cto cfo coo cio "
        "cmo "
        "cso vp evp svp head chief officer lead leader engineer engineering ingenieur ingenieurin ingenieure ingeniero ingeniera insinyur consultant "
        "consultante consultor "
        "consultora konsultan berater beraterin founder cofounder co-founder owner partner inhaber inhaberin geschaftsfuhrer geschaftsfuhrerin "
        "geschaftsfuhrender geschaftsfuhrende geschaftsleitung prokurist prokuristin vorstand vorstandsvorsitzender leiter leiterin leitung "
        "vertriebsleiter "
        "techniker technikerin technician technicien technicienne tecnico tecnica teknisi kepala manajer staf staff supervisor asisten wakil "
        "responsable chef cheffe charge chargee gerant gerante gerente jefe jefa consejero consejera delegado delegada comercial commercial "
        "commerciale "
        "representante representative representant vertreter vertreterin assistant assistante assistent assistentin asistente secretary "
        "secretaire secretaria sekretarin sekretaris analyst analyste analista developer developpeur developpeuse entwickler entwicklerin "
        "desarrollador "
        "desarrolladora architect architekt architektin architecte arquitecto arquitecta arsitek designer designerin disenador disenadora "
        "accountant buchhalter buchhalterin comptable contable akuntan buyer einkaufer einkauferin acheteur acheteuse comprador compradora "
        "coordinator koordinator koordinatorin coordinateur coordinatrice coordinador coordinadora specialist spezialist spezialistin specialiste "
        "especialista spesialis "
        "expert experte experta advisor adviser conseiller conseillere asesor asesora penasihat executive account sales vertrieb verkauf verkaufer "
        "verkauferin "
        "vendeur vendeuse vendedor vendedora penjualan pemasaran utama operations administrator administrateur administrador administradora "
        "scientist wissenschaftler chercheur investigador researcher professor teacher trainer auditor controller inspector inspecteur "
        "operator planner buyer purchasing procurement trainee intern praktikant praktikantin stagiaire sachbearbeiter sachbearbeiterin referent "
        "referentin beauftragter "
        "beauftragte meister meisterin monteur kaufmann kauffrau fachkraft aussendienst aussendienstmitarbeiter innendienst mitarbeiter "
        "mitarbeiterin "
        "rechtsanwalt rechtsanwaltin lawyer attorney avocat avocate abogado abogada pengacara notar arzt arztin doctor physician produktmanager "
        "projektleiter "
        "projektmanager teamleiter werkleiter produktionsleiter einkaufsleiter kundenberater key chairman chairwoman komisaris associe associee "
        "socio socia "
        "fondateur fondatrice fundador fundadora pendiri pemilik pimpinan presales anwendungstechniker konstrukteur konstrukteurin programmer tester "
        "editor redakteur redakteurin journalist fotograf photographer bereichsleiter abteilungsleiter niederlassungsleiter geschaftsstellenleiter "
        "superintendent superviseur foreman surveyor estimator dispatcher strategist evangelist ambassador principal geschaftsinhaber "
        "bevollmachtigter "
        "adjoint adjointe delegue deleguee attache attachee animateur animatrice gestionnaire gestor gestora encargado encargada tecnologo perito "
        "direttore direttrice responsabile commerciale amministratore amministratrice ingegnere titolare venditore addetto addetta "
        "directeur verkoop inkoop hoofd accountmanager eigenaar medewerker verkoopleider adviseur directrice diretor diretora vendas engenheiro "
        "engenheira "
        "dosen peneliti petugas penyelia pengawas perwakilan ahli");
    static const Words ends =
        words("leiter leiterin manager managerin ingenieur ingenieurin techniker technikerin berater beraterin mitarbeiter mitarbeiterin "
              "fuhrer fuhrerin vertreter vertreterin entwickler entwicklerin referent referentin assistent assistentin beauftragter "
              "beauftragte kaufmann kauffrau meister meisterin spezialist spezialistin planer planerin leitung sekretarin chef vorsitzender "
              "vorsitzende einkaufer einkauferin verkaufer verkauferin");
    const QString text = bare(word);
    return known.contains(text) || endsLike(text, ends, 3);
}

bool isDepartmentWord(const QString& word)
{
    static const Words known =
        words("abteilung abt bereich divisi divisi: division department dept departement departamento dpto bagian bidang service servicio "
              "atencion team unit unidad direktorat niederlassung zweigstelle filiale sucursal cabang branch standort werk buro region "
              "accounts customer clientele relations");
    return known.contains(bare(word));
}

bool isLegalForm(const QString& word)
{
    static const Words known = // "ple" and "pic" are what reading makes of plc
        words("gmbh mbh ag se kg ple pic kgaa ohg ug gbr ev ek ltd limited llc llp inc incorporated corp corporation plc co company pty pte "
              "sa sas sasu sarl eurl snc sci sl slu sll slp sc scoop sau sad pt cv tbk ud persero bv nv srl spa ab oy as aps kft sro bhd sdn");
    QString text = folded(word);
    text.remove(QLatin1Char('.')).remove(QLatin1Char(',')).remove(QLatin1Char('(')).remove(QLatin1Char(')')).remove(QLatin1Char('-'));
    if (!known.contains(text))
        return false;
    static const Words capitals = words("se as co sc ab cv ud pt spa sa ag sl oy ek ev"); // words or initials when small
    return !capitals.contains(text) || word.front().isUpper() || word.contains(QLatin1Char('.'));
}

bool isFirmWord(const QString& word)
{
    static const Words known = words("stadtwerke groupe gruppe group grupo grup atelier ateliers industries industrie industria industrias "
                                     "consulting consultants consultancy solutions "
                                     "systems systeme sistemas systemes software technologies technology technologie technik tecnologia tecnologias "
                                     "technologien teknik teknologi robotics robotik logistics logistik "
                                     "logistica logistique energie energy energia energias energi automation automatisation maschinenbau anlagenbau "
                                     "werkzeugbau engineering construction constructions "
                                     "construcciones bau holding holdings partners partner international global services service servicios "
                                     "laboratories labor laboratoire laboratoires laboratorios "
                                     "medical medizintechnik medika health pharma biotech analytics digital media studio studios design verlag "
                                     "druckerei bank versicherung versicherungen "
                                     "insurance institut institute instituto universitat university universite universidad universitas hochschule "
                                     "klinik klinikum hospital hotel spedition "
                                     "transporte transports transport handel trading import export et fils sohne sons hermanos brothers & elektronik "
                                     "electronics electronica elektrotechnik optics optical "
                                     "optik chemie chemical plastics kunststoff kunststofftechnik metall metals stahl steel tools werkzeuge "
                                     "antriebstechnik messtechnik werke werk ventures capital "
                                     "immobilien immobilier inmobiliaria real estate kanzlei agentur agency agence agencia agensi networks network "
                                     "telecom telekom mandiri sejahtera jaya "
                                     "abadi makmur karya sumber utama-tbk prima indonesia nusantara etablissements societe cie compagnie compania "
                                     "talleres fabrica fabrik manufaktur manufacturing");
    return known.contains(bare(word));
}

bool isStreetWord(const QString& word)
{
    static const Words known = words("strasse str weg platz allee gasse ring damm ufer chaussee steig promenade markt street st road rd avenue ave "
                                     "av lane ln drive dr boulevard blvd bd bld square sq court ct "
                                     "place pl terrace parkway pkwy highway hwy crescent close way row view quay wharf mews grove hill gardens park "
                                     "walk yard gate rue allee chemin impasse quai cours route faubourg "
                                     "passage calle avda avenida plaza paseo pza pso carretera ctra camino ronda rambla travesia poligono pol "
                                     "glorieta via jl jln jalan gang komplek kompleks "
                                     "ruko gedung esplanade sentier villa zone zi za zac carrer rua corso viale piazza laan straat plein gracht kade "
                                     "travessa praca ulica ul largo");
    static const Words ends = words("strasse str weg platz allee gasse ring damm ufer chaussee steig markt stieg kamp hof graben straat laan");
    const QString text = bare(word);
    return known.contains(text) || endsLike(text, ends, 3) || word.startsWith(QStringLiteral("C/"));
}

bool isGivenName(const QString& word)
{
    static const Words known = words(
        // German
        "alexander andreas anja anke anna anne annette antje axel barbara beate bernd birgit bjorn brigitte carsten christa christian christina "
        "christine christoph "
        "claudia daniel daniela david dennis dieter dirk dominik doris elena elisabeth elke erik erika eva fabian felix florian frank franz "
        "franziska friedrich gabriele "
        "georg gerd gerhard gisela gunter gunther hannah hans harald heike heiko heinz heinrich helga helmut henrik herbert holger horst ines ingo "
        "ingrid jan jana jens jessica "
        "joachim johanna johannes jonas jorg josef julia julian jurgen jutta karin karl katharina kathrin katja kerstin klaus kristina kurt lars "
        "laura lena leonie lisa "
        "lukas manfred manuela marco marcus maria marie marion markus martin martina matthias max maximilian melanie michael michaela monika nadine "
        "nicole niklas nina norbert "
        "olaf oliver otto patrick paul peter petra philipp rainer ralf regina renate robert roland rolf rudiger sabine sandra sarah sebastian silke "
        "simon sonja soren stefan "
        "stefanie steffen stephan susanne sven svenja tanja thomas thorsten tim tobias torsten udo ulrich ulrike ursula ute uwe vanessa vera volker "
        "walter werner wilhelm wolfgang yvonne "
        // English
        "adam alan alice amanda amy andrew angela anthony ashley barbara benjamin beth brian carol caroline catherine charles charlotte chloe "
        "christopher claire "
        "colin craig deborah diana donald dorothy edward eleanor elizabeth emily emma eric ethan fiona gary george grace graham hannah harry heather "
        "helen henry ian isabella jack "
        "jacob james jane jason jennifer jeremy joan john jonathan joseph joshua karen katherine keith kelly kenneth kevin kimberly lauren lewis "
        "linda louise lucy margaret mark mary "
        "matthew megan melissa michelle nancy natalie nathan neil nicholas nigel olivia oscar owen pamela patricia philip rachel rebecca richard "
        "ronald rose ross russell ruth ryan "
        "sally samantha samuel scott sharon sophie stephen steven stuart susan theresa timothy victoria vincent william zoe "
        // French
        "adele alain amelie andre antoine arnaud aurelie bernard bertrand brigitte camille cecile celine chantal charlotte christelle christophe "
        "clemence clement corinne cyril "
        "damien delphine denis didier dominique edouard emilie emmanuel eric etienne fabien fabrice florence francois francoise frederic gerard "
        "gilles guillaume helene henri "
        "herve hugo isabelle jacques jean jean-claude jean-luc jean-marc jean-michel jean-pierre jerome joel julie julien laetitia laurence laurent "
        "lea leo lionel loic luc lucas lucie "
        "madeleine manon marc marguerite mathieu mathilde maxime michel monique muriel mylene nathalie nicolas noemie odile olivier pascal pascale "
        "patrice philippe pierre "
        "quentin raphael raymond regis remi rene romain sandrine sebastien serge severine solene sophie stephane stephanie sylvain sylvie theo "
        "thibault thierry valerie "
        "veronique virginie vincent xavier yann yves zoe "
        // Spanish
        "adrian alba alberto alejandra alejandro alfonso alfredo alicia alvaro ana andrea andres angel angeles antonio arturo beatriz belen blanca "
        "carlos carmen carolina cesar clara "
        "concepcion consuelo cristina daniel diego dolores eduardo elena emilio enrique ernesto esteban esther fatima felipe fernando francisca "
        "francisco gabriel gloria gonzalo guadalupe "
        "guillermo gustavo hector hugo ignacio inigo inmaculada irene isabel ivan jaime javier jesus joaquin jorge jose juan juana julio laura "
        "leticia lorena lourdes lucia luis luisa manuel "
        "marcos margarita mario marta martin mercedes miguel miriam monica montserrat natalia nuria oscar pablo paloma patricia pedro pilar rafael "
        "ramon raquel raul ricardo roberto "
        "rocio rodrigo rosa rosario ruben salvador sandra santiago sara sergio silvia sofia susana teresa tomas vicente victor yolanda "
        // Indonesian
        "adi aditya agung agus ahmad aisyah andi andika anita arif aris asep ayu bagus bambang bayu budi cahya citra dedi desi dewi dian dimas dina "
        "dwi edi eka eko endang erna "
        "fajar farah fitri fitriani galih gita hadi hari haryanto hendra hendro heri ika ilham imam indah indra intan irfan irwan iwan joko kartika "
        "kurniawan lestari lia lina made maya "
        "mega muhammad nanda nia novi nur nurul nyoman putri putra putu rahmat ratna reza rian rina rini rizki rizky rudi sari satria siti slamet "
        "sri sugeng suharto sulastri suparman "
        "surya susanti susilo taufik teguh tika tri tuti udin untung vina wahyu wawan wayan widodo wulan yanti yoga yudi yuni yusuf zainal");
    const QString text = folded(word);
    return known.contains(text) || (text.contains(QLatin1Char('-')) && known.contains(text.section(QLatin1Char('-'), 0, 0)));
}

bool isTitle(const QString& word)
{
    static const Words known = words("dr prof dipl ing dipl-ing dipl-kfm dipl-inform dipl-phys dipl-wirt-ing dipl-chem dipl-math dipl-betriebsw mag "
                                     "ir drs dra hj kh mr mrs ms miss herr frau m mme mlle sr sra don "
                                     "dona me dra ma lic arq drg dr-ing prof-dr habil hc");
    QString text = bare(word);
    text.replace(QStringLiteral(".-"), QStringLiteral("-")).replace(QLatin1Char('.'), QLatin1Char('-'));
    if (text.size() <= 1)
        return word == QStringLiteral("M.") || word == QStringLiteral("H.") || word == QStringLiteral("D.");
    return known.contains(text) && (word.endsWith(QLatin1Char('.')) || text.size() > 2 || text == QStringLiteral("ir") ||
                                    text == QStringLiteral("dr") || word == QStringLiteral("Me"));
}

bool isNameParticle(const QString& word)
{
    static const Words known = words("von van vom zu zum zur der den de del della di da dos das du des la le ten ter bin binti ibn al el y");
    static const Words alsoCapital = words("von van de del della di da du la le"); // "Le Goff"
    const QString text = folded(word);
    return known.contains(text) && (word == word.toLower() || word == word.toUpper() || alsoCapital.contains(text));
}

bool isRegisterWord(const QString& word)
{
    static const Words starts =
        words("hrb hra ust-id ustid ust-idnr vat siret siren rcs nif cif nie iban bic swift npwp nib tva steuernr steuer-nr handelsregister "
              "amtsgericht registered "
              "registration reg company-no kbis ape naf uid mwst eori duns bankverbindung kto blz konto capital izin siup tdp");
    const QString text = bare(word);
    return starts.contains(text) || text.startsWith(QStringLiteral("ust-id")) || text.startsWith(QStringLiteral("ust-idnr"));
}

bool isFreeMailer(const QString& domain)
{
    static const Words known = words("gmail.com googlemail.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de yahoo.com yahoo.de yahoo.fr yahoo.es "
                                     "yahoo.co.id yahoo.co.uk outlook.com "
                                     "outlook.de outlook.fr outlook.es hotmail.com hotmail.de hotmail.fr hotmail.es hotmail.co.uk live.com "
                                     "icloud.com me.com aol.com freenet.de orange.fr free.fr "
                                     "wanadoo.fr laposte.net sfr.fr telefonica.net btinternet.com proton.me protonmail.com posteo.de mail.com");
    return known.contains(domain.toLower());
}

bool isSocialNetwork(const QString& domain)
{
    static const Words known = words("linkedin xing facebook instagram twitter x youtube tiktok github wa t skype");
    const QStringList labels = domain.toLower().split(QLatin1Char('.'));
    return labels.size() >= 2 && known.contains(labels[labels.size() - 2]);
}

bool isTopLevel(const QString& ending)
{
    static const Words known = words("com net org info biz eu io ai app dev tech cloud digital online shop store solutions systems group energy "
                                     "consulting agency studio design media "
                                     "de at ch li fr be lu nl es pt it uk ie us ca mx ar cl co pe id sg my in au nz jp cn kr se no dk fi pl cz sk hu "
                                     "ro bg gr tr ru ua za br me tv cc "
                                     "gmbh berlin hamburg bayern koeln wien paris cat madrid london co.uk co.id or.id ac.id go.id web.id sch.id "
                                     "com.mx com.ar com.au co.nz com.sg com.my co.in co.jp org.uk ac.uk com.es com.br example");
    return known.contains(ending.toLower());
}

std::optional<QString> regionOfCountry(const QString& line)
{
    QString text = folded(line);
    text.remove(QLatin1Char('.')).remove(QLatin1Char(','));
    if (text.trimmed().size() == 2 && !line.trimmed().front().isUpper())
        return {};
    return contact::regionNamed(text);
}

QString cityWithAccents(const QString& city)
{
    static const std::map<QString, QString> known = [] {
        std::map<QString, QString> all;
        for (const char* name : {"München",
                                 "Düsseldorf",
                                 "Köln",
                                 "Nürnberg",
                                 "Göttingen",
                                 "Würzburg",
                                 "Lüneburg",
                                 "Osnabrück",
                                 "Saarbrücken",
                                 "Tübingen",
                                 "Lübeck",
                                 "Münster",
                                 "Fürth",
                                 "Zürich",
                                 "Graz",
                                 "Mönchengladbach",
                                 "Mülheim",
                                 "Gütersloh",
                                 "Lünen",
                                 "Düren",
                                 "Lüdenscheid",
                                 "Göppingen",
                                 "Böblingen",
                                 "Kötzting",
                                 "Görlitz",
                                 "Köthen",
                                 "Wülfrath",
                                 "Neumünster",
                                 "Völklingen",
                                 "Rüsselsheim",
                                 "Schwäbisch Gmünd",
                                 "Günzburg",
                                 "Bünde",
                                 "Saint-Étienne",
                                 "Orléans",
                                 "Besançon",
                                 "Nîmes",
                                 "Béziers",
                                 "Mérignac",
                                 "Vénissieux",
                                 "Créteil",
                                 "Évry",
                                 "Genève",
                                 "Neuchâtel",
                                 "Liège",
                                 "Châteauroux",
                                 "Angoulême",
                                 "Compiègne",
                                 "A Coruña",
                                 "La Coruña",
                                 "Logroño",
                                 "Málaga",
                                 "Córdoba",
                                 "Cádiz",
                                 "León",
                                 "Jaén",
                                 "Cáceres",
                                 "Almería",
                                 "Castellón",
                                 "San Sebastián",
                                 "Gijón",
                                 "Alcalá de Henares",
                                 "Móstoles",
                                 "Leganés",
                                 "Ávila",
                                 "Mérida",
                                 "México",
                                 "Bogotá",
                                 "Medellín",
                                 "Querétaro"}) {
            const QString right = QString::fromUtf8(name);
            all[folded(right)] = right;
        }
        return all;
    }();
    const auto at = known.find(folded(city));
    return at == known.end() ? city : at->second;
}

std::optional<LabelKind> labelOf(const QString& word)
{
    static const std::map<QString, LabelKind> known = [] {
        std::map<QString, LabelKind> all;
        const std::pair<LabelKind, const char*> kinds[] = {
            {LabelKind::Work, "t tel telp tlp telf tlf tfno tfn telefon telefono telephone telepon fon phone p ph o office buro zentrale d direct "
                              "direkt durchwahl fixe fijo bureau oficina kantor festnetz standard main work"},
            {LabelKind::Mobile, "m mob mobil mobile movil cell cellular handy c hp wa whatsapp port portable gsm ponsel seluler"},
            {LabelKind::Home, "privat home prive"},
            {LabelKind::Fax, "f fax telefax telecopie faks fx faksimile"},
            {LabelKind::Email, "e email e-mail mail correo courriel surel"},
            {LabelKind::Web, "w web www internet website site url homepage http"}};
        for (const auto& [kind, list] : kinds) {
            for (const QString& one : words(list))
                all[one] = kind;
        }
        return all;
    }();
    const auto at = known.find(bare(word));
    if (at == known.end())
        return {};
    return at->second;
}

} // namespace rapport::capture

// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/country.h"

#include "sync/contact/names.h"

#include <QHash>
#include <QLocale>
#include <QStringList>

namespace rapport::contact
{

namespace
{

using Names = QHash<QString, QString>; ///< plain letters → ISO 3166

/// "DE=deutschland,germany;AT=…;"
void add(Names& names, const char* table)
{
    for (const QString& country : QString::fromLatin1(table).split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        for (const QString& name : country.mid(3).split(QLatin1Char(',')))
            names.insert(name, country.left(2));
    }
}

QString plain(const QString& text)
{
    return plainLetters(QString(text).remove(QLatin1Char('.')).remove(QLatin1Char(','))).simplified();
}

const Names& onCards()
{
    static const Names all = [] {
        Names names;
        add(names, "DE=deutschland,germany,allemagne,alemania,jerman;"
                   "AT=osterreich,austria,autriche;"
                   "CH=schweiz,switzerland,suisse,suiza;"
                   "GB=uk,united kingdom,great britain,england,scotland,wales,royaume-uni,reino unido,grossbritannien;"
                   "IE=ireland,irland,irlande;"
                   "US=usa,united states,united states of america,us,etats-unis,estados unidos;"
                   "CA=canada,kanada;"
                   "AU=australia;"
                   "NZ=new zealand;"
                   "IN=india;"
                   "SG=singapore,singapura;"
                   "MY=malaysia;"
                   "ID=indonesia,indonesien,indonesie;"
                   "FR=france,frankreich,francia,prancis;"
                   "BE=belgique,belgium,belgien,belgie;"
                   "LU=luxembourg,luxemburg;"
                   "ES=espana,spain,spanien,espagne,spanyol;"
                   "MX=mexico;"
                   "AR=argentina;"
                   "CL=chile;"
                   "CO=colombia;"
                   "PE=peru;"
                   "PT=portugal;"
                   "IT=italia,italy,italien,italie;"
                   "NL=nederland,netherlands,the netherlands,niederlande,pays-bas;"
                   "PL=polen,poland,polska;"
                   "DK=denmark,danmark;"
                   "SE=sweden,sverige;"
                   "CZ=czech republic,tschechien;"
                   "JP=japan;"
                   "CN=china;"
                   "BR=brasil,brazil;");
        return names;
    }();
    return all;
}

/// Of every country in English and as its own people say it, then what is known better.
const Names& inLists()
{
    static const Names all = [] {
        Names names;
        for (const QLocale& locale : QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry)) {
            const QString code = QLocale::territoryToCode(locale.territory());
            if (code.size() != 2)
                continue; // "001", the world
            names.insert(plain(QLocale::territoryToString(locale.territory())), code);
            names.insert(plain(locale.nativeTerritoryName()), code);
        }
        add(names, "DE=tyskland,niemcy;"
                   "AT=austria;"
                   "CH=swiss;"
                   "GB=vereinigtes konigreich,inggris;"
                   "US=vereinigte staaten,vereinigte staaten von amerika,amerika serikat;"
                   "NL=holland,belanda;"
                   "BE=belgia;"
                   "IT=italia;"
                   "GR=griechenland,yunani;"
                   "RO=rumanien,rumania;"
                   "HU=ungarn,hungaria;"
                   "SK=slowakei,slowakia;"
                   "SI=slowenien;"
                   "HR=kroatien,kroasia;"
                   "RS=serbien;"
                   "BG=bulgarien;"
                   "BA=bosnien und herzegowina;"
                   "ME=montenegro;"
                   "MK=nordmazedonien;"
                   "AL=albanien;"
                   "TR=turkei,turkey,turki;"
                   "NO=norwegen,norway,norwegia;"
                   "SE=schweden,swedia;"
                   "FI=finnland,finlandia;"
                   "DK=danemark,denmark;"
                   "IS=island;"
                   "EE=estland;"
                   "LV=lettland;"
                   "LT=litauen;"
                   "UA=ukraine,ukraina;"
                   "RU=russland,russische foderation,rusia;"
                   "PL=polandia;"
                   "CZ=tschechische republik,ceko;"
                   "EG=agypten,mesir;"
                   "MA=marokko,maroko;"
                   "TN=tunesien;"
                   "ZA=sudafrika,afrika selatan;"
                   "NG=nigeria;"
                   "KE=kenia;"
                   "AE=vereinigte arabische emirate,uae,uni emirat arab;"
                   "SA=saudi-arabien,arab saudi;"
                   "QA=katar;"
                   "IL=israel;"
                   "JO=jordanien;"
                   "IN=indien;"
                   "JP=jepang;"
                   "CN=tiongkok;"
                   "KR=sudkorea,south korea,korea,korea selatan;"
                   "TW=taiwan;"
                   "HK=hongkong;"
                   "TH=thailand;"
                   "VN=vietnam;"
                   "PH=philippinen,filipina;"
                   "SG=singapur;"
                   "AU=australien;"
                   "NZ=neuseeland,selandia baru;"
                   "MX=mexiko,meksiko;"
                   "BR=brasilien;"
                   "AR=argentinien;"
                   "CL=chile;"
                   "CO=kolumbien;"
                   "PE=peru;"
                   "CY=zypern;"
                   "MT=malta;"
                   "LU=luksemburg;"
                   "LI=liechtenstein;");
        names.insert(onCards());
        names.remove(QString()); // of locales without a name for their country
        return names;
    }();
    return all;
}

std::optional<QString> found(const Names& names, const QString& name)
{
    const auto at = names.constFind(plain(name));
    return at == names.constEnd() ? std::nullopt : std::optional(*at);
}

} // namespace

std::optional<QString> regionNamed(const QString& name)
{
    return found(onCards(), name);
}

std::optional<QString> countryCode(const QString& text)
{
    const QString code = text.trimmed().toUpper();
    if (code.size() == 2 && code != QLatin1String("UK") && QLocale::codeToTerritory(code) != QLocale::AnyTerritory)
        return code;
    return found(inLists(), text);
}

} // namespace rapport::contact

// SPDX-License-Identifier: Apache-2.0
// Given names that one and the same person goes by, folded as names.h says (Joachim, Jürgen → "jurgen", Manuel → "manul"). A name may stand in
// several lines: "alex" is an Alexander or an Alexandra, who are not each other.
#include "sync/contact/names.h"

#include <QHash>

namespace rapport::contact
{

namespace
{

constexpr const char* groups[] = {
    // German
    "alexander alex sascha sasha xander",
    "alexandra alex sandra sascha",
    "andreas andi andy anders",
    "angelika geli angi",
    "anneliese anneli liese",
    "annemarie anne marie",
    "anton toni tony",
    "barbara babsi barbel babs barb",
    "benjamin ben benny benni",
    "bernhard bernd berni hardy",
    "brigitte gitte gitta birgit",
    "christian chris christl",
    "christina christine tina chris christa",
    "christoph chris stoffel christof",
    "cornelia conny nele konny",
    "cornelius conny nils",
    "daniela dani dany",
    "dietmar didi",
    "dieter didi",
    "dominik domi dominic",
    "dorothea dorte thea doro",
    "eberhard ebi hardy",
    "elisabeth lisa elli sissi betty lisbeth elsbeth liz elise",
    "ferdinand ferdi",
    "florian flo flori",
    "franz franzl",
    "franziska franzi ziska",
    "friedrich fritz fred frieder",
    "gabriele gabi gaby gabriela",
    "georg jorg gorg schorsch jurgen",
    "gerhard gerd gert hardy",
    "gunther gunter",
    "hans johannes johann hannes",
    "heinrich heinz heiner henrik hinrich",
    "helmut helmuth heli",
    "henriette jette henni",
    "hubert hubsi",
    "ingeborg inge",
    "jakob jacob jack",
    "joachim jochen achim jo",
    "johanna hanna hanne jo",
    "josef sepp joseph jupp josip",
    "julia jule juli",
    "karl carl charly kalle",
    "karoline caroline caro karo line",
    "katharina kathi kate katja katrin kathrin kati",
    "klaus nikolaus claus niko nico",
    "konrad conrad conny kurt",
    "kornelia conny nele",
    "kristina kristin tina kris",
    "leonhard leo lenny",
    "lorenz laurenz",
    "ludwig lutz wiggerl",
    "magdalena lena leni magda",
    "manfred manni fred",
    "margarete margarethe gretel grete greta rita marga gretchen",
    "maria mia mitzi",
    "martina tina martha",
    "matthias matze hias mathias",
    "maximilian max maxi",
    "michael michi mike micha michel mick",
    "michaela michi ela",
    "norbert bert nobbi",
    "patrick pat patric",
    "philipp phil philip lipp",
    "rainer reiner",
    "raphael rafael rafi raf",
    "rudolf rudi rolf",
    "sebastian basti bastian seb wastl",
    "sabine bine",
    "siegfried sigi siggi",
    "simone mone",
    "stefan steffen steve stephan",
    "stefanie steffi stephanie steffie",
    "susanne susi sanne suse susanna",
    "theodor theo teddy",
    "therese resi theres",
    "thomas tom tommy thom",
    "tobias tobi toby",
    "ulrich uli ulli udo",
    "ulrike uli ulli rike",
    "ursula uschi ulla urs",
    "valentin veltin vale",
    "veronika vroni vera",
    "viktoria vicky vicki",
    "walter walti walther",
    "wilhelm willi willy helm wilm",
    "wolfgang wolf wolfi wolle",
    // English
    "abigail abby gail",
    "albert al bert",
    "alfred al fred alf",
    "amanda mandy",
    "andrew andy drew",
    "anthony tony ant",
    "arthur art",
    "catherine cathy kate katie kathy kat",
    "charles charlie chuck chas",
    "christopher chris topher kit",
    "daniel dan danny",
    "david dave davy",
    "deborah deb debbie",
    "donald don donny",
    "dorothy dot dolly",
    "edward ed eddie ted ned",
    "edgar ed",
    "elizabeth liz beth betty lizzie eliza lisa betsy",
    "emily em emmy",
    "eric rick erik",
    "eugene gene",
    "frances fran frankie",
    "francis frank fran",
    "frederick fred freddie rick",
    "gregory greg",
    "harold harry hal",
    "henry harry hank hal",
    "jacqueline jackie",
    "james jim jimmy jamie",
    "janet jan",
    "jeffrey jeff geoffrey geoff",
    "jennifer jen jenny",
    "jessica jess jessie",
    "john jack johnny jon",
    "jonathan jon nathan",
    "joseph joe joey",
    "joshua josh",
    "judith judy",
    "katherine kate kathy katie kay",
    "kenneth ken kenny",
    "lawrence larry laurie",
    "leonard leo len lenny",
    "louis lou",
    "margaret maggie meg peggy marge rita",
    "matthew matt mat",
    "michelle shelly",
    "nathaniel nate nathan nat",
    "nicholas nick nicky nico",
    "oliver ollie olli",
    "pamela pam",
    "patricia pat trish patty",
    "peter pete pit",
    "raymond ray",
    "rebecca becky becca",
    "richard rick dick richie rich",
    "robert bob bobby rob robbie bert",
    "roger rodge",
    "ronald ron ronny",
    "samantha sam sammy",
    "samuel sam sammy",
    "sarah sally sadie",
    "stephen steve steven",
    "susan sue susie suzy",
    "terence terry",
    "theresa terry tess",
    "timothy tim timmy",
    "victoria vicky tori vic",
    "vincent vince vinnie",
    "virginia ginny",
    "walter walt wally",
    "william bill billy will liam willy",
    "zachary zach zack",
    // French
    "antoine toine",
    "bernadette berna",
    "dominique dom domi",
    "francois fran francis",
    "frederic fred",
    "genevieve ginette",
    "guillaume guy guigui",
    "jacques jacky",
    "jean jeannot",
    "jeanbaptiste jb",
    "laurent lolo",
    "marguerite margot",
    "mathieu mat",
    "maurice momo",
    "nathalie nath",
    "nicolas nico",
    "olivier oli",
    "philippe phil",
    "stephane steph",
    "sylvie syl",
    "valerie val",
    "veronique vero",
    "xavier xav",
    // Spanish
    "alejandro alex jandro ale",
    "antonio tono toni",
    "beatriz bea",
    "carlos charly carlitos",
    "concepcion concha conchita",
    "dolores lola",
    "eduardo edu lalo",
    "enrique quique kike",
    "fernando fer nando",
    "francisco paco pancho curro fran",
    "gregorio goyo",
    "guadalupe lupe lupita",
    "guillermo memo guille",
    "ignacio nacho",
    "isabel isa chabela",
    "jesus chuy chus",
    "jose pepe chepe",
    "josefina pepa fina",
    "manuel manolo manu lolo",
    "mariajose majo",
    "mercedes merche",
    "miguel mike",
    "montserrat montse",
    "pilar pili",
    "rafael rafa",
    "ramon moncho",
    "roberto beto rober",
    "rosario charo",
    "salvador salva chava",
    "santiago santi",
    "teresa tere",
    "vicente chente",
    // Indonesian
    "abdul abd abdu",
    "achmad ahmad akhmad mad",
    "budi budiman budiono budhi",
    "djoko joko jokowi",
    "dwi dwie",
    "hartono tono",
    "haryanto yanto",
    "herawati wati hera",
    "kurniawan iwan wawan kurnia",
    "muhammad mohammad mohamad muhamad moh muh mohammed mohamed",
    "nur noor nurul",
    "setiawan iwan wawan setyawan",
    "siti sitti",
    "sri srie",
    "suharto soharto harto",
    "supriyanto yanto supri",
    "suryanto yanto surya",
    "susanto anto santo",
    "susilawati susi wati",
    "sutrisno trisno",
    "wahyudi yudi wahyu",
    "yuliana yuli",
    "yulianto yuli anto",
};

QStringList wordsOf(int line)
{
    return QString::fromLatin1(groups[line]).split(QLatin1Char(' '));
}

/// The lines in which a folded name stands.
const QMultiHash<QString, int>& lines()
{
    static const QMultiHash<QString, int> all = [] {
        QMultiHash<QString, int> made;
        for (int line = 0; line < static_cast<int>(std::size(groups)); ++line) {
            for (const QString& name : wordsOf(line))
                made.insert(folded(name), line);
        }
        return made;
    }();
    return all;
}

} // namespace

bool areNicknames(const QString& a, const QString& b)
{
    for (auto line = lines().constFind(a); line != lines().constEnd() && line.key() == a; ++line) {
        if (lines().contains(b, line.value()))
            return true;
    }
    return false;
}

QStringList nicknamesOf(const QString& given)
{
    QStringList others;
    for (auto line = lines().constFind(given); line != lines().constEnd() && line.key() == given; ++line) {
        for (const QString& name : wordsOf(line.value())) {
            if (folded(name) != given && !others.contains(name))
                others.append(name);
        }
    }
    return others;
}

} // namespace rapport::contact

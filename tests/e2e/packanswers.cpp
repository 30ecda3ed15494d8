// SPDX-License-Identifier: Apache-2.0
#include "e2e/packanswers.h"

#include "e2e/stand.h"

#include <QImage>
#include <QJsonArray>

namespace rapport::e2e
{

using namespace Qt::StringLiterals;

namespace
{

Pack tradeFair()
{
    return {u"trade_fair_conversation"_s,
            u"newConversationButton"_s,
            u"Type instead"_s,
            {{u"known_organisation"_s, u"A firm we know?"_s, Way::Search, u"Tiefk"_s, u"b59b6d45-f25b-4dee-9287-69d7a785de06"_s},
             {u"given_name"_s, u"Given name"_s, Way::Text, u"Ana"_s},
             {u"family_name"_s, u"Family name"_s, Way::Text, u"Keller"_s},
             {u"job_title"_s, u"Position"_s, Way::Text, u"Head of purchasing"_s},
             {u"email"_s, u"E-mail"_s, Way::Text, u"ana.keller@tiefkuehl.example"_s},
             {u"mobile"_s, u"Mobile"_s, Way::Text, u"+49 151 5550101"_s},
             {u"phone"_s, u"Telephone"_s, Way::Text, u"+49 40 5550101"_s},
             {u"language"_s, u"Which language does the person prefer?"_s, Way::Choice, u"German"_s, u"de"_s},
             {u"badge_id"_s, u"Badge number"_s, Way::Text, u"KX-4711"_s},
             {u"c_street"_s, u"Street"_s, Way::Text, u"Kaltgasse 1"_s},
             {u"c_postcode"_s, u"Postcode"_s, Way::Text, u"20457"_s},
             {u"c_city"_s, u"City"_s, Way::Text, u"Hamburg"_s},
             {u"c_country"_s, u"Country"_s, Way::Text, u"DE"_s},
             {u"other_emails"_s, u"Further e-mail addresses"_s, Way::Text, u"ak@tiefkuehl.example office@tiefkuehl.example"_s},
             {u"other_phones"_s, u"Further telephone numbers"_s, Way::Text, u"+49405550102"_s},
             {u"card_photo"_s, u"Photo of the business card"_s, Way::Picture, {}},
             {u"legal_name"_s, u"Name of the firm"_s, Way::Kept, u"Tiefkühl Direkt GmbH"_s},
             {u"o_website"_s, u"Website"_s, Way::Text, u"www.tiefkuehl.example"_s},
             {u"lead_status"_s, u"How warm is this lead?"_s, Way::Choice, u"Hot"_s, u"hot"_s},
             {u"products"_s, u"What is of interest?"_s, Way::Choice, u"PX-450"_s, u"px450"_s},
             {u"question"_s, u"Which questions are there?"_s, Way::Text, u"How much R290 is in it?"_s},
             {u"shops"_s, u"How many shops are planned?"_s, Way::Choice, u"11–50"_s, u"11_50"_s},
             {u"remark"_s, u"Remark, only for us"_s, Way::Text, u"Wants to be called in the morning"_s},
             {u"opp_signal"_s, u"Is there a sales opportunity?"_s, Way::Choice, u"Yes"_s, u"yes"_s},
             {u"title"_s, u"What is it about?"_s, Way::Text, u"Twenty freezers"_s},
             {u"amount"_s, u"Estimated value"_s, Way::Text, u"98000"_s, u"98000.0"_s},
             {u"currency"_s, u"Currency"_s, Way::Choice, u"EUR"_s},
             {u"stage"_s, u"Stage"_s, Way::Choice, u"Qualified"_s, u"qualified"_s},
             {u"next_step"_s, u"Next step"_s, Way::Text, u"Visit the first shop"_s},
             {u"p_due"_s, u"Decision until"_s, Way::Text, u"2027-12-20"_s},
             {u"kind"_s, u"What follows?"_s, Way::Choice, u"Brochure"_s, u"brochure"_s},
             {u"channel"_s, u"How?"_s, Way::Choice, u"Printed, by post"_s, u"print"_s},
             {u"asset_ids"_s, u"Which documents?"_s, Way::Choice, u"Data sheet PX-450"_s, u"px450_sheet"_s},
             {u"quantity"_s, u"How many copies?"_s, Way::Text, u"3"_s},
             {u"f_address"_s, u"Send to"_s, Way::Text, u"Kaltgasse 1, Hamburg"_s},
             {u"f_due"_s, u"Until when?"_s, Way::Text, u"2027-11-24"_s},
             {u"owner"_s, u"Who does it?"_s, Way::Text, u"m.hansen"_s},
             {u"f_remark"_s, u"Remark"_s, Way::Text, u"By courier"_s},
             {u"body"_s, u"What could we not answer?"_s, Way::Text, u"Noise at night"_s},
             {u"consent_contact"_s, u"May we contact you about this?"_s, Way::Choice, u"Yes"_s, u"yes"_s},
             {u"consent_newsletter"_s, u"And may we send you our newsletter?"_s, Way::Choice, u"No"_s, u"no"_s},
             {u"consent_sign"_s, u"Signature"_s, Way::Signature, u"Ana Keller"_s}}};
}

Pack maintenance()
{
    std::vector<Answer> answers{{u"serial"_s, u"Scan the serial number"_s, Way::Text, u"PX200-24-01044"_s},
                                {u"last_service"_s, u"Date of service"_s, Way::Kept, u"2027-11-10"_s},
                                {u"hours"_s, u"Operating hours"_s, Way::Text, u"6480"_s}};
    const std::vector<std::pair<QString, QString>> points{{u"p01_clean"_s, u"Cabinet is clean inside"_s},
                                                          {u"p02_glass"_s, u"Glass and doors are undamaged"_s},
                                                          {u"p03_gasket"_s, u"Door gasket closes tightly"_s},
                                                          {u"p04_shelves"_s, u"Shelves and price rails are firm"_s},
                                                          {u"p05_light"_s, u"Lighting works"_s},
                                                          {u"p06_condenser"_s, u"Condenser is clean"_s},
                                                          {u"p07_evaporator"_s, u"Evaporator is free of ice"_s},
                                                          {u"p08_fans"_s, u"Fans run quietly"_s},
                                                          {u"p09_drain"_s, u"Defrost water drains"_s},
                                                          {u"p10_leak"_s, u"No leak found"_s},
                                                          {u"p11_cable"_s, u"Cable and plug are undamaged"_s},
                                                          {u"p12_earth"_s, u"Earth connection is firm"_s},
                                                          {u"p13_control"_s, u"Controller shows the right temperature"_s},
                                                          {u"p14_alarm"_s, u"Alarm is heard"_s}};
    for (const auto& [name, label] : points) {
        const bool torn = name == u"p03_gasket";
        answers.push_back({name, label, Way::Choice, torn ? u"Not OK"_s : u"OK"_s, torn ? u"nok"_s : u"ok"_s});
        if (torn) {
            answers.push_back({u"p03_gasket_photo"_s, u"Photo of it"_s, Way::Picture, {}});
            answers.push_back({u"p03_gasket_repair"_s, u"What was done?"_s, Way::Text, u"New gasket"_s});
        }
    }
    answers.insert(answers.end(),
                   {{u"quantity"_s, u"Quantity"_s, Way::Choice, u"Suction pressure"_s, u"7d1f3c10-2a54-4a5e-8c7d-1b5f00000007"_s},
                    {u"value"_s, u"Value (bar)"_s, Way::Text, u"3.9"_s},
                    {u"reason"_s, u"Why is it outside the limits?"_s, Way::Text, u"Too much refrigerant"_s},
                    {u"repair"_s, u"What was repaired?"_s, Way::Text, u"Some let out"_s},
                    {u"part_number"_s, u"Part"_s, Way::Choice, u"71-20440 Door gasket PX-200"_s, u"3c5e9a10-7b1d-4c52-9e0a-6d1f00000002"_s},
                    {u"part_count"_s, u"Pieces"_s, Way::Text, u"2"_s},
                    {u"refrigerant"_s, u"Refrigerant filled in"_s, Way::Text, u"0.14"_s},
                    {u"minutes"_s, u"Working time"_s, Way::Text, u"90"_s},
                    {u"state"_s, u"State of the job"_s, Way::Choice, u"Done"_s, u"done"_s},
                    {u"report"_s, u"Work done"_s, Way::Text, u"Gasket renewed"_s},
                    {u"contact"_s, u"Contact on site"_s, Way::Search, u"Roth"_s, u"62879050-a631-4515-9d2b-a7fff855db6a"_s},
                    {u"phone"_s, u"Telephone"_s, Way::Text, u"+49 911 5550 122"_s},
                    {u"signer"_s, u"Signed by"_s, Way::Text, u"Budi Santoso"_s},
                    {u"csign"_s, u"Customer signature"_s, Way::Signature, u"Budi Santoso"_s},
                    {u"sales_signal"_s, u"Anything for sales?"_s, Way::Choice, u"Yes"_s, u"yes"_s},
                    {u"title"_s, u"What?"_s, Way::Text, u"Two more freezers"_s},
                    {u"next_step"_s, u"Next step"_s, Way::Text, u"Call in December"_s}});
    return {u"maintenance_checklist"_s, u"jobRow"_s, u"Door gasket to be changed"_s, answers};
}

Pack configuration()
{
    return {u"product_configuration"_s,
            u"otherForm_product_configuration"_s,
            u"Start the form Product configuration"_s,
            {{u"known_organisation"_s, u"Which firm?"_s, Way::Search, u"Frischm"_s, u"1bed7614-03a7-42ca-a7a0-e7ce2e662e59"_s},
             {u"known_contact"_s, u"With whom?"_s, Way::Search, u"Kr"_s, u"5bdc9531-9c63-41af-8ad2-4531d71a1a39"_s},
             {u"product"_s, u"Which product?"_s, Way::Choice, u"PX-450"_s, u"29475819-b2d6-5f7c-85aa-bc998a88b015"_s},
             {u"qty"_s, u"How many?"_s, Way::Text, u"12"_s},
             {u"disc"_s, u"Discount in %"_s, Way::Text, u"7.5"_s},
             {u"options"_s, u"Which options?"_s, Way::Choice, u"LED light"_s, u"led"_s},
             {u"power"_s, u"230 V socket with its own fuse"_s, Way::Choice, u"OK"_s, u"ok"_s},
             {u"air"_s, u"15 cm of air behind it"_s, Way::Choice, u"OK"_s, u"ok"_s},
             {u"floor"_s, u"Level floor that carries 250 kg"_s, Way::Choice, u"Not OK"_s, u"nok"_s},
             {u"door"_s, u"Doors at least 95 cm wide on the way in"_s, Way::Choice, u"OK"_s, u"ok"_s},
             {u"site_note"_s, u"What has to be done there first?"_s, Way::Text, u"A plate under it"_s},
             {u"wants_offer"_s, u"Shall we send an offer?"_s, Way::Choice, u"Yes"_s, u"yes"_s},
             {u"valid_until"_s, u"Until when is it needed?"_s, Way::Text, u"2027-12-01"_s},
             {u"known_opportunity"_s, u"Which open opportunity does it belong to? (empty = a new one)"_s, Way::Choice, u"Rumänien Rollout"_s,
              u"7a5db799-3352-44f7-bd2e-d84cc5a9b773"_s},
             {u"next_step"_s, u"Next step"_s, Way::Kept, u"Visit the first shop"_s},
             {u"r_remark"_s, u"Anything the office should know?"_s, Way::Text, u"Please in German"_s}}};
}

Pack accountSelection()
{
    std::vector<Answer> answers{{u"account"_s, u"Which account?"_s, Way::Search, u"Tief"_s, u"b59b6d45-f25b-4dee-9287-69d7a785de06"_s},
                                {u"as_of"_s, u"As of"_s, Way::Kept, u"2027-11-10"_s}};
    const std::vector<std::pair<QString, QString>> levels{{u"geo"_s, u"Are we at home where this customer buys and decides?"_s},
                                                          {u"fin"_s, u"Can and will the customer spend money with us?"_s},
                                                          {u"lead_"_s, u"How strong is the customer in its own market?"_s},
                                                          {u"refv"_s, u"How much is its name worth as a reference?"_s},
                                                          {u"core"_s, u"Does it need what we are best at?"_s},
                                                          {u"subst"_s, u"Is its field one that matters to us?"_s},
                                                          {u"futp"_s, u"Will it lead us to the projects we want next?"_s},
                                                          {u"addr"_s, u"How much of its demand is open to us?"_s},
                                                          {u"reve"_s, u"How much revenue is in it?"_s},
                                                          {u"marg"_s, u"How good is the margin?"_s},
                                                          {u"cross"_s, u"How much else could it buy from us?"_s},
                                                          {u"rels"_s, u"How good are our contacts, how easily do we get an appointment?"_s},
                                                          {u"compi"_s, u"How little competition is there? (10 = hardly any)"_s},
                                                          {u"esell"_s, u"How easy is it to sell there?"_s},
                                                          {u"edel"_s, u"How easy is it to deliver well there?"_s}};
    int level = 0;
    for (const auto& [name, label] : levels)
        answers.push_back({name, label, Way::Level, QString::number(level++ % 10 + 1)});
    answers.insert(answers.end(), {{u"w1"_s, u"Background"_s, Way::Text, u"15"_s},
                                   {u"w2"_s, u"Strategic fit"_s, Way::Text, u"25"_s},
                                   {u"w3"_s, u"Potential"_s, Way::Text, u"20"_s},
                                   {u"w4"_s, u"Relationship"_s, Way::Text, u"30"_s},
                                   {u"w5"_s, u"Culture"_s, Way::Text, u"10"_s},
                                   {u"reason"_s, u"Why has it moved since last time?"_s, Way::Text, u"They have a new buyer"_s}});
    return {u"account_selection"_s, u"otherForm_account_selection"_s, u"Start the form Account selection"_s, answers};
}

Pack voiceOfCustomer()
{
    return {u"voice_of_customer"_s,
            u"otherForm_voice_of_customer"_s,
            u"Start the form Voice of the customer"_s,
            {{u"account"_s, u"Which customer?"_s, Way::Search, u"Frischm"_s, u"1bed7614-03a7-42ca-a7a0-e7ce2e662e59"_s},
             {u"people"_s, u"Who was there?"_s, Way::Search, u"Kr"_s, u"5bdc9531-9c63-41af-8ad2-4531d71a1a39"_s},
             {u"others"_s, u"Anybody else?"_s, Way::Text, u"A trainee"_s},
             {u"as_of"_s, u"When?"_s, Way::Kept, u"2027-11-10"_s},
             {u"v_init"_s, u"What has really helped this customer, from us or from others?"_s, Way::Text, u"One contact for all shops"_s},
             {u"v_type"_s, u"What did it change?"_s, Way::Choice, u"Less effort for the same result"_s, u"eff"_s},
             {u"v_drv"_s, u"Where did the value come from?"_s, Way::Choice, u"Time saved"_s, u"time"_s},
             {u"h_exp"_s, u"What is remembered, and who brought it about?"_s, Way::Text, u"The opening in Cluj"_s},
             {u"h_lang"_s, u"Which words does the customer use?"_s, Way::Text, u"Cold is trust"_s},
             {u"h_net"_s, u"Who is close to whom, and since when?"_s, Way::Text, u"Weber and our service"_s},
             {u"c_what"_s, u"What happened, and what came of it?"_s, Way::Text, u"A late delivery"_s},
             {u"c_whom"_s, u"Whom did it hurt, whom did it help?"_s, Way::Text, u"The shop in Bonn"_s},
             {u"c_chg"_s, u"What is different since then?"_s, Way::Text, u"A call the day before"_s},
             {u"w_why"_s, u"How does this customer choose a supplier, and who decides?"_s, Way::Text, u"Price, then service"_s},
             {u"w_us"_s, u"Why did we win, why did we lose?"_s, Way::Text, u"Won by the service"_s},
             {u"summary"_s, u"What should everybody here know about it?"_s, Way::Text, u"One contact for all"_s},
             {u"obs"_s, u"What you noticed about people, only for us"_s, Way::Text, u"She likes to walk"_s}}};
}

/// Every value in @p answers by its name, however deep.
void collect(const QJsonValue& answers, const QString& name, QMultiMap<QString, QString>& values)
{
    if (answers.isObject()) {
        const QJsonObject object = answers.toObject();
        for (auto part = object.begin(); part != object.end(); ++part)
            collect(part.value(), part.key(), values);
    } else if (answers.isArray()) {
        for (const QJsonValue& part : answers.toArray())
            collect(part, name, values);
    } else {
        values.insert(name, answers.toVariant().toString());
    }
}

} // namespace

std::vector<Pack> shippedPacks()
{
    return {tradeFair(), maintenance(), configuration(), accountSelection(), voiceOfCustomer()};
}

bool giveAlbum(const Machine& machine)
{
    const QString pictures = machine.path(u"pictures"_s);
    if (!machine.setFolders({{u"PICTURES"_s, pictures}, {u"DOWNLOAD"_s, pictures + u"/none"_s}}))
        return false;
    QImage picture(600, 400, QImage::Format_RGB32);
    picture.fill(qRgb(60, 120, 130));
    return picture.save(pictures + u"/gasket.jpg"_s);
}

QMultiMap<QString, QString> record(const Machine& machine, const QString& form)
{
    const QJsonArray all =
        rapportctl({u"hub"_s, u"--data-dir"_s, machine.dataDir() + u"/hub"_s, u"submissions"_s, u"export"_s, form}, machine.environment())
            .json()
            .array();
    QMultiMap<QString, QString> values;
    if (all.size() == 1)
        collect(all[0][u"answers"_s], {}, values);
    return values;
}

bool isSent(const Machine& machine, const QString& form)
{
    for (const QJsonValue& one : conversations(machine)) {
        if (one[u"form_id"_s].toString() == form)
            return one[u"state"_s].toString() == u"sent";
    }
    return false;
}

QStringList lacking(const Machine& machine, const Pack& pack)
{
    const auto values = record(machine, pack.form);
    QStringList lacking;
    for (const Answer& one : pack.answers) {
        const bool drawn = one.way == Way::Picture || one.way == Way::Signature;
        if (drawn ? values.value(one.name).isEmpty() : !values.contains(one.name, one.stored.isEmpty() ? one.said : one.stored))
            lacking.append(one.name + u" is "_s + QStringList(values.values(one.name)).join(u", "_s));
    }
    return lacking;
}

} // namespace rapport::e2e

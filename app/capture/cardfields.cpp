// SPDX-License-Identifier: Apache-2.0
#include "app/capture/cardfields.h"

#include "app/capture/cardaddress.h"
#include "app/capture/cardcode.h"
#include "app/capture/cardname.h"
#include "app/capture/cardpatterns.h"
#include "app/capture/cardpieces.h"
#include "app/capture/cardroles.h"
#include "app/capture/cardwords.h"
#include "sync/contact/phone.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace rapport::capture
{

namespace
{

using contact::ContactDraft;
using contact::Phone;

constexpr std::size_t mostValues = 10; ///< of e-mail addresses, of numbers

/// Where @p value stands in a piece: the words that are part of it.
QRectF boxOf(const Piece& piece, const QString& value)
{
    const QString wanted = lettersOf(value);
    QRectF box;
    for (const std::vector<CardWord>* words : {&piece.words, &piece.plainWords}) {
        for (const CardWord& word : *words) {
            const QString letters = lettersOf(word.text);
            if (!letters.isEmpty() && wanted.contains(letters))
                box |= word.box;
        }
        if (!box.isEmpty())
            break;
    }
    return box.isEmpty() ? piece.box : box;
}

class Parser
{
public:
    Parser(const CardText& text, const QString& country) : m_text(text), m_country(country), m_pieces(piecesOf(text.lines)) {}

    ContactDraft draft()
    {
        m_draft.origin = ContactDraft::Origin::Card;
        for (Piece& piece : m_pieces)
            takeAddresses(piece);
        settleDomains();
        for (Piece& piece : m_pieces)
            takeNumbers(piece);
        takePlaces();
        chooseNamed();
        return std::move(m_draft);
    }

private:
    void note(const QString& field, const Piece& piece, const QString& value, double confidence)
    {
        m_draft.evidence[field] = {piece.printed, m_text.toPicture.mapRect(boxOf(piece, value)), std::clamp(confidence, 0.0, 1.0)};
    }

    // Addresses and numbers: told by what they look like.

    void takeAddresses(Piece& piece)
    {
        Found emails = takeEmails(piece.plain);
        if (emails.values.isEmpty() && piece.text.contains(QLatin1Char('@')))
            emails = takeEmails(piece.text);
        for (const QString& email : emails.values) {
            if (m_emails.size() < static_cast<qsizetype>(mostValues) && !m_emails.contains(email)) {
                m_emails.append(email);
                m_emailPieces.push_back(&piece);
            }
        }
        Found links = takeLinks(emails.rest);
        if (links.values.isEmpty() && emails.values.isEmpty())
            links = takeLinks(piece.text);
        for (const QString& link : links.values) {
            if (m_links.size() < static_cast<qsizetype>(mostValues)) {
                m_links.append(link);
                m_linkPieces.push_back(&piece);
            }
        }
        if (emails.values.isEmpty() && links.values.isEmpty())
            return;
        piece.plain = piece.text = withoutLabels(links.rest);
        piece.used = piece.text.size() < 2;
        static const QRegularExpression handle(QStringLiteral("^@?\\w*$"));
        if (handle.match(piece.text).hasMatch() && countOf(piece.text, isJobWord) == 0)
            piece.used = true;
    }

    /// What is left of "E: a@b.de | W: b.de" says nothing.
    static QString withoutLabels(const QString& rest)
    {
        QStringList kept;
        for (const QString& word : wordsOf(rest)) {
            if (!labelOf(word) && !lettersOf(word).isEmpty())
                kept.append(word);
        }
        return kept.join(QLatin1Char(' '));
    }

    void settleDomains()
    {
        QString letters;
        for (const Piece& piece : m_pieces) {
            if (!piece.used)
                letters += spelledOut(piece.text);
        }
        agreeOnDomain(m_emails, m_links, letters);
        for (qsizetype i = 0; i < m_emails.size(); ++i) {
            const QString domain = domainOf(m_emails[i]);
            if (domain.isEmpty())
                continue;
            m_draft.contact.emails.append(m_emails[i]);
            note(QStringLiteral("emails.%1").arg(m_draft.contact.emails.size() - 1), *m_emailPieces[static_cast<std::size_t>(i)], m_emails[i],
                 m_emailPieces[static_cast<std::size_t>(i)]->confidence);
            if (!isFreeMailer(domain))
                m_cores.append(coreOf(domain));
        }
        for (const bool social : {false, true}) { // the firm's own first
            for (qsizetype i = 0; i < m_links.size(); ++i) {
                if (isSocialNetwork(domainOf(m_links[i])) != social || m_draft.contact.urls.contains(m_links[i]))
                    continue;
                m_draft.contact.urls.append(m_links[i]);
                note(QStringLiteral("urls.%1").arg(m_draft.contact.urls.size() - 1), *m_linkPieces[static_cast<std::size_t>(i)], m_links[i],
                     m_linkPieces[static_cast<std::size_t>(i)]->confidence);
                if (!social)
                    m_cores.append(coreOf(domainOf(m_links[i])));
            }
        }
        m_local = localPart();
    }

    /// Of the address that is a person's: the first one that is not an office's.
    QString localPart() const
    {
        static const QStringList offices{
            QStringLiteral("info"),     QStringLiteral("office"),  QStringLiteral("kontakt"),  QStringLiteral("contact"),
            QStringLiteral("contacto"), QStringLiteral("mail"),    QStringLiteral("sales"),    QStringLiteral("service"),
            QStringLiteral("support"),  QStringLiteral("hello"),   QStringLiteral("vertrieb"), QStringLiteral("post"),
            QStringLiteral("ventas"),   QStringLiteral("accueil"), QStringLiteral("admin"),    QStringLiteral("marketing")};
        for (const QString& email : m_draft.contact.emails) {
            const QString local = email.section(QLatin1Char('@'), 0, 0);
            if (!offices.contains(local))
                return local;
        }
        return {};
    }

    QString region() const
    {
        for (const Piece& piece : m_pieces) {
            const AddressParts parts = addressOf(piece.text, m_text.language);
            if (const auto found = regionOfCountry(parts.country); found && !parts.country.isEmpty())
                return *found;
        }
        for (const QString& address : m_emails + m_links) {
            const QString end = domainOf(address).section(QLatin1Char('.'), -1).toUpper();
            if (end == QStringLiteral("UK"))
                return QStringLiteral("GB");
            static const QStringList named{QStringLiteral("IO"), QStringLiteral("EU"), QStringLiteral("AI"), QStringLiteral("CO"),
                                           QStringLiteral("ME"), QStringLiteral("TV"), QStringLiteral("CC")};
            if (end.size() == 2 && !named.contains(end))
                return end;
        }
        if (!m_country.isEmpty())
            return m_country;
        static const std::pair<const char*, const char*> homes[] = {{"deu", "DE"}, {"fra", "FR"}, {"spa", "ES"}, {"ind", "ID"}, {"eng", "GB"}};
        for (const auto& [language, home] : homes) {
            if (m_text.language == QLatin1String(language))
                return QLatin1String(home);
        }
        return {};
    }

    void takeNumbers(Piece& piece)
    {
        if (piece.used)
            return;
        QString rest;
        const auto phones = takePhones(piece.plain, rest);
        if (m_region.isEmpty())
            m_region = region();
        bool taken = false;
        for (const FoundPhone& phone : phones) {
            const auto look = contact::lookAtPhone(phone.number, m_region);
            const bool international = phone.number.contains(QLatin1Char('+'));
            if ((!look && !phone.labelled && !international) || m_draft.contact.phones.size() >= mostValues)
                continue;
            const QStringList beside = wordsOf(withoutLabels(rest));
            if (!phone.labelled && !international && (beside.size() > 1 || beside.join(QString()).size() > 10))
                continue; // "Im Grund 149 - 99084 Erfurt"; one short word may be a label that was misread
            const bool mobile = look && look->line == contact::PhoneLook::Line::Mobile;
            const Phone made{phone.number, phone.kind.value_or(mobile ? Phone::Kind::Mobile : Phone::Kind::Work)};
            taken = true;
            if (std::find(m_draft.contact.phones.begin(), m_draft.contact.phones.end(), made) != m_draft.contact.phones.end())
                continue;
            m_draft.contact.phones.push_back(made);
            note(QStringLiteral("phones.%1").arg(m_draft.contact.phones.size() - 1), piece, phone.number,
                 piece.confidence * (look && look->valid ? 1 : 0.8));
        }
        if (!taken)
            return;
        const QString kept = withoutLabels(rest);
        piece.used = kept.size() < 4;
        if (piece.text == piece.plain || piece.used)
            piece.text = kept;
        piece.plain = kept;
    }

    // Where it is: postcode, city, street, country.

    void takePlaces()
    {
        const QString& language = m_text.language;
        contact::Contact& contact = m_draft.contact;
        for (Piece& piece : m_pieces) {
            if (piece.used || countOf(piece.text, isRegisterWord) > 0)
                continue;
            const AddressParts parts = addressOf(piece.text, language);
            if (parts.isEmpty() || (countOf(piece.text, isLegalForm) > 0 && parts.postcode.isEmpty() && parts.country.isEmpty()))
                continue;
            if (parts.postcode.isEmpty() && parts.country.isEmpty() && !contact.street.isEmpty())
                continue;
            set(contact.street, "street", parts.street, piece);
            if (!parts.postcode.isEmpty() && contact.postcode.isEmpty()) {
                m_postcode = &piece;
                set(contact.postcode, "postcode", parts.postcode, piece);
                set(contact.city, "city", parts.city, piece);
            }
            set(contact.country, "country", parts.country, piece);
            piece.used = true;
        }
        if (m_postcode)
            lookAround(*m_postcode);
    }

    void set(QString& field, const char* name, const QString& value, const Piece& piece)
    {
        if (!field.isEmpty() || value.isEmpty())
            return;
        field = value;
        note(QLatin1String(name), piece, value, piece.confidence);
    }

    /// What the postcode's line did not say is in the line above it (or below).
    void lookAround(const Piece& postcode)
    {
        contact::Contact& contact = m_draft.contact;
        for (Piece& piece : m_pieces) {
            if (piece.used)
                continue;
            const bool above = below(piece, m_pieces, 1.6) == &postcode, under = below(postcode, m_pieces, 1.6) == &piece;
            const double apart = postcode.box.left() - piece.box.right();
            const bool beside =
                apart > 0 && apart < 4 * piece.height && std::abs(piece.box.center().y() - postcode.box.center().y()) < 0.5 * piece.height;
            if (!above && !under && !beside)
                continue;
            const QString text = withoutRim(piece.text);
            if (contact.street.isEmpty() && (above || beside) &&
                (mayBeStreet(text) || (countOf(text, isStreetWord) > 0 && countOf(text, isJobWord) == 0 && countOf(text, isLegalForm) == 0))) {
                const AddressParts parts = addressOf(text + QStringLiteral(", 00000 X"), m_text.language); // dressed as beside a postcode
                set(contact.street, "street", parts.street.isEmpty() ? text : parts.street, piece);
                piece.used = true;
            } else if (contact.city.isEmpty() && countOf(text, isJobWord) == 0 &&
                       std::none_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); })) {
                set(contact.city, "city", cityWithAccents(text), piece);
                piece.used = true;
            }
        }
    }

    // Who it is.

    void chooseNamed()
    {
        const CardHints hints{m_cores, m_local};
        const CardRoles roles = chooseRoles(m_pieces, hints);
        if (roles.firm)
            setFirm(roles, hints);
        if (roles.name)
            setName(*roles.name);
        if (roles.job)
            set(m_draft.contact.jobTitle, "job_title", withoutRim(roles.job->text), *roles.job);
    }

    void setFirm(const CardRoles& roles, const CardHints& hints)
    {
        Piece& piece = *roles.firm;
        QString text = withoutRim(piece.text);
        if (const Piece* more = roles.restOfFirm) {
            text = more->box.center().y() > piece.box.center().y() ? text + QLatin1Char(' ') + withoutRim(more->text)
                                                                   : withoutRim(more->text) + QLatin1Char(' ') + text;
            piece.box |= more->box;
            piece.printed = text;
        }
        set(m_draft.contact.organisation, "organisation", asFirm(withoutPicture(text, piece), hints), piece);
        for (QStringList* addresses : {&m_draft.contact.emails, &m_draft.contact.urls}) { // the domain is mostly the firm's name
            for (QString& address : *addresses) {
                const QString domain = domainOf(address);
                QString better = domain;
                for (const QString& word : wordsOf(m_draft.contact.organisation))
                    better = respelled(better, spelledOut(word));
                if (!domain.isEmpty())
                    address.replace(domain, better);
            }
        }
    }

    void setName(Piece& piece)
    {
        QStringList printed = wordsOf(withoutRim(piece.text));
        if (m_text.language == QStringLiteral("deu")) {
            for (QString& word : printed) {
                for (const QString& part : m_local.split(QRegularExpression(QStringLiteral("[^a-z]+")), Qt::SkipEmptyParts))
                    word = withUmlauts(word, part);
            }
        }
        const PersonName split = splitName(printed.join(QLatin1Char(' ')), m_local, m_text.language);
        contact::Contact& contact = m_draft.contact;
        contact.prefix = split.prefix;
        set(contact.givenName, "given_name", split.given, piece);
        set(contact.familyName, "family_name", split.family, piece);
        for (QString& email : contact.emails) { // before the @ stands the name
            QString local = email.section(QLatin1Char('@'), 0, 0);
            for (const QString& word : wordsOf(split.given) + wordsOf(split.family))
                local = respelled(local, spelledOut(word));
            email = local + QLatin1Char('@') + email.section(QLatin1Char('@'), 1);
        }
        set(contact.fullName, "full_name", QStringList{split.given, split.family}.join(QLatin1Char(' ')).trimmed(), piece);
    }

    const CardText& m_text;
    const QString m_country;
    std::vector<Piece> m_pieces; ///< not resized after this: pointers into it are kept
    ContactDraft m_draft;
    QStringList m_emails, m_links, m_cores; ///< m_cores: of domains that may be the firm's
    std::vector<Piece*> m_emailPieces, m_linkPieces;
    QString m_local, m_region;
    const Piece* m_postcode = nullptr;
};

} // namespace

ContactDraft draftFromCard(const CardText& text, const QString& country, const std::vector<contact::BadgeRule>& rules)
{
    ContactDraft draft = Parser(text, country).draft();
    for (const Code& code : text.codes) {
        const auto badge = contact::readByRules(rules, code.text, country);
        preferCode(draft, badge ? badge->contact : draftFromCode(code, country).contact);
        if (!badge)
            continue;
        draft.contact.badgeId = badge->contact.badgeId;
        draft.more = badge->more;
    }
    return draft;
}

} // namespace rapport::capture

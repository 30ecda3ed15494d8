// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/mailbox.h"

#include <QSet>
#include <QStringList>
#include <QUrl>

namespace rapport::contact
{

namespace
{

QSet<QString> setOf(const char* words)
{
    const QStringList list = QString::fromLatin1(words).split(QLatin1Char(' '));
    return {list.begin(), list.end()};
}

/// Labels under which countries let firms register: "firm.co.uk".
bool isCommon(const QString& label)
{
    static const QSet<QString> labels = setOf("co com org net ac gov edu or go gob ltd plc");
    return labels.contains(label);
}

QString registered(const QString& host)
{
    QStringList labels = host.toLower().split(QLatin1Char('.'), Qt::SkipEmptyParts);
    const qsizetype count = labels.size() > 2 && labels.back().size() == 2 && isCommon(labels[labels.size() - 2]) ? 3 : 2;
    return labels.size() < 2 ? QString() : labels.mid(qMax<qsizetype>(0, labels.size() - count)).join(QLatin1Char('.'));
}

bool isShared(const QString& local)
{
    static const QSet<QString> names =
        setOf("info infos office sales contact kontakt contacts mail email post postmaster service services support "
              "hello hallo admin administration vertrieb einkauf verkauf purchasing procurement buchhaltung accounting "
              "accounts rechnung rechnungen invoice invoices billing bestellung bestellungen order orders zentrale "
              "empfang reception rezeption sekretariat secretary team hr jobs karriere bewerbung marketing presse press "
              "ventas compras contacto administracion commercial achats accueil compta comptabilite bonjour hola "
              "halo penjualan pembelian marketing noreply webmaster booking reservation reservations hotel export import "
              "logistik logistics technik werkstatt shop store enquiries inquiry anfrage welcome gmbh firma");
    return names.contains(local);
}

bool isOpen(const QString& domain)
{
    static const QSet<QString> names = setOf("gmail googlemail gmx yahoo ymail hotmail outlook icloud aol protonmail proton t-online freenet arcor "
                                             "posteo mailbox yandex wanadoo laposte libero virgilio seznam telkom rocketmail qq btinternet");
    static const QSet<QString> domains =
        setOf("web.de live.com live.de me.com mac.com mail.com mail.ru orange.fr free.fr sfr.fr wp.pl o2.pl centrum.cz email.cz 163.com 126.com");
    return names.contains(nameInDomain(domain)) || domains.contains(domain);
}

} // namespace

Mailbox mailboxOf(const QString& email)
{
    const QString address = email.trimmed().toLower();
    const qsizetype at = address.lastIndexOf(QLatin1Char('@'));
    Mailbox mailbox;
    mailbox.domain = at > 0 ? registered(address.mid(at + 1)) : QString();
    if (mailbox.domain.isEmpty())
        return {};
    mailbox.local = address.left(at).section(QLatin1Char('+'), 0, 0);
    if (const QString provider = nameInDomain(mailbox.domain); provider == QLatin1String("gmail") || provider == QLatin1String("googlemail"))
        mailbox.domain.replace(provider, QStringLiteral("gmail"));
    mailbox.shared = isShared(mailbox.local);
    mailbox.open = isOpen(mailbox.domain);
    return mailbox;
}

QString domainOf(const QString& url)
{
    return registered(QUrl::fromUserInput(url.trimmed()).host());
}

QString nameInDomain(const QString& domain)
{
    return domain.section(QLatin1Char('.'), 0, 0);
}

} // namespace rapport::contact

// SPDX-License-Identifier: Apache-2.0
// badgemaker DIR: draws the badges of the demo fair again. The people are invented.
#include "support/badgemaker/badge.h"

#include <QDir>
#include <QGuiApplication>

#include <cstdio>

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    if (argc != 2)
        return std::fprintf(stderr, "Usage: badgemaker DIR\n"), 2;
    using rapport::test::Badge;
    const QString aylin = QStringLiteral(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Çelik;Aylin;;Dr.;\r\nFN:Dr. Aylin Çelik\r\nORG:FrigoMart România S.R.L.;Store Technology\r\n"
        "TITLE:Head of Store Technology\r\nTEL;TYPE=CELL:+40 21 555 0142\r\nEMAIL:aylin.celik@frigom\r\n art.example\r\nEND:VCARD\r\n");
    const QString marek =
        QStringLiteral("BEGIN:VCARD\r\nVERSION:4.0\r\nN:Dvořák;Marek;;;\r\nFN:Marek Dvořák\r\nORG:Chladtech s.r.o.\r\nTITLE:Managing director\r\n"
                       "TEL;TYPE=work:+420 387 555 310\r\nEMAIL:marek.dvorak@chladtech.example\r\nEND:VCARD\r\n");
    const std::pair<const char*, Badge> badges[] = {
        {"1-celik.png", {Badge::Format::QrCode, aylin, QStringLiteral("Dr. Aylin\nÇelik"), QStringLiteral("FrigoMart România S.R.L.")}},
        {"2-dvorak.png",
         {Badge::Format::QrCode, marek, QStringLiteral("Marek\nDvořák"), QStringLiteral("Chladtech s.r.o."), QStringLiteral("KälteExpo 2027"),
          QStringLiteral("Nürnberg · 10–12 Nov"), 3}},
        {"3-identifier.png",
         {Badge::Format::Code128, QStringLiteral("KE27-004512"), QStringLiteral("Visitor"), QString(), QStringLiteral("KälteExpo 2027"),
          QStringLiteral("Nürnberg · 10–12 Nov"), 1}},
    };
    QDir().mkpath(QString::fromLocal8Bit(argv[1]));
    for (const auto& [name, badge] : badges) {
        if (!rapport::test::draw(badge).save(QDir(QString::fromLocal8Bit(argv[1])).filePath(QString::fromLatin1(name)), nullptr, 30))
            return 1;
    }
    return 0;
}

// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include "forms/xlsform/xlsform.h"

#include <QFile>

#include <catch2/catch.hpp>
#include <sys/resource.h>

#include <csignal>

namespace rapport::app::tests
{

FullDisk::FullDisk()
{
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    m_before = limit.rlim_cur;
    std::signal(SIGXFSZ, SIG_IGN);
    limit.rlim_cur = 1;
    setrlimit(RLIMIT_FSIZE, &limit);
}

FullDisk::~FullDisk()
{
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = m_before;
    setrlimit(RLIMIT_FSIZE, &limit);
}

namespace
{

QByteArray source(const char* name)
{
    QFile file(QStringLiteral(RAPPORT_SOURCE) + QString::fromLatin1(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

store::Entity entity(const QString& id, const QString& label, std::map<QString, QString> properties)
{
    store::Entity made;
    made.id = id;
    made.label = label;
    made.properties = std::move(properties);
    return made;
}

} // namespace

Desk::Desk() : clock(clockStartingAt(QDateTime::fromString(QStringLiteral("2027-11-10T09:12:00+01:00"), Qt::ISODate)))
{
    REQUIRE(dir.isValid());
    store = std::move(*open());
    thread = std::move(*StoreThread::start([this] { return open(); }));
    REQUIRE(store->putOccasion(source("/assets/demo/occasion.json")));
    const QByteArray form = xlsform::convert(source("/forms/packs/trade_fair_conversation.xlsx")).xml;
    const auto loaded = forms::Form::load(form, {{}, forms::LoadOptions::Missing::Blank});
    REQUIRE(loaded);
    fairVersion = (*loaded)->version();
    REQUIRE(store->putForm({(*loaded)->id(), fairVersion, QStringLiteral("md5:0"), (*loaded)->title(), form}));
    REQUIRE(store->absorbEntities(
        {QStringLiteral("contacts"),
         {entity(weberId(), QStringLiteral("Jonas Weber"),
                 {{QStringLiteral("organisation_id"), frischmarktId()},
                  {QStringLiteral("given_name"), QStringLiteral("Jonas")},
                  {QStringLiteral("family_name"), QStringLiteral("Weber")},
                  {QStringLiteral("email"), QStringLiteral("jonas.weber@frischmarkt.example")}}),
          entity(QStringLiteral("5bdc9531-9c63-41af-8ad2-4531d71a1a39"), QStringLiteral("Helene Krüger"),
                 {{QStringLiteral("given_name"), QStringLiteral("Helene")}, {QStringLiteral("family_name"), QStringLiteral("Krüger")}})},
         "1"}));
    REQUIRE(store->absorbEntities({QStringLiteral("organisations"),
                                   {entity(frischmarktId(), QStringLiteral("Frischmarkt Handels AG"),
                                           {{QStringLiteral("legal_name"), QStringLiteral("Frischmarkt Handels AG")}})},
                                   "1"}));
}

Result<std::unique_ptr<store::Store>> Desk::open() const
{
    return store::Store::open(dir.path(), store::DataKey(QByteArray(32, 'k')), clock);
}

std::unique_ptr<forms::FormSession> sessionOf(const QByteArray& instance, const QByteArray& binds, const QByteArray& body)
{
    const QByteArray xml = "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' "
                           "xmlns:jr='http://openrosa.org/javarosa' xmlns:rapport='urn:rapport:xforms:1'><h:head><h:title>The "
                           "form</h:title><model><instance><data id='f' version='1'>" +
                           instance + "<meta><instanceID/></meta></data></instance>" + binds +
                           "<bind nodeset='/data/meta/instanceID' jr:preload='uid' type='string'/></model></h:head><h:body>" + body +
                           "</h:body></h:html>";
    const auto form = forms::Form::load(xml);
    INFO((form ? std::string() : form.error().detail.toStdString()));
    REQUIRE(form);
    auto session = forms::FormSession::start(*form, {});
    REQUIRE(session);
    return std::move(*session);
}

} // namespace rapport::app::tests

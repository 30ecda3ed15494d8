// SPDX-License-Identifier: Apache-2.0
#include "connectors/davtarget.h"

#include <catch2/catch.hpp>

namespace rapport::test
{
namespace
{

Radicale& startedRadicale()
{
    static Radicale radicale;
    static const bool started = radicale.start();
    REQUIRE(started);
    return radicale;
}

/// The value of the first line of that name, without escapes.
QString lineOf(const QByteArray& object, const QByteArray& name)
{
    for (const QByteArray& line : object.split('\n')) {
        if (line.startsWith(name + ':') || line.startsWith(name + ';'))
            return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).replace(u"\\,"_s, u","_s).replace(u"\\;"_s, u";"_s);
    }
    return {};
}

} // namespace

DavTarget::DavTarget(QString type_, QString collection_, QByteArray titled)
    : radicale(startedRadicale()), type(std::move(type_)), collection(std::move(collection_)), m_titled(std::move(titled))
{
    proxy = std::make_unique<FaultProxy>(radicale.port());
}

std::unique_ptr<connectors::Connector> DavTarget::connect(const QJsonObject& instead)
{
    QJsonObject configuration{{u"id"_s, type},           {u"type"_s, type},
                              {u"title"_s, u"Office"_s}, {u"url"_s, u"http://127.0.0.1:%1/rapport/%2/"_s.arg(proxy->port()).arg(collection)},
                              {u"user"_s, u"rapport"_s}, {u"password"_s, Radicale::password()}};
    if (type == u"caldav"_s)
        configuration[u"timezone"_s] = u"Europe/Berlin"_s;
    for (auto it = instead.begin(); it != instead.end(); ++it)
        configuration[it.key()] = it.value();
    auto made = connectors::makeConnector(configuration, dir.path());
    INFO((made ? std::string() : made.error().detail.toStdString()));
    REQUIRE(made);
    return std::move(*made);
}

QString DavTarget::nameOf(const QString& id) const
{
    return u"RAP-"_s + id + (type == u"carddav"_s ? u".vcf"_s : u".ics"_s);
}

int DavTarget::count(const QString&, const QString& id)
{
    const auto objects = radicale.objects(collection);
    return int(std::count_if(objects.begin(), objects.end(), [&](const QByteArray& one) { return lineOf(one, "UID") == u"RAP-"_s + id; }));
}

QString DavTarget::text(const QString&, const QString& id)
{
    for (const QByteArray& one : radicale.objects(collection)) {
        if (lineOf(one, "UID") == u"RAP-"_s + id)
            return lineOf(one, m_titled);
    }
    return {};
}

void DavTarget::behave()
{
    proxy->pass();
    proxy->forget();
}

CardDavTarget& cardDavTarget()
{
    static CardDavTarget target;
    return target;
}

CalDavTarget& calDavTarget()
{
    static CalDavTarget target;
    return target;
}

} // namespace rapport::test

// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/connector.h"

#include <QJsonDocument>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using rapport::Error;
using rapport::connectors::makeConnector;

TEST_CASE("A connector is made from its configuration, or the member that is wrong is named", "[connectors]")
{
    struct Row {
        const char* json;
        const char* named; // nullptr: accepted
    };
    const auto row = GENERATE(values<Row>({
        {R"({"id":"f","type":"files","title":"Lead file","folder":"delivered"})", nullptr},
        {R"({"id":"e","type":"tryton","title":"ERP","url":"http://erp.example","database":"d","user":"u","password":"p"})", nullptr},
        {R"({"id":"e","type":"tryton","title":"ERP","url":"http://erp.example","database":"d","user":"u","password":"p","request_seconds":5})",
         nullptr},
        {R"({"id":"x","type":"sapp","title":"?"})", "sapp"},
        {R"({"id":"x","title":"?"})", "type"},
        {R"({"id":"f","type":"files","title":"Lead file"})", "folder"},
        {R"({"type":"files","title":"Lead file","folder":"delivered"})", "id"},
        {R"({"id":"f","type":"files","title":"Lead file","folder":"delivered","colour":"red"})", "colour"},
        {R"({"id":"e","type":"tryton","title":"ERP","url":"http://erp.example","database":"d","user":"u"})", "password"},
        {R"({"id":"e","type":"tryton","title":"ERP","url":"erp.example","database":"d","user":"u","password":"p"})", "url"},
        {R"({"id":"e","type":"tryton","title":"ERP","url":"http://erp.example","database":"d","user":"u","password":"p","request_seconds":0})",
         "request_seconds"},
        {R"({"id":"e","type":"tryton","title":"ERP","url":"http://erp.example","database":"d","user":"u","password":"p","mapping":"none.json"})",
         "mapping"},
    }));
    INFO(row.json);
    const QTemporaryDir dir;
    const auto made = makeConnector(QJsonDocument::fromJson(row.json).object(), dir.path());
    CHECK(bool(made) == (row.named == nullptr));
    if (!made && row.named) {
        CHECK(made.error().detail.contains(QLatin1String(row.named)));
        CHECK(made.error().kind == Error::Kind::Invalid);
    }
}

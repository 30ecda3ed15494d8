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
        {R"({"id":"f","type":"files","title":"Lead file","folder":"delivered","format":"vcard"})", nullptr},
        {R"({"id":"f","type":"files","title":"Lead file","folder":"delivered","format":"xls"})", "format"},
        {R"({"id":"f","type":"files","title":"Lead file","folder":"delivered","format":7})", "format"},
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
        {R"({"id":"m","type":"mail","title":"Mail","url":"smtp://mail.example:587","from":"a@b.example"})", nullptr},
        {R"({"id":"m","type":"mail","title":"Mail","url":"smtps://mail.example","from":"a@b.example","user":"u","password":"p"})", nullptr},
        {R"({"id":"m","type":"mail","title":"Mail","url":"smtp://127.0.0.1:25","starttls":false,"from":"a@b.example"})", nullptr},
        {R"({"id":"m","type":"mail","title":"Mail","url":"smtp://mail.example:25","starttls":false,"from":"a@b.example"})", "starttls"},
        {R"({"id":"m","type":"mail","title":"Mail","url":"smtp://mail.example:25","starttls":"no","from":"a@b.example"})", "starttls"},
        {R"({"id":"m","type":"mail","title":"Mail","url":"http://mail.example","from":"a@b.example"})", "url"},
        {R"({"id":"m","type":"mail","title":"Mail","url":"smtp://u:p@mail.example","from":"a@b.example"})", "url"},
        {R"({"id":"m","type":"mail","title":"Mail","url":"smtp://mail.example/x","from":"a@b.example"})", "url"},
        {R"({"id":"m","type":"mail","title":"Mail","url":"smtp://mail.example","from":"A <a@b.example>"})", "from"},
        {R"({"id":"m","type":"mail","title":"Mail","url":"smtp://mail.example","from":"a@b.example","from_name":"A
Bcc: c@d.example"})",
         "from_name"},
        {R"({"id":"m","type":"mail","title":"Mail","url":"smtp://mail.example","from":"a@b.example","user":"u"})", "password"},
        {R"({"id":"m","type":"mail","title":"Mail","url":"smtp://mail.example","from":"a@b.example","unsubscribe":"http://b.example"})",
         "unsubscribe"},
        {R"({"id":"m","type":"mail","title":"Mail","url":"smtp://mail.example","from":"a@b.example","templates":"none.json"})", "templates"},
        {R"({"id":"m","type":"mail","title":"Mail","url":"smtp://mail.example","from":"a@b.example","certificates":"none.pem"})", "certificates"},
        {R"({"id":"m","type":"mail","title":"Mail","url":"smtp://mail.example","from":"a@b.example","request_seconds":601})", "request_seconds"},
        {R"({"id":"m","type":"mail","title":"Mail","url":"smtp://mail.example","from":"a@b.example","bcc":"c@d.example"})", "bcc"},
        {R"({"id":"w","type":"webhook","title":"W","url":"https://a.example/x","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})", nullptr},
        {R"({"id":"w","type":"webhook","title":"W","url":"http://localhost:80/x","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})", nullptr},
        {R"({"id":"w","type":"webhook","title":"W","url":"http://a.example/x","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})", "url"},
        {R"({"id":"w","type":"webhook","title":"W","url":"http://10.0.0.1/","private":true,"secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})",
         "url"},
        {R"({"id":"w","type":"webhook","title":"W","url":"https://u:p@a.example/","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})", "url"},
        {R"({"id":"w","type":"webhook","title":"W","url":"https://a.example/","secret":"secret"})", "secret"},
        {R"({"id":"w","type":"webhook","title":"W","url":"https://a.example/"})", "secret"},
        {R"({"id":"w","type":"webhook","title":"W","url":"https://a.example/","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw","lists":"x"})",
         "lists"},
        {R"({"id":"w","type":"webhook","title":"W","url":"https://a.example/","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw","private":1})",
         "private"},
        {R"({"id":"r","type":"redmine","title":"R","url":"https://a.example","token":"k","settings":{"project":"p","key_field":"1"}})", nullptr},
        {R"({"id":"r","type":"redmine","title":"R","url":"https://a.example","token":"k","settings":{"project":"p"}})", "key_field"},
        {R"({"id":"r","type":"redmine","title":"R","url":"https://a.example","settings":{"project":"p","key_field":"1"}})", "token"},
        {R"({"id":"r","type":"redmine","title":"R","url":"http://a.example","token":"k","settings":{"project":"p","key_field":"1"}})", "url"},
        {R"({"id":"r","type":"redmine","title":"R","url":"https://a.example/?a=b","token":"k"})", "url"},
        {R"({"id":"r","type":"redmine","title":"R","url":"https://a.example","token":"k","user":"u","password":"p"})", "token"},
        {R"({"id":"r","type":"redmine","title":"R","url":"https://a.example","token":"k","user":"u"})", "password"},
        {R"({"id":"r","type":"redmine","title":"R","url":"https://a.example","token":"k","settings":"p"})", "settings"},
        {R"({"id":"o","type":"odoo","title":"O","url":"https://a.example","token":"k"})", nullptr},
        {R"({"id":"o","type":"odoo","title":"O","url":"https://a.example","token":"k","database":"d"})", nullptr},
        {R"({"id":"o","type":"odoo","title":"O","url":"https://a.example","database":"d","user":"u","password":"p"})", nullptr},
        {R"({"id":"o","type":"odoo","title":"O","url":"https://a.example","user":"u","password":"p"})", "database"},
        {R"({"id":"o","type":"odoo","title":"O","url":"https://a.example","database":"d","password":"p"})", "user"},
        {R"({"id":"o","type":"odoo","title":"O","url":"https://a.example","database":"d","user":"u"})", "password"},
        {R"({"id":"o","type":"odoo","title":"O","url":"https://a.example"})", "token"},
        {R"({"id":"o","type":"odoo","title":"O","url":"https://a.example","token":"k","user":"u"})", "token"},
        {R"({"id":"o","type":"odoo","title":"O","url":"https://a.example","token":"k\nX: 1"})", "token"},
        {R"({"id":"o","type":"odoo","title":"O","url":"http://a.example","token":"k"})", "url"},
        {R"({"id":"o","type":"odoo","title":"O","url":"https://a.example","token":"k","settings":{"colour":"red"}})", "colour"},
        {R"({"id":"r","type":"rest","title":"R","url":"https://a.example","token":"k"})", "mapping"},
        {R"({"id":"r","type":"rest","title":"R","url":"https://a.example","token":"k","mapping":"none.json"})", "mapping"},
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

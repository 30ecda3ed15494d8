// SPDX-License-Identifier: Apache-2.0
#include "app/options.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;

namespace
{

Result<Options> parse(const char* words)
{
    return parseOptions(QStringLiteral("rapport %1").arg(QString::fromLatin1(words)).split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

} // namespace

TEST_CASE("The app takes its options as the design names them", "[options]")
{
    const auto options = parse("--data-dir /tmp/x --hub https://hub.example:8440 --lang de --profile staff --camera-source badges "
                               "--now 2027-11-10T09:00:00+01:00 --demo");
    REQUIRE(options);
    CHECK(options->dataDir == QStringLiteral("/tmp/x"));
    CHECK(options->hub == QUrl(QStringLiteral("https://hub.example:8440")));
    CHECK(options->language == QStringLiteral("de"));
    CHECK(options->cameraSource == QStringLiteral("badges"));
    CHECK(options->now->offsetFromUtc() == 3600);
    CHECK(options->demo);

    const auto bare = parse("");
    REQUIRE(bare);
    CHECK_FALSE(bare->hub);
    CHECK_FALSE(bare->demo);
    CHECK_FALSE(bare->dataDir.isEmpty());
}

TEST_CASE("An option that cannot be is named and refused", "[options]")
{
    const char* words =
        GENERATE("--lang fr", "--hub hub.example", "--hub ftp://hub.example", "--now soon", "--profile boss", "--colour red", "badges");
    INFO(words);
    const auto options = parse(words);
    REQUIRE_FALSE(options);
    CHECK(options.error().kind == Error::Kind::Invalid);
    CHECK_FALSE(options.error().detail.isEmpty());
}

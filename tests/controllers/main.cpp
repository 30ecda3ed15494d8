// SPDX-License-Identifier: Apache-2.0
#define CATCH_CONFIG_RUNNER
#include <QGuiApplication>

#include <catch2/catch.hpp>

/// As support/testmain.cpp, for what prints letters.
int main(int argc, char** argv)
{
    qputenv("QT_MEDIA_BACKEND", "ffmpeg"); // as app/main.cpp
    QGuiApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}

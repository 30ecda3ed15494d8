// SPDX-License-Identifier: Apache-2.0
// rapport: the app. Exit codes: 0 closed, 1 its screens could not be loaded, 2 wrong options or data that cannot be opened (nothing was touched).
#include "app/composition.h"
#include "app/conversation/sentences.h"
#include "app/endsignals.h"
#include "app/language.h"
#include "app/trace.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <cstdio>

extern void qml_register_types_Rapport_App();

namespace
{

int fail(const QString& sentence)
{
    std::fprintf(stderr, "rapport: %s\n", qUtf8Printable(sentence));
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_MEDIA_BACKEND"))
        qputenv("QT_MEDIA_BACKEND", "ffmpeg"); // GStreamer, the default, aborts at exit with the software scene graph
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("rapport"));
    QGuiApplication::setApplicationVersion(QStringLiteral(RAPPORT_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Rapport"));

    const auto options = rapport::app::parseOptions(QGuiApplication::arguments());
    if (!options && options.error().kind == rapport::Error::Kind::NotFound) {
        std::fputs(qUtf8Printable(options.error().detail), stdout);
        return 0;
    }
    if (!options)
        return fail(options.error().detail);
    rapport::app::Language language;
    language.speak(options->language);

    auto composition = rapport::app::Composition::make(*options, language);
    if (!composition) {
        std::fprintf(stderr, "rapport: %s\n", qUtf8Printable(composition.error().detail));
        return fail(rapport::app::Sentences::failed(rapport::app::Sentences::Doing::Starting, composition.error()));
    }

    qml_register_types_Rapport_App();
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    (*composition)->addPictures(engine);
    engine.setInitialProperties((*composition)->rootProperties());
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Rapport/Main.qml")));
    if (engine.rootObjects().isEmpty())
        return 1;
    rapport::app::trace::follow(qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst()),
                                [shown = composition->get()] { return shown->isDayShown(); });
    QObject::connect(composition->get(), &rapport::app::Composition::languageChanged, &engine, &QQmlApplicationEngine::retranslate);
    const rapport::app::EndSignals signals; // SIGTERM and SIGINT close the app as its window does
    (*composition)->start();
    const int code = QGuiApplication::exec();
    qDeleteAll(engine.rootObjects()); // the screens go before what they show
    return code;
}

// SPDX-License-Identifier: Apache-2.0
#include "glance.h"
#include "rows.h"

#include <QQmlEngine>
#include <QtQuickTest>

namespace rapport::views::tests
{

/// The views from the program, the module Rapport.App from the folder of stand-ins.
class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        qmlRegisterType<Rows>("Rapport.Tests", 1, 0, "Rows");
        qmlRegisterType<Glance>("Rapport.Tests", 1, 0, "Glance");
        engine->addImportPath(QStringLiteral(RAPPORT_STANDIN));
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    }
};

} // namespace rapport::views::tests

QUICK_TEST_MAIN_WITH_SETUP(views, rapport::views::tests::Setup)

#include "main.moc"

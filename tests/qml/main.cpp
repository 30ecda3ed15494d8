// SPDX-License-Identifier: Apache-2.0
#include <QQmlEngine>
#include <QtQuickTest>

extern void qml_register_types_Rapport_App();

namespace
{

/// The modules are compiled in; the engine is told where.
class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        qml_register_types_Rapport_App();
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    }
};

} // namespace

QUICK_TEST_MAIN_WITH_SETUP(components, Setup)

#include "main.moc"

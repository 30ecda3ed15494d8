// SPDX-License-Identifier: Apache-2.0
#include "e2e/stand.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace rapport::e2e
{

namespace
{

QString question(const char* name, const char* control)
{
    return QStringLiteral("questionRow[name=%1] > %2").arg(QLatin1String(name), QLatin1String(control));
}

/// Opens the section of that title at the side.
bool openSection(App& app, const char* title)
{
    return app.click(QStringLiteral("[title=%1][current=false]").arg(QLatin1String(title))) ||
           app.has(QStringLiteral("[title=%1][current=true]").arg(QLatin1String(title)));
}

QJsonArray inspect(const Machine& machine, const QString& what)
{
    return rapportctl({QStringLiteral("inspect"), QStringLiteral("--data-dir"), machine.dataDir(), what}, machine.environment()).json().array();
}

} // namespace

bool scanBadge(App& app, const QString& name)
{
    return app.click(QStringLiteral("scanButton")) && app.waitForText(name) && app.click(QStringLiteral("startConversationButton")) &&
           app.waitFor(QStringLiteral("questionRow"));
}

bool answerInterest(App& app)
{
    return openSection(app, "Interest") && app.click(question("lead_status", "choice_hot")) && app.click(question("products", "choice_px450")) &&
           app.enter(question("question", "answerField"), QStringLiteral("R290 fill quantity per unit?"));
}

bool answerOpportunity(App& app)
{
    return openSection(app, "Opportunity") && app.click(question("opp_signal", "choice_yes")) && openSection(app, "What it is worth") &&
           app.enter(question("title", "answerField"), QStringLiteral("Cold aisle Cluj")) &&
           app.enter(question("amount", "answerField"), QStringLiteral("18000")) && app.click(question("currency", "choice_EUR")) &&
           app.click(question("stage", "choice_qualified"));
}

bool answerConsent(App& app)
{
    return openSection(app, "Consent") && app.click(question("consent_contact", "choice_yes")) &&
           app.click(question("consent_newsletter", "choice_no")) && app.drag(QStringLiteral("signaturePaper"));
}

bool finish(App& app)
{
    const bool home = app.click(QStringLiteral("finishButton")) && app.waitFor(QStringLiteral("homeScreen"));
    if (!home) // what the person would see
        app.screenshot(QDir::temp().filePath(QStringLiteral("rapport-not-finished.png")));
    return home;
}

QJsonArray conversations(const Machine& machine)
{
    return inspect(machine, QStringLiteral("conversations"));
}

QJsonArray outbox(const Machine& machine)
{
    return inspect(machine, QStringLiteral("outbox"));
}

QString receiptState(const QJsonArray& conversations, qsizetype index, const QString& target)
{
    const QJsonArray receipts = conversations[index].toObject()[QLatin1String("receipts")].toArray();
    for (const QJsonValue& receipt : receipts) {
        if (receipt.toObject()[QLatin1String("target")].toString() == target)
            return receipt.toObject()[QLatin1String("state")].toString();
    }
    return {};
}

QStringList filesHolding(const QString& dir, const QString& text)
{
    const QByteArray utf8 = text.toUtf8(), utf16(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    QStringList found;
    QDirIterator files(dir, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray content = file.readAll();
        if (content.contains(utf8) || content.contains(utf16))
            found.append(file.fileName());
    }
    return found;
}

} // namespace rapport::e2e

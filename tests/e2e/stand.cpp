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
    return app.has(QStringLiteral("[title=%1][current=true]").arg(QLatin1String(title))) ||
           app.click(QStringLiteral("[title=%1][current=false]").arg(QLatin1String(title)));
}

/// Keeps what the person would see where a step did not work: rapport-e2e-STEP.png in the temporary folder.
bool step(App& app, const char* name, bool worked)
{
    if (!worked)
        app.screenshot(QDir::temp().filePath(QStringLiteral("rapport-e2e-%1.png").arg(QLatin1String(name))));
    return worked;
}

/// A second touch would take the choice back; a draft may have it already.
bool choose(App& app, const char* name, const char* choice)
{
    return app.has(question(name, choice) + QStringLiteral("[chosen=true]")) || app.click(question(name, choice));
}

bool write(App& app, const char* name, const QString& text)
{
    return app.has(question(name, "answerField") + QStringLiteral("[text=%1]").arg(text)) || app.enter(question(name, "answerField"), text);
}

QJsonArray inspect(const Machine& machine, const QStringList& what)
{
    return rapportctl(QStringList{QStringLiteral("inspect"), QStringLiteral("--data-dir"), machine.dataDir()} + what, machine.environment())
        .json()
        .array();
}

} // namespace

bool enrolByScan(App& app)
{
    return step(app, "enrol",
                app.click(QStringLiteral("nav_settings")) && app.click(QStringLiteral("enrolButton")) &&
                    app.click(QStringLiteral("scanInvitationButton")) && app.waitFor(QStringLiteral("enrolScreen")) &&
                    app.click(QStringLiteral("connectButton")) && app.click(QStringLiteral("enrolDoneButton")) &&
                    app.waitForText(QStringLiteral("KälteExpo 2027")));
}

bool scanBadge(App& app, const QString& name)
{
    return app.click(QStringLiteral("scanButton")) && app.waitForText(name) && app.click(QStringLiteral("startConversationButton")) &&
           app.waitFor(QStringLiteral("questionRow"));
}

bool answerInterest(App& app)
{
    return step(app, "interest",
                openSection(app, "Interest") && choose(app, "lead_status", "choice_hot") && choose(app, "products", "choice_px450") &&
                    write(app, "question", QStringLiteral("R290 fill quantity per unit?")));
}

bool answerOpportunity(App& app)
{
    return step(app, "opportunity",
                openSection(app, "Opportunity") && choose(app, "opp_signal", "choice_yes") && openSection(app, "What it is worth") &&
                    write(app, "title", QStringLiteral("Cold aisle Cluj")) && choose(app, "currency", "choice_EUR") &&
                    choose(app, "stage", "choice_qualified"));
}

bool answerNoOpportunity(App& app)
{
    return step(app, "no-opportunity", openSection(app, "Opportunity") && choose(app, "opp_signal", "choice_no"));
}

bool agreeFollowUps(App& app)
{
    const QString newKind = QStringLiteral("questionRow[name=kind][value=]"), newDue = QStringLiteral("questionRow[name=f_due][value=]");
    const QString inAWeek = newDue + QStringLiteral(" > date_week");
    return step(app, "follow-ups",
                openSection(app, "What follows") && app.click(newKind + QStringLiteral(" > choice_brochure")) &&
                    choose(app, "channel", "choice_email") && app.click(inAWeek) && app.click(QStringLiteral("addRepetition")) &&
                    app.click(newKind + QStringLiteral(" > choice_appointment")) && choose(app, "specialist", "choice_refrigeration") &&
                    app.click(inAWeek));
}

bool answerConsent(App& app)
{
    if (!step(app, "consent", openSection(app, "Consent") && eventually([&] {
                                  return app.has(QStringLiteral("questionRow[name=consent_contact]")) ||
                                         app.has(QStringLiteral("questionRow[name=consent_renew]"));
                              })))
        return false;
    if (app.has(QStringLiteral("questionRow[name=consent_renew]")))
        return step(app, "consent", choose(app, "consent_renew", "choice_no")); // she has said yes in an earlier conversation
    return step(app, "consent",
                choose(app, "consent_contact", "choice_yes") && choose(app, "consent_newsletter", "choice_no") &&
                    app.drag(QStringLiteral("signaturePaper")));
}

bool finish(App& app)
{
    return step(app, "finish", app.click(QStringLiteral("finishButton")) && app.waitFor(QStringLiteral("homeScreen")));
}

QJsonArray conversations(const Machine& machine)
{
    return inspect(machine, {QStringLiteral("conversations")});
}

QJsonArray outbox(const Machine& machine)
{
    return inspect(machine, {QStringLiteral("outbox")});
}

QJsonArray entities(const Machine& machine, const QString& list)
{
    return inspect(machine, {QStringLiteral("entities"), list});
}

QJsonObject propertiesOf(const Machine& machine, const QString& list, const QString& id)
{
    const QJsonArray all = entities(machine, list);
    for (const QJsonValue& entity : all) {
        if (entity[QLatin1String("id")].toString() == id)
            return entity[QLatin1String("properties")].toObject();
    }
    return {};
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

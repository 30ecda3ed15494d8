// SPDX-License-Identifier: Apache-2.0
#include "e2e/accessibility.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCall>
#include <QDBusReply>
#include <QDBusVariant>
#include <QRect>

#include <csignal>

namespace rapport::e2e
{

/// AT-SPI's "(so)": whose object, and which.
struct Reference {
    QString service;
    QDBusObjectPath path;
};

QDBusArgument& operator<<(QDBusArgument& argument, const Reference& reference)
{
    argument.beginStructure();
    argument << reference.service << reference.path;
    argument.endStructure();
    return argument;
}

const QDBusArgument& operator>>(const QDBusArgument& argument, Reference& reference)
{
    argument.beginStructure();
    argument >> reference.service >> reference.path;
    argument.endStructure();
    return argument;
}

/// AT-SPI's "(sss)": name, description and key of an action.
struct Action {
    QString name, description, key;
};

QDBusArgument& operator<<(QDBusArgument& argument, const Action& action)
{
    argument.beginStructure();
    argument << action.name << action.description << action.key;
    argument.endStructure();
    return argument;
}

const QDBusArgument& operator>>(const QDBusArgument& argument, Action& action)
{
    argument.beginStructure();
    argument >> action.name >> action.description >> action.key;
    argument.endStructure();
    return argument;
}

} // namespace rapport::e2e

Q_DECLARE_METATYPE(rapport::e2e::Reference)
Q_DECLARE_METATYPE(rapport::e2e::Action)

namespace rapport::e2e
{

namespace
{

const QString accessible = QStringLiteral("org.a11y.atspi.Accessible"), properties = QStringLiteral("org.freedesktop.DBus.Properties"),
              valueInterface = QStringLiteral("org.a11y.atspi.Value"), textInterface = QStringLiteral("org.a11y.atspi.Text"),
              actionInterface = QStringLiteral("org.a11y.atspi.Action"), componentInterface = QStringLiteral("org.a11y.atspi.Component");
constexpr int patienceMs = 10'000, checkedState = 4, enabledState = 8, focusedState = 12, visibleState = 30; // AtspiStateType

QDBusMessage call(const Accessible& part, const QString& interface, const QString& method, const QVariantList& arguments = {})
{
    QDBusMessage message = QDBusMessage::createMethodCall(part.service, part.path.path(), interface, method);
    message.setArguments(arguments);
    return message;
}

QDBusMessage property(const Accessible& part, const QString& interface, const QString& name)
{
    return call(part, properties, QStringLiteral("Get"), {interface, name});
}

QVariant firstOf(const QDBusMessage& reply)
{
    const QVariant first = reply.arguments().value(0);
    return first.canConvert<QDBusVariant>() ? first.value<QDBusVariant>().variant() : first;
}

/// Of the bits that GetState gives as words.
bool isIn(const QVariant& states, uint state)
{
    return qdbus_cast<QList<uint>>(states).value(state / 32) >> state % 32 & 1;
}

} // namespace

struct ScreenReader::Bus {
    QVariant ask(const QDBusMessage& message) const { return firstOf(connection.call(message, QDBus::Block, patienceMs)); }
    bool done(const QDBusMessage& message) const { return connection.call(message, QDBus::Block, patienceMs).type() == QDBusMessage::ReplyMessage; }

    bool has(const Accessible& part, uint state) const { return isIn(ask(call(part, accessible, QStringLiteral("GetState"))), state); }

    std::vector<Accessible> partsOf(const Accessible& part) const
    {
        std::vector<Accessible> parts;
        for (const Reference& one : qdbus_cast<QList<Reference>>(ask(call(part, accessible, QStringLiteral("GetChildren")))))
            parts.push_back({one.service, one.path, {}, {}, {}});
        return parts;
    }

    /// Names, roles and parts of all of them, asked for at once: a question at a time takes seconds a page.
    void readAll(Accessible* root) const
    {
        std::vector<Accessible*> level{root};
        while (!level.empty()) {
            struct Asked {
                QDBusPendingCall name, role, state, parts;
            };
            std::vector<Asked> asked;
            for (const Accessible* one : level)
                asked.push_back({connection.asyncCall(property(*one, accessible, QStringLiteral("Name"))),
                                 connection.asyncCall(call(*one, accessible, QStringLiteral("GetRoleName"))),
                                 connection.asyncCall(call(*one, accessible, QStringLiteral("GetState"))),
                                 connection.asyncCall(call(*one, accessible, QStringLiteral("GetChildren")))});
            std::vector<Accessible*> next;
            for (std::size_t i = 0; i < level.size(); ++i) {
                for (QDBusPendingCall* one : {&asked[i].name, &asked[i].role, &asked[i].state, &asked[i].parts})
                    one->waitForFinished();
                level[i]->name = firstOf(asked[i].name.reply()).toString();
                level[i]->role = firstOf(asked[i].role.reply()).toString();
                if (level[i] != root && !isIn(firstOf(asked[i].state.reply()), visibleState)) {
                    level[i]->role.clear(); // there, but not on the screen
                    level[i]->name.clear();
                    continue;
                }
                for (const Reference& part : qdbus_cast<QList<Reference>>(firstOf(asked[i].parts.reply())))
                    level[i]->parts.push_back({part.service, part.path, {}, {}, {}});
                for (Accessible& part : level[i]->parts)
                    next.push_back(&part);
            }
            level = std::move(next);
        }
    }

    QProcess daemon;
    QProcessEnvironment environment;
    QString session;
    QDBusConnection connection = QDBusConnection(QString());
    Accessible application;
};

ScreenReader::ScreenReader(const Machine& machine, const Display& display) : d(std::make_unique<Bus>())
{
    qDBusRegisterMetaType<Reference>();
    qDBusRegisterMetaType<QList<Reference>>();
    qDBusRegisterMetaType<Action>();
    qDBusRegisterMetaType<QList<Action>>();
    d->environment = machine.environment();
    d->environment.insert(QStringLiteral("DISPLAY"), display.name());
    d->environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), machine.path({}));
    d->environment.insert(QStringLiteral("GSETTINGS_BACKEND"), QStringLiteral("memory"));
    d->daemon.setProcessEnvironment(d->environment);
    d->daemon.setStandardErrorFile(QProcess::nullDevice());
    d->daemon.start(QStringLiteral("dbus-daemon"),
                    {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"), QStringLiteral("--print-address=1")});
    if (!d->daemon.waitForReadyRead(10'000))
        return;
    d->session = QString::fromUtf8(d->daemon.readLine().trimmed());
    const QDBusConnection session = QDBusConnection::connectToBus(d->session, QStringLiteral("session"));
    const QDBusReply<QString> address = session.call(QDBusMessage::createMethodCall(QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus"),
                                                                                    QStringLiteral("org.a11y.Bus"), QStringLiteral("GetAddress")));
    d->connection = QDBusConnection::connectToBus(address.value(), QStringLiteral("accessibility"));
}

ScreenReader::~ScreenReader()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("accessibility"));
    QDBusConnection::disconnectFromBus(QStringLiteral("session"));
    if (d->daemon.state() != QProcess::NotRunning) {
        d->daemon.terminate();
        d->daemon.waitForFinished(10'000);
    }
}

void ScreenReader::guide(App& app) const
{
    app.setVariable(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), d->session);
    app.setVariable(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));
}

bool ScreenReader::find(const QString& application, int milliseconds)
{
    const Accessible desktop{
        QStringLiteral("org.a11y.atspi.Registry"), QDBusObjectPath(QStringLiteral("/org/a11y/atspi/accessible/root")), {}, {}, {}};
    return eventually(
        [&] {
            for (const Accessible& one : d->partsOf(desktop)) {
                if (d->ask(property(one, accessible, QStringLiteral("Name"))).toString() != application)
                    continue;
                d->application = one;
                return true;
            }
            return false;
        },
        milliseconds);
}

Accessible ScreenReader::read() const
{
    Accessible tree = d->application;
    d->readAll(&tree);
    return tree;
}

QString ScreenReader::description(const Accessible& part) const
{
    return d->ask(property(part, accessible, QStringLiteral("Description"))).toString();
}

QString ScreenReader::text(const Accessible& part) const
{
    return d->ask(call(part, textInterface, QStringLiteral("GetText"), {0, -1})).toString();
}

double ScreenReader::value(const Accessible& part) const
{
    return d->ask(property(part, valueInterface, QStringLiteral("CurrentValue"))).toDouble();
}

int ScreenReader::top(const Accessible& part) const
{
    const uint ofScreen = 0;
    return qdbus_cast<QRect>(d->ask(call(part, componentInterface, QStringLiteral("GetExtents"), {ofScreen}))).y();
}

bool ScreenReader::isChecked(const Accessible& part) const
{
    return d->has(part, checkedState);
}

bool ScreenReader::isFocused(const Accessible& part) const
{
    return d->has(part, focusedState);
}

bool ScreenReader::press(const Accessible& part) const
{
    if (!d->has(part, enabledState))
        return false;
    const auto actions = qdbus_cast<QList<Action>>(d->ask(call(part, actionInterface, QStringLiteral("GetActions"))));
    for (int i = 0; i < actions.size(); ++i) {
        if (actions[i].name == QLatin1String("Press"))
            return d->done(call(part, actionInterface, QStringLiteral("DoAction"), {i}));
    }
    return false;
}

bool ScreenReader::focus(const Accessible& part) const
{
    return d->done(call(part, componentInterface, QStringLiteral("GrabFocus")));
}

bool ScreenReader::write(const Accessible& part, const QString& text) const
{
    return focus(part) && d->done(call(part, QStringLiteral("org.a11y.atspi.EditableText"), QStringLiteral("SetTextContents"), {text}));
}

bool ScreenReader::setValue(const Accessible& part, double value) const
{
    return d->done(
        call(part, properties, QStringLiteral("Set"), {valueInterface, QStringLiteral("CurrentValue"), QVariant::fromValue(QDBusVariant(value))}));
}

} // namespace rapport::e2e

// SPDX-License-Identifier: Apache-2.0
// rapport-form-window FOLDER QUESTIONS: the app's own list of questions over a long form, and an empty list of the same height. Says for each step
// "page|scroll|empty-page|empty-scroll MS" (from the wish to its frame) and the same with "-cpu" (what this process worked for it, whoever else is on
// the machine), and "key|answer MS" (the longest time the event loop did not come round).
#include "app/controllers/conversationcontroller.h"
#include "app/controllers/conversationparts.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>

#include <cstdio>
#include <ctime>
#include <functional>

extern void qml_register_types_Rapport_App();

using namespace rapport;

namespace
{

constexpr int patienceMs = 10'000, scrollBy = 120, keysAnAnswer = 12, keyEveryMs = 20, typedAnswers = 25;

const char* const qml = R"(
import QtQuick
import QtQuick.Window
import Rapport
import Rapport.App
import Rapport.Theme

Window {
    id: window
    required property ConversationController talk
    property alias real: real
    property alias bare: bare
    property bool bareShown: false
    property real bareHeight: 100
    width: 1280; height: 800; visible: true; color: Theme.surface
    QuestionList {
        id: real
        anchors.fill: parent
        visible: !window.bareShown
        conversation: window.talk; margin: 36; titled: true
    }
    ListView {
        id: bare
        anchors.fill: parent
        visible: window.bareShown
        model: 300
        delegate: Item { width: bare.width; height: window.bareHeight }
    }
}
)";

QByteArray formOf(int questions, bool oneScreen)
{
    QByteArray instance, binds, body;
    for (int i = 0; i < questions; ++i) {
        const QByteArray n = QByteArray::number(i), ref = "/data/g/q" + n;
        instance += "<q" + n + "/>";
        const QByteArray label = "<label>Question " + n + " of the long form</label>";
        if (i % 4 == 0 || i % 4 == 2) {
            binds += "<bind nodeset='" + ref + "' type='" + (i % 4 == 0 ? "string" : "decimal' constraint='. &lt; 1000") + "' required='true()'/>";
            body += "<input ref='" + ref + "'>" + label + "<hint>As it is said at the counter</hint></input>";
        } else {
            const QByteArray kind = i % 4 == 1 ? "select1" : "select";
            binds += "<bind nodeset='" + ref + "' relevant=\"/data/g/q0 != 'stop'\"/>";
            body += '<' + kind + " ref='" + ref + "'>" + label;
            for (const char* choice : {"north", "east", "south", "west"})
                body += QByteArray("<item><label>") + choice + "</label><value>" + choice + "</value></item>";
            body += "</" + kind + '>';
        }
    }
    return "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' xmlns:jr='http://openrosa.org/javarosa'>"
           "<h:head><h:title>Long form</h:title><model><instance><data id='long' version='1'><g>" +
           instance + "</g><meta><instanceID/></meta></data></instance>" + binds +
           "<bind nodeset='/data/meta/instanceID' jr:preload='uid' type='string'/></model></h:head><h:body><group ref='/data/g'" +
           (oneScreen ? " appearance='field-list'" : "") + "><label>Long</label>" + body + "</group></h:body></h:html>";
}

/// Runs the event loop until @p holds; ends the process where that never comes.
void until(const std::function<bool()>& holds)
{
    QElapsedTimer timer;
    timer.start();
    while (!holds()) {
        if (timer.elapsed() > patienceMs)
            std::exit(2);
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
    }
}

void say(const char* name, double ms)
{
    std::printf("%s %.3f\n", name, ms);
}

/// The longest pause between two beats of a timer of 1 ms since it was asked last.
class Heart : public QObject
{
public:
    Heart()
    {
        m_beat.setTimerType(Qt::PreciseTimer);
        connect(&m_beat, &QTimer::timeout, this, [this] { listen(); });
        m_since.start();
        m_beat.start(1);
    }
    double longest()
    {
        listen();
        return std::exchange(m_longest, 0);
    }

private:
    void listen() { m_longest = qMax(m_longest, static_cast<double>(m_since.nsecsElapsed()) / 1e6), m_since.start(); }

    QTimer m_beat;
    QElapsedTimer m_since;
    double m_longest = 0;
};

/// A store with one long form, the conversation about it, and its window.
class Stage
{
public:
    Stage(const QString& folder, const QByteArray& form)
    {
        const auto open = [folder] { return store::Store::open(folder, store::DataKey(QByteArray(32, 'k')), systemClock()); };
        m_store = std::move(*open());
        if (!m_store->putForm({QStringLiteral("long"), QStringLiteral("1"), QStringLiteral("md5:0"), QStringLiteral("Long form"), form}))
            std::exit(3);
        m_thread = std::move(*app::StoreThread::start(open));
        talk = std::make_unique<app::ConversationController>(app::ConversationParts{
            *m_store, *m_thread, systemClock(), [] { return QStringLiteral("bench"); }, QStringLiteral("bench"), QStringLiteral("en"), [] {}});
        talk->startNew();
        m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        m_engine.setInitialProperties({{QStringLiteral("talk"), QVariant::fromValue(talk.get())}});
        m_engine.loadData(qml);
        if (m_engine.rootObjects().isEmpty() || !talk->isOpen())
            std::exit(4);
        window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
        real = window->property("real").value<QQuickItem*>();
        bare = window->property("bare").value<QQuickItem*>();
        QObject::connect(
            window, &QQuickWindow::frameSwapped, window, [this] { ++m_frames; }, Qt::QueuedConnection);
        frame("first", [] {});
        window->requestActivate();
        until([this] { return window->isActive(); });
    }
    ~Stage() { talk->keepDraft(); }

    /// Says how long it takes until what @p change asks for is on the screen.
    void frame(
        const char* name, const std::function<void()>& change, const std::function<bool()>& there = [] { return true; })
    {
        QElapsedTimer timer;
        timer.start();
        const std::clock_t worked = std::clock();
        change();
        until(there);
        const int before = m_frames;
        window->update();
        until([&] { return m_frames > before; });
        say(name, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        say((QByteArray(name) + "-cpu").constData(), static_cast<double>(std::clock() - worked) * 1e3 / CLOCKS_PER_SEC);
    }

    std::unique_ptr<app::ConversationController> talk;
    QQuickWindow* window = nullptr;
    QQuickItem *real = nullptr, *bare = nullptr;

private:
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<app::StoreThread> m_thread;
    QQmlApplicationEngine m_engine;
    int m_frames = 0;
};

void showBare(Stage& stage, double height)
{
    stage.window->setProperty("bareHeight", height);
    stage.frame("bare", [&] { stage.window->setProperty("bareShown", true); });
}

void measurePages(Stage& stage)
{
    int pages = 0;
    for (; !stage.talk->atEnd(); ++pages) {
        const QString before = stage.talk->place();
        stage.frame(
            "page", [&] { stage.talk->next(); }, [&] { return stage.talk->place() != before; });
    }
    showBare(stage, 100);
    for (int page = 1; page <= pages; ++page)
        stage.frame("empty-page",
                    [&] { QMetaObject::invokeMethod(stage.bare, "positionViewAtIndex", Q_ARG(int, page * 300 / (pages + 1)), Q_ARG(int, 0)); });
}

void scroll(Stage& stage, QQuickItem* list, const char* name)
{
    const double begin = list->property("originY").toDouble();
    for (double y = begin; y < begin + list->property("contentHeight").toDouble() - list->height(); y += scrollBy)
        stage.frame(name, [&] { list->setProperty("contentY", y); });
}

void measureScrolling(Stage& stage)
{
    stage.real->setProperty("atTop", false);
    scroll(stage, stage.real, "scroll");
    showBare(stage, stage.real->property("contentHeight").toDouble() / 300);
    scroll(stage, stage.bare, "empty-scroll");
}

void press(QQuickWindow* window, int key, const QString& text)
{
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, Qt::NoModifier, text);
        QCoreApplication::sendEvent(window, &event);
    }
}

/// Keys at the pace of a fast typist, in every fourth question; Enter says the answer, which is written to disk.
void measureTyping(Stage& stage)
{
    Heart heart;
    const auto wait = [](int ms) {
        QElapsedTimer timer;
        timer.start();
        until([&] { return timer.elapsed() >= ms; });
    };
    for (int answer = 0; answer < typedAnswers; ++answer) {
        const int row = answer * 4 % stage.talk->questions()->count();
        Q_EMIT stage.talk->questionRequested(row);
        until([&] {
            const QQuickItem* focused = stage.window->activeFocusItem();
            return focused && focused->inherits("QQuickTextInput") && stage.real->property("currentIndex").toInt() == row;
        });
        wait(100);
        (void)heart.longest();
        for (int key = 0; key < keysAnAnswer; ++key) {
            press(stage.window, Qt::Key_A + key, QString(QChar(u'a' + key)));
            wait(keyEveryMs);
            say("key", heart.longest());
        }
        press(stage.window, Qt::Key_Return, QStringLiteral("\r"));
        wait(100);
        say("answer", heart.longest());
    }
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QSG_NO_VSYNC", "1");
    QGuiApplication application(argc, argv);
    if (argc < 3)
        return 1;
    qml_register_types_Rapport_App();
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const int questions = qMax(30, atoi(argv[2]));
    {
        Stage sections(folder + QStringLiteral("/sections"), formOf(questions, false));
        measurePages(sections);
    }
    Stage one(folder + QStringLiteral("/long"), formOf(questions, true));
    measureTyping(one);
    measureScrolling(one);
    return 0;
}

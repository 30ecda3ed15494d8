// SPDX-License-Identifier: Apache-2.0
// Every shipped pack from the home screen to the outbox as somebody does it who hears the screen: by roles and names of the accessibility tree.
#include "e2e/accessibility.h"
#include "e2e/packanswers.h"
#include "e2e/stand.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

const QStringList demo{u"--demo"_s, u"--lang"_s, u"en"_s, u"--now"_s, u"2027-11-10T09:15:00+01:00"_s};

/// Whether it is what the question of that label is answered with, whatever is said behind the label: required, a unit, what a button does.
bool isNamed(const Accessible& part, const QString& label)
{
    return part.name == label || part.name.startsWith(label + u", "_s) || part.name.startsWith(label + u" in "_s) ||
           part.name.startsWith(label + u": "_s);
}

/// Whether it may be what a question is answered with, and not what says that nobody knows.
bool isAnswer(const Accessible& part)
{
    return part.role != u"label" && part.role != u"page tab" && !part.name.endsWith(u"Don’t know yet"_s);
}

/// Whether it is part of a question, and not of the foot of the page.
bool canAnswer(const Accessible& part)
{
    const bool button = part.role == u"push button" && part.name.contains(u": "_s);
    return button || QStringList{u"text"_s, u"slider"_s, u"check box"_s, u"radio button"_s}.contains(part.role);
}

/// Somebody who hears the screen, and looks for the next thing to do by its name.
class Listener
{
public:
    explicit Listener(const ScreenReader& reader) : m_reader(reader) {}

    /// Does @p act with the first part that @p isIt, as soon as it is there and lets it be done.
    template <typename Condition, typename Act>
    bool with(const Condition& isIt, const Act& act, int milliseconds = 15'000)
    {
        return eventually(
            [&] {
                const Accessible tree = m_reader.read();
                const Accessible* part = firstWhere(tree, isIt);
                return part && act(*part);
            },
            milliseconds);
    }

    /// Qt 6.4 does not tell that a button cannot be pressed yet: until it leads away.
    bool start(const Pack& pack)
    {
        return eventually([&] {
            return with([&](const Accessible& part) { return part.role != u"label" && part.name.startsWith(pack.startSays); },
                        [&](const Accessible& part) { return m_reader.press(part); }) &&
                   hears(u"Back, keep the draft"_s, 2'000);
        });
    }

    bool press(const QString& role, const QString& name)
    {
        return with([&](const Accessible& part) { return part.role == role && part.name == name; },
                    [&](const Accessible& part) { return m_reader.press(part); });
    }

    bool pressWhere(const QString& role, const QString& beginning, int milliseconds = 15'000)
    {
        return with([&](const Accessible& part) { return part.role == role && part.name.startsWith(beginning); },
                    [&](const Accessible& part) { return m_reader.press(part); }, milliseconds);
    }

    bool hears(const QString& text, int milliseconds = 15'000)
    {
        return with([&](const Accessible& part) { return part.name.contains(text); }, [](const Accessible&) { return true; }, milliseconds);
    }

    bool isOn(const QString& label, int milliseconds = 0)
    {
        return with([&](const Accessible& part) { return isAnswer(part) && isNamed(part, label); }, [](const Accessible&) { return true; },
                    milliseconds);
    }

    /// To the next section, until its title is said.
    bool goOn(int milliseconds)
    {
        m_last = {};
        QString title;
        return with([](const Accessible& part) { return part.role == u"push button" && part.name.startsWith(u"On to "_s); },
                    [&](const Accessible& button) {
                        title = button.name.mid(6);
                        return m_reader.press(button);
                    },
                    milliseconds) &&
               with([&](const Accessible& part) { return part.role == u"panel" && part.name == title; }, [](const Accessible&) { return true; });
    }

    /// To the question, on this page or one of the next.
    bool reach(const Answer& one)
    {
        for (int page = 0; page < 12; ++page) {
            do {
                if (isOn(one.label, 1'000))
                    return true;
            } while (goDown());
            if (!goOn(15'000))
                return false;
        }
        return false;
    }

    /// To the last part of the section that is in view, which brings more of it there; false at its end.
    bool goDown()
    {
        const Accessible tree = m_reader.read();
        const Accessible* section = firstWhere(tree, [](const Accessible& part) { return part.role == u"panel"; });
        const Accessible* last = section ? lowest(*section) : nullptr;
        if (!last || last->path == m_last)
            return false;
        m_last = last->path;
        return m_reader.focus(*last);
    }

    bool answer(const Answer& one)
    {
        if (!reach(one))
            return false;
        const auto named = [&](const QString& role) {
            return [&one, role](const Accessible& part) { return part.role == role && isNamed(part, one.label); };
        };
        switch (one.way) {
        case Way::Kept:
        case Way::Repetition:
            return true;
        case Way::Text:
            return with(named(u"text"_s),
                        [&](const Accessible& field) { return m_reader.write(field, one.said) && m_reader.text(field) == one.said; });
        case Way::Choice:
            return with([&](const Accessible& part) { return isNamed(part, one.label) && !part.parts.empty(); },
                        [&](const Accessible& group) {
                            const Accessible* choice = firstWhere(group, [&](const Accessible& part) { return part.name == one.said; });
                            return choice && (m_reader.isChecked(*choice) || (m_reader.press(*choice) && m_reader.isChecked(*choice)));
                        });
        case Way::Search:
            return with(named(u"text"_s), [&](const Accessible& field) { return m_reader.write(field, one.said); }) &&
                   with([&](const Accessible& part) { return part.role == u"list item" && part.name.contains(one.said); },
                        [&](const Accessible& hit) { return m_reader.press(hit); });
        case Way::Level:
            return with(named(u"slider"_s), [&](const Accessible& slider) {
                return m_reader.setValue(slider, one.said.toInt()) && m_reader.press(slider) && m_reader.value(slider) == one.said.toInt();
            });
        case Way::Picture:
            return with([&](const Accessible& part) { return part.role == u"push button" && part.name == one.label + u": Pick photo"_s; },
                        [&](const Accessible& button) { return m_reader.press(button); }) &&
                   press(u"push button"_s, u"gasket"_s) && hears(u"Show the picture of “%1”"_s.arg(one.label), 15'000);
        case Way::Signature:
            return pressWhere(u"push button"_s, one.label + u": Type instead"_s) &&
                   with(named(u"text"_s), [&](const Accessible& field) { return m_reader.write(field, one.said); }) &&
                   press(u"push button"_s, u"Sign with this name"_s) && hears(u"Sign again"_s);
        }
        return false;
    }

    bool finish()
    {
        while (goOn(1'000)) {
        }
        return press(u"push button"_s, u"Finish"_s);
    }

private:
    const Accessible* lowest(const Accessible& tree) const
    {
        const Accessible* found = canAnswer(tree) ? &tree : nullptr;
        for (const Accessible& part : tree.parts) {
            const Accessible* other = lowest(part);
            if (other && (!found || m_reader.top(*other) >= m_reader.top(*found)))
                found = other;
        }
        return found;
    }

    const ScreenReader& m_reader;
    QDBusObjectPath m_last; ///< led to by goDown()
};

/// Roles and names of everything, one a line, for those who want to know what was heard.
QString heard(const Accessible& part, int depth = 0)
{
    if (part.role.isEmpty())
        return {};
    QString text = QString(2 * depth, u' ') + part.role + u": "_s + part.name + u'\n';
    for (const Accessible& one : part.parts)
        text += heard(one, depth + 1);
    return text;
}

} // namespace

TEST_CASE("The shipped packs are filled in completely by the names in the accessibility tree", "[e2e]")
{
    const Pack pack = GENERATE(from_range(shippedPacks()));
    INFO(pack.form.toStdString());
    const Display display(u"1280x800x24"_s);
    const Machine machine;
    REQUIRE(giveAlbum(machine));
    {
        ScreenReader reader(machine, display);
        App app(machine, display);
        reader.guide(app);
        REQUIRE(app.start(demo));
        REQUIRE(reader.find(u"rapport"_s));
        Listener listener(reader);
        REQUIRE(listener.start(pack));
        for (const Answer& one : pack.answers) {
            INFO(one.name.toStdString());
            const bool answered = listener.answer(one);
            INFO((answered ? QString() : heard(reader.read())).toStdString());
            if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !answered && !folder.isEmpty())
                app.screenshot(folder + u"/heard-"_s + one.name + u".png"_s);
            REQUIRE(answered);
        }
        REQUIRE(listener.finish());
        const bool home = app.waitFor(u"homeScreen"_s, 30'000);
        INFO((home ? QString() : heard(reader.read())).toStdString());
        REQUIRE(home);
        REQUIRE(eventually([&] { return isSent(machine, pack.form); }));
    }
    CHECK(lacking(machine, pack) == QStringList());
}

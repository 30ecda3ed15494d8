// SPDX-License-Identifier: Apache-2.0
// Hand scanners that type, beside people who do.
#include "app/capture/wedge.h"

#include <QGuiApplication>
#include <QTest>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace Qt::StringLiterals;

namespace
{

/// What would be typed into: the focus of the application is a window here.
class Page : public QWindow
{
public:
    QString typed;
    int pressed = 0, released = 0;

    Page()
    {
        setProperty("cursorPosition", 0);
        resize(100, 100);
        show();
        requestActivate();
        REQUIRE(QTest::qWaitForWindowActive(this));
    }

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        ++pressed;
        if (event->key() == Qt::Key_Backspace)
            typed.chop(1);
        else if (event->key() == Qt::Key_Return)
            typed += u'⏎';
        else
            typed += event->text();
    }
    void keyReleaseEvent(QKeyEvent*) override { ++released; }
};

/// @p gap: from key to key, ms.
void type(Page& page, const QString& text, int gap)
{
    for (const QChar c : text) {
        if (c == u'\n')
            QTest::keyClick(&page, Qt::Key_Return, Qt::NoModifier, gap);
        else
            QTest::sendKeyEvent(QTest::Click, &page, Qt::Key_A, QString(c), Qt::NoModifier, gap);
    }
}

struct Watched {
    Page page;
    capture::WedgeKeyboard wedge;
    QStringList scanned;

    Watched()
    {
        QObject::connect(&wedge, &capture::WedgeKeyboard::scanned, &wedge, [this](const QString& text) { scanned.append(text); });
    }
    void settle() const { QTest::qWait(capture::WedgeKeyboard::patience + 80); }
};

} // namespace

TEST_CASE("What a hand scanner types is a code and leaves nothing in the field", "[capture][wedge]")
{
    Watched w;
    struct Row {
        const char* note;
        QString typed, scanned;
    };
    const auto row = GENERATE(values<Row>({
        {"a badge number", u"KE27-004512\n"_s, u"KE27-004512"_s},
        {"a vCard of several lines", u"BEGIN:VCARD\nFN:Aylin Çelik\nEND:VCARD\n"_s, u"BEGIN:VCARD\nFN:Aylin Çelik\nEND:VCARD"_s},
        {"GS1 with a group separator", u"0104012345678901\u001d21PX450\n"_s, u"0104012345678901\u001d21PX450"_s},
    }));
    INFO(row.note);
    type(w.page, row.typed, 1);
    w.settle();
    CHECK(w.scanned == QStringList{row.scanned});
    CHECK(w.page.typed.isEmpty());
}

TEST_CASE("What people type reaches the field, however fast they are", "[capture][wedge]")
{
    Watched w;
    SECTION("at a person's pace")
    {
        type(w.page, u"Weber\n"_s, 90);
    }
    SECTION("in bursts, without an end")
    {
        type(w.page, u"Frischmarkt"_s, 5);
    }
    SECTION("a short word and Enter")
    {
        type(w.page, u"PX-45\n"_s, 5);
    }
    const QString expected = w.page.typed; // nothing is lost: what was held comes
    w.settle();
    CHECK(w.scanned.isEmpty());
    CHECK((w.page.typed == u"Weber⏎"_s || w.page.typed == u"Frischmarkt"_s || w.page.typed == u"PX-45⏎"_s));
    CHECK(w.page.typed.startsWith(expected));
    CHECK(w.page.pressed == w.page.released);
}

TEST_CASE("A field that wants codes has them as they are typed", "[capture][wedge]")
{
    Watched w;
    w.page.setProperty("takesCodes", true);
    type(w.page, u"PX450-22-00817\n"_s, 1);
    w.settle();
    CHECK(w.scanned.isEmpty());
    CHECK(w.page.typed == u"PX450-22-00817⏎"_s);
}

TEST_CASE("One code after the other is two codes", "[capture][wedge]")
{
    Watched w;
    type(w.page, u"KE27-004512\n"_s, 1);
    w.settle();
    type(w.page, u"KE27-004513\n"_s, 1);
    w.settle();
    CHECK(w.scanned == QStringList{u"KE27-004512"_s, u"KE27-004513"_s});
}

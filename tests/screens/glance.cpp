// SPDX-License-Identifier: Apache-2.0
#include "glance.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>

#include <functional>
#include <vector>

namespace rapport::views::tests
{

namespace
{

/// "Try now" → "Ťřŷ ñöŵ one" and the like: what is cut or not translated is seen at once.
class PseudoTranslator : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override
    {
        static const QString plain = QStringLiteral("aeiouycnrstzACEINORSTUYZ"), accented = QStringLiteral("åéîöûýçñřšťžÅÇÉÎÑÖŘŠŤÛÝŽ");
        QString text = QString::fromUtf8(source);
        for (QChar& c : text) {
            if (const qsizetype at = plain.indexOf(c); at >= 0)
                c = accented[at];
        }
        static const QString padding = QStringLiteral(" lörem ipsûm dölör šit åmet çönsectetûr ådipišcing");
        const qsizetype more = qMin(padding.size(), (text.size() * 2 + 4) / 5);
        return text + padding.left(padding[more - 1].isSpace() ? more - 1 : more);
    }
};

constexpr qreal leastTarget = 48;
constexpr qreal slack = 1; // rounding of glyphs

void walk(QQuickItem* item, const std::function<void(QQuickItem*)>& see)
{
    if (!item->isVisible() || item->opacity() == 0)
        return;
    see(item);
    const auto children = item->childItems();
    for (QQuickItem* child : children)
        walk(child, see);
}

bool takesInput(const QQuickItem* item)
{
    return item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextInput") || item->inherits("QQuickTextEdit");
}

/// What the question says around a hidden text.
QString spokenNameOfRow(QQuickItem* item)
{
    for (QQuickItem* around = item->parentItem(); around; around = around->parentItem()) {
        if (around->objectName() == QLatin1String("questionRow"))
            return QAccessible::queryAccessibleInterface(around)->text(QAccessible::Name);
    }
    return {};
}

QString spokenName(QQuickItem* item)
{
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(item);
    if (spoken && spoken->state().passwordEdit) // of which Qt says nothing; what it stands in does
        return spokenNameOfRow(item);
    return spoken ? spoken->text(QAccessible::Name) : QString();
}

QRectF inked(const QQuickItem* text)
{
    const qreal width = text->property("contentWidth").toReal(), height = text->property("contentHeight").toReal();
    const int across = text->property("effectiveHorizontalAlignment").toInt(), down = text->property("verticalAlignment").toInt();
    const qreal x = across & Qt::AlignRight ? text->width() - width : across & Qt::AlignHCenter ? (text->width() - width) / 2 : 0;
    const qreal y = down & Qt::AlignBottom ? text->height() - height : down & Qt::AlignVCenter ? (text->height() - height) / 2 : 0;
    return {x, y, width, height};
}

struct Seen {
    QString words;
    QRectF whole, shown;     ///< in window coordinates
    const QQuickItem* layer; ///< what is raised (z) lies over other things on purpose
    bool scrolledAside;      ///< cut by a list that scrolls sideways
};

Seen look(const QQuickItem* text, const QQuickItem* root)
{
    Seen seen{text->property("text").toString(), text->mapRectToItem(root, inked(text)), {}, nullptr, false};
    seen.shown = seen.whole & root->boundingRect();
    for (const QQuickItem* outer = text->parentItem(); outer && outer != root; outer = outer->parentItem()) {
        if (!seen.layer && outer->z() > 0)
            seen.layer = outer;
        if (!outer->clip())
            continue;
        seen.shown &= outer->mapRectToItem(root, outer->boundingRect());
        seen.scrolledAside |= outer->inherits("QQuickFlickable") && outer->property("contentWidth").toReal() > outer->width();
    }
    return seen;
}

QString place(const QQuickItem* item)
{
    QStringList names;
    for (; item; item = item->parentItem())
        if (!item->objectName().isEmpty())
            names.prepend(item->objectName());
    return names.join(QLatin1Char('/'));
}

} // namespace

QStringList Glance::touchFaults(QQuickItem* root) const
{
    QStringList faults;
    walk(root, [&](QQuickItem* item) {
        if (!takesInput(item))
            return;
        const QString where = place(item) + QLatin1Char(' ') + QString::fromUtf8(item->metaObject()->className());
        if (item->objectName().isEmpty())
            faults << QStringLiteral("%1 has no object name").arg(where);
        if (spokenName(item).isEmpty())
            faults << QStringLiteral("%1 has no name to be heard").arg(where);
        if (item->width() < leastTarget || item->height() < leastTarget)
            faults << QStringLiteral("%1 is %2 by %3").arg(where).arg(item->width()).arg(item->height());
    });
    return faults;
}

QStringList Glance::textFaults(QQuickItem* root) const
{
    QStringList faults;
    std::vector<Seen> texts;
    walk(root, [&](QQuickItem* item) {
        if (!item->inherits("QQuickText") || item->property("text").toString().isEmpty())
            return;
        const Seen seen = look(item, root);
        const QString where = QStringLiteral("\"%1\" in %2").arg(seen.words, place(item));
        if (item->property("truncated").toBool())
            faults << QStringLiteral("%1 is shortened").arg(where);
        if (inked(item).width() > item->width() + slack || inked(item).height() > item->height() + slack)
            faults << QStringLiteral("%1 does not fit its place").arg(where);
        if (seen.shown.isEmpty())
            return; // scrolled away
        if (!seen.scrolledAside && seen.shown.width() < seen.whole.width() - slack)
            faults << QStringLiteral("%1 is cut at a side").arg(where);
        for (const Seen& other : texts) {
            const QRectF both = other.shown & seen.shown;
            if (other.layer == seen.layer && both.width() > 2 * slack && both.height() > 4 * slack)
                faults << QStringLiteral("%1 lies over \"%2\"").arg(where, other.words);
        }
        texts.push_back(seen);
    });
    return faults;
}

int Glance::controls(QQuickItem* root) const
{
    int count = 0;
    walk(root, [&](const QQuickItem* item) { count += takesInput(item) ? 1 : 0; });
    return count;
}

void Glance::speak(const QString& language)
{
    if (m_translator)
        QCoreApplication::removeTranslator(m_translator.get());
    m_translator = language == QLatin1String("pseudo") ? std::make_unique<PseudoTranslator>() : std::make_unique<QTranslator>();
    if (language != QLatin1String("pseudo"))
        (void)m_translator->load(QStringLiteral(":/i18n/rapport_") + language); // English needs none but its plurals
    QCoreApplication::installTranslator(m_translator.get());
    qmlEngine(this)->retranslate();
}

void Glance::keepPicture(QQuickItem* root, const QString& name) const
{
    const QString folder = qEnvironmentVariable("RAPPORT_SHOTS");
    if (!folder.isEmpty())
        root->window()->grabWindow().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

} // namespace rapport::views::tests

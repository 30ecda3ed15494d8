// SPDX-License-Identifier: Apache-2.0
#include "app/capture/finder.h"

#include <QLineF>
#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace rapport::capture
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.capture")

constexpr qint64 sameCodeMs = 2000, hintHoldMs = 600;
constexpr int thoroughEvery = 4;        ///< looks; a thorough one takes as long as about ten quick ones
constexpr double dark = 40, moving = 9; ///< of Glance
constexpr double small = 0.1;           ///< of the picture's longer side: a code of 40 modules has 4 to 5 pixels each in 1920

/// Where several codes are in view, the one that is held into the middle.
const Code* middleOne(const std::vector<Code>& codes, const QSizeF& size)
{
    const QPointF middle(size.width() / 2, size.height() / 2);
    const auto distance = [&](const Code& code) { return QLineF(code.points.boundingRect().center(), middle).length(); };
    const auto nearest = std::min_element(codes.begin(), codes.end(), [&](const Code& a, const Code& b) { return distance(a) < distance(b); });
    return nearest == codes.end() ? nullptr : &*nearest;
}

} // namespace

Finder::Finder(Reader& reader, Clock clock, QObject* parent) : QObject(parent), m_reader(reader), m_clock(std::move(clock))
{
    connect(&reader, &Reader::finished, this, [this](quint64 request, const ReadResult& result) {
        if (request != m_request)
            return;
        m_request = 0;
        judge(result);
    });
    connect(&reader, &Reader::failed, this, [this](quint64 request, const Error& error) {
        if (request != m_request)
            return;
        m_request = 0;
        if (!m_source->isLive() || error.kind != Error::Kind::Corrupt)
            Q_EMIT failed(error);
        goOn();
    });
}

void Finder::look(FrameSource& source, Take take)
{
    stop();
    m_source = &source;
    m_take = take;
    m_looks = 0;
    m_seenShare = 0;
    m_since.invalidate();
    connect(&source, &FrameSource::frame, this, &Finder::take);
    source.start();
}

void Finder::stop()
{
    if (!m_source)
        return;
    FrameSource& source = *std::exchange(m_source, nullptr);
    source.disconnect(this);
    source.stop();
    if (m_request)
        m_reader.cancel(m_request);
    m_request = 0;
    m_reading = m_waiting = {};
    m_doubtful.clear();
    m_hint = Hint::None;
    m_hintAt = {};
}

void Finder::take(const Frame& frame)
{
    if (!m_since.isValid())
        m_since.start();
    Q_EMIT shown(frame.picture);
    if (m_request)
        m_waiting = frame;
    else
        read(frame);
}

void Finder::read(const Frame& frame)
{
    const bool quick = m_source->isLive() && ++m_looks % thoroughEvery != 0;
    m_reading = frame;
    m_size = frame.luma.size();
    m_request = m_reader.read(frame.luma, quick ? Effort::Quick : Effort::Thorough, Kinds::Badges);
    if (!quick)
        m_seenShare = 0; // it will say
    m_reading.luma = {}; // the reader has it; a camera lends its memory only
}

void Finder::judge(const ReadResult& result)
{
    if (m_take != Take::MiddleOne && judgeAll(result.codes))
        return;
    if (const Code* code = middleOne(result.codes, m_size); code && m_take != Take::All && accept(*code))
        return tell(*code);
    showHint(result);
    if (result.codes.empty() && !m_source->isLive())
        Q_EMIT nothing();
    goOn();
}

/// True: that is all there is to say about the picture.
bool Finder::judgeAll(const std::vector<Code>& codes)
{
    const std::vector<Code> all = apart(codes);
    const QImage picture = m_reading.picture;
    if (m_take == Take::AskWhich && all.size() > 1) {
        qCInfo(log) << all.size() << "codes are in view";
        stop();
        Q_EMIT several(all, picture);
        return true;
    }
    if (m_take != Take::All || all.empty())
        return false;
    Q_EMIT seen(all, picture);
    goOn();
    return true;
}

/// Those with texts of their own that need no second look, or have had it, from left to right.
std::vector<Code> Finder::apart(const std::vector<Code>& codes)
{
    std::vector<Code> all;
    for (const Code& code : codes) {
        const bool known = std::any_of(all.begin(), all.end(), [&](const Code& other) { return other.text == code.text; });
        if (!known && (code.certain || (m_take == Take::All && std::exchange(m_doubtful, code.text) == code.text)))
            all.push_back(placed(code));
    }
    const auto left = [](const Code& code) { return code.points.boundingRect().center().x(); };
    std::sort(all.begin(), all.end(), [&](const Code& a, const Code& b) { return left(a) < left(b); });
    return all;
}

Code Finder::placed(Code code) const
{
    for (QPointF& point : code.points)
        point = {point.x() / m_size.width(), point.y() / m_size.height()};
    return code;
}

void Finder::tell(const Code& code)
{
    qCInfo(log) << "a code was found" << m_since.elapsed() << "ms after the first picture, after" << qMax(1, m_looks) << "looks";
    const Code there = placed(code);
    const QImage picture = m_reading.picture;
    stop();
    Q_EMIT found(there, picture, m_times);
}

void Finder::goOn()
{
    if (m_source && !m_request && !m_waiting.isNull())
        read(std::exchange(m_waiting, {}));
}

bool Finder::accept(const Code& code)
{
    if (!code.certain && std::exchange(m_doubtful, code.text) != code.text)
        return false;
    const QDateTime now = m_clock();
    if (code.text == m_lastText && m_lastAt.isValid() && m_lastAt.msecsTo(now) < sameCodeMs) {
        if (!m_source->isLive()) {
            QTimer::singleShot(sameCodeMs, m_source, [this, source = m_source] { // whoever still holds it there means it
                if (m_source == source)
                    source->start();
            });
        }
        return false;
    }
    m_times = code.text == m_lastText ? m_times + 1 : 1;
    m_lastText = code.text;
    m_lastAt = now;
    return true;
}

void Finder::showHint(const ReadResult& result)
{
    if (!result.seen.isEmpty()) {
        const QSizeF seen = result.seen.boundingRect().size();
        m_seenShare = std::max(seen.width(), seen.height()) / std::max(m_size.width(), m_size.height());
    }
    Hint hint = Hint::None;
    if (m_reading.glance.brightness < dark)
        hint = Hint::TooDark;
    else if (m_seenShare > 0 && m_seenShare < small)
        hint = Hint::Closer;
    else if (m_reading.glance.motion > moving)
        hint = Hint::HoldStill;
    const QDateTime now = m_clock();
    if (hint == m_hint || (m_hintAt.isValid() && m_hintAt.msecsTo(now) < hintHoldMs))
        return; // a line that flickers cannot be read
    m_hint = hint;
    m_hintAt = now;
    Q_EMIT hintChanged();
}

} // namespace rapport::capture

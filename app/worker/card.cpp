// SPDX-License-Identifier: Apache-2.0
#include "app/worker/card.h"

#include "app/capture/cardlanguage.h"
#include "app/capture/cardwords.h"
#include "app/worker/cardfind.h"
#include "app/worker/cardlines.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <ctime>

namespace rapport::worker
{

namespace
{

using capture::CardLine;
using capture::CardText;
using capture::CardWord;

constexpr std::chrono::milliseconds budget(5000); ///< of the processor's time: on a machine that is busy the clock says little
constexpr int busy = 4;                           ///< times as long a single line may take by the clock
constexpr int cardSide = 1600;                    ///< pixels of the longer side: letters of 1 mm are then 19 pixels high
constexpr int leastSide = 100;                    ///< pixels of a picture's shorter side
constexpr int longestShape = 8;                   ///< a picture's longer by its shorter side
constexpr double upright = 0.8;                   ///< confidence of lines that nobody reads upside down
constexpr double sure = 0.7;                      ///< of a word
constexpr qsizetype enough = 40;                  ///< letters of sure words: fewer are no card
constexpr std::size_t sampleLines = 3;            ///< that tell what is up
constexpr double ownLanguage = 0.15;              ///< how much surer English must be to be believed on another language's card

const QString english = QStringLiteral("eng");

/// What this process has worked.
std::chrono::milliseconds worked()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return std::chrono::milliseconds(time.tv_sec * 1000 + time.tv_nsec / 1'000'000);
}

cv::Matx33d turnedBack(const cv::Size& size)
{
    return {-1, 0, size.width - 1.0, 0, -1, size.height - 1.0, 0, 0, 1};
}

class Work
{
public:
    Work(const cv::Mat& picture, LineReader& reader, const CodeFinder& codes) : m_picture(picture), m_reader(reader), m_codes(codes) {}

    CardText read()
    {
        const auto right = static_cast<float>(m_picture.cols), bottom = static_cast<float>(m_picture.rows);
        const Quad whole{cv::Point2f(0, 0), cv::Point2f(right, 0), cv::Point2f(right, bottom), cv::Point2f(0, bottom)};
        const auto quad = findCard(m_picture);
        CardText text = attempt(quad.value_or(whole));
        if (quad) {
            const QSizeF size = text.size;
            text.outline =
                text.toPicture.map(QPolygonF(QList<QPointF>{{0, 0}, {size.width(), 0}, {size.width(), size.height()}, {0, size.height()}}));
        }
        if (understood(text) < enough && text.problem.isEmpty()) { // no card, or something else that looks like one: go by the letters
            if (const auto letters = areaOfText(whole)) {
                CardText other = attempt(*letters);
                if (understood(other) > understood(text))
                    text = std::move(other);
            }
        }
        text.milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - m_start).count();
        return text;
    }

private:
    static QTransform toTransform(const cv::Matx33d& m) { return {m(0, 0), m(1, 0), m(2, 0), m(0, 1), m(1, 1), m(2, 1), m(0, 2), m(1, 2), m(2, 2)}; }

    CardText attempt(const Quad& quad)
    {
        m_text = {};
        cv::cvtColor(flatten(m_picture, quad, cardSide, m_there), m_luma, cv::COLOR_RGB2GRAY);
        m_card = clean(m_luma);
        standUp();
        findCodes();
        m_found = findLines(m_card, m_without);
        turnOver();
        readLines();
        m_text.size = {static_cast<double>(m_luma.cols), static_cast<double>(m_luma.rows)};
        m_text.toPicture = toTransform(m_there.inv());
        for (capture::Code& code : m_text.codes)
            code.points = m_text.toPicture.map(code.points);
        return m_text;
    }

    /// Letters of words that were read without much doubt.
    static qsizetype understood(const CardText& text)
    {
        qsizetype letters = 0;
        for (const CardLine& line : text.lines) {
            for (const CardWord& word : line.words)
                letters += word.confidence > sure ? word.text.size() : 0;
        }
        return letters;
    }

    std::optional<Quad> areaOfText(const Quad& whole)
    {
        cv::Mat luma;
        cv::cvtColor(flatten(m_picture, whole, cardSide, m_there), luma, cv::COLOR_RGB2GRAY);
        const auto area = findText(clean(luma));
        if (!area)
            return {};
        std::vector<cv::Point2f> corners(4), there;
        area->points(corners.data());
        cv::perspectiveTransform(corners, there, m_there.inv());
        return Quad{there[1], there[2], there[3], there[0]};
    }

    void standUp()
    {
        if (!isSideways(m_card))
            return;
        m_there = cv::Matx33d(0, -1, m_luma.rows - 1.0, 1, 0, 0, 0, 0, 1) * m_there;
        cv::rotate(m_luma, m_luma, cv::ROTATE_90_CLOCKWISE);
        m_card = clean(m_luma);
    }

    void findCodes()
    {
        const cv::Mat packed = m_luma.isContinuous() ? m_luma : m_luma.clone();
        m_text.codes = m_codes(packed.data, packed.cols, packed.rows);
        std::erase_if(m_text.codes, [](const capture::Code& code) { return !code.certain || code.points.size() != 4; });
        m_without = cv::Mat::zeros(m_luma.size(), CV_8U);
        for (const capture::Code& code : m_text.codes) {
            std::vector<cv::Point> corners;
            for (const QPointF& point : code.points)
                corners.emplace_back(cvRound(point.x()), cvRound(point.y()));
            cv::fillConvexPoly(m_without, corners, 255);
        }
        if (!m_text.codes.empty())
            cv::dilate(m_without, m_without, cv::getStructuringElement(cv::MORPH_RECT, {25, 25}));
    }

    /// Turns the card where its longest lines are read better upside down.
    void turnOver()
    {
        const double asItIs = sample();
        if (asItIs > upright)
            return;
        flip();
        if (sample() < asItIs)
            flip();
    }

    void flip()
    {
        const cv::Matx33d over = turnedBack(m_luma.size());
        cv::rotate(m_luma, m_luma, cv::ROTATE_180);
        cv::rotate(m_without, m_without, cv::ROTATE_180);
        m_there = over * m_there;
        for (capture::Code& code : m_text.codes) {
            for (QPointF& point : code.points)
                point = {m_luma.cols - 1 - point.x(), m_luma.rows - 1 - point.y()};
        }
        m_card = clean(m_luma);
        m_found = findLines(m_card, m_without);
    }

    double sample()
    {
        std::vector<const TextLine*> longest;
        for (const TextLine& line : m_found)
            longest.push_back(&line);
        std::sort(longest.begin(), longest.end(), [](const TextLine* a, const TextLine* b) { return a->letters.size() > b->letters.size(); });
        std::vector<CardWord> words;
        for (std::size_t i = 0; i < longest.size() && i < sampleLines; ++i) {
            for (CardWord& word : readLine(*longest[i], english))
                words.push_back(std::move(word));
        }
        return confidenceOf(words);
    }

    std::vector<CardWord> readLine(const TextLine& line, const QString& language)
    {
        cv::Point origin;
        const cv::Mat cut = cutLine(m_card, line, m_found, origin);
        std::vector<CardWord> words = m_reader.read(cut, language, (budget - (worked() - m_worked)) * busy);
        for (CardWord& word : words)
            word.box.translate(origin.x, origin.y);
        return words;
    }

    void readLines()
    {
        if (!m_reader.knows(english)) {
            m_text.problem = QStringLiteral("Tesseract's model for English is not installed; the card cannot be read");
            return;
        }
        QStringList plain;
        for (const TextLine& line : m_found) {
            CardLine read{
                {}, readLine(line, english), QRectF(line.box.x, line.box.y, line.box.width, line.box.height), static_cast<double>(line.height)};
            plain.append(textOf(read.plain));
            read.words = read.plain;
            m_text.lines.push_back(std::move(read));
        }
        m_text.language = capture::languageOf(plain);
        if (m_text.language == english)
            return;
        if (!m_reader.knows(m_text.language)) {
            m_text.problem = QStringLiteral("Tesseract's model for %1 is not installed; the card was read in English").arg(m_text.language);
            return;
        }
        for (std::size_t i = 0; i < m_found.size(); ++i) {
            CardLine& line = m_text.lines[i];
            if (capture::isAddress(plain[static_cast<qsizetype>(i)]))
                continue;
            auto words = readLine(m_found[i], m_text.language);
            const bool accentsOnly = capture::folded(textOf(words)) == capture::folded(plain[static_cast<qsizetype>(i)]);
            if (!words.empty() && (accentsOnly || confidenceOf(words) > confidenceOf(line.plain) - ownLanguage))
                line.words = std::move(words);
        }
    }

    const cv::Mat& m_picture;
    LineReader& m_reader;
    const CodeFinder& m_codes;
    const std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    const std::chrono::milliseconds m_worked = worked(); ///< before
    cv::Mat m_luma, m_without;
    cv::Matx33d m_there = cv::Matx33d::eye(); ///< from the picture to m_luma
    CleanCard m_card;
    std::vector<TextLine> m_found;
    CardText m_text;
};

} // namespace

CardText readCard(const unsigned char* rgb, int width, int height, LineReader& reader, const CodeFinder& codes)
{
    CardText none;
    if (std::min(width, height) < leastSide || std::max(width, height) > longestShape * std::min(width, height)) {
        none.problem = QStringLiteral("the picture is too small or too narrow for a card");
        return none;
    }
    const cv::Mat picture(height, width, CV_8UC3, const_cast<unsigned char*>(rgb));
    try {
        return Work(picture, reader, codes).read();
    } catch (const cv::Exception&) {
        none.problem = QStringLiteral("the picture could not be worked on");
        return none;
    }
}

} // namespace rapport::worker

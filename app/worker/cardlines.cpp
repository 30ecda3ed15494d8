// SPDX-License-Identifier: Apache-2.0
#include "app/worker/cardlines.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rapport::worker
{

namespace
{

constexpr double alike = 2.3;  ///< the tallest letter of a line by its lowest: "l" by "a"
constexpr double nearby = 1.1; ///< of the letters' height: the widest gap within a line
constexpr std::size_t mostLines = 60;

int bottom(const cv::Rect& box)
{
    return box.y + box.height;
}

int right(const cv::Rect& box)
{
    return box.x + box.width;
}

int overlap(const cv::Rect& a, const cv::Rect& b)
{
    return std::min(bottom(a), bottom(b)) - std::max(a.y, b.y);
}

bool areNeighbours(const cv::Rect& a, const cv::Rect& b)
{
    const int higher = std::max(a.height, b.height), lower = std::min(a.height, b.height);
    const int gap = std::max(a.x, b.x) - std::min(right(a), right(b));
    return higher <= alike * lower && gap <= nearby * higher && overlap(a, b) >= 0.55 * lower;
}

/// Groups of letters that stand side by side.
std::vector<std::vector<std::size_t>> chains(const std::vector<Component>& letters)
{
    std::vector<std::size_t> leader(letters.size());
    std::iota(leader.begin(), leader.end(), std::size_t{0});
    const auto find = [&](std::size_t i) {
        while (leader[i] != i)
            i = leader[i] = leader[leader[i]];
        return i;
    };
    for (std::size_t i = 0; i < letters.size(); ++i) { // sorted from the left
        for (std::size_t j = i + 1; j < letters.size(); ++j) {
            if (letters[j].box.x > right(letters[i].box) + nearby * mostHeight)
                break;
            if (areNeighbours(letters[i].box, letters[j].box))
                leader[find(j)] = find(i);
        }
    }
    std::vector<std::vector<std::size_t>> groups(letters.size());
    for (std::size_t i = 0; i < letters.size(); ++i)
        groups[find(i)].push_back(i);
    std::erase_if(groups, [](const auto& group) { return group.empty(); });
    return groups;
}

int percentile(std::vector<int> values, double share)
{
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

TextLine lineOf(const std::vector<Component>& letters, const std::vector<std::size_t>& group)
{
    TextLine line;
    std::vector<int> heights;
    for (const std::size_t i : group) {
        line.letters.push_back(letters[i].box);
        line.box |= letters[i].box;
        heights.push_back(letters[i].box.height);
    }
    line.height = percentile(heights, 0.8);
    return line;
}

/// Dots, commas, hyphens and accents go to the line that they stand in.
void adoptSmall(std::vector<TextLine>& lines, const std::vector<Component>& small)
{
    std::vector<cv::Rect> reach;
    for (const TextLine& line : lines) {
        const int h = line.height;
        reach.emplace_back(line.box.x - h, line.box.y - h / 2, line.box.width + 2 * h, line.box.height + h * 3 / 4);
    }
    for (const Component& dot : small) {
        TextLine* home = nullptr;
        double nearest = 1e9;
        const cv::Point centre = (dot.box.tl() + dot.box.br()) / 2;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (!reach[i].contains(centre) || dot.box.height > lines[i].height || dot.box.width > 2 * lines[i].height)
                continue;
            const double away = std::abs(centre.y - (lines[i].box.y + lines[i].box.height / 2.0)) / lines[i].height;
            if (away < nearest) {
                nearest = away;
                home = &lines[i];
            }
        }
        if (home)
            home->letters.push_back(dot.box);
    }
    for (TextLine& line : lines) {
        for (const cv::Rect& letter : line.letters)
            line.box |= letter;
    }
}

/// A hyphen or an underscore may be all that stands between two halves of a line.
void joinHalves(std::vector<TextLine>& lines)
{
    std::sort(lines.begin(), lines.end(), [](const TextLine& a, const TextLine& b) { return a.box.x < b.box.x; });
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t j = i + 1; j < lines.size(); ++j) {
            TextLine &left = lines[i], &next = lines[j];
            const int higher = std::max(left.height, next.height), lower = std::min(left.height, next.height);
            if (next.box.x > right(left.box) + nearby * higher || higher > 1.8 * lower || overlap(left.box, next.box) < 0.6 * lower)
                continue;
            left.letters.insert(left.letters.end(), next.letters.begin(), next.letters.end());
            left.box |= next.box;
            left.height = left.letters.size() > 2 * next.letters.size() ? left.height : higher;
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(j));
            j = i; // what stands to the right of the longer line now
        }
    }
}

/// The widest gap between two letters of a line, from the letter @p from on; letters sorted from the left.
int widestGap(const std::vector<cv::Rect>& letters, std::size_t from)
{
    int widest = 0, end = right(letters[from]);
    for (std::size_t i = from + 1; i < letters.size(); ++i) {
        widest = std::max(widest, letters[i].x - end);
        end = std::max(end, right(letters[i]));
    }
    return widest;
}

/// A picture before a number is not its first letter: it is taller and stands apart, farther than words do. A first capital may be as tall.
void dropIcon(TextLine& line)
{
    auto& letters = line.letters;
    std::sort(letters.begin(), letters.end(), [](const cv::Rect& a, const cv::Rect& b) { return a.x < b.x; });
    while (letters.size() > 3) {
        const cv::Rect& first = letters[0];
        const bool tall = first.height > 1.25 * line.height && first.width > 0.75 * first.height;
        const double gap = letters[1].x - right(first);
        if (!tall || gap < 0.4 * line.height || gap < 0.9 * widestGap(letters, 1))
            break;
        letters.erase(letters.begin());
    }
    line.box = letters[0];
    for (const cv::Rect& letter : letters)
        line.box |= letter;
}

bool isLike(const TextLine& line, const TextLine& other)
{
    return other.letters.size() >= 3 && other.light == line.light && other.height < 1.7 * line.height && line.height < 1.7 * other.height;
}

/// One or two letters are a label ("T", "M") where a line follows them at their height, a short line ("UK") where longer ones of their height stand
/// right above or below, and else a piece of a picture.
bool isWorthReading(const TextLine& line, const std::vector<TextLine>& all)
{
    if (line.letters.size() >= 3)
        return true;
    return std::any_of(all.begin(), all.end(), [&](const TextLine& other) {
        if (!isLike(line, other))
            return false;
        const int h = line.height, away = std::max(other.box.y - bottom(line.box), line.box.y - bottom(other.box));
        const bool aligned = std::min({std::abs(other.box.x - line.box.x), std::abs(right(other.box) - right(line.box)),
                                       std::abs(other.box.x + right(other.box) - line.box.x - right(line.box)) / 2}) < h;
        const bool follows = overlap(other.box, line.box) > 0.6 * h && other.box.x > line.box.x && other.box.x - right(line.box) < 14 * h;
        return follows || (line.letters.size() == 2 && aligned && away < 2.5 * h && away > 0);
    });
}

std::vector<TextLine> linesOf(const cv::Mat& mask, bool light)
{
    std::vector<Component> letters, small;
    for (const Component& component : componentsOf(mask))
        (isLetter(component) ? letters : small).push_back(component);
    std::sort(letters.begin(), letters.end(), [](const Component& a, const Component& b) { return a.box.x < b.box.x; });
    std::vector<TextLine> lines;
    for (const auto& group : chains(letters))
        lines.push_back(lineOf(letters, group));
    adoptSmall(lines, small);
    joinHalves(lines);
    for (TextLine& line : lines) {
        line.light = light;
        dropIcon(line);
    }
    return lines;
}

} // namespace

std::vector<TextLine> findLines(const CleanCard& card, const cv::Mat& without)
{
    std::vector<TextLine> all = linesOf(maskOf(card, false, without), false);
    for (TextLine& line : linesOf(maskOf(card, true, without), true))
        all.push_back(std::move(line));
    std::vector<TextLine> lines;
    std::copy_if(all.begin(), all.end(), std::back_inserter(lines), [&](const TextLine& line) { return isWorthReading(line, all); });
    std::sort(lines.begin(), lines.end(), [](const TextLine& a, const TextLine& b) { return a.letters.size() > b.letters.size(); });
    if (lines.size() > mostLines)
        lines.resize(mostLines);
    std::sort(lines.begin(), lines.end(), [](const TextLine& a, const TextLine& b) { return bottom(a.box) < bottom(b.box); });
    return lines;
}

cv::Mat cutLine(const CleanCard& card, const TextLine& line, const std::vector<TextLine>& all, cv::Point& origin)
{
    const int margin = std::max(4, line.height * 2 / 5);
    const cv::Rect area = cv::Rect(line.box.x - margin, line.box.y - margin, line.box.width + 2 * margin, line.box.height + 2 * margin) &
                          cv::Rect(0, 0, card.ink.cols, card.ink.rows);
    origin = area.tl();
    cv::Mat ink;
    card.ink(area).convertTo(ink, CV_32F, line.light ? -1 : 1);
    cv::Mat own = cv::Mat::zeros(area.size(), CV_8U); // where this line's letters are
    const int rim = std::max(2, line.height / 8);
    for (const cv::Rect& letter : line.letters)
        cv::rectangle(own, cv::Rect(letter.x - area.x - rim, letter.y - area.y - rim, letter.width + 2 * rim, letter.height + 2 * rim), 255,
                      cv::FILLED);
    std::vector<float> dark;
    for (int y = 0; y < ink.rows; ++y) {
        for (int x = 0; x < ink.cols; ++x) {
            if (own.at<uchar>(y, x) && ink.at<float>(y, x) > leastInk)
                dark.push_back(ink.at<float>(y, x));
        }
    }
    float full = 60;
    if (!dark.empty()) {
        const auto at = dark.begin() + static_cast<std::ptrdiff_t>(0.8 * static_cast<double>(dark.size() - 1));
        std::nth_element(dark.begin(), at, dark.end());
        full = std::max(*at, 10.0F);
    }
    cv::Mat paper;
    ink.convertTo(paper, CV_8U, -215 / full, 240);
    for (const TextLine& other : all) {
        if (&other == &line || (other.box & area).empty())
            continue;
        for (const cv::Rect& letter : other.letters) {
            const cv::Rect part =
                cv::Rect(letter.x - area.x - 1, letter.y - area.y - 1, letter.width + 2, letter.height + 2) & cv::Rect({0, 0}, area.size());
            if (!part.empty())
                paper(part).setTo(240, own(part) == 0);
        }
    }
    return paper;
}

} // namespace rapport::worker

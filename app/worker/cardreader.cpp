// SPDX-License-Identifier: Apache-2.0
#include "app/worker/cardreader.h"

#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

namespace rapport::worker
{

LineReader::LineReader() = default;
LineReader::~LineReader() = default;

bool LineReader::knows(const QString& language)
{
    const auto known = m_models.find(language);
    if (known != m_models.end())
        return known->second != nullptr;
    auto model = std::make_unique<tesseract::TessBaseAPI>();
    if (model->Init(nullptr, language.toLatin1().constData(), tesseract::OEM_LSTM_ONLY) != 0)
        model.reset();
    if (model) {
        model->SetPageSegMode(tesseract::PSM_SINGLE_LINE);
        model->SetVariable("tessedit_do_invert", "0"); // a line is always black on white here
        model->SetVariable("debug_file", "/dev/null");
    }
    return (m_models[language] = std::move(model)) != nullptr;
}

std::vector<capture::CardWord> LineReader::read(const cv::Mat& picture, const QString& language, std::chrono::milliseconds patience)
{
    if (patience.count() <= 0 || !knows(language))
        return {};
    tesseract::TessBaseAPI& model = *m_models[language];
    model.SetImage(picture.data, picture.cols, picture.rows, 1, static_cast<int>(picture.step));
    model.SetSourceResolution(300);
    tesseract::ETEXT_DESC monitor;
    monitor.set_deadline_msecs(static_cast<int32_t>(patience.count()));
    std::vector<capture::CardWord> words;
    if (model.Recognize(&monitor) != 0)
        return words;
    const std::unique_ptr<tesseract::ResultIterator> at(model.GetIterator());
    if (!at)
        return words;
    do {
        const std::unique_ptr<char[]> text(at->GetUTF8Text(tesseract::RIL_WORD));
        int x1 = 0, y1 = 0, x2 = 0, y2 = 0;
        if (!text || !at->BoundingBox(tesseract::RIL_WORD, &x1, &y1, &x2, &y2))
            continue;
        const QString word = QString::fromUtf8(text.get()).simplified();
        if (!word.isEmpty())
            words.push_back({word, QRectF(x1, y1, x2 - x1, y2 - y1), static_cast<double>(at->Confidence(tesseract::RIL_WORD)) / 100});
    } while (at->Next(tesseract::RIL_WORD));
    model.Clear();
    return words;
}

} // namespace rapport::worker

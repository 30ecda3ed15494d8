// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/charset.h"

#include <QStringDecoder>

#include <optional>

namespace rapport::contact
{

namespace
{

std::optional<QString> strictly(QStringDecoder decoder, QByteArrayView bytes)
{
    if (!decoder.isValid())
        return {};
    const QString text = decoder.decode(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

} // namespace

QByteArray withoutMark(QByteArrayView bytes)
{
    constexpr char littleEnd[] = {'B', 0, 'E', 0, 'G', 0}, bigEnd[] = {0, 'B', 0, 'E', 0, 'G'};
    const auto startsWith = [&](const char* mark, qsizetype size) { return bytes.startsWith(QByteArrayView(mark, size)); };
    std::optional<QStringConverter::Encoding> wide;
    if (startsWith("\xEF\xBB\xBF", 3))
        return bytes.sliced(3).toByteArray();
    if (startsWith("\xFF\xFE", 2) || startsWith(littleEnd, sizeof littleEnd))
        wide = QStringConverter::Utf16LE;
    else if (startsWith("\xFE\xFF", 2) || startsWith(bigEnd, sizeof bigEnd))
        wide = QStringConverter::Utf16BE;
    if (!wide)
        return bytes.toByteArray();
    QStringDecoder decoder(*wide); // which takes the mark away
    const QString text = decoder.decode(bytes.chopped(bytes.size() % 2));
    return text.toUtf8();
}

QByteArrayView withoutCutCharacter(QByteArrayView bytes)
{
    for (qsizetype back = 1; back <= qMin<qsizetype>(3, bytes.size()); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if ((byte & 0xC0) == 0x80)
            continue;
        const qsizetype length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return length > back ? bytes.chopped(back) : bytes;
    }
    return bytes;
}

QString decoded(QByteArrayView bytes, const QByteArray& named, const QByteArray& elsewhere)
{
    if (const auto text = strictly(QStringDecoder(QStringDecoder::Utf8), bytes))
        return *text;
    for (const QByteArray& name : {named, elsewhere}) {
        if (name.isEmpty())
            continue;
        if (const auto text = strictly(QStringDecoder(name.constData()), bytes))
            return *text;
    }
    return QString::fromLatin1(bytes);
}

} // namespace rapport::contact

// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/webhook/signature.h"

#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace rapport::connectors::webhook
{

Result<Signer> Signer::parse(const QString& secret)
{
    constexpr qsizetype shortest = 24, longest = 64; // bytes
    const QString prefix = u"whsec_"_s;
    const auto key = QByteArray::fromBase64Encoding(secret.mid(prefix.size()).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!secret.startsWith(prefix) || !key || (*key).size() < shortest || (*key).size() > longest)
        return Error{Error::Kind::Invalid, u"not \"whsec_\" and Base64 of 24 to 64 bytes"_s};
    return Signer(*key);
}

QByteArray Signer::sign(const QByteArray& id, qint64 timestamp, const QByteArray& body) const
{
    const QByteArray signedText = id + '.' + QByteArray::number(timestamp) + '.' + body;
    return "v1," + QMessageAuthenticationCode::hash(signedText, m_key, QCryptographicHash::Sha256).toBase64();
}

} // namespace rapport::connectors::webhook

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components

// Ink, kept as a picture with the signer's name.
SignaturePad {
    required property QuestionRow question

    filled: question.value !== ""
    readOnly: question.readonly
    name: question.spoken
    description: question.spokenMore
    signer: question.extra.signer ?? ""
    picture: question.extra.wholePicture ?? ""
    onSigned: (strokes, area) => question.signed(strokes, area)
    onNamed: (text, area) => question.signedByName(text, area)
    onCleared: question.fileRemoved()
}

// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.Components

// Ink, kept as a picture.
SignaturePad {
    required property QuestionRow question

    filled: question.value !== ""
    readOnly: question.readonly
    name: question.spoken
    onSigned: (strokes, area) => question.signed(strokes, area)
    onCleared: question.answered("")
}

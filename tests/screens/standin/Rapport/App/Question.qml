// SPDX-License-Identifier: Apache-2.0
import QtQml

QtObject {
    enum Kind {
        Text, Multiline, Integer, Decimal, Counter, Range, Rating, Date, Time, DateTime, Code, Place, ChoiceOne, ChoiceMany, Search, SearchMany, Rank,
        Signature, Photo, Drawing, Audio, Video, File, Confirm, Note, Group, RepetitionHead, AddRepetition, Other
    }
}

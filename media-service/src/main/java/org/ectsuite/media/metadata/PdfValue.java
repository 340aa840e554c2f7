package org.ectsuite.media.metadata;

import java.util.List;
import java.util.Map;

/** An object of a PDF file (ISO 32000-1, 7.3), as far as metadata needs it. */
sealed interface PdfValue {

    /** Null, a boolean, or a word that has no business there. */
    record Other() implements PdfValue {}

    record Numeral(double value) implements PdfValue {}

    record Name(String value) implements PdfValue {}

    // Compared by nobody.
    @SuppressWarnings("ArrayRecordComponent")
    record Text(byte[] bytes) implements PdfValue {}

    record Reference(long object) implements PdfValue {}

    record Array(List<PdfValue> items) implements PdfValue {}

    record Dictionary(Map<String, PdfValue> entries) implements PdfValue {

        PdfValue get(String key) {
            return entries.getOrDefault(key, NOTHING);
        }

        boolean has(String key) {
            return entries.containsKey(key);
        }
    }

    /** What stands where nothing stands. */
    PdfValue NOTHING = new Other();
}

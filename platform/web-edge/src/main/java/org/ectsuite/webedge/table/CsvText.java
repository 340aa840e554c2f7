package org.ectsuite.webedge.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a table for spreadsheets (RFC 4180, UTF-8), to be written one after the other. No cell is taken for a formula,
 * whatever somebody called himself.
 */
public final class CsvText {

    /** What such a table is sent as. */
    public static final String MEDIA_TYPE = "text/csv; charset=utf-8";

    /** Without it the most common spreadsheet reads José as JosÃ©. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What begins a formula; the wide forms too, which some spreadsheets read alike. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final String CONTROL = "\t\r\n";

    private CsvText() {}

    /** The beginning of a table: byte order mark and the names of the columns. */
    public static String head(List<String> columns) {
        return BYTE_ORDER_MARK + rows(List.of(columns));
    }

    /** Rows of a table; null is an empty cell. */
    public static String rows(List<? extends List<? extends @Nullable String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            rows.forEach(
                    row -> csv.writeRecord(row.stream().map(CsvText::harmless).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail", e);
        }
        return text.toString();
    }

    /**
     * A text that no spreadsheet takes for a formula: one that could be is led by an apostrophe, as OWASP advises. Blanks
     * before it do not hide it.
     */
    static String harmless(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String bare = text.stripLeading();
        boolean formula = !bare.isEmpty() && FORMULA.indexOf(bare.charAt(0)) >= 0;
        return formula || CONTROL.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

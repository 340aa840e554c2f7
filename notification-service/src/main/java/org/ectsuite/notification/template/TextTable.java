package org.ectsuite.notification.template;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of text in aligned columns. A column is as wide as its widest cell, up to its limit; a longer cell is cut off
 * with an ellipsis. The first column is aligned to the right; columns without any content are left out.
 */
final class TextTable {

    private static final String GAP = "  ";

    private final List<Integer> limits;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table whose columns are at most so many characters wide. */
    TextTable(List<Integer> limits) {
        this.limits = List.copyOf(limits);
    }

    void add(String... cells) {
        if (cells.length != limits.size()) {
            throw new IllegalArgumentException("A row has one cell per column");
        }
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        int[] widths = new int[limits.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], Math.min(limits.get(column), length(row.get(column))));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                if (widths[column] == 0) {
                    continue;
                }
                String cell = fit(row.get(column), widths[column]);
                String padding = " ".repeat(widths[column] - length(cell));
                line.append(line.isEmpty() ? "" : GAP).append(column == 0 ? padding + cell : cell + padding);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String fit(String cell, int width) {
        if (length(cell) <= width) {
            return cell;
        }
        return cell.substring(0, cell.offsetByCodePoints(0, width - 1)).stripTrailing() + "…";
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}

package org.ectsuite.ectlog.export;

import java.util.ArrayList;
import java.util.List;

/** ICS-309 as text of 80 columns, for printers and for mail over radio; nothing is cut off, long texts wrap. */
final class Ics309Text {

    static final String MEDIA_TYPE = "text/plain; charset=utf-8";

    private static final int WIDTH = 80;
    private static final int CALL = 11;
    private static final int NUMBER = 4;
    private static final int TIME = 5;
    private static final int MESSAGE = WIDTH - TIME - 2 * CALL - 2 * NUMBER - 5;

    private static final String RULE = "=".repeat(WIDTH);
    private static final String THIN = "-".repeat(WIDTH);

    private Ics309Text() {}

    /** All pages, each but the first led by a form feed. */
    static String of(Ics309 form) {
        StringBuilder text = new StringBuilder();
        for (Ics309.Page page : form.pages()) {
            if (page.number() > 1) {
                text.append('\f');
            }
            page(form, page).forEach(line -> text.append(line).append("\r\n"));
        }
        return text.toString();
    }

    private static List<String> page(Ics309 form, Ics309.Page page) {
        List<String> lines = new ArrayList<>();
        lines.add("COMMUNICATIONS LOG" + " ".repeat(WIDTH - 25) + "ICS 309");
        lines.add(RULE);
        field(lines, "1. Incident name: ", form.incident());
        field(lines, "2. Operational period: ", form.period());
        field(lines, "3. Radio net or position: ", form.net());
        field(lines, "4. Radio operator: ", form.operators());
        lines.add(THIN);
        lines.add("5. LOG");
        lines.add(columns("TIME", "FROM", "MSG", "TO", "MSG", "MESSAGE"));
        lines.add(THIN);
        for (Ics309.Line line : page.lines()) {
            if (line.day() != null) {
                lines.add("--- " + line.day() + " ---");
            }
            entry(lines, line);
        }
        lines.add(THIN);
        field(lines, "6. Prepared by: ", form.preparedBy());
        field(lines, "7. Date and time prepared: ", form.preparedAt() + " (" + form.zone() + ")");
        lines.add("8. Page " + page.number() + " of " + page.of());
        return lines;
    }

    private static void field(List<String> lines, String label, String value) {
        List<String> parts = wrapped(value, WIDTH - label.length());
        for (int i = 0; i < parts.size(); i++) {
            lines.add(((i == 0 ? label : " ".repeat(label.length())) + parts.get(i)).stripTrailing());
        }
    }

    private static void entry(List<String> lines, Ics309.Line line) {
        List<String> from = wrapped(line.from(), CALL);
        List<String> to = wrapped(line.to(), CALL);
        List<String> message = wrapped(line.message(), MESSAGE);
        int height = Math.max(message.size(), Math.max(from.size(), to.size()));
        for (int i = 0; i < height; i++) {
            lines.add(columns(
                            i == 0 ? line.time() : "",
                            part(from, i),
                            i == 0 ? Integer.toString(line.fromNumber()) : "",
                            part(to, i),
                            i == 0 ? Integer.toString(line.toNumber()) : "",
                            part(message, i))
                    .stripTrailing());
        }
    }

    private static String part(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : "";
    }

    private static String columns(
            String time, String from, String fromNumber, String to, String toNumber, String message) {
        return padded(time, TIME)
                + ' '
                + padded(from, CALL)
                + ' '
                + padded(fromNumber, NUMBER)
                + ' '
                + padded(to, CALL)
                + ' '
                + padded(toNumber, NUMBER)
                + ' '
                + message;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** The text in lines of at most so many characters, broken at blanks where there are some. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().lines().toList()) {
            String rest = paragraph.replace('\t', ' ').strip();
            while (rest.length() > width) {
                int blank = rest.lastIndexOf(' ', width);
                int end = blank > 0 ? blank : wholeCharacters(rest, width);
                lines.add(rest.substring(0, end).stripTrailing());
                rest = rest.substring(end).stripLeading();
            }
            lines.add(rest);
        }
        return lines.isEmpty() ? List.of("") : lines;
    }

    /** A break must not stand between the halves of one character. */
    private static int wholeCharacters(String text, int width) {
        return Character.isHighSurrogate(text.charAt(width - 1)) && width > 1 ? width - 1 : width;
    }
}

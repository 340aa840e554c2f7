package org.ectsuite.media.metadata;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of file names that teams use:
 *
 * <ul>
 *   <li>{@code 2026-03-14 1800Z Weekly net (W1AW)}: time, net, net control station
 *   <li>{@code <course>/03 - Passing traffic}: lesson of a course
 *   <li>{@code ics_213_general_message}: a form of the Incident Command System
 *   <li>callsigns anywhere
 * </ul>
 *
 * Any other name is its own title. No name makes it fail, and no title is empty.
 */
public final class PathRules {

    private static final int MAX_LINE = 300;
    private static final String UNTITLED = "Untitled";

    private static final Pattern DATED = Pattern.compile(
            "(\\d{4})([-_.]?)(\\d{2})\\2(\\d{2})(?:(?:[T _-]+|(?<=\\d)T)(\\d{2})[:h.-]?(\\d{2})(?:[:m.-]?(\\d{2})s?)?"
                    + "(?:\\s?(Z|UTC))?(?!\\d))?(?:[\\s_.-]+(.*)|())",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LESSON =
            Pattern.compile("(?:lesson\\s+)?\\d{1,3}\\s*(?:[-–.:)]\\s+|_+|\\s-)(.*\\p{L}.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORM =
            Pattern.compile("ICS[-_ ]?(\\d{3})([A-Z]{0,2})(?![\\p{L}\\p{N}])[\\s_.-]*(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATION_AT_END = Pattern.compile(
            "(.*?)[\\s_]*[(\\[]\\s*(?:NCS[ :]*)?([A-Z0-9/]{3,20})\\s*[)\\]]\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FREQUENCY_AT_END =
            Pattern.compile("(.*?)[\\s_]*@\\s*\\d{1,5}(?:\\.\\d{1,6})?\\s*(?:[km]?hz)?\\s*", Pattern.CASE_INSENSITIVE);

    private final ZoneId zone;

    /** Times in names that do not end in Z are times of {@code zone}. */
    public PathRules(ZoneId zone) {
        this.zone = zone;
    }

    /** What the path of a file, relative to its library and separated by slashes, says. */
    public PathFacts read(String path) {
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "" : path.substring(path.lastIndexOf('/', slash - 1) + 1, slash);
        String name = stem(path.substring(slash + 1));
        String stem = readable(name);
        List<String> callsigns = List.copyOf(Callsigns.in(stem));

        Matcher dated = DATED.matcher(stem);
        if (dated.matches()) {
            Instant time = time(dated);
            if (time != null) {
                return recording(stem, dated.group(9), time, callsigns);
            }
        }
        Matcher form = FORM.matcher(stem);
        if (form.matches()) {
            String number = "ICS-" + form.group(1) + form.group(2).toUpperCase(Locale.ROOT);
            return new PathFacts(title((number + " " + form.group(3)).strip()), null, null, null, callsigns);
        }
        Matcher lesson = LESSON.matcher(name);
        if (lesson.matches()) {
            return new PathFacts(
                    title(readable(lesson.group(1))),
                    null,
                    PlainText.line(readable(folder), MAX_LINE),
                    null,
                    callsigns);
        }
        return new PathFacts(title(stem), null, null, null, callsigns);
    }

    private static PathFacts recording(String stem, @Nullable String rest, Instant time, List<String> callsigns) {
        String name = rest == null ? "" : rest;
        Matcher frequency = FREQUENCY_AT_END.matcher(name);
        if (frequency.matches()) {
            name = frequency.group(1);
        }
        String station = null;
        Matcher stationAtEnd = STATION_AT_END.matcher(name);
        if (stationAtEnd.matches()
                && !Callsigns.in("(" + stationAtEnd.group(2) + ")").isEmpty()) {
            station = stationAtEnd.group(2).toUpperCase(Locale.ROOT);
            name = stationAtEnd.group(1);
        }
        String net = PlainText.line(name, MAX_LINE);
        List<String> stations = new ArrayList<>(callsigns);
        if (station != null && !stations.contains(station)) {
            stations.add(station);
        }
        return new PathFacts(net == null ? title(stem) : net, station, net, time, List.copyOf(stations));
    }

    private @Nullable Instant time(Matcher dated) {
        boolean timed = dated.group(5) != null;
        String date = dated.group(1) + "-" + dated.group(3) + "-" + dated.group(4);
        String seconds = dated.group(7) == null ? "00" : dated.group(7);
        String text = timed ? date + " " + dated.group(5) + ":" + dated.group(6) + ":" + seconds : date;
        return RecordedTime.parse(text, dated.group(8) == null ? zone : ZoneOffset.UTC);
    }

    private static String title(String text) {
        String title = PlainText.line(text, MAX_LINE);
        return title == null ? UNTITLED : title;
    }

    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    /** Underscores are the spaces of those who may not use any. */
    private static String readable(String name) {
        return name.indexOf(' ') < 0 ? name.replace('_', ' ') : name;
    }
}

package org.ectsuite.media.metadata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * MP4, M4A and QuickTime: {@code mvhd} and {@code tkhd} for time and size, the {@code ilst} tags, QuickTime's own
 * text boxes and its {@code mdta} keys.
 */
final class IsoMediaReader implements FormatReader {

    // Times are counted from the beginning of 1904.
    private static final Instant EPOCH = Instant.parse("1904-01-01T00:00:00Z");
    private static final int MAX_TEXT = 32 * 1024;
    private static final int MAX_KEYS = 1_000;
    private static final String COPYRIGHT = "\u00a9";
    private static final Pattern ISO_6709 = Pattern.compile("([+-]\\d{2}\\.\\d+)([+-]\\d{3}\\.\\d+).*");

    private final ZoneId zone;

    IsoMediaReader(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public EmbeddedMetadata read(MediaInput in) throws IOException {
        if (!in.has(0, 8) || !in.name(4).matches("ftyp|moov|mdat|free|skip|wide|pnot")) {
            throw new UnreadableMediaException("is not an MP4 or QuickTime file");
        }
        IsoBox movie = IsoBox.first(in, 0, in.size(), "moov")
                .orElseThrow(() -> new UnreadableMediaException("has no MP4 header; it was probably cut off"));
        EmbeddedMetadata.Builder found = EmbeddedMetadata.builder();
        Optional<IsoBox> userData = movie.child(in, "udta");
        Optional<IsoBox> movieMeta = movie.child(in, "meta");
        if (movieMeta.isPresent()) {
            readMeta(in, movieMeta.get(), found);
        }
        if (userData.isPresent()) {
            readUserData(in, userData.get(), found);
        }
        readMovieHeader(in, movie, found);
        readTracks(in, movie, found);
        return found.build();
    }

    private void readMovieHeader(MediaInput in, IsoBox movie, EmbeddedMetadata.Builder found) throws IOException {
        IsoBox header = movie.child(in, "mvhd").orElse(null);
        if (header == null) {
            throw new UnreadableMediaException("has no MP4 movie header");
        }
        boolean wide = in.u8(header.body()) == 1;
        long created = wide ? in.u64be(header.body() + 4) : in.u32be(header.body() + 4);
        long scale = in.u32be(header.body() + (wide ? 20 : 12));
        long duration = wide ? in.u64be(header.body() + 24) : in.u32be(header.body() + 16);
        if (!wide && duration == 0xFFFF_FFFFL) {
            duration = 0;
        }
        Optional<IsoBox> fragments = movie.child(in, "mvex");
        Optional<IsoBox> fragmentHeader =
                fragments.isPresent() ? fragments.get().child(in, "mehd") : Optional.empty();
        if (duration == 0 && fragmentHeader.isPresent()) {
            long body = fragmentHeader.get().body();
            duration = in.u8(body) == 1 ? in.u64be(body + 4) : in.u32be(body + 4);
        }
        found.duration(duration, scale);
        if (created > 0 && created < Duration.ofDays(400 * 366).toSeconds()) {
            found.createdAt(EPOCH.plusSeconds(created));
        }
    }

    private static void readTracks(MediaInput in, IsoBox movie, EmbeddedMetadata.Builder found) throws IOException {
        found.hasPicture(false);
        IsoBox.visit(in, movie.body(), movie.end(), box -> {
            if (box.type().equals("trak") && isPicture(in, box)) {
                found.hasPicture(true);
                IsoBox header = box.child(in, "tkhd").orElse(null);
                if (header != null && header.length() >= 84) {
                    long size = header.body() + (in.u8(header.body()) == 1 ? 88 : 76);
                    if (size + 8 <= header.end()) {
                        // fixed point, 16.16
                        found.size(in.u32be(size) >> 16, in.u32be(size + 4) >> 16);
                    }
                }
            }
            return true;
        });
    }

    private static boolean isPicture(MediaInput in, IsoBox track) throws IOException {
        Optional<IsoBox> media = track.child(in, "mdia");
        Optional<IsoBox> handler = media.isPresent() ? media.get().child(in, "hdlr") : Optional.empty();
        return handler.isPresent() && in.startsWith(handler.get().body() + 8, "vide");
    }

    private void readUserData(MediaInput in, IsoBox userData, EmbeddedMetadata.Builder found) throws IOException {
        IsoBox.visit(in, userData.body(), userData.end(), box -> {
            if (box.type().equals("meta")) {
                readMeta(in, box, found);
            } else if (box.type().startsWith(COPYRIGHT) && box.length() > 4) {
                // QuickTime: length, language, text
                long length = in.u16be(box.body());
                if (length <= box.length() - 4) {
                    byte[] bytes = in.bytesUpTo(box.body() + 4, length, MAX_TEXT);
                    take(box.type(), PlainText.utf8OrLatin1(bytes), found);
                }
            }
            return true;
        });
    }

    private void readMeta(MediaInput in, IsoBox meta, EmbeddedMetadata.Builder found) throws IOException {
        // In MP4 it begins with version and flags, in QuickTime it does not.
        long start = in.startsWith(meta.body() + 4, "hdlr") ? meta.body() : meta.body() + 4;
        List<String> keys = keys(in, start, meta.end());
        IsoBox list = IsoBox.first(in, start, meta.end(), "ilst").orElse(null);
        if (list == null) {
            return;
        }
        IsoBox.visit(in, list.body(), list.end(), tag -> {
            IsoBox data = tag.child(in, "data").orElse(null);
            if (data != null && data.length() > 8 && (in.u32be(data.body()) & 0xFF_FFFF) == 1) {
                String text = PlainText.decode(
                        in.bytesUpTo(data.body() + 8, data.length() - 8, MAX_TEXT), StandardCharsets.UTF_8);
                long index = in.u32be(tag.body() - 4);
                take(index >= 1 && index <= keys.size() ? keys.get((int) index - 1) : tag.type(), text, found);
            }
            return true;
        });
    }

    private static List<String> keys(MediaInput in, long start, long end) throws IOException {
        IsoBox box = IsoBox.first(in, start, end, "keys").orElse(null);
        List<String> keys = new ArrayList<>();
        if (box == null || box.length() < 8) {
            return keys;
        }
        long count = Math.min(in.u32be(box.body() + 4), MAX_KEYS);
        long position = box.body() + 8;
        for (long i = 0; i < count && position + 8 <= box.end(); i++) {
            long length = in.u32be(position);
            if (length < 8 || length > box.end() - position) {
                break;
            }
            keys.add(PlainText.decode(in.bytesUpTo(position + 8, length - 8, 256), StandardCharsets.UTF_8));
            position += length;
        }
        return keys;
    }

    private void take(String name, String value, EmbeddedMetadata.Builder found) {
        switch (name) {
            case COPYRIGHT + "nam", "com.apple.quicktime.title", "title" -> found.title(value);
            case COPYRIGHT + "ART", "com.apple.quicktime.artist", "com.apple.quicktime.author", "artist" ->
                found.artist(value);
            case COPYRIGHT + "alb", "com.apple.quicktime.album", "album" -> found.album(value);
            case "desc",
                    "ldes",
                    COPYRIGHT + "cmt",
                    COPYRIGHT + "des",
                    "com.apple.quicktime.description",
                    "description" -> found.description(value);
            case COPYRIGHT + "day", "com.apple.quicktime.creationdate" ->
                found.recordedAt(RecordedTime.parse(value, zone));
            case COPYRIGHT + "xyz", "com.apple.quicktime.location.ISO6709" -> found.position(position(value));
            default -> {
                // encoder, genre, rating
            }
        }
    }

    private static @Nullable GeoPosition position(String text) {
        Matcher parts = ISO_6709.matcher(text.length() > 64 ? "" : text);
        return parts.matches()
                ? new GeoPosition(Double.parseDouble(parts.group(1)), Double.parseDouble(parts.group(2)))
                : null;
    }
}

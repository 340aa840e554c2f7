package org.ectsuite.media.metadata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Matroska and WebM (RFC 8794, RFC 9559): Info, Tracks and Tags of the first segment. Clusters are stepped over; when
 * their size is unknown, as in a recording that was never finished, the seek head tells where the rest is.
 */
final class MatroskaReader implements FormatReader {

    private static final int EBML = 0x1A45DFA3;
    private static final int SEGMENT = 0x18538067;
    private static final int SEEK_HEAD = 0x114D9B74;
    private static final int SEEK = 0x4DBB;
    private static final int SEEK_ID = 0x53AB;
    private static final int SEEK_POSITION = 0x53AC;
    private static final int INFO = 0x1549A966;
    private static final int TIMESTAMP_SCALE = 0x2AD7B1;
    private static final int DURATION = 0x4489;
    private static final int DATE = 0x4461;
    private static final int TITLE = 0x7BA9;
    private static final int TRACKS = 0x1654AE6B;
    private static final int TRACK = 0xAE;
    private static final int TRACK_TYPE = 0x83;
    private static final int VIDEO = 0xE0;
    private static final int PIXEL_WIDTH = 0xB0;
    private static final int PIXEL_HEIGHT = 0xBA;
    private static final int TAGS = 0x1254C367;
    private static final int TAG = 0x7373;
    private static final int TARGETS = 0x63C0;
    private static final int TARGET_TRACK = 0x63C5;
    private static final int SIMPLE_TAG = 0x67C8;
    private static final int TAG_NAME = 0x45A3;
    private static final int TAG_STRING = 0x4487;
    private static final int CLUSTER = 0x1F43B675;

    private static final int MAX_ELEMENTS = 1_000_000;
    private static final int MAX_TEXT = 32 * 1024;
    private static final long DEFAULT_SCALE = 1_000_000;
    // Dates are nanoseconds from here.
    private static final Instant EPOCH = Instant.parse("2001-01-01T00:00:00Z");

    private final ZoneId zone;

    MatroskaReader(ZoneId zone) {
        this.zone = zone;
    }

    private record Element(int id, long body, long end, boolean unknownSize) {}

    @FunctionalInterface
    private interface Visitor {
        boolean visit(Element element) throws IOException;
    }

    @Override
    public EmbeddedMetadata read(MediaInput in) throws IOException {
        if (!in.has(0, 4) || (int) in.u32be(0) != EBML) {
            throw new UnreadableMediaException("is not a Matroska or WebM file");
        }
        EmbeddedMetadata.Builder found = EmbeddedMetadata.builder();
        boolean[] segmentSeen = new boolean[1];
        visit(in, 0, in.size(), element -> {
            if (element.id == SEGMENT) {
                segmentSeen[0] = true;
                readSegment(in, element, found);
                return false;
            }
            return true;
        });
        if (!segmentSeen[0]) {
            throw new UnreadableMediaException("has no Matroska segment");
        }
        return found.build();
    }

    private void readSegment(MediaInput in, Element segment, EmbeddedMetadata.Builder found) throws IOException {
        // Info goes before Tags for the title; each is read once, wherever it was found.
        Element[] parts = new Element[3];
        visit(in, segment.body, segment.end, element -> {
            if (element.id == SEEK_HEAD) {
                readSeekHead(in, segment, element, parts);
            } else {
                keep(element, parts);
            }
            boolean complete = parts[0] != null && parts[1] != null && parts[2] != null;
            return !complete && !(element.id == CLUSTER && element.unknownSize);
        });
        if (parts[0] != null) {
            readInfo(in, parts[0], found);
        }
        if (parts[1] != null) {
            readTracks(in, parts[1], found);
        }
        if (parts[2] != null) {
            readTags(in, parts[2], found);
        }
        if (parts[0] == null && parts[1] == null) {
            throw new UnreadableMediaException("has no Matroska headers");
        }
    }

    private static void keep(Element element, Element[] parts) {
        int place = switch (element.id) {
            case INFO -> 0;
            case TRACKS -> 1;
            case TAGS -> 2;
            default -> -1;
        };
        if (place >= 0 && parts[place] == null) {
            parts[place] = element;
        }
    }

    private static void readSeekHead(MediaInput in, Element segment, Element seekHead, Element[] parts)
            throws IOException {
        visit(in, seekHead.body, seekHead.end, seek -> {
            if (seek.id == SEEK) {
                long[] target = {0, -1};
                visit(in, seek.body, seek.end, field -> {
                    if (field.id == SEEK_ID) {
                        target[0] = number(in, field);
                    } else if (field.id == SEEK_POSITION) {
                        target[1] = number(in, field);
                    }
                    return true;
                });
                long position = segment.body + target[1];
                if (target[1] >= 0 && position >= segment.body && position < segment.end) {
                    visit(in, position, segment.end, element -> {
                        if (element.id == (int) target[0]) {
                            keep(element, parts);
                        }
                        return false;
                    });
                }
            }
            return true;
        });
    }

    private static void readInfo(MediaInput in, Element info, EmbeddedMetadata.Builder found) throws IOException {
        long[] scale = {DEFAULT_SCALE};
        double[] duration = {0};
        visit(in, info.body, info.end, field -> {
            switch (field.id) {
                case TIMESTAMP_SCALE -> scale[0] = number(in, field);
                case DURATION -> duration[0] = decimal(in, field);
                case TITLE -> found.title(text(in, field));
                case DATE -> {
                    if (field.end - field.body == 8) {
                        found.createdAt(EPOCH.plusNanos(in.u64be(field.body)));
                    }
                }
                default -> {
                    // muxing programs, identifiers
                }
            }
            return true;
        });
        double nanos = duration[0] * scale[0];
        if (nanos > 0 && nanos < Long.MAX_VALUE) {
            found.duration(Duration.ofNanos((long) nanos));
        }
    }

    private static void readTracks(MediaInput in, Element tracks, EmbeddedMetadata.Builder found) throws IOException {
        found.hasPicture(false);
        visit(in, tracks.body, tracks.end, track -> {
            if (track.id == TRACK) {
                visit(in, track.body, track.end, field -> {
                    if (field.id == TRACK_TYPE && number(in, field) == 1) {
                        found.hasPicture(true);
                    } else if (field.id == VIDEO) {
                        long[] size = new long[2];
                        visit(in, field.body, field.end, dimension -> {
                            if (dimension.id == PIXEL_WIDTH) {
                                size[0] = number(in, dimension);
                            } else if (dimension.id == PIXEL_HEIGHT) {
                                size[1] = number(in, dimension);
                            }
                            return true;
                        });
                        found.size(size[0], size[1]);
                    }
                    return true;
                });
            }
            return true;
        });
    }

    private void readTags(MediaInput in, Element tags, EmbeddedMetadata.Builder found) throws IOException {
        visit(in, tags.body, tags.end, tag -> {
            if (tag.id == TAG && !isOfOneTrack(in, tag)) {
                visit(in, tag.body, tag.end, simple -> {
                    if (simple.id == SIMPLE_TAG) {
                        readSimpleTag(in, simple, found);
                    }
                    return true;
                });
            }
            return true;
        });
    }

    private static boolean isOfOneTrack(MediaInput in, Element tag) throws IOException {
        boolean[] track = new boolean[1];
        visit(in, tag.body, tag.end, targets -> {
            if (targets.id == TARGETS) {
                visit(in, targets.body, targets.end, target -> {
                    track[0] |= target.id == TARGET_TRACK && number(in, target) != 0;
                    return true;
                });
            }
            return true;
        });
        return track[0];
    }

    private void readSimpleTag(MediaInput in, Element simple, EmbeddedMetadata.Builder found) throws IOException {
        String[] pair = {"", ""};
        visit(in, simple.body, simple.end, field -> {
            if (field.id == TAG_NAME) {
                pair[0] = text(in, field);
            } else if (field.id == TAG_STRING) {
                pair[1] = text(in, field);
            }
            return true;
        });
        switch (pair[0].toUpperCase(Locale.ROOT)) {
            case "TITLE" -> found.title(pair[1]);
            case "ARTIST" -> found.artist(pair[1]);
            case "ALBUM" -> found.album(pair[1]);
            case "DESCRIPTION", "SUMMARY", "SYNOPSIS", "COMMENT" -> found.description(pair[1]);
            case "DATE_RECORDED", "DATE_RELEASED", "DATE" -> found.recordedAt(RecordedTime.parse(pair[1], zone));
            default -> {
                // encoders and statistics
            }
        }
    }

    private static void visit(MediaInput in, long start, long end, Visitor visitor) throws IOException {
        long position = start;
        for (int i = 0; i < MAX_ELEMENTS && position < end; i++) {
            int idLength = Integer.numberOfLeadingZeros(in.u8(position)) - 23;
            if (idLength > 4 || position + idLength >= end) {
                return;
            }
            int id = 0;
            for (int n = 0; n < idLength; n++) {
                id = id << 8 | in.u8(position + n);
            }
            long sizeAt = position + idLength;
            int sizeLength = Integer.numberOfLeadingZeros(in.u8(sizeAt)) - 23;
            if (sizeLength > 8 || sizeAt + sizeLength > end) {
                return;
            }
            long size = in.u8(sizeAt) & (0xFF >> sizeLength);
            boolean unknown = size == (0xFF >> sizeLength);
            for (int n = 1; n < sizeLength; n++) {
                int next = in.u8(sizeAt + n);
                size = size << 8 | next;
                unknown &= next == 0xFF;
            }
            long body = sizeAt + sizeLength;
            // A segment that was cut off is as good as one of unknown size; any other element is damaged.
            if (unknown || (id == SEGMENT && size > end - body)) {
                size = end - body;
            } else if (size > end - body) {
                return;
            }
            if (!visitor.visit(new Element(id, body, body + size, unknown))) {
                return;
            }
            position = body + size;
        }
    }

    private static long number(MediaInput in, Element field) throws IOException {
        long length = field.end - field.body;
        if (length > 8) {
            return 0;
        }
        long value = 0;
        for (long n = 0; n < length; n++) {
            value = value << 8 | in.u8(field.body + n);
        }
        return value;
    }

    private static double decimal(MediaInput in, Element field) throws IOException {
        return switch ((int) Math.min(field.end - field.body, 9)) {
            case 4 -> Float.intBitsToFloat((int) in.u32be(field.body));
            case 8 -> Double.longBitsToDouble(in.u64be(field.body));
            default -> 0;
        };
    }

    private static String text(MediaInput in, Element field) throws IOException {
        return PlainText.decode(in.bytesUpTo(field.body, field.end - field.body, MAX_TEXT), StandardCharsets.UTF_8);
    }
}

package org.ectsuite.media.metadata;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The formats that are catalogued, by file name extension; a file of any other extension is not an item. The content
 * type comes from this list alone, so that nothing that a browser would execute is ever served.
 */
public enum MediaFormat {
    WAV(MediaKind.AUDIO, "audio/wav", "wav wave bwf"),
    MP3(MediaKind.AUDIO, "audio/mpeg", "mp3"),
    FLAC(MediaKind.AUDIO, "audio/flac", "flac"),
    OGG(MediaKind.AUDIO, "audio/ogg", "ogg oga opus"),
    M4A(MediaKind.AUDIO, "audio/mp4", "m4a"),
    MP4(MediaKind.VIDEO, "video/mp4", "mp4 m4v"),
    QUICKTIME(MediaKind.VIDEO, "video/quicktime", "mov"),
    MATROSKA(MediaKind.VIDEO, "video/x-matroska", "mkv"),
    WEBM(MediaKind.VIDEO, "video/webm", "webm"),
    PDF(MediaKind.DOCUMENT, "application/pdf", "pdf"),
    TEXT(MediaKind.DOCUMENT, "text/plain; charset=utf-8", "txt"),
    CSV(MediaKind.DOCUMENT, "text/csv; charset=utf-8", "csv"),
    ODT(MediaKind.DOCUMENT, "application/vnd.oasis.opendocument.text", "odt"),
    ODS(MediaKind.DOCUMENT, "application/vnd.oasis.opendocument.spreadsheet", "ods"),
    DOCX(MediaKind.DOCUMENT, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX(MediaKind.DOCUMENT, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    JPEG(MediaKind.IMAGE, "image/jpeg", "jpg jpeg"),
    PNG(MediaKind.IMAGE, "image/png", "png"),
    TIFF(MediaKind.IMAGE, "image/tiff", "tif tiff"),
    WEBP(MediaKind.IMAGE, "image/webp", "webp"),
    HEIC(MediaKind.IMAGE, "image/heic", "heic heif");

    private static final Map<String, MediaFormat> BY_EXTENSION = byExtension();

    private final MediaKind kind;
    private final String contentType;
    private final String extensions;

    MediaFormat(MediaKind kind, String contentType, String extensions) {
        this.kind = kind;
        this.contentType = contentType;
        this.extensions = extensions;
    }

    /** The format that the extension of a file name stands for, if it is one of ours. */
    public static Optional<MediaFormat> ofFileName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(
                        BY_EXTENSION.get(fileName.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }

    /** The kind of a file of which no more is known than its name. */
    public MediaKind kind() {
        return kind;
    }

    /** The kind of a file that was read: a film container without a picture track is a recording. */
    public MediaKind kind(EmbeddedMetadata embedded) {
        return kind == MediaKind.VIDEO && Boolean.FALSE.equals(embedded.hasPicture()) ? MediaKind.AUDIO : kind;
    }

    /** The media type (RFC 9110, 8.3.1) to serve a file as, by the kind found when it was read. */
    public String contentType(MediaKind kindFound) {
        return kind == MediaKind.VIDEO && kindFound == MediaKind.AUDIO
                ? contentType.replaceFirst("^video/", "audio/")
                : contentType;
    }

    private static Map<String, MediaFormat> byExtension() {
        Map<String, MediaFormat> formats = new HashMap<>();
        for (MediaFormat format : values()) {
            for (String extension : format.extensions.split(" ", -1)) {
                formats.put(extension, format);
            }
        }
        return Map.copyOf(formats);
    }
}

package org.ectsuite.media.metadata;

import java.io.IOException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * PDF (ISO 32000): the information dictionary, the XMP packet and the number of pages. An encrypted file keeps its
 * texts to itself; its pages can mostly still be counted.
 */
final class PdfReader implements FormatReader {

    private final ZoneId zone;

    PdfReader(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public EmbeddedMetadata read(MediaInput in) throws IOException {
        PdfDocument document = new PdfDocument(in);
        if (!(document.resolve(document.trailer("Root")) instanceof PdfValue.Dictionary catalogue)) {
            if (document.isEncrypted()) {
                return EmbeddedMetadata.NONE;
            }
            throw new UnreadableMediaException("has no PDF catalogue");
        }
        EmbeddedMetadata.Builder found = EmbeddedMetadata.builder();
        if (document.resolve(catalogue.get("Pages")) instanceof PdfValue.Dictionary pages
                && document.resolve(pages.get("Count")) instanceof PdfValue.Numeral count) {
            found.pages((long) count.value());
        }
        if (!document.isEncrypted()) {
            if (document.resolve(document.trailer("Info")) instanceof PdfValue.Dictionary info) {
                found.title(text(document, info.get("Title")));
                found.artist(text(document, info.get("Author")));
                found.description(text(document, info.get("Subject")));
                found.recordedAt(RecordedTime.parsePdf(text(document, info.get("CreationDate")), zone));
            }
            readXmp(document, catalogue.get("Metadata"), in.limits(), found);
        }
        return found.build();
    }

    private void readXmp(PdfDocument document, PdfValue metadata, ReadLimits limits, EmbeddedMetadata.Builder found)
            throws IOException {
        PdfDocument.Stream stream = document.stream(metadata);
        byte[] packet = stream == null ? null : document.content(stream);
        if (packet != null) {
            XmpPacket.read(packet, zone, limits, found);
        }
    }

    private static @Nullable String text(PdfDocument document, PdfValue value) throws IOException {
        return document.resolve(value) instanceof PdfValue.Text text ? PdfParser.text(text.bytes()) : null;
    }
}

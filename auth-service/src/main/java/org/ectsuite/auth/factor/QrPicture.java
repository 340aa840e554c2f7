package org.ectsuite.auth.factor;

import io.nayuki.qrcodegen.QrCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A QR code as a drawing.
 *
 * @param size width and height in modules, with the quiet zone of four around
 * @param path the dark modules, as the {@code d} of an SVG path
 */
@Schema(name = "QrPicture")
record QrPicture(int size, String path) {

    private static final int QUIET = 4;

    static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int start = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > start) {
                    path.append("M%d %dh%dv1h-%dz".formatted(start + QUIET, y + QUIET, x - start, x - start));
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }

    /** It holds the secret. */
    @Override
    public String toString() {
        return "QrPicture[" + size + "]";
    }
}

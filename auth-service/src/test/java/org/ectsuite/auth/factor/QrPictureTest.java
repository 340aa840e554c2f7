package org.ectsuite.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPictureTest {

    private static final String TEXT =
            "otpauth://totp/ECT%20Suite:ann%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @Test
    void draws_every_dark_module_once_and_no_light_one() {
        // Given
        QrCode code = QrCode.encodeText(TEXT, QrCode.Ecc.MEDIUM);

        // When
        QrPicture picture = QrPicture.of(TEXT);

        // Then
        int[][] drawn = new int[picture.size()][picture.size()];
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z").matcher(picture.path());
        int end = 0;
        while (run.find()) {
            assertThat(run.start()).isEqualTo(end);
            assertThat(run.group(3)).isEqualTo(run.group(4));
            end = run.end();
            for (int i = 0; i < Integer.parseInt(run.group(3)); i++) {
                drawn[Integer.parseInt(run.group(2))][Integer.parseInt(run.group(1)) + i]++;
            }
        }
        assertThat(end).isEqualTo(picture.path().length());
        for (int y = 0; y < picture.size(); y++) {
            for (int x = 0; x < picture.size(); x++) {
                assertThat(drawn[y][x]).isEqualTo(code.getModule(x - 4, y - 4) ? 1 : 0);
            }
        }
    }
}

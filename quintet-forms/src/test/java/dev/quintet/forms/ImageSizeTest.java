package dev.quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.validate.ImageSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Here and not in the kernel, whose tests do not read `java.desktop`.
class ImageSizeTest {

    private static @Nullable ImageSize of(byte[] bytes) throws IOException {
        return ImageSize.of(new ByteArrayInputStream(bytes));
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
    void readsWhatAnotherProgramWrote(String format) throws IOException {
        assertThat(of(picture(format, 321, 45))).isEqualTo(new ImageSize(321, 45));
    }

    @Test
    void readsTheThreeKindsOfWebp() throws IOException {
        byte[] lossy =
                Base64.getDecoder()
                        .decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
        byte[] lossless =
                Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
        byte[] extended =
                HexFormat.of()
                        .parseHex(
                                "524946460000000057454250565038580a00000000000000"
                                        + "3f0100"
                                        + "2c0000");

        assertThat(of(lossy)).isEqualTo(new ImageSize(1, 1));
        assertThat(of(java.util.Arrays.copyOf(lossless, 34))).isEqualTo(new ImageSize(1, 1));
        assertThat(of(extended)).isEqualTo(new ImageSize(320, 45));
    }

    @Test
    void readsIconsAndTheBoxOfAvif() throws IOException {
        byte[] icon = HexFormat.of().parseHex("00000100010010200000010020000000");
        byte[] avif =
                HexFormat.of()
                        .parseHex(
                                "0000001c667479706176696600000000617669666d696631"
                                        + "0000001469737065000000000000014000000020");

        assertThat(of(icon)).isEqualTo(new ImageSize(16, 32));
        assertThat(of(avif)).isEqualTo(new ImageSize(320, 32));
    }

    @Test
    void knowsNothingOfWhatIsNoPictureOrBreaksOff() throws IOException {
        byte[] jpeg = picture("jpg", 30, 40);

        assertThat(of(new byte[0])).isNull();
        assertThat(of("<svg width='1' height='1'/>".getBytes("US-ASCII"))).isNull();
        for (int length = 0; length < 150; length++) {
            assertThat(of(java.util.Arrays.copyOf(jpeg, Math.min(length, jpeg.length))))
                    .as("%d bytes", length)
                    .isNull();
        }
        for (String format : new String[] {"png", "gif", "bmp", "tiff"}) {
            for (int length = 0; length < 10; length++) {
                assertThat(of(java.util.Arrays.copyOf(picture(format, 3, 4), length))).isNull();
            }
        }
    }
}

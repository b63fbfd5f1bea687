package dev.quintet.mfa;

import dev.quintet.kernel.text.SafeString;
import io.nayuki.qrcodegen.QrCode;

/// A text as a QR code, drawn as SVG within the page, so that no other server learns of it.
final class QrPicture {

    /// The white frame without which cameras find nothing, in squares.
    private static final int QUIET = 4;

    private QrPicture() {}

    static SafeString svg(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int size = code.size + 2 * QUIET;
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new SafeString(
                "<svg class=\"qr\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
                        + size
                        + " "
                        + size
                        + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h"
                        + size
                        + "v"
                        + size
                        + "h-"
                        + size
                        + "z\"/><path fill=\"#000\" d=\""
                        + path
                        + "\"/></svg>");
    }
}

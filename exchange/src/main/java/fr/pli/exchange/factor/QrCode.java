package fr.pli.exchange.factor;

import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A text as a QR code, drawn as the path of an SVG: one square of 1 for each dark module, four light ones around (ISO
 * 18004).
 *
 * @param side modules of one side, the margin included
 * @param path for the {@code d} of an SVG path
 */
public record QrCode(int side, String path) {

    private static final int MARGIN = 4;

    static QrCode of(String text) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + MARGIN)
                            .append(' ')
                            .append(y + MARGIN)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrCode(code.size + 2 * MARGIN, path.toString());
    }
}

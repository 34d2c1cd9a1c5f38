package fr.pli.exchange.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A-8")
class QrCodeTest {

    private static final int MARGIN = 4;
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @Test
    void anotherProgramReadsWhatWasDrawn() throws Exception {
        String uri = "otpauth://totp/Pli:h%C3%A9l%C3%A8ne.lef%C3%A8vre%40tribunal-judiciaire-bordeaux.exemple.fr"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Pli";
        QrCode code = QrCode.of(uri);
        var modules = new BitMatrix(code.side() - 2 * MARGIN);
        var found = MODULE.matcher(code.path());
        while (found.find()) {
            modules.set(Integer.parseInt(found.group(1)) - MARGIN, Integer.parseInt(found.group(2)) - MARGIN);
        }
        assertThat(new Decoder().decode(modules).getText()).isEqualTo(uri);
    }
}

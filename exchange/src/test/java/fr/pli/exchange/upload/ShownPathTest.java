package fr.pli.exchange.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("X-3")
class ShownPathTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rapport.pdf|rapport.pdf",
                "pièces/cote 1/a.pdf|pièces/cote 1/a.pdf",
                "../../etc/passwd|etc/passwd",
                "/etc/passwd|etc/passwd",
                "..\\..\\windows\\system32\\a.dll|windows/system32/a.dll",
                "C:\\Users\\ada\\b.txt|Users/ada/b.txt",
                "a//b/./c|a/b/c",
                "..|fichier",
                "''|fichier",
                "CON|CON",
                "nul.txt|nul.txt",
                "10:30.pdf|10:30.pdf",
                ".profile|.profile"
            })
    void aPathIsCleanedAndOrdinaryNamesAreKept(String given, String shown) {
        assertThat(ShownPath.clean(given)).isEqualTo(shown);
    }

    @Test
    void controlAndDirectionalCharactersAreLeftOut() {
        assertThat(ShownPath.clean("a\u0000b\r\nc.txt")).isEqualTo("abc.txt");
        assertThat(ShownPath.clean("rapport\u202Efdp.exe")).isEqualTo("rapportfdp.exe");
        assertThat(ShownPath.clean("\uD83D\uDC68\u200D\uD83D\uDC69.png"))
                .isEqualTo("\uD83D\uDC68\u200D\uD83D\uDC69.png");
        assertThat(ShownPath.clean("a\uD800.txt")).isEqualTo("a\uFFFD.txt");
    }

    @Test
    void decomposedAccentsAreComposed() {
        assertThat(ShownPath.clean("pie\u0300ce.pdf")).isEqualTo("pi\u00E8ce.pdf");
    }

    @Test
    void aNameKeepsAtMost255CharactersAndItsExtension() {
        assertThat(ShownPath.clean("é".repeat(255))).hasSize(255);
        assertThat(ShownPath.clean("x".repeat(300) + ".pdf")).hasSize(255).endsWith("x.pdf");
        assertThat(ShownPath.clean("d/".repeat(2000) + "a.pdf"))
                .hasSizeLessThanOrEqualTo(1000)
                .endsWith("/a.pdf");
    }
}

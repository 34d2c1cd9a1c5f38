package fr.pli.expertise.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Court;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("E-1")
class ExpertiseNameTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);
    private static final Court TRIBUNAL = new Court("TJ", "TJ33063", "Tribunal judiciaire de Bordeaux");
    private static final Court COMMERCE = new Court("TC", "TC3302", "Tribunal de commerce de Bordeaux");

    @Test
    void theNameIsBuiltAsTheGuideShowsIt() {
        assertThat(name("Poitou", "Hartmann", "Durand").text(1))
                .isEqualTo("POITOU_HARTMANN_TJ33063_RG14/00112_DURAND_09-03-2026");
        assertThat(name("Poitou", "Hartmann", "Durand").text(2))
                .isEqualTo("POITOU_HARTMANN_TJ33063_RG14/00112_DURAND_09-03-2026 (2)");
    }

    @Test
    void itIsUpperCaseWithoutAccentsAndOnlySeparatorsAreUnderscores() {
        assertThat(name("S.C.I. « Les Pins »", "Bœuf_Müller & fils", "Le Guézennec-Œillet")
                        .text(1))
                .isEqualTo("S-C-I-LES-PINS_BOEUF-MULLER-FILS_TJ33063_RG14/00112_LE-GUEZENNEC-OEILLET_09-03-2026");
        assertThat(name("***", "😀", "Ŝ").text(1)).isEqualTo("X_X_TJ33063_RG14/00112_S_09-03-2026");
    }

    @Test
    void theLongestNamesFitTheRow() {
        String longest = "Ǆ".repeat(100);
        assertThat(new ExpertiseName(longest, longest, "CA-ST-DENIS-REUNION", "2014-AB-00000112", longest, DAY)
                        .text(999))
                .hasSizeLessThanOrEqualTo(255);
        assertThat(name("a" + "𝟘".repeat(50) + "𐐀".repeat(49), "b", "c").text(1))
                .hasSizeLessThanOrEqualTo(255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14/00112", "14/0112", "14/001122", " RG 14/00112 ", "n° RG : 14/00112"})
    void anRgNumberOfATribunalHasItsForm(String typed) {
        assertThat(RgNumber.checked(TRIBUNAL, typed)).matches("\\d{2}/\\d{4,6}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"14/001", "14/0011223", "2014/00112", "14-00112", "14/00112x", "x", "١٤/00112", "2014F00112"})
    void whatHasNotThatFormIsRefused(String typed) {
        assertThatThrownBy(() -> RgNumber.checked(TRIBUNAL, typed))
                .extracting("refusal")
                .isEqualTo(DossierRefusal.RG_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2014F00112", "2014 000112", "2014/00112", "14/00112", "2014 f 00112", "2014J00112"})
    void commercialCourtsWriteItTheirWay(String typed) {
        assertThat(RgNumber.checked(COMMERCE, typed)).isNotEmpty();
    }

    @Test
    void withoutANumberThereIsNoExpertise() {
        assertThatThrownBy(() -> RgNumber.checked(COMMERCE, " RG "))
                .extracting("refusal")
                .isEqualTo(DossierRefusal.RG_REQUIRED);
    }

    private static ExpertiseName name(String claimant, String defendant, String expert) {
        return new ExpertiseName(claimant, defendant, "TJ33063", "14/00112", expert, DAY);
    }
}

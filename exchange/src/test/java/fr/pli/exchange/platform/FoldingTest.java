package fr.pli.exchange.platform;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X-2")
class FoldingTest {

    @Test
    void wordsLoseAccentsCaseAndPunctuation() {
        assertThat(Folding.words("Élodie D'Été-Œuvré, Ça_va ?"))
                .containsExactly("elodie", "d", "ete", "oeuvre", "ca", "va");
    }

    @Test
    void compatibilityFormsAreTheirPlainLetters() {
        assertThat(Folding.words("ＴＲＩＢＵＮＡＬ nº 2 Straße İzmir"))
                .containsExactly("tribunal", "no", "2", "strasse", "izmir");
    }

    @Test
    void aLongWordIsCutAlikeWhereverItStands() {
        String word = "é".repeat(200);
        assertThat(Folding.words(word)).containsExactly("e".repeat(Folding.LONGEST));
    }

    @Property
    void foldingTwiceChangesNothing(@ForAll @StringLength(max = 80) String text) {
        var words = Folding.words(text);
        assertThat(Folding.words(String.join(" ", words))).isEqualTo(words);
        assertThat(words).allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(Folding.LONGEST));
    }
}

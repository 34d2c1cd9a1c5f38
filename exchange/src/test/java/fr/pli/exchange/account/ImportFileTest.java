package fr.pli.exchange.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Spreadsheet;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A-1")
class ImportFileTest {

    private static final String HEADER = "E-mail;Prénom;Nom;Organisation;Profil\n";
    private static final String LINE = "zoe.lefevre@exemple.fr;Zoé;Lefèvre;Barreau de Béziers;Avocat\n";

    @Test
    void utf8IsRecognisedWithAndWithoutItsMark() {
        assertThat(read(HEADER + LINE).encoding()).isEqualTo(CsvText.Encoding.UTF_8);
        var marked = read("\uFEFF" + HEADER + LINE);
        assertThat(marked.encoding()).isEqualTo(CsvText.Encoding.UTF_8_WITH_MARK);
        assertThat(only(marked).lastName()).isEqualTo("Lefèvre");
    }

    @Test
    void windows1252IsRecognisedAndReadRight() {
        var file = read((HEADER + LINE).getBytes(Charset.forName("windows-1252")), 10);
        assertThat(file.encoding()).isEqualTo(CsvText.Encoding.WINDOWS_1252);
        assertThat(only(file).firstName()).isEqualTo("Zoé");
    }

    @Test
    void utf16OfSpreadsheetsIsRecognised() {
        var file = read((HEADER + LINE).replace(';', '\t').getBytes(StandardCharsets.UTF_16), 10);
        assertThat(file.encoding()).isEqualTo(CsvText.Encoding.UTF_16);
        assertThat(file.separator()).isEqualTo('\t');
        assertThat(only(file).lastName()).isEqualTo("Lefèvre");
    }

    @Test
    void theSeparatorIsFoundInTheHeader() {
        assertThat(only(read((HEADER + LINE).replace(';', ','))).organisation()).isEqualTo("Barreau de Béziers");
        assertThat(only(read((HEADER + LINE).replace(';', '\t'))).profile()).isEqualTo("Avocat");
        assertThat(only(read("sep=;\r\n" + HEADER + LINE)).profile()).isEqualTo("Avocat");
    }

    @Test
    void englishHeadersInAnyOrderMeanTheSameAndUnknownOnesAreSaid() {
        var file =
                read("Profile,Last name,First name,EMAIL,Organization,Shoe size\nPARTNER,Doe,Jane,j@x.org,Body,42\n");
        assertThat(only(file)).isEqualTo(new Particulars("j@x.org", "Jane", "Doe", "Body", "PARTNER", "", ""));
        assertThat(file.ignored()).containsExactly("Shoe size");
    }

    @Test
    void aBrokenLineSpoilsItselfOnlyAndIsNamedByItsNumber() {
        var file =
                read(HEADER + "a@x.fr;\"A;B;C;Avocat\n" + LINE + "b@x.fr;B\n\n" + LINE + "c@x.fr;\"C\"c;D;E;Avocat\n");
        assertThat(file.lines()).extracting(ImportFile.Line::number).containsExactly(2, 3, 4, 6, 7);
        assertThat(file.lines().stream()
                        .map(line -> line.flaw().map(Flaw::refusal).orElse(null)))
                .containsExactly(
                        DirectoryRefusal.LINE_QUOTES,
                        null,
                        DirectoryRefusal.LINE_COLUMNS,
                        null,
                        DirectoryRefusal.LINE_QUOTES);
    }

    @Test
    void quotedSeparatorsAndQuotesAreContent() {
        assertThat(only(read(HEADER + "a@x.fr;\"Anne; Marie\";\"D\"\"O\";B;Avocat\n"))
                        .firstName())
                .isEqualTo("Anne; Marie");
    }

    @Test
    void aMissingOrDoubledColumnOrNothingBelowTheHeaderIsRefused() {
        assertThatThrownBy(() -> read("E-mail;Nom;Organisation;Profil\n" + LINE))
                .isInstanceOfSatisfying(RefusedException.class, e -> {
                    assertThat(e.refusal()).isEqualTo(DirectoryRefusal.IMPORT_COLUMN_MISSING);
                    assertThat(e.arguments()).containsExactly("Prénom", "First name");
                });
        assertThatThrownBy(() -> read("Nom;" + HEADER + LINE))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.IMPORT_COLUMN_TWICE);
        for (String empty : new String[] {"", "\n \n", HEADER, HEADER + ";;;;\n"}) {
            assertThatThrownBy(() -> read(empty)).extracting("refusal").isEqualTo(DirectoryRefusal.IMPORT_EMPTY);
        }
        assertThatThrownBy(() -> read((HEADER + LINE + LINE).getBytes(StandardCharsets.UTF_8), 1))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.IMPORT_TOO_MANY_LINES);
    }

    @Property
    void aCellWrittenNeverBeginsAsAFormulaAndReadsBackAsItWas(@ForAll String value) {
        assertThat(Spreadsheet.cell(value)).doesNotMatch("(?s)^[=+\\-@\\t\\r].*");
        assertThat(Spreadsheet.value(Spreadsheet.cell(value))).isEqualTo(value);
    }

    @Test
    void formulasAreNeutralised() {
        assertThat(Spreadsheet.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(Spreadsheet.cell("'=1+1")).isEqualTo("''=1+1");
        assertThat(Spreadsheet.cell("O'Neil")).isEqualTo("O'Neil");
    }

    private static ImportFile<Particulars> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), 10);
    }

    private static ImportFile<Particulars> read(byte[] content, int maxLines) {
        return ImportFile.read(content, maxLines, DirectoryColumn.class, DirectoryColumn::particulars);
    }

    private static Particulars only(ImportFile<Particulars> file) {
        return file.lines().getFirst().typed().orElseThrow();
    }
}

package fr.pli.exchange.certificate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.pli.exchange.platform.Folding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The nomenclatures of experts' specialties, shipped as reference data (S-3). The last one of the file is in force; an
 * expert keeps what they were listed under in an earlier one, and its words stay.
 */
@Component
public class Specialties {

    private static final String RESOURCE = "/reference/specialties.csv";

    private final Map<String, Nomenclature> nomenclatures = new LinkedHashMap<>();

    Specialties() {
        try (InputStream in = Objects.requireNonNull(Specialties.class.getResourceAsStream(RESOURCE), RESOURCE);
                var reader = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
            reader.stream().forEach(row -> nomenclatures
                    .computeIfAbsent(row.getField("nomenclature"), Nomenclature::new)
                    .take(row));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Name of the nomenclature in force, such as {@code N2005-2013}. */
    public String current() {
        return present().name;
    }

    /** In the order of the nomenclature in force. */
    public List<Heading> headings() {
        return present().headings.values().stream()
                .filter(heading -> !heading.specialties().isEmpty())
                .toList();
    }

    /** Of the nomenclature in force. */
    public boolean known(String code) {
        return present().byCode.containsKey(code);
    }

    /** The words of a code of the nomenclature in force, the code itself where it has none. */
    public String label(String code) {
        return find(current(), code).map(Specialty::label).orElse(code);
    }

    /** Also of a nomenclature that is not in force any more. */
    public Optional<Specialty> find(String nomenclature, String code) {
        return Optional.ofNullable(nomenclatures.get(nomenclature)).map(known -> known.byCode.get(code));
    }

    /**
     * What somebody typed or chose from a list: a code, a label, or both as {@link Specialty#text} writes them; of a
     * heading, too. Accents and case do not matter.
     */
    public Optional<Specialty> typed(String text) {
        List<String> words = Folding.words(text);
        return words.isEmpty()
                ? Optional.empty()
                : Stream.concat(
                                present().byCode.values().stream(),
                                present().headings.values().stream()
                                        .map(heading -> new Specialty(current(), heading.code(), heading.label())))
                        .filter(one -> text.strip().equalsIgnoreCase(one.code())
                                || words.equals(Folding.words(one.label()))
                                || words.equals(Folding.words(one.text())))
                        .findFirst();
    }

    private Nomenclature present() {
        Nomenclature last = null;
        for (Nomenclature one : nomenclatures.values()) {
            last = one;
        }
        return Objects.requireNonNull(last, RESOURCE);
    }

    private static final class Nomenclature {

        private final String name;
        private final Map<String, Heading> headings = new LinkedHashMap<>();
        private final Map<String, Specialty> byCode = new LinkedHashMap<>();

        private Nomenclature(String name) {
            this.name = name;
        }

        private void take(NamedCsvRecord row) {
            String code = row.getField("code");
            String label = row.getField("label_fr");
            switch (row.getField("level")) {
                case "heading" -> headings.put(code, new Heading(code, label, new ArrayList<>()));
                case "specialty" -> {
                    var specialty = new Specialty(name, code, label);
                    byCode.put(code, specialty);
                    Heading heading = headings.get(row.getField("parent_code"));
                    if (heading != null) {
                        heading.specialties().add(specialty);
                    }
                }
                default -> {
                    // branches only group headings
                }
            }
        }
    }

    /** A heading and what stands under it. */
    public record Heading(String code, String label, List<Specialty> specialties) {}

    /** @param code such as {@code A.1.1} */
    public record Specialty(String nomenclature, String code, String label) {

        /** « A.1.1 Améliorations foncières ». */
        public String text() {
            return code + " " + label;
        }
    }
}

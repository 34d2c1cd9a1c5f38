package fr.pli.exchange.certificate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The nomenclature of experts' specialties, shipped as reference data (S-3). */
@Component
public class Specialties {

    private static final String RESOURCE = "/reference/specialties.csv";

    private final Map<String, Heading> headings = new LinkedHashMap<>();
    private final Map<String, Specialty> byCode = new LinkedHashMap<>();

    Specialties() {
        try (InputStream in = Objects.requireNonNull(Specialties.class.getResourceAsStream(RESOURCE), RESOURCE);
                var reader = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
            reader.stream().forEach(this::take);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** In the order of the nomenclature. */
    public List<Heading> headings() {
        return headings.values().stream()
                .filter(heading -> !heading.specialties().isEmpty())
                .toList();
    }

    public boolean known(String code) {
        return byCode.containsKey(code);
    }

    /** The words of a code, the code itself where the nomenclature has none. */
    public String label(String code) {
        Specialty found = byCode.get(code);
        return found == null ? code : found.label();
    }

    private void take(NamedCsvRecord row) {
        String code = row.getField("code");
        String label = row.getField("label_fr");
        switch (row.getField("level")) {
            case "heading" -> headings.put(code, new Heading(code, label, new ArrayList<>()));
            case "specialty" -> {
                var specialty = new Specialty(code, label);
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

    /** A heading and what stands under it. */
    public record Heading(String code, String label, List<Specialty> specialties) {}

    /** @param code such as {@code A.1.1} */
    public record Specialty(String code, String label) {}
}

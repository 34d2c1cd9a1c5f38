package fr.pli.exchange.account;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.pli.exchange.platform.Folding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The courts of France, shipped as reference data; a court becomes an organisation when it is first used. */
@Component
public class Courts {

    private static final String RESOURCE = "/reference/courts.csv";

    private final List<String> labels = read();
    private final Map<String, String> byKey =
            labels.stream().collect(Collectors.toMap(Organisations::key, Function.identity(), (one, same) -> one));

    /** Names of all courts, in the order of the reference. */
    public List<String> labels() {
        return labels;
    }

    /** Names of courts in which a word starts with each word typed, at most {@code limit}. */
    public List<String> complete(String typed, int limit) {
        List<String> words = Folding.words(typed);
        return labels.stream()
                .filter(label -> matches(label, words))
                .limit(limit)
                .toList();
    }

    /** The court of that name as the reference writes it; accents, case and punctuation do not matter. */
    Optional<String> label(String name) {
        return Optional.ofNullable(byKey.get(Organisations.key(name)));
    }

    private static boolean matches(String label, List<String> typed) {
        List<String> words = Folding.words(label);
        return typed.stream().allMatch(t -> words.stream().anyMatch(w -> w.startsWith(t)));
    }

    private static List<String> read() {
        try (InputStream in = Objects.requireNonNull(Courts.class.getResourceAsStream(RESOURCE), RESOURCE);
                var reader = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
            return reader.stream()
                    .map((NamedCsvRecord row) -> row.getField("label_fr"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

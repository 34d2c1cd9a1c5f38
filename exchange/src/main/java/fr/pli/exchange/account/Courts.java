package fr.pli.exchange.account;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.pli.exchange.platform.Folding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
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

    private final List<Court> all = read();
    private final List<String> labels = all.stream().map(Court::label).toList();
    private final Map<String, Court> byKey = all.stream()
            .collect(Collectors.toMap(
                    court -> Organisations.key(court.label()), Function.identity(), (one, same) -> one));
    private final Map<String, Court> byCode =
            all.stream().collect(Collectors.toUnmodifiableMap(Court::code, Function.identity()));

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
        return Optional.ofNullable(byKey.get(Organisations.key(name))).map(Court::label);
    }

    /** The court of that code, or of that name; accents, case and punctuation of a name do not matter. */
    public Optional<Court> find(String codeOrName) {
        Court coded = byCode.get(codeOrName.strip().toUpperCase(Locale.ROOT));
        return Optional.ofNullable(coded == null ? byKey.get(Organisations.key(codeOrName)) : coded);
    }

    private static boolean matches(String label, List<String> typed) {
        List<String> words = Folding.words(label);
        return typed.stream().allMatch(t -> words.stream().anyMatch(w -> w.startsWith(t)));
    }

    private static List<Court> read() {
        try (InputStream in = Objects.requireNonNull(Courts.class.getResourceAsStream(RESOURCE), RESOURCE);
                var reader = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
            return reader.stream()
                    .map((NamedCsvRecord row) ->
                            new Court(row.getField("type"), row.getField("code"), row.getField("label_fr")))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package fr.pli.expertise.departure;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails about departures say; with no file left to name they do not leave (N-1, T-3). */
@Configuration(proxyBeanMethods = false)
class DepartureMails {

    /** To an expert: one of the {@link Telling}s. */
    static final String TOLD = "departure-told";

    /** To who gets the files. */
    static final String RECEIVED = "departure-received";

    private final DepartureReading reading;
    private final Directory directory;
    private final MessageSource messages;

    DepartureMails(DepartureReading reading, Directory directory, MessageSource messages) {
        this.reading = reading;
        this.directory = directory;
        this.messages = messages;
    }

    @Bean
    MailView departureToldMail() {
        return new View(TOLD, this::told);
    }

    @Bean
    MailView departureReceivedMail() {
        return new View(RECEIVED, (letter, seen) -> Map.of("subjectArguments", List.of(leaver(seen))));
    }

    /** What it tells was so when it was staged, and is said as it was then. */
    private Map<String, Object> told(Letter letter, DepartureReading.Seen seen) {
        Telling telling = Telling.valueOf(letter.refs().getOrDefault("telling", Telling.DECLARED.name()));
        String subject = messages.getMessage("departure.telling." + telling, null, letter.language());
        return Map.of(
                "subjectArguments", List.of(leaver(seen), subject),
                "telling", telling.name(),
                "day",
                        LocalDate.parse(letter.refs()
                                .getOrDefault("day", seen.departure().lastDay().toString())),
                "successor", name(letter.refs().get("successor")));
    }

    private Optional<Map<String, Object>> framed(
            Letter letter, BiFunction<Letter, DepartureReading.Seen, Map<String, Object>> words) {
        return Optional.ofNullable(letter.reader())
                .flatMap(directory::find)
                .filter(Person::active)
                .flatMap(reader ->
                        reading.find(reader, UUID.fromString(letter.refs().getOrDefault("about", ""))))
                .filter(seen -> !seen.files().isEmpty())
                .map(seen -> {
                    var model = new HashMap<>(words.apply(letter, seen));
                    model.put("leaver", leaver(seen));
                    model.put("files", seen.files());
                    model.put("link", "/departures/" + seen.departure().id());
                    return model;
                });
    }

    private String leaver(DepartureReading.Seen seen) {
        return name(seen.departure().person().toString());
    }

    private String name(@Nullable String id) {
        return id == null
                ? ""
                : directory.find(UUID.fromString(id)).map(Person::name).orElse("");
    }

    private final class View implements MailView {

        private final String template;
        private final BiFunction<Letter, DepartureReading.Seen, Map<String, Object>> words;

        private View(String template, BiFunction<Letter, DepartureReading.Seen, Map<String, Object>> words) {
            this.template = template;
            this.words = words;
        }

        @Override
        public String template() {
            return template;
        }

        @Override
        public Optional<Map<String, Object>> model(Letter letter) {
            return framed(letter, words);
        }
    }
}

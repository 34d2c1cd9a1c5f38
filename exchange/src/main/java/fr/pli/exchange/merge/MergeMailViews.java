package fr.pli.exchange.merge;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import fr.pli.exchange.platform.Show;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails about merges say. */
@Configuration(proxyBeanMethods = false)
class MergeMailViews {

    @Bean
    MailView mergeDoneMail(Directory directory, MergeRows merges, MergeSettings settings, Show show) {
        return new View(MergeMails.MERGED, directory, (person, request) -> merges.of(request)
                .filter(Merge::stands)
                .flatMap(merge -> directory
                        .find(merge.kept())
                        .map(kept -> Map.<String, Object>of(
                                "link",
                                "/account",
                                "kept",
                                kept.email(),
                                "until",
                                show.instant(merge.at().plus(settings.undo()))))));
    }

    @Bean
    MailView mergeUndoneMail(Directory directory) {
        return new View(
                MergeMails.SEPARATED,
                directory,
                (person, request) -> Optional.of(Map.<String, Object>of("link", "/account")));
    }

    @Bean
    MailView mergeRefusedMail(Directory directory, MergeRequestRows requests) {
        return new View(MergeMails.REFUSED, directory, (person, request) -> requests.find(request)
                .map(asked -> Map.<String, Object>of("link", "/account", "reason", asked.answer())));
    }

    private record View(
            String template, Directory directory, BiFunction<Person, UUID, Optional<Map<String, Object>>> words)
            implements MailView {

        @Override
        public Optional<Map<String, Object>> model(Letter letter) {
            UUID reader = letter.reader();
            UUID request = UUID.fromString(letter.refs().getOrDefault("request", new UUID(0, 0).toString()));
            return reader == null
                    ? Optional.empty()
                    : directory.find(reader).filter(Person::active).flatMap(person -> words.apply(person, request)
                            .map(said -> {
                                var model = new HashMap<>(said);
                                model.put("person", person);
                                model.put("subjectArguments", List.of());
                                return Map.copyOf(model);
                            }));
        }
    }
}

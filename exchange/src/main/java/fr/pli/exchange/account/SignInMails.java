package fr.pli.exchange.account;

import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import fr.pli.exchange.platform.Show;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails of the doors say; none is sent any more to somebody for whom it is no longer true. */
@Configuration(proxyBeanMethods = false)
class SignInMails {

    @Bean
    MailView invitationMail(Directory directory, Show show) {
        return new View(
                Invitations.INVITATION,
                directory,
                person -> person.state() == PersonState.INVITED,
                letter -> link(letter, show));
    }

    @Bean
    MailView cardInvitationMail(Directory directory) {
        return new View(
                Invitations.CARD_INVITATION,
                directory,
                person -> person.state() == PersonState.INVITED,
                letter -> Map.of("link", "/sign-in/card"));
    }

    @Bean
    MailView resetMail(Directory directory, Show show) {
        return new View(Invitations.RESET, directory, Person::active, letter -> link(letter, show));
    }

    @Bean
    MailView passwordChangedMail(Directory directory) {
        return new View(PasswordChoice.CHANGED, directory, Person::active, letter -> Map.of("link", "/forgotten"));
    }

    @Bean
    MailView slowDownMail(Directory directory) {
        return new View(SlowDownNotice.TEMPLATE, directory, Person::active, letter -> Map.of("link", "/forgotten"));
    }

    private static Map<String, Object> link(Letter letter, Show show) {
        return Map.of(
                "link",
                "/link/" + letter.refs().getOrDefault("token", ""),
                "until",
                show.instant(Instant.parse(letter.refs().getOrDefault("until", Instant.EPOCH.toString()))));
    }

    private record View(
            String template,
            Directory directory,
            Predicate<Person> stillTrue,
            Function<Letter, Map<String, Object>> words)
            implements MailView {

        @Override
        public Optional<Map<String, Object>> model(Letter letter) {
            UUID reader = letter.reader();
            return reader == null
                    ? Optional.empty()
                    : directory.find(reader).filter(stillTrue).map(person -> {
                        var model = new java.util.HashMap<>(words.apply(letter));
                        model.put("person", person);
                        model.put("subjectArguments", List.of());
                        return Map.copyOf(model);
                    });
        }
    }
}

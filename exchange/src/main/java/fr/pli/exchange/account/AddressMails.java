package fr.pli.exchange.account;

import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import fr.pli.exchange.platform.Show;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mails of a changing address: the link to the new one, the notices to the old one. */
@Configuration(proxyBeanMethods = false)
class AddressMails {

    /** Not sent any more once the wish was given up or replaced. */
    @Bean
    MailView addressConfirmMail(Directory directory, AddressChange changes, Show show) {
        return new View(AddressChange.CONFIRM, directory, show, letter -> changes.offer(token(letter))
                .isPresent());
    }

    @Bean
    MailView addressAskedMail(Directory directory, Show show) {
        return new View(AddressChange.ASKED, directory, show, letter -> true);
    }

    @Bean
    MailView addressChangedMail(Directory directory, Show show) {
        return new View(AddressChange.CHANGED, directory, show, letter -> true);
    }

    private static String token(Letter letter) {
        return letter.refs().getOrDefault("token", "");
    }

    private record View(String template, Directory directory, Show show, Predicate<Letter> stillTrue)
            implements MailView {

        @Override
        public Optional<Map<String, Object>> model(Letter letter) {
            UUID reader = letter.reader();
            return reader == null || !stillTrue.test(letter)
                    ? Optional.empty()
                    : directory.find(reader).filter(Person::active).map(person -> {
                        var model = new HashMap<String, Object>();
                        model.put("person", person);
                        model.put("subjectArguments", List.of());
                        model.put("address", letter.refs().getOrDefault("address", letter.address()));
                        String until = letter.refs().get("until");
                        model.put("until", until == null ? "" : show.instant(Instant.parse(until)));
                        model.put("link", until == null ? "/account" : "/address/" + token(letter));
                        return Map.copyOf(model);
                    });
        }
    }
}

package fr.pli.exchange.factor;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails about second factors say; each ends with what to do if it was not the reader. */
@Configuration(proxyBeanMethods = false)
class FactorMails {

    @Bean
    MailView factorAddedMail(Directory directory) {
        return new View(FactorNews.ADDED, "/account", directory);
    }

    @Bean
    MailView factorRemovedMail(Directory directory) {
        return new View(FactorNews.REMOVED, "/account", directory);
    }

    @Bean
    MailView recoveryCodeUsedMail(Directory directory) {
        return new View(FactorNews.CODE_USED, "/account", directory);
    }

    @Bean
    MailView factorsResetMail(Directory directory) {
        return new View(FactorNews.RESET, "/sign-in", directory);
    }

    @Bean
    MailView passkeySuspectedMail(Directory directory) {
        return new View(FactorNews.SUSPECTED, "/account", directory);
    }

    @Bean
    MailView secondStepSlowedMail(Directory directory) {
        return new View(FactorNews.SLOWED, "/forgotten", directory);
    }

    private record View(String template, String link, Directory directory) implements MailView {

        @Override
        public Optional<Map<String, Object>> model(Letter letter) {
            UUID reader = letter.reader();
            return reader == null
                    ? Optional.empty()
                    : directory.find(reader).filter(Person::active).map(person -> {
                        var model = new HashMap<String, Object>(letter.refs());
                        model.put("person", person);
                        model.put("link", link);
                        model.put("subjectArguments", List.of());
                        return Map.copyOf(model);
                    });
        }
    }
}

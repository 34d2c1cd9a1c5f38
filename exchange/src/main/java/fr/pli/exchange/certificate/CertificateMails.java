package fr.pli.exchange.certificate;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import fr.pli.exchange.platform.Show;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails about certificates say; none leaves any more when it is no longer true. */
@Configuration(proxyBeanMethods = false)
class CertificateMails {

    @Bean
    MailView certificateLinkMail(Directory directory, CertificateLinks links, Show show) {
        return new View(CertificateLinks.LINK, directory, (letter, person) -> {
            String token = letter.refs().getOrDefault("token", "");
            return links.offer(token)
                    .map(owner -> Map.of("link", "/certificate/" + token, "until", show.instant(until(letter))));
        });
    }

    @Bean
    MailView certificateAttachedMail(Directory directory, CertificateRows certificates, Show show) {
        return new View(CertificateLinks.ATTACHED, directory, about(certificates, show));
    }

    @Bean
    MailView certificateEndingMail(Directory directory, CertificateRows certificates, Show show) {
        return new View(EndingCertificates.ENDING, directory, about(certificates, show));
    }

    @Bean
    MailView certificateRequestedMail(Directory directory, CertificateRequests requests, CertificateRows certificates) {
        return new View(CertificateRequests.REQUESTED, directory, (letter, person) -> request(requests, letter)
                .filter(CertificateRequest::open)
                .flatMap(request -> certificates.find(request.certificate()))
                .map(certificate -> Map.of("link", "/account#certificates", "serial", certificate.shownSerial())));
    }

    @Bean
    MailView certificateRefusedMail(Directory directory, CertificateRequests requests) {
        return new View(CertificateRequests.REFUSED, directory, (letter, person) -> request(requests, letter)
                .map(request -> Map.of("link", "/sign-in/card", "reason", request.answer())));
    }

    private static Optional<CertificateRequest> request(CertificateRequests requests, Letter letter) {
        return requests.find(UUID.fromString(letter.refs().getOrDefault("request", new UUID(0, 0).toString())));
    }

    @Bean
    MailView registrationKnownMail(Directory directory) {
        return new View(Registrations.KNOWN, directory, (letter, person) -> Optional.of(Map.of("link", "/sign-in")));
    }

    @Bean
    MailView registrationConfirmMail(Registrations registrations, Show show) {
        return new MailView() {
            @Override
            public String template() {
                return Registrations.CONFIRM;
            }

            @Override
            public Optional<Map<String, Object>> model(Letter letter) {
                String token = letter.refs().getOrDefault("token", "");
                return registrations
                        .offer(token)
                        .map(offer -> Map.of(
                                "name", offer.name(),
                                "link", "/registration/" + token,
                                "until", show.instant(until(letter)),
                                "subjectArguments", List.of()));
            }
        };
    }

    private static BiFunction<Letter, Person, Optional<Map<String, String>>> about(
            CertificateRows certificates, Show show) {
        return (letter, person) -> certificates
                .find(UUID.fromString(letter.refs().getOrDefault("certificate", new UUID(0, 0).toString())))
                .filter(certificate -> person.id().equals(certificate.person()))
                .map(certificate -> Map.of(
                        "link", "/account#certificates",
                        "serial", certificate.shownSerial(),
                        "end", show.instant(certificate.validUntil())));
    }

    private static Instant until(Letter letter) {
        return Instant.parse(letter.refs().getOrDefault("until", Instant.EPOCH.toString()));
    }

    private record View(
            String template, Directory directory, BiFunction<Letter, Person, Optional<Map<String, String>>> words)
            implements MailView {

        @Override
        public Optional<Map<String, Object>> model(Letter letter) {
            UUID reader = letter.reader();
            return reader == null
                    ? Optional.empty()
                    : directory.find(reader).filter(Person::active).flatMap(person -> words.apply(letter, person)
                            .map(words -> {
                                var model = new HashMap<String, Object>(words);
                                model.put("person", person);
                                model.put("subjectArguments", List.of());
                                return Map.copyOf(model);
                            }));
        }
    }
}

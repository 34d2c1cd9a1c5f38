package fr.pli.expertise.dossier;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import fr.pli.expertise.dossier.Expertise.Provision;
import fr.pli.expertise.dossier.Expertises.Change;
import fr.pli.expertise.rights.ExpertiseState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails about states and provisions say. */
@Configuration(proxyBeanMethods = false)
class ExpertiseMails {

    @Bean
    MailView expertiseStateMail(MailAboutExpertise mails, Expertises expertises, Directory directory) {
        return mails.toParticipants(
                StateNotices.STATE, (letter, expertise) -> change(letter, expertises.history(expertise.id()))
                        .map(change -> Map.of(
                                "link",
                                "/expertises/" + expertise.id() + "/state",
                                "change",
                                change,
                                "by",
                                directory.find(change.by()).map(Person::name).orElse(""),
                                "reason",
                                Objects.requireNonNullElse(change.reason(), ""))));
    }

    @Bean
    MailView expertiseProvisionMail(MailAboutExpertise mails) {
        return mails.toParticipants(StateNotices.PROVISION, (letter, expertise) -> Optional.of(expertise.provision())
                .filter(provision -> provision.status() == Provision.Status.RECEIVED)
                .map(provision -> Map.of("link", "/expertises/" + expertise.id() + "/state", "provision", provision)));
    }

    /** That very change: others may have followed before the mail left. */
    private static Optional<Change> change(Letter letter, List<Change> history) {
        ExpertiseState to = ExpertiseState.valueOf(letter.refs().getOrDefault("to", "OPEN"));
        Instant at = Instant.parse(letter.refs().getOrDefault("at", Instant.EPOCH.toString()));
        return history.stream()
                .filter(change -> change.to() == to && change.at().equals(at))
                .findFirst();
    }
}

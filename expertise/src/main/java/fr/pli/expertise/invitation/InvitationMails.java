package fr.pli.expertise.invitation;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import fr.pli.exchange.platform.Show;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.dossier.MailAboutExpertise;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * What the mails about taking part say. The one that goes to an address nobody has confirmed yet names court, number and
 * expert, not the parties: the address may have been mistyped.
 */
@Configuration(proxyBeanMethods = false)
class InvitationMails {

    @Bean
    MailView expertiseInvitationMail(MailAboutExpertise mails, Part part) {
        return mails.toParticipants(Telling.INVITED, (letter, expertise) -> part.of(letter)
                .filter(Participant::present)
                .map(part::words));
    }

    @Bean
    MailView expertiseAccountMail(MailAboutExpertise mails, Part part, Directory directory, Show show) {
        return mails.toOthers(Telling.ACCOUNT, (letter, expertise) -> part.of(letter)
                .filter(Participant::present)
                .filter(participant -> directory
                        .find(participant.person())
                        .filter(person -> person.state() == PersonState.INVITED)
                        .isPresent())
                .map(participant -> account(letter, expertise, part.words(participant), show)));
    }

    @Bean
    MailView expertiseEndedMail(MailAboutExpertise mails, Part part) {
        return mails.toOthers(Telling.ENDED, (letter, expertise) -> part.of(letter)
                .filter(participant -> !participant.present())
                .map(part::words)
                .map(words -> {
                    var all = new HashMap<>(words);
                    all.put("link", "/expertises");
                    return all;
                }));
    }

    private static Map<String, Object> account(
            Letter letter, Expertise expertise, Map<String, Object> words, Show show) {
        var all = new HashMap<>(words);
        all.put("subjectArguments", List.of(expertise.rg()));
        all.put("link", "/link/" + letter.refs().getOrDefault("token", ""));
        all.put("until", show.instant(Instant.parse(letter.refs().getOrDefault("until", Instant.EPOCH.toString()))));
        return all;
    }

    /** The participation that a mail is about. */
    @Component
    static class Part {

        private final Participants participants;
        private final Directory directory;

        Part(Participants participants, Directory directory) {
            this.participants = participants;
            this.directory = directory;
        }

        Optional<Participant> of(Letter letter) {
            return Optional.ofNullable(letter.refs().get("participant"))
                    .map(UUID::fromString)
                    .flatMap(participants::find);
        }

        Map<String, Object> words(Participant participant) {
            String party = participant.party() == null
                    ? ""
                    : participants.parties(List.of(participant.party())).values().stream()
                            .map(Party::name)
                            .findFirst()
                            .orElse("");
            String expert = participants.of(participant.expertise()).stream()
                    .filter(each -> each.role() == Role.EXPERT)
                    .findFirst()
                    .flatMap(each -> directory.find(each.person()))
                    .map(Person::name)
                    .orElse("");
            return Map.of("role", participant.role().name(), "party", party, "expert", expert);
        }
    }
}

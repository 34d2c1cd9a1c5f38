package fr.pli.expertise.dossier;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import fr.pli.exchange.platform.RefusedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/**
 * Mails about an expertise, whose id is {@code about} in their refs: each is asked again at every attempt, and cancelled
 * for somebody for whom the card is not listed any more (N-1, M-4).
 */
@Component
public class MailAboutExpertise {

    private static final String NOTHING = new UUID(0, 0).toString();

    private final Expertises expertises;
    private final Directory directory;
    private final ExpertiseHead head;

    MailAboutExpertise(Expertises expertises, Directory directory, ExpertiseHead head) {
        this.expertises = expertises;
        this.directory = directory;
        this.head = head;
    }

    /** To active people who can see the expertise. @param words what this mail says beyond it */
    public MailView toParticipants(
            String template, BiFunction<Letter, Expertise, Optional<Map<String, Object>>> words) {
        return new View(template, letter -> listed(letter)
                .flatMap(expertise -> words.apply(letter, expertise).map(more -> framed(expertise, more))));
    }

    /** To whoever it was staged for, whether they can see the expertise or not. */
    public MailView toOthers(String template, BiFunction<Letter, Expertise, Optional<Map<String, Object>>> words) {
        return new View(
                template, letter -> expertises.find(about(letter)).flatMap(expertise -> words.apply(letter, expertise)
                        .map(more -> framed(expertise, more))));
    }

    private Optional<Expertise> listed(Letter letter) {
        return Optional.ofNullable(letter.reader())
                .flatMap(directory::find)
                .filter(Person::active)
                .flatMap(reader -> listed(reader, about(letter)));
    }

    private Optional<Expertise> listed(Person reader, UUID id) {
        try {
            return Optional.of(expertises.known(reader, id).expertise());
        } catch (RefusedException notListed) {
            return Optional.empty();
        }
    }

    private Map<String, Object> framed(Expertise expertise, Map<String, Object> more) {
        var model = new HashMap<String, Object>();
        model.put("subjectArguments", List.of(expertise.title()));
        model.put("expertise", expertise);
        model.put("court", head.court(expertise));
        model.put("link", "/expertises/" + expertise.id());
        model.putAll(more);
        return model;
    }

    private static UUID about(Letter letter) {
        return UUID.fromString(letter.refs().getOrDefault("about", NOTHING));
    }

    private record View(String template, java.util.function.Function<Letter, Optional<Map<String, Object>>> words)
            implements MailView {

        @Override
        public Optional<Map<String, Object>> model(Letter letter) {
            return words.apply(letter);
        }
    }
}

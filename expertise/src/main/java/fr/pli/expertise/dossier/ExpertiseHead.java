package fr.pli.expertise.dossier;

import fr.pli.exchange.account.Court;
import fr.pli.exchange.account.Courts;
import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What stands above every page of an expertise, whoever renders it; {@code expertise/head.html} asks it. */
@Component("expertiseHead")
public class ExpertiseHead {

    private final Directory directory;
    private final Courts courts;
    private final Participants participants;
    private final ObjectProvider<Tab> tabs;

    ExpertiseHead(Directory directory, Courts courts, Participants participants, ObjectProvider<Tab> tabs) {
        this.directory = directory;
        this.courts = courts;
        this.participants = participants;
        this.tabs = tabs;
    }

    public View of(Expertises.Seen seen, Person reader) {
        Expertise expertise = seen.expertise();
        return new View(
                expert(expertise.expert()),
                court(expertise),
                tabs.orderedStream()
                        .filter(tab -> tab.shown(seen))
                        .map(tab -> new Link(tab.name(), tab.path(expertise.id())))
                        .toList(),
                !expertise.over()
                        && participants.of(expertise.id(), reader.id()).stream().anyMatch(Participant::owesConsent));
    }

    /** Name of the court, or its code where the reference does not know it any more. */
    public String court(Expertise expertise) {
        return courts.find(expertise.court()).map(Court::label).orElse(expertise.court());
    }

    private String expert(UUID id) {
        return directory.find(id).map(Person::name).orElse("");
    }

    /** @param consent whether the reader still has to say that they agree to electronic exchange (CPC 748-2) */
    public record View(String expert, String court, List<Link> tabs, boolean consent) {}

    /** A tab where it leads. */
    public record Link(String name, String path) {}
}

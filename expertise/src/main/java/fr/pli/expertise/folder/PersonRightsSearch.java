package fr.pli.expertise.folder;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.expertise.dossier.DossierRefusal;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.dossier.ExpertiseHead;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.folder.Situation.Stand;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Simulator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Finds the expertise and the person a support operator is asked about (M-5): by what the caller reads out, never by parts
 * of it, so that nobody looks around.
 */
@Service
public class PersonRightsSearch {

    private static final int MOST = 20;

    private final Simulator simulator;
    private final Expertises expertises;
    private final ExpertiseHead head;
    private final Participants participants;
    private final Directory directory;
    private final JdbcClient jdbc;

    PersonRightsSearch(
            Simulator simulator,
            Expertises expertises,
            ExpertiseHead head,
            Participants participants,
            Directory directory,
            JdbcClient jdbc) {
        this.simulator = simulator;
        this.expertises = expertises;
        this.head = head;
        this.participants = participants;
        this.directory = directory;
        this.jdbc = jdbc;
    }

    /** @param typed a whole RG number, name or id; newest first, at most 20 */
    public List<Choice> expertises(Person operator, String typed) {
        simulator.admit(operator);
        List<UUID> ids = jdbc.sql("""
                        select id from expertise where rg = :typed
                        union select id from expertise where name = :typed
                        union select id from expertise where id = :id
                        order by id desc limit :most
                        """)
                .param("typed", typed.strip())
                .param("id", id(typed.strip()))
                .param("most", MOST)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        Map<UUID, Expertise> found = expertises.findAll(ids);
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(one -> new Choice(
                        one.id(), one.rg(), head.court(one), name(one.expert()), one.designatedOn(), one.state()))
                .toList();
    }

    /** Everybody who takes or took part, by name. */
    public List<Somebody> people(Person operator, UUID expertise) {
        simulator.admit(operator);
        if (expertises.find(expertise).isEmpty()) {
            throw DossierRefusal.UNKNOWN.with();
        }
        List<Participant> all = participants.of(expertise);
        var owners = new SituationOwners(all, participants.parties(expertise));
        Map<UUID, List<Participant>> each = all.stream().collect(Collectors.groupingBy(Participant::person));
        return directory.findAll(each.keySet()).values().stream()
                .sorted(Comparator.comparing(Person::lastName).thenComparing(Person::firstName))
                .map(person -> {
                    List<Participant> mine = each.getOrDefault(person.id(), List.of());
                    return new Somebody(
                            person.id(),
                            person.name(),
                            mine.stream()
                                    .map(one -> owners.of(one.standing()))
                                    .distinct()
                                    .toList(),
                            mine.stream().anyMatch(Participant::present));
                })
                .toList();
    }

    private String name(UUID person) {
        return directory.find(person).map(Person::name).orElse("");
    }

    private static UUID id(String typed) {
        try {
            return typed.length() == 36 ? UUID.fromString(typed) : new UUID(0, 0);
        } catch (IllegalArgumentException noId) {
            return new UUID(0, 0);
        }
    }

    /** An expertise without the names of its parties. */
    public record Choice(
            UUID id, String rg, String court, String expert, LocalDate designatedOn, ExpertiseState state) {}

    /** @param present whether one of the roles lasts */
    public record Somebody(UUID id, String name, List<Stand> roles, boolean present) {}
}
